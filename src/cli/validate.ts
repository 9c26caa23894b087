import { join, relative, resolve } from 'node:path';
import { type ExitCode, exitCodes } from '../failure.ts';
import type { Json } from '../json.ts';
import { DefinitionError } from '../lab/definition-error.ts';
import { findLab } from '../lab/find-lab.ts';
import { loadLab } from '../lab/load-lab.ts';
import type { Problem } from '../lab/problem.ts';
import type { Cli, Run } from './command.ts';
import { formatProblem } from './format-problem.ts';

interface Validated {
  folder: string;
  /** Undefined when the definition has problems. */
  lab: { id: string; steps: number; digest: string } | undefined;
  problems: readonly Problem[];
}

/** `labs validate FILE…`: every problem of every lab, or that there is none. */
export const run: Run = async (cli) => {
  const labs: Validated[] = [];
  for (const file of cli.args) labs.push(await validate(file, cli.env));
  if (cli.wantsJson) cli.json({ labs: labs.map((lab) => document(lab, cli)) });
  else for (const lab of labs) print(lab, cli);
  const failed = labs.some(({ problems }) => problems.length > 0);
  return (failed ? exitCodes.usage : exitCodes.done) satisfies ExitCode;
};

async function validate(file: string, env: NodeJS.ProcessEnv): Promise<Validated> {
  const { folder } = await findLab(file, env);
  try {
    const { id, steps, digest } = await loadLab(folder, env);
    return { folder, lab: { id, steps: steps.length, digest }, problems: [] };
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return { folder, lab: undefined, problems: error.problems };
  }
}

function print({ folder, lab, problems }: Validated, cli: Cli): void {
  for (const problem of problems) {
    cli.out(formatProblem(problem, cli.words, shownPath(folder, problem.file)));
  }
  const path = shownPath(folder, 'lab.yaml');
  if (lab) cli.out(cli.words.say('definition.valid', { path, id: lab.id, steps: lab.steps }));
  else cli.err(cli.words.say('definition.invalid', { path, problems: problems.length }));
}

/** As one would type it here: relative where that is shorter than going up and down again. */
function shownPath(folder: string, file: string): string {
  const path = resolve(folder, file);
  const way = relative(process.cwd(), path);
  return way.startsWith('..') ? path : way;
}

function document({ folder, lab, problems }: Validated, { words }: Cli): Json {
  return {
    file: join(folder, 'lab.yaml'),
    valid: lab !== undefined,
    ...(lab ? { lab } : {}),
    problems: problems.map((problem) => {
      const { file, line, column, code, values } = problem;
      const message = formatProblem(problem, words).slice(`${file}:${line}:${column}: `.length);
      return { file, line, column, code, message, values };
    }),
  };
}
