import { revealSolution } from '../../session/reveal.ts';
import { stepState } from '../../session/state.ts';
import { makeVisible } from '../markdown/make-visible.ts';
import { confirm } from './confirm.ts';
import type { StepRun } from './step-run.ts';

/** Prints the solution so that it can be copied; the first time only after a yes, for it is written down. */
export async function showSolution(run: StepRun): Promise<void> {
  const { session, block, style, cli } = run.screen;
  const { words } = cli;
  const { revealed } = stepState(session.attempt.state, run.step.id);
  if (revealed.length === 0 && !(await confirm(run, words.say('screen.solution.confirm')))) return;
  const lines = await revealSolution(session.attempt, run.step);
  const shown = lines.flatMap((line) => makeVisible(line).split('\n'));
  block.print([style.bold(words.say('screen.solution.title')), '', ...shown.map(style.cyan), '']);
}
