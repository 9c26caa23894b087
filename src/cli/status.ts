import { exitCodes, Failure } from '../failure.ts';
import { findHome } from '../home.ts';
import { findLab } from '../lab/find-lab.ts';
import type { Lab } from '../lab/lab.ts';
import { findAttempts, findCurrent, readState } from '../session/attempts.ts';
import { type AttemptSummary, summarise } from '../session/summary.ts';
import type { Cli, Run } from './command.ts';
import { labId } from './lab-id.ts';
import { readLab } from './requested-lab.ts';

export const run: Run = async (cli) => {
  const { data } = findHome(cli.env);
  const asked = cli.args[0] === undefined ? undefined : await labId(cli);
  const labs = asked ? [asked] : [...new Set((await findAttempts(data)).map(({ lab }) => lab))];
  const found = await Promise.all(labs.map((lab) => summariseCurrent(cli, data, lab)));
  const attempts = found.filter((attempt) => attempt !== undefined);
  if (asked && attempts.length === 0)
    throw new Failure('session.no-attempt', exitCodes.usage, { lab: asked });
  if (cli.wantsJson) cli.json({ attempts: attempts.map((attempt) => ({ ...attempt })) });
  else if (attempts.length === 0) cli.out(cli.words.say('cli.status.none'));
  else for (const attempt of attempts) print(cli, attempt);
  return exitCodes.done;
};

async function summariseCurrent(
  cli: Cli,
  data: string,
  lab: string,
): Promise<AttemptSummary | undefined> {
  const stored = await findCurrent(data, lab);
  if (!stored) return undefined;
  const steps = (await readIfThere(cli, lab))?.steps.map(({ id }) => id);
  return summarise(await readState(stored.folder), steps);
}

/** The lab's files give the order of its steps; without them the journal's own order does. */
async function readIfThere(cli: Cli, lab: string): Promise<Lab | undefined> {
  try {
    return await readLab(await findLab(lab, cli.env));
  } catch {
    return undefined;
  }
}

function print(cli: Cli, { lab, openedAt, steps, step }: AttemptSummary): void {
  const passed = steps.filter(({ status }) => status === 'passed').length;
  const total = steps.filter(({ status }) => status !== 'skipped').length;
  const at = new Date(openedAt).toLocaleString(cli.words.language);
  cli.out(cli.words.say('cli.status.head', { lab, passed, total, at }));
  const marks = { passed: '✓', skipped: '–', open: '·' };
  for (const { id, status, hints, revealed } of steps) {
    const notes = [
      id === step && status === 'open' ? cli.words.say('cli.status.here') : '',
      status === 'skipped' ? cli.words.say('cli.status.skipped') : '',
      hints > 0 ? cli.words.say('cli.status.hints', { count: hints }) : '',
      revealed ? cli.words.say('cli.status.revealed') : '',
    ].filter(Boolean);
    cli.out(`  ${marks[status]} ${id}${notes.length > 0 ? `  (${notes.join(', ')})` : ''}`);
  }
}
