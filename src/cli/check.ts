import type { Step } from '../lab/lab.ts';
import { currentStep } from '../session/begin-step.ts';
import type { Session } from '../session/session.ts';
import { stepState } from '../session/state.ts';
import { chooseStep } from './choose-step.ts';
import type { Cli, Run } from './command.ts';
import { openRequestedSession } from './open-session.ts';
import { type CheckedStep, describeStep, exitOf, printStep } from './step-result.ts';

export const run: Run = async (cli) => {
  const session = await openRequestedSession(cli, 'check', { looks: true });
  try {
    // What sees and judges is loaded while the helper starts.
    const { checkStep } = await import('./check-step.ts');
    const checked: CheckedStep[] = [];
    for (const step of chooseSteps(cli, session)) {
      const result = describeStep(
        session,
        step,
        (await checkStep(cli, session, step)).verdicts,
        cli.words,
      );
      checked.push(result);
      if (!cli.wantsJson) printStep(cli, result);
    }
    const { attempt, lab } = session;
    const passed = checked.every((step) => step.passed);
    if (cli.wantsJson)
      cli.json({ lab: lab.id, attempt: attempt.id, passed, steps: checked as never });
    return exitOf(checked);
  } finally {
    await session.leave();
  }
};

function chooseSteps(cli: Cli, session: Session): readonly Step[] {
  const { lab } = session;
  const [, asked] = cli.args;
  if (asked !== undefined) return [chooseStep(lab, asked)];
  if (cli.options.all === true) {
    return lab.steps.filter(({ id }) => stepState(session.attempt.state, id).status !== 'skipped');
  }
  return [currentStep(session) ?? lab.steps.at(-1)].filter((step) => step !== undefined);
}
