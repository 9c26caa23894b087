import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  exit: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, with no stdin. */
export function runScript(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    const ran = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      ran.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      ran.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, ...ran }));
  });
}

/** A folder of these files that goes when the test's scope ends; scripts are executable. */
export async function makeProject(
  files: Record<string, string>,
): Promise<{ path: string; write(name: string, text: string): Promise<void> } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'labs-scripts-'));
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), text);
    if (text.startsWith('#!')) await chmod(join(path, name), 0o755);
  };
  for (const [name, text] of Object.entries(files)) await write(name, text);
  return { path, write, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Puts this project's own script into another one. */
export async function copyScript(name: string, folder: string): Promise<string> {
  const path = join(folder, 'scripts', name);
  await cp(join('scripts', name), path);
  return path;
}
