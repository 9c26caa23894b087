import { type ExitCode, exitCodes } from '../failure.ts';
import type { Step } from '../lab/lab.ts';
import { type Outcome, playStep } from '../session/play-step.ts';
import { showOperation } from '../session/reveal.ts';
import type { Session } from '../session/session.ts';
import { stepState } from '../session/state.ts';
import { columns } from './columns.ts';
import type { Cli } from './command.ts';
import { makeVisible } from './markdown/make-visible.ts';
import { type CheckedStep, describeStep, exitOf, printStep } from './step-result.ts';
import { makeStyle } from './style.ts';

/** Plays the reference solutions of steps, one after the other; goes on to the next only if it passed. */
export async function playSteps(
  cli: Cli,
  session: Session,
  steps: readonly Step[],
): Promise<ExitCode> {
  const { attempt, lab, engines } = session;
  const style = makeStyle(cli.terminal.color);
  const results: (CheckedStep & { outcome: Outcome })[] = [];
  for (const step of steps) {
    const played = await playStep(session, step, {
      engines,
      signal: cli.signal,
      onStart: (task, phase) => {
        if (phase === 'capture') return;
        for (const line of makeVisible(showOperation(task, attempt)).split('\n'))
          cli.err(style.dim(`    $ ${line}`));
      },
    });
    const result = describeStep(session, step, played.verdicts, cli.words);
    results.push({ ...result, outcome: played.outcome });
    if (!cli.wantsJson) printPlayed(cli, session, result, played.outcome);
    if (played.outcome === 'failed') break;
  }
  const passed =
    results.length === steps.length && results.every(({ outcome }) => outcome !== 'failed');
  if (cli.wantsJson)
    cli.json({ lab: lab.id, attempt: attempt.id, passed, steps: results as never });
  return passed ? exitCodes.done : exitOf(results);
}

function printPlayed(cli: Cli, session: Session, result: CheckedStep, outcome: Outcome): void {
  if (outcome !== 'skipped') {
    printStep(cli, result);
    return;
  }
  const { skipped } = stepState(session.attempt.state, result.step);
  printStep(cli, { ...result, results: [] });
  const why = makeVisible(cli.words.say('cli.skipped', { ...skipped }));
  cli.out(columns([['–', why]], cli.terminal.columns));
}
