import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import type { Entry } from '../../../src/journal/entry.ts';
import { bin, runLabs } from '../../run-labs.ts';
import { tempFolder } from '../../temp-folder.ts';
import { type TerminalOptions, TestTerminal } from './terminal.ts';

export const labFolder = 'test/cli/screen/lab';
export const container = 'scr-web';
export const network = 'scr-net';
export const image = 'labs-toolbox:1';

/** A home of a test's own; what labs made from it goes with the test. */
export async function labHome(env: Record<string, string> = {}): Promise<string> {
  const home = await tempFolder();
  onTestFinished(async () => {
    await runLabs(['clean'], { ...env, LABS_HOME: home });
  });
  return home;
}

export interface StartOptions extends TerminalOptions {
  home: string;
  lang?: 'en' | 'ko';
  lab?: string;
}

/** `labs start` on a terminal of its own, as a learner would start it. */
export function startLab({ home, lang = 'en', lab = labFolder, ...options }: StartOptions) {
  const args = [bin, 'start', lab, '--trust', '--lang', lang];
  const env = { EDITOR: '', VISUAL: '', ...options.env, LABS_HOME: home };
  const terminal = new TestTerminal(process.execPath, args, { ...options, env });
  onTestFinished(() => terminal[Symbol.asyncDispose]());
  return terminal;
}

/** The docker command, as if typed in a second terminal. */
export async function docker(...args: string[]): Promise<string> {
  return (await promisify(execFile)('docker', args)).stdout;
}

export const runWeb = (...args: string[]) =>
  docker('run', '-d', '--name', container, '--network', network, ...args, image, 'sleep', '600');

/** What is written down of the only attempt in a home. */
export async function readEntries(home: string): Promise<Entry[]> {
  const files = await readdir(home, { recursive: true });
  const path = files.find((file) => file.endsWith('journal.jsonl')) ?? '';
  const lines = (await readFile(join(home, path), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Entry);
}
