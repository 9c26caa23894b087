import { readFile } from 'node:fs/promises';

/** Each uses what stands in those before it; the last starts the loop. */
const files = ['processes', 'files', 'requests', 'loop'];

/** The Python script of the helper. Its files stand beside this module, in the sources and in the bundle. */
export async function readScript(): Promise<string> {
  const parts = files.map((file) =>
    readFile(new URL(`./script/${file}.py`, import.meta.url), 'utf8'),
  );
  return (await Promise.all(parts)).join('\n\n');
}
