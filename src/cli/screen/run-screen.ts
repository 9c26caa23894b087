import { type ExitCode, exitCodes } from '../../failure.ts';
import type { Step } from '../../lab/lab.ts';
import { beginStep, currentStep } from '../../session/begin-step.ts';
import type { Session } from '../../session/session.ts';
import { stepState } from '../../session/state.ts';
import type { Cli } from '../command.ts';
import { makeVisible } from '../markdown/make-visible.ts';
import { wrap } from '../markdown/wrap.ts';
import { finish } from './finish.ts';
import { sayGoodbye } from './leave.ts';
import { openScreen } from './open-screen.ts';
import { prepare } from './prepare.ts';
import { say } from './print-step.ts';
import { runStep, type StepEnd } from './run-step.ts';
import type { Screen } from './screen.ts';

/**
 * The interactive run of a lab: from the current step to the last, or to where the learner leaves.
 * Exit 0 also for who leaves by `q`; 130 for Ctrl-C.
 */
export async function runScreen(cli: Cli, session: Session): Promise<ExitCode> {
  const screen = openScreen(cli, session);
  try {
    for (;;) {
      const step = currentStep(session);
      if (!step) {
        finish(screen);
        return exitCodes.done;
      }
      const end = await beginAndRun(screen, step);
      if (end === 'next') continue;
      sayGoodbye(screen);
      return exitOf(end);
    }
  } finally {
    screen.close();
  }
}

async function beginAndRun(screen: Screen, step: Step): Promise<StepEnd> {
  const prepared = await prepare(screen, (performing) =>
    beginStep(screen.session, step, performing),
  );
  if ('left' in prepared) return prepared;
  if (prepared.done === 'ready') return runStep(screen, step);
  tellSkipped(screen, step);
  return 'next';
}

function tellSkipped(screen: Screen, step: Step): void {
  const { session, block, cli, style } = screen;
  const { skipped } = stepState(session.attempt.state, step.id);
  const why = makeVisible(cli.words.say('cli.skipped', { ...skipped }));
  block.print([
    '',
    ...wrap(say(screen, step.title), block.columns).map(style.bold),
    ...wrap(`– ${why}`, block.columns),
  ]);
}

function exitOf(end: Exclude<StepEnd, 'next'>): ExitCode {
  if (typeof end === 'object') return end.left;
  return end === 'quit' ? exitCodes.done : exitCodes.interrupted;
}
