import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes, Failure } from '../failure.ts';
import type { Lab, Operation } from '../lab/lab.ts';
import { textIn } from '../lab/text-in.ts';
import type { Cli } from './command.ts';

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
    for (const line of linesOf(lab, cli)) cli.err(line);
    if (!cli.terminal.interactive) {
      throw new Failure('cli.not-trusted', exitCodes.usage, { lab: cli.args[0] ?? lab.id });
    }
    const { default: inquirer } = await import('inquirer');
    const message = cli.words.say('cli.trust.ask');
    const { yes } = await inquirer.prompt([
      { type: 'confirm', name: 'yes', message, default: false },
    ]);
    if (!yes) throw new Failure('cli.not-trusted', exitCodes.usage, { lab: cli.args[0] ?? lab.id });
  }
  await mkdir(data, { recursive: true });
  await writeFile(path, JSON.stringify([...known, lab.digest]));
}

async function readKnown(path: string): Promise<string[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as string[];
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
