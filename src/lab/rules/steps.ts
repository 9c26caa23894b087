import type { Draft } from '../draft.ts';
import { checksOf, questionsOf, stepsOf } from '../walk.ts';

/** Every step asks for something. */
export function checkSteps({ lab, problems }: Draft): void {
  for (const step of stepsOf(lab)) {
    const asked = checksOf(step).length + questionsOf(step).length;
    if (asked === 0 && step.get('id').exists) problems.add(step.position, 'step-empty');
  }
}
