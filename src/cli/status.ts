import { exitCodes, Failure } from '../failure.ts';
import { findHome } from '../home.ts';
import { findAttempts, findCurrent, readState } from '../session/attempts.ts';
import { type AttemptSummary, summarise } from '../session/summary.ts';
import { columns } from './columns.ts';
import type { Cli, Run } from './command.ts';
import { documentFailed, type FailedAttempt, tellFailed } from './failed-attempts.ts';
import { labId } from './lab-id.ts';
import { wrap } from './markdown/wrap.ts';
import { typedLab } from './typed-lab.ts';

export const run: Run = async (cli) => {
  const { data } = findHome(cli.env);
  const [name] = cli.args;
  const asked = name === undefined ? undefined : await labId(cli);
  const labs = asked ? [asked] : [...new Set((await findAttempts(data)).map(({ lab }) => lab))];
  const failed: FailedAttempt[] = [];
  const attempts: AttemptSummary[] = [];
  for (const lab of labs) {
    try {
      const stored = await findCurrent(data, lab);
      if (stored) attempts.push(summarise(await readState(stored.folder)));
    } catch (error) {
      // One journal that is broken must not hide the others.
      if (asked || !(error instanceof Failure)) throw error;
      failed.push({ lab, failure: error });
    }
  }
  if (asked && attempts.length === 0)
    throw new Failure('session.no-attempt', exitCodes.usage, { lab: typedLab(cli) });
  if (cli.wantsJson) {
    cli.json({
      attempts: attempts.map((attempt) => ({ ...attempt })),
      failed: documentFailed(cli, failed),
    });
  } else {
    if (labs.length === 0 || (attempts.length === 0 && failed.length === 0))
      cli.out(cli.words.say('cli.status.none'));
    for (const attempt of attempts) print(cli, attempt);
  }
  tellFailed(cli, failed);
  return failed.length > 0 ? exitCodes.operation : exitCodes.done;
};

const marks = { passed: '✓', skipped: '–', open: '·' };

function print(cli: Cli, { lab, openedAt, steps, step }: AttemptSummary): void {
  const { say, language } = cli.words;
  const passed = steps.filter(({ status }) => status === 'passed').length;
  const total = steps.filter(({ status }) => status !== 'skipped').length;
  const at = new Date(openedAt).toLocaleString(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const head = say('cli.status.head', { lab, passed, total, at });
  for (const line of wrap(head, cli.terminal.columns)) cli.out(line);
  for (const { id, status, hints, revealed } of steps) {
    const notes = [
      id === step && status === 'open' ? say('cli.status.here') : '',
      status === 'skipped' ? say('cli.status.skipped') : '',
      hints > 0 ? say('cli.status.hints', { count: hints }) : '',
      revealed ? say('cli.status.revealed') : '',
    ].filter(Boolean);
    const told = notes.length > 0 ? `  (${notes.join(', ')})` : '';
    cli.out(columns([[marks[status], id + told]], cli.terminal.columns));
  }
}
