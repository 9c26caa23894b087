#!/usr/bin/env node
import { main } from './cli/main.ts';

const code = await main(process.argv.slice(2), process.env);
// Sockets to the engine may still be closing; what was written to a pipe must get out first.
await new Promise((done) => process.stdout.write('', done));
process.exit(code);
