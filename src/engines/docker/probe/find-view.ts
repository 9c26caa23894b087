import type { Place } from '../../../facts/address.ts';
import type { Look } from '../look.ts';
import { findProcess } from './find-process.ts';
import type { View } from './resolve-name.ts';

/** From where something is asked; null if that container is not there or does not run. */
export async function findView(look: Look, place: Place | undefined): Promise<View | null> {
  if (place?.kind === 'engine-host') return { signal: look.signal };
  if (place?.kind !== 'container') throw new Error(`not a place of the engine: ${place?.kind}`);
  const process = await findProcess(look, place.container);
  return process && { process, signal: look.signal };
}
