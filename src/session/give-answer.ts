import type { Verdict } from '../checks/check.ts';
import type { Json } from '../json.ts';
import type { Attempt } from './attempt.ts';
import type { Observation } from './observation.ts';

/** Judges an answer on the facts of an observation, and writes it down with its verdict. */
export async function giveAnswer(
  attempt: Attempt,
  observation: Observation,
  question: string,
  given: Json,
): Promise<Verdict> {
  const verdict = observation.answer(question, given);
  const step = observation.step;
  await attempt.record({ type: 'answer', step, question, given, verdict });
  return verdict;
}
