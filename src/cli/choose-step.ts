import { exitCodes, Failure } from '../failure.ts';
import type { Lab, Step } from '../lab/lab.ts';
import { nearest } from '../lab/nearest.ts';
import { findStep } from '../session/begin-step.ts';

/** The step that was asked for; a Failure with exit 2 names the nearest and all that there are. */
export function chooseStep(lab: Lab, asked: string): Step {
  const step = findStep(lab, asked);
  if (step) return step;
  const ids = lab.steps.map(({ id }) => id);
  const guess = nearest(asked, ids);
  const code = guess === undefined ? 'cli.unknown-step' : 'cli.unknown-step-near';
  const values = { step: asked, lab: lab.id, guess: guess ?? '', known: ids.join(', ') };
  throw new Failure(code, exitCodes.usage, values);
}
