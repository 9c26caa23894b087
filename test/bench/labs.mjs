import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs the built command line, untimed; what it wrote to stdout. */
export async function labs(bin, args, env) {
  const { stdout } = await execute(process.execPath, [bin, ...args], { env });
  return stdout;
}

/** The names and values of a lab's attempt, as `labs env` exports them. */
export async function readValues(bin, lab, env) {
  const lines = (await labs(bin, ['env', lab], env)).matchAll(/^export (LABS_\w+)='(.*)'$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
}

/** The lab as the build read it. */
export async function readBuiltLab(bin, lab) {
  return JSON.parse(await readFile(join(dirname(bin), 'labs', `${lab}.json`), 'utf8')).lab;
}
