import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engines } from '../engines/engines.ts';
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
 * Opens a new attempt of a lab whose names are free: its values are drawn, and all of it is the
 * head of the journal, in one write. The opening comes last: a write that was torn has opened
 * nothing. Nothing is made on the engine.
 */
export async function createAttempt(
  data: string,
  id: string,
  lab: Lab,
  engines: Engines,
  command: string,
  signal: AbortSignal,
): Promise<Attempt> {
  const learner = await loadLearner(data);
  const drawn = await drawValues(lab, learner.seed, engines, signal);
  const opening: Opening = {
    type: 'attempt',
    attempt: id,
    lab: lab.id,
    digest: lab.digest,
    version,
    learner: learner.id,
    names: lab.names,
    steps: lab.steps.map((step) => step.id),
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
    [...drawn, opening].map((record) => ({ n: 0, at: '', prev: '', ...record })),
  );
  opening.cleanup = lab.cleanup.map((operation) => ({
    uses: operation.uses,
    with: expand<Record<string, Json>>(operation.with, scopeOf(state)),
  }));
  const folder = join(data, 'attempts', lab.id, id);
  await mkdir(join(folder, 'workspace'), { recursive: true });
  const attempt = await Attempt.open(folder, await takeLock(join(folder, 'lock'), command));
  await attempt.record(...drawn, opening);
  return attempt;
}
