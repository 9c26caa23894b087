import { exitCodes, Failure } from '../../../failure.ts';
import { findObject } from '../objects.ts';
import type { Context } from './operation.ts';

/**
 * The id of the object of exactly this name: ids are never ambiguous, and the engine takes the
 * beginning of an id for a name. Throws `docker.no-such-<kind>`.
 */
export async function needObject(
  { docker, options }: Context,
  kind: 'container' | 'network',
  name: string,
): Promise<string> {
  const found = await findObject(docker, kind, name, options.signal);
  if (found) return found.id;
  throw new Failure(`docker.no-such-${kind}`, exitCodes.operation, { name });
}
