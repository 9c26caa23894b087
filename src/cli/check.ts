import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import type { Step } from '../lab/lab.ts';
import { nearest } from '../lab/nearest.ts';
import { currentStep } from '../session/begin-step.ts';
import type { Observation } from '../session/observation.ts';
import { concludeStep, observeStep } from '../session/play-step.ts';
import type { Session } from '../session/session.ts';
import { planStep } from '../session/step-plan.ts';
import type { Cli, Run } from './command.ts';
import { openRequestedSession } from './open-session.ts';
import { type CheckedStep, describeStep, printStep } from './step-result.ts';

export const run: Run = async (cli) => {
  const session = await openRequestedSession(cli, 'check');
  try {
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
    await session.close();
  }
};

/** Sees and judges; only the step that is being worked on is written down. */
async function checkStep(cli: Cli, session: Session, step: Step): Promise<Observation> {
  const plan = await planStep(step, session.attempt.scope);
  const { engines } = session;
  const observation = await observeStep(session, plan, { signal: cli.signal });
  if (step === currentStep(session)) {
    await concludeStep(session, plan, observation, { engines, signal: cli.signal });
  }
  return observation;
}

function chooseSteps(cli: Cli, session: Session): readonly Step[] {
  const { lab } = session;
  if (cli.options.all === true) return lab.steps;
  const [, asked] = cli.args;
  const step =
    asked === undefined
      ? (currentStep(session) ?? lab.steps.at(-1))
      : lab.steps.find(({ id }) => id === asked);
  if (step) return [step];
  const ids = lab.steps.map(({ id }) => id);
  throw new Failure('cli.unknown-step', exitCodes.usage, {
    step: asked ?? '',
    lab: lab.id,
    nearest: nearest(asked ?? '', ids) ?? '',
    known: ids.join(', '),
  });
}

function exitOf(checked: readonly CheckedStep[]): ExitCode {
  const statuses = checked.flatMap(({ results }) => results.map(({ status }) => status));
  if (statuses.includes('error')) return exitCodes.operation;
  return checked.every(({ passed }) => passed) ? exitCodes.done : exitCodes.checkFailed;
}
