import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes, Failure } from '../failure.ts';
import type { Lab, Operation } from '../lab/lab.ts';
import { textIn } from '../lab/text-in.ts';
import type { Cli } from './command.ts';
import { makeVisible } from './markdown/make-visible.ts';
import { typedLab } from './typed-lab.ts';

/**
 * A lab from outside the package shows what it will run, and is asked about once for each version
 * of it: the digest of a lab that was trusted is remembered.
 */
export async function askTrust(cli: Cli, lab: Lab, data: string): Promise<void> {
  const path = join(data, 'trusted.json');
  const known = await readKnown(path);
  if (known.includes(lab.digest)) return;
  if (cli.options.trust !== true) {
    cli.err(cli.words.say('cli.trust.shows', { lab: lab.id, folder: lab.folder }));
    // What a stranger wrote must not hide what it does: nothing of it moves the cursor.
    for (const line of linesOf(lab, cli)) cli.err(makeVisible(line));
    if (!(await isYes(cli))) {
      throw new Failure('cli.not-trusted', exitCodes.usage, { lab: typedLab(cli) });
    }
  }
  await mkdir(data, { recursive: true });
  await writeFile(path, JSON.stringify([...known, lab.digest]));
}

async function isYes({ terminal, wantsJson, words, signal }: Cli): Promise<boolean> {
  if (!terminal.interactive || wantsJson) return false;
  const { createPromptModule } = await import('inquirer');
  const ask = createPromptModule({ output: process.stderr, signal });
  const message = words.say('cli.trust.ask');
  try {
    const { yes } = await ask([{ type: 'confirm', name: 'yes', message, default: false }]);
    return yes;
  } catch (error) {
    // Ctrl-C at the question is a no.
    if ((error as Error).name === 'ExitPromptError') return false;
    throw error;
  }
}

async function readKnown(path: string): Promise<string[]> {
  try {
    const known: unknown = JSON.parse(await readFile(path, 'utf8'));
    return Array.isArray(known) ? known.map(String) : [];
  } catch {
    return [];
  }
}

/** Everything that the lab may run on this machine, step by step. */
function linesOf(lab: Lab, cli: Cli): string[] {
  const show = (operations: readonly Operation[]) =>
    operations.map((operation) =>
      operation.uses === 'run'
        ? `    ${String(operation.with.run).trim().replaceAll('\n', '\n    ')}`
        : `    ${operation.uses} ${JSON.stringify(operation.with)}`,
    );
  return [
    ...show(lab.setup),
    ...lab.steps.flatMap((step) => [
      `  ${textIn(step.title, cli.words.language)}`,
      ...show(step.setup),
      ...Object.values(step.solutions).flatMap(show),
      ...show(step.capture),
      ...step.checks.flatMap(({ with: given }) => (given.run ? [`    ${String(given.run)}`] : [])),
    ]),
    ...show(lab.cleanup),
  ];
}
