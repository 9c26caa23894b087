import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeOwner } from '../engines/docker/describe-owner.ts';
import type { Engines } from '../engines/engines.ts';
import { exitCodes, Failure } from '../failure.ts';
import type { Json } from '../json.ts';
import { expand } from '../lab/expand.ts';
import type { Lab } from '../lab/lab.ts';
import { version } from '../version.ts';
import { Attempt, scopeOf } from './attempt.ts';
import { drawValues } from './draw-values.ts';
import { loadLearner } from './learner.ts';
import { takeLock } from './lock.ts';
import { applyEntries, emptyState, type Opening } from './state.ts';

/** An id that sorts by time and that two runners cannot draw at once. */
export function newAttemptId(now = new Date()): string {
  return `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${randomBytes(3).toString('hex')}`;
}

/**
 * Opens a new attempt: the lab's names must be free, its values are drawn, and all of it is the
 * head of the journal, in one write. Nothing is made on the engine.
 */
export async function createAttempt(
  data: string,
  id: string,
  lab: Lab,
  engines: Engines,
  command: string,
  signal: AbortSignal,
): Promise<Attempt> {
  const names = lab.names;
  await refuseTakenNames(engines, Object.values(names));
  const learner = await loadLearner(data);
  const drawn = await drawValues(lab, learner.seed, engines, signal);
  const opening: Opening = {
    type: 'attempt',
    attempt: id,
    lab: lab.id,
    digest: lab.digest,
    version,
    learner: learner.id,
    names,
    engine: {
      endpoint: engines.docker.endpoint,
      id: engines.docker.id,
      version: engines.docker.value.version,
    },
    cleanup: [],
  };
  const state = emptyState();
  applyEntries(
    state,
    [opening, ...drawn].map((record) => ({ n: 0, at: '', prev: '', ...record })),
  );
  opening.cleanup = lab.cleanup.map((operation) => ({
    uses: operation.uses,
    with: expand<Record<string, Json>>(operation.with, scopeOf(state)),
  }));
  const folder = join(data, 'attempts', lab.id, id);
  await mkdir(join(folder, 'workspace'), { recursive: true });
  const attempt = await Attempt.open(folder, await takeLock(join(folder, 'lock'), command));
  await attempt.record(opening, ...drawn);
  return attempt;
}

/** A name that is taken already is somebody else's: it is never touched, and the lab cannot begin. */
async function refuseTakenNames(engines: Engines, names: Lab['names'][string][]): Promise<void> {
  const found = await Promise.all(names.map(({ kind, name }) => engines.docker.find(kind, name)));
  const taken = found.filter((object) => object !== undefined);
  const [first] = taken;
  if (!first) return;
  const owners = await Promise.all(taken.map((object) => describeOwner(engines.docker, object)));
  throw new Failure('session.name-taken', exitCodes.operation, {
    kind: first.kind,
    name: first.name,
    remove: `docker ${first.kind} rm ${first.kind === 'container' ? '-f ' : ''}${first.name}`,
    owners: taken.map(({ kind, name }, i) => `${kind} ${name} (${owners[i]})`).join('\n  '),
  });
}
