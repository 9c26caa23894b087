import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { connectDocker, type DockerEngine } from '../../../src/engines/docker/docker.ts';
import type { Performed, PerformOptions } from '../../../src/engines/engine.ts';
import type { Failure } from '../../../src/failure.ts';
import type { Json } from '../../../src/json.ts';

export const image = 'labs-toolbox:1';

/** A connected engine for one test file, with names of its own; what a test makes is removed after it. */
export function useEngine(area: string) {
  const attempt = `eng-${area}-${process.pid}`;
  const web = `${attempt}-web`;
  let engine: DockerEngine;
  beforeAll(async () => {
    engine = await connectDocker();
  });
  afterEach(async () => {
    for (const object of await engine.owned(attempt)) await engine.remove(object);
  });
  afterAll(() => engine.close());

  const perform = (uses: string, given: Record<string, Json>, more?: Partial<PerformOptions>) =>
    engine.perform({ uses, with: given }, options(attempt, more));
  return {
    attempt,
    web,
    net: `${attempt}-net`,
    engine: () => engine,
    perform,
    /** Runs the container `web`, which sleeps. */
    run: (more: Record<string, Json> = {}): Promise<Performed> =>
      perform('docker.container.run', {
        container: web,
        image,
        command: ['sleep', '1000'],
        ...more,
      }),
    exec: (command: string[], more?: Partial<PerformOptions>): Promise<Performed> =>
      perform('docker.container.exec', { container: web, command }, more),
    seen: <T>(address: string): Promise<T> => seen<T>(engine, address),
  };
}

function options(attempt: string, more: Partial<PerformOptions> = {}): PerformOptions {
  return {
    owner: { attempt, lab: 'traps', step: 'one' },
    signal: new AbortController().signal,
    deadline: 30_000,
    env: {},
    cwd: '/',
    ...more,
  };
}

async function seen<T>(engine: DockerEngine, address: string): Promise<T> {
  const helper = () => Promise.reject(new Error('no helper is needed here'));
  const look = engine.look(new AbortController().signal, helper);
  const fact = await engine.see(look, { address });
  expect(fact.unobserved).toBeUndefined();
  return fact.value as T;
}

/** What a promise is rejected with. */
export async function failure(promise: Promise<unknown>): Promise<Failure> {
  return promise.then(
    () => expect.unreachable('it should have failed'),
    (error) => error,
  );
}
