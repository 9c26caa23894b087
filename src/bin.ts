#!/usr/bin/env node
import { main } from './cli/main.ts';

// Who reads may stop reading (`labs list | head -1`): that is no error of what is being done.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
const code = await main(process.argv.slice(2), process.env);
// Sockets to the engine may still be closing; what was written to a pipe must get out first.
await new Promise((done) => process.stdout.write('', done));
process.exit(code);
