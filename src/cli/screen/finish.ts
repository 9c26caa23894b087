import { stepState } from '../../session/state.ts';
import { wrap } from '../markdown/wrap.ts';
import { buildSteps } from './build-steps.ts';
import { labArgument } from './leave.ts';
import { say } from './print-step.ts';
import type { Screen } from './screen.ts';

/** The end of a lab: what was done, and how to put Docker back as it was. */
export function finish(screen: Screen): void {
  const { block, cli, session, style } = screen;
  const { lab, attempt } = session;
  const states = lab.steps.map((step) => ({ step, ...stepState(attempt.state, step.id) }));
  const passed = states.filter(({ status }) => status === 'passed');
  const points = (of: typeof states) =>
    of
      .flatMap(({ step }) => [...step.checks, ...step.questions])
      .reduce((sum, one) => sum + one.points, 0);
  const counted = states.filter(({ status }) => status !== 'skipped');
  const summary = cli.words.say('screen.summary.points', {
    points: points(passed),
    total: points(counted),
  });
  block.print([
    '',
    ...wrap(
      cli.words.say('screen.summary.title', { lab: say(screen, lab.title) }),
      block.columns,
    ).map((line) => style.bold(style.green(line))),
    ...buildSteps(screen),
    ...wrap(summary, block.columns),
    '',
    ...wrap(cli.words.say('screen.quit.clean'), block.columns),
    `  ${style.bold(`labs clean ${labArgument(screen)}`)}`,
  ]);
}
