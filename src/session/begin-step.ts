import type { CapabilityValue } from '../facts/values.ts';
import type { Lab, Step } from '../lab/lab.ts';
import type { Performing } from './perform.ts';
import { prepareStep } from './prepare-step.ts';
import type { Session } from './session.ts';
import { stepState } from './state.ts';

/** The first step that is neither passed nor skipped; undefined when the lab is done. */
export function currentStep({ lab, attempt }: Session): Step | undefined {
  return lab.steps.find(({ id }) => stepState(attempt.state, id).status === 'open');
}

/** The step with this id; undefined if the lab has none. */
export function findStep(lab: Lab, id: string): Step | undefined {
  return lab.steps.find((step) => step.id === id);
}

/**
 * Makes a step ready, unless it is already: what a learner has done in it stays. A step whose
 * capability this system refutes is skipped, with what the probe saw.
 */
export async function beginStep(
  session: Session,
  step: Step,
  performing: Performing,
): Promise<'ready' | 'skipped'> {
  const { attempt, lab } = session;
  const { state } = attempt;
  if (state.step === step.id && state.ready) return 'ready';
  const refuted = await findRefuted(session, step, performing.signal);
  if (refuted) {
    await attempt.record({ type: 'skipped', step: step.id, ...refuted });
    return 'skipped';
  }
  const why = state.step === step.id ? 'resume' : 'next';
  await prepareStep(attempt, lab, step, why, performing);
  return 'ready';
}

/** Sets a step up again, whatever was done in it; one that this system cannot do is skipped again. */
export async function resetStep(
  { attempt, lab, engines }: Session,
  step: Step,
  performing: Performing,
): Promise<'ready' | 'skipped'> {
  const refuted = await findRefuted({ lab, engines }, step, performing.signal);
  if (refuted) await attempt.record({ type: 'skipped', step: step.id, ...refuted });
  else await prepareStep(attempt, lab, step, 'reset', performing);
  return refuted ? 'skipped' : 'ready';
}

async function findRefuted(
  { lab, engines }: Pick<Session, 'lab' | 'engines'>,
  step: Step,
  signal: AbortSignal,
): Promise<{ capability: string; evidence: string } | undefined> {
  const needed = new Set([...lab.needs.capabilities, ...step.needs.capabilities]);
  for (const capability of needed) {
    const { state, evidence }: CapabilityValue = await engines.capability(capability, signal);
    if (state === 'refuted') return { capability, evidence };
  }
  return undefined;
}
