import { solveQuestion } from '../checks/answer.ts';
import type { Verdict } from '../checks/check.ts';
import type { Step } from '../lab/lab.ts';
import { beginStep } from './begin-step.ts';
import { giveAnswer } from './give-answer.ts';
import type { Observation, ObservationOptions } from './observation.ts';
import { observeStep } from './observe-step.ts';
import { findOwned } from './owned.ts';
import { type Performing, perform } from './perform.ts';
import { performAll, prepareStep } from './prepare-step.ts';
import { recordObservation } from './record-observation.ts';
import type { Session } from './session.ts';
import { stepState } from './state.ts';
import { planStep, type StepPlan } from './step-plan.ts';

export type Outcome = 'passed' | 'failed' | 'skipped';

export interface Played {
  outcome: Outcome;
  verdicts: ReadonlyMap<string, Verdict>;
}

export interface Playing extends Performing {
  onVerdict?: ObservationOptions['onVerdict'];
}

/**
 * Plays a step's first solution from a clean start and answers its questions from what is there.
 * A step that has passed or was skipped is left alone: nothing is performed.
 */
export async function playStep(session: Session, step: Step, playing: Playing): Promise<Played> {
  const { attempt, lab } = session;
  const known = stepState(attempt.state, step.id);
  if (known.status !== 'open') {
    return {
      outcome: known.status,
      verdicts: new Map(Object.entries(known.passed?.verdicts ?? {})),
    };
  }
  if ((await beginStep(session, step, playing)) === 'skipped') {
    return { outcome: 'skipped', verdicts: new Map() };
  }
  if (await isTouched(session)) await prepareStep(attempt, lab, step, 'reset', playing);
  const [solution = []] = Object.values(step.solutions);
  await performAll(attempt, step, 'solution', solution, playing);
  const plan = await planStep(step, attempt.scope);
  const observation = await observeStep(attempt, session.engines, plan, playing);
  await answerAll(session, plan, observation);
  await concludeStep(session, plan, observation, playing);
  return { outcome: observation.passed ? 'passed' : 'failed', verdicts: observation.verdicts };
}

/** Writes an observation down; one that makes the step pass takes the lab's evidence along. */
export async function concludeStep(
  { attempt }: Session,
  plan: StepPlan,
  observation: Observation,
  performing: Performing,
): Promise<void> {
  const passes = observation.passed && stepState(attempt.state, plan.step.id).status !== 'passed';
  if (passes) await observation.extend(plan.observe);
  await recordObservation(attempt, plan.step.id, observation);
  if (!passes) return;
  // What a capture prints is evidence for the report; a capture that fails does not undo the step.
  for (const operation of plan.step.capture) {
    await perform(attempt, plan.step.id, 'capture', operation, {
      ...performing,
      onOutput: () => {},
    });
  }
}

/** Whether something was done in the step since it was made ready; then its solution may collide. */
async function isTouched({ attempt, engines }: Session): Promise<boolean> {
  const now = (await findOwned(engines, attempt.state)).map(({ id }) => id).sort();
  const then = attempt.state.objects.map(({ id }) => id).sort();
  return attempt.state.worked || now.join() !== then.join();
}

async function answerAll(
  { attempt }: Session,
  plan: StepPlan,
  observation: Observation,
): Promise<void> {
  for (const { question } of plan.questions) {
    const given = solveQuestion(question, observation.evidence);
    if (given !== undefined) await giveAnswer(attempt, observation, question.id, given);
  }
}
