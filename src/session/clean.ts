import type { EngineObject } from '../engines/engine.ts';
import type { Engines } from '../engines/engines.ts';
import type { Attempt } from './attempt.ts';
import { removeInto, type Swept, sweep } from './owned.ts';
import { perform } from './perform.ts';
import { labStep } from './prepare-step.ts';

/**
 * Restores what stood before the attempt, from labels and the journal alone. Images that the
 * attempt brought go, unless another attempt still needs them. What was learnt stays written down.
 */
export async function cleanAttempt(
  attempt: Attempt,
  engines: Engines,
  needed: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Swept> {
  for (const task of attempt.state.opening?.cleanup ?? []) {
    await perform(attempt, labStep, 'cleanup', task, { engines, signal });
  }
  const swept = await sweep(engines, attempt.state);
  // A helper that outlived its runner is nobody's work: it goes without a word.
  for (const helper of await engines.docker.helpers(attempt.id))
    await engines.docker.remove(helper);
  await removeBrought(attempt.state.brought, engines, needed, swept);
  await attempt.record({ type: 'cleaned', ...swept });
  return swept;
}

async function removeBrought(
  images: readonly EngineObject[],
  engines: Engines,
  needed: ReadonlySet<string>,
  swept: Swept,
): Promise<void> {
  for (const object of images.filter(({ id }) => !needed.has(id))) {
    await removeInto(swept, engines, object);
  }
}
