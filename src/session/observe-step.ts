import type { Engines } from '../engines/engines.ts';
import type { Attempt } from './attempt.ts';
import { engineLost } from './engine-lost.ts';
import { Observation, type ObservationOptions } from './observation.ts';
import { factBefore } from './record-observation.ts';
import { stepState } from './state.ts';
import type { StepPlan } from './step-plan.ts';

type Observing = Pick<ObservationOptions, 'signal' | 'onVerdict'>;

/** An observation of a step of an attempt, with the answers given and the facts of earlier steps. */
export function newObservation(
  attempt: Attempt,
  engines: Engines,
  plan: StepPlan,
  { signal, onVerdict }: Observing,
): Observation {
  return new Observation(plan, {
    engines,
    place: attempt.place,
    signal,
    answers: stepState(attempt.state, plan.step.id).answers,
    before: (step, address) => factBefore(attempt.state, step, address),
    onVerdict,
  });
}

/**
 * Sees and judges a step once; `within` of each check is waited for. Failure `docker.lost` when
 * checks could not see anything because the engine is gone: that judges nothing.
 */
export async function observeStep(
  attempt: Attempt,
  engines: Engines,
  plan: StepPlan,
  observing: Observing,
): Promise<Observation> {
  const observation = newObservation(attempt, engines, plan, observing);
  await observation.run();
  const blind = [...observation.verdicts.values()].some(({ status }) => status === 'error');
  if (!blind || (await engines.docker.answers(observing.signal))) return observation;
  observing.signal.throwIfAborted();
  throw engineLost(`labs check ${plan.step.id}`);
}
