import type { EngineObject } from '../engines/engine.ts';
import type { Engines } from '../engines/engines.ts';
import type { AttemptState } from './state.ts';

/**
 * What stands on the engine of an attempt: whatever bears its label, and whatever bears one of the
 * lab's names. None of the names existed when the attempt began, so what bears one now is its;
 * after a clean that left nothing it is not.
 * Containers come first: a network can only go after them.
 */
export async function findOwned(engines: Engines, state: AttemptState): Promise<EngineObject[]> {
  const { opening, cleaned } = state;
  if (!opening) return [];
  const [labelled, named] = await Promise.all([
    engines.docker.owned(opening.attempt),
    Promise.all(
      Object.values(cleaned ? {} : opening.names).map(({ kind, name }) =>
        engines.docker.find(kind, name),
      ),
    ),
  ]);
  const all = [...labelled, ...named.filter((object) => object !== undefined)];
  const byId = new Map(all.map((object) => [`${object.kind} ${object.id}`, object]));
  const order = ['container', 'network', 'volume', 'image'];
  return [...byId.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** What could not be removed: others hold it, or the engine refuses, in its own words. */
export interface Left {
  object: EngineObject;
  why: 'in-use' | 'refused';
  /** The names of the containers that hold it. */
  by: string[];
  words: string;
}

export interface Swept {
  removed: EngineObject[];
  left: Left[];
}

/** Removes an attempt's objects, apart from those whose ids are in `keep`. */
export async function sweep(
  engines: Engines,
  state: AttemptState,
  keep: ReadonlySet<string> = new Set(),
): Promise<Swept> {
  const swept: Swept = { removed: [], left: [] };
  const objects = (await findOwned(engines, state)).filter(({ id }) => !keep.has(id));
  for (const kind of ['container', 'network', 'volume', 'image'] as const) {
    await Promise.all(
      objects
        .filter((object) => object.kind === kind)
        .map(async (object) => {
          await removeInto(swept, engines, object);
        }),
    );
  }
  return swept;
}

/** Removes one object and notes what came of it. */
export async function removeInto(
  swept: Swept,
  engines: Engines,
  object: EngineObject,
): Promise<void> {
  const result = await engines.docker.remove(object);
  if (typeof result === 'string') swept.removed.push(object);
  else swept.left.push({ object, why: result.left, by: result.by, words: result.words });
}
