import { vi } from 'vitest';
import type { Change } from '../../../src/engines/docker/change.ts';
import type { DockerEngine } from '../../../src/engines/docker/docker.ts';

export interface Followed {
  heard: Change[];
  /** Resolves when the stream has ended, rejects as it does. */
  ended: Promise<void>;
}

/** Follows an engine's changes; when it resolves, the engine is known to be telling. */
export async function followChanges(engine: DockerEngine, signal: AbortSignal): Promise<Followed> {
  const heard: Change[] = [];
  const ended = (async () => {
    for await (const change of engine.changes(signal)) heard.push(change);
  })();
  ended.catch(() => undefined);
  const name = `eng-follow-${process.pid}`;
  await vi.waitFor(async () => {
    await engine.docker.createVolume({ Name: name });
    await engine.docker.getVolume(name).remove();
    if (!heard.some((change) => change.name === name)) throw new Error('nothing heard yet');
  });
  return { heard, ended };
}
