import { expect, test } from 'vitest';
import { call } from '../../../src/engines/docker/call.ts';
import { waitUntilGone } from '../../../src/engines/docker/wait-until-gone.ts';
import type { ContainerValue } from '../../../src/facts/values.ts';
import { failure, image, useEngine } from './use-engine.ts';

const { attempt, engine, perform, run, seen, web } = useEngine('containers');

test('one that runs already, or has stopped already, is no error (304)', async () => {
  await run();
  await perform('docker.container.stop', { container: web });
  await perform('docker.container.stop', { container: web });
  expect(await seen<ContainerValue>(`container/${web}`)).toMatchObject({
    running: false,
    status: 'exited',
    networks: { bridge: { ip: '' } },
    ports: [],
  });
});

test('a missing image is told in the engine’s words, not in the client’s guess', async () => {
  const error = await failure(run({ image: 'no-such-image:1' }));
  expect(error).toMatchObject({ code: 'docker.operation-failed', exit: 4 });
  expect(error.values.words).toMatch(/no such image/i);
  expect(String((error.cause as Error).message)).toContain('no such container');
});

test('a name that is taken is told in the engine’s words (409)', async () => {
  await run();
  const error = await failure(run());
  expect(error.code).toBe('docker.operation-failed');
  expect(error.values.words).toContain(`/${web}`);
  expect((await seen<ContainerValue>(`container/${web}`)).running).toBe(true);
});

test('a failed publish leaves no created container behind', async () => {
  const other = `${web}-b`;
  await run({ container: other, ports: ['127.0.0.1:0:80'] });
  const [taken] = (await seen<ContainerValue>(`container/${other}`)).ports;
  const error = await failure(run({ ports: [`127.0.0.1:${taken?.hostPort}:80`] }));
  expect(error.values.words).toMatch(/port is already allocated|address already in use/);
  expect(await seen(`container/${web}`)).toBeNull();
});

test('the beginning of an id is not taken for a name', async () => {
  await run();
  const { id } = await seen<ContainerValue>(`container/${web}`);
  expect(await engine().find('container', id.slice(0, 12))).toBeUndefined();
  expect(await seen(`container/${id.slice(0, 12)}`)).toBeNull();
  const container = id.slice(0, 12);
  const error = await failure(perform('docker.container.remove', { container }));
  expect(error.code).toBe('docker.no-such-container');
});

test('one that is being removed already counts as removed', async () => {
  await run();
  const object = await engine().find('container', web);
  if (!object) return expect.unreachable();
  const removals = await Promise.all([1, 2, 3].map(() => engine().remove(object)));
  expect(removals).toContain('removed');
  expect(removals.filter((removal) => removal !== 'removed' && removal !== 'gone')).toEqual([]);
  expect(await engine().find('container', web)).toBeUndefined();
  expect(await engine().remove(object)).toBe('gone');
});

test('removing takes the volumes without a name along, and keeps those with one', async () => {
  const volume = `${attempt}-vol`;
  await run({ volumes: [{ volume, path: '/kept' }] });
  expect(await engine().owned(attempt)).toContainEqual({
    kind: 'volume',
    id: volume,
    name: volume,
  });
  await perform('docker.container.remove', { container: web });
  expect(await engine().find('volume', volume)).toMatchObject({ name: volume });

  const created = await engine().docker.createContainer({
    name: web,
    Image: image,
    Cmd: ['true'],
    Volumes: { '/scratch': {} },
    Labels: { 'labs.attempt': attempt },
  });
  const [mount] = (await created.inspect()).Mounts;
  await perform('docker.container.remove', { container: web });
  expect(await engine().find('volume', mount?.Name ?? '')).toBeUndefined();
});

test('what the runner makes carries its labels', async () => {
  await run();
  expect((await seen<ContainerValue>(`container/${web}`)).labels).toMatchObject({
    'labs.attempt': attempt,
    'labs.lab': 'traps',
    'labs.step': 'one',
  });
});

test('one that removes itself when it ends is waited for until it is gone', async () => {
  const container = await engine().docker.createContainer({
    name: web,
    Image: image,
    Cmd: ['sleep', '1'],
    Labels: { 'labs.attempt': attempt },
    HostConfig: { AutoRemove: true },
  });
  const { id } = container;
  // The wait begins before the start: afterwards, the container may be gone already.
  const gone = call((signal) => waitUntilGone(engine().docker, id, signal), {
    deadline: 20_000,
    what: 'wait',
  });
  await container.start();
  await gone;
  expect(await engine().find('container', web)).toBeUndefined();
});

test('a wait without end is ended by its deadline', async () => {
  await run();
  const container = engine().docker.getContainer(web);
  const wait = call((abortSignal) => container.wait({ abortSignal }), {
    deadline: 300,
    what: 'docker wait',
  });
  expect(await failure(wait)).toMatchObject({
    code: 'docker.deadline',
    values: { what: 'docker wait', seconds: 0.3 },
  });
});
