import type { Step } from '../lab/lab.ts';
import { currentStep } from '../session/begin-step.ts';
import type { Observation } from '../session/observation.ts';
import { observeStep } from '../session/observe-step.ts';
import { concludeStep } from '../session/play-step.ts';
import type { Session } from '../session/session.ts';
import { planStep } from '../session/step-plan.ts';
import type { Cli } from './command.ts';

/** Sees and judges; only the step that is being worked on is written down. */
export async function checkStep(cli: Cli, session: Session, step: Step): Promise<Observation> {
  const plan = await planStep(step, session.attempt.scope);
  const { engines } = session;
  const observation = await observeStep(session.attempt, session.engines, plan, {
    signal: cli.signal,
  });
  if (step === currentStep(session)) {
    await concludeStep(session, plan, observation, { engines, signal: cli.signal });
  }
  return observation;
}
