import { pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { call } from '../../../src/engines/docker/call.ts';
import { connectDocker, type DockerEngine } from '../../../src/engines/docker/docker.ts';
import { waitUntilGone } from '../../../src/engines/docker/wait-until-gone.ts';
import { startPrivateEngine } from '../../private-engine.ts';
import { followChanges } from './follow-changes.ts';
import { failure } from './use-engine.ts';

/** A container that is never started: no process of it outlives its engine. */
async function createContainer({ docker }: DockerEngine) {
  const files = pack();
  files.entry({ name: 'hello' }, 'hello');
  files.finalize();
  const imported = await docker.importImage(files as unknown as NodeJS.ReadableStream, {
    repo: 'empty',
    tag: '1',
  });
  for await (const _ of imported as AsyncIterable<Buffer> & NodeJS.ReadableStream);
  return docker.createContainer({ Image: 'empty:1', Cmd: ['/hello'], name: 'never-started' });
}

test('an engine that dies in the middle of a call, an answer and an event stream is lost', async () => {
  await using machine = await startPrivateEngine();
  const engine = await connectDocker({ env: { DOCKER_HOST: machine.host } });
  const { id } = await createContainer(engine);
  const signal = new AbortController().signal;
  const { ended } = await followChanges(engine, signal);
  const options = { deadline: 60_000, what: 'docker wait never-started' };
  const waiting = failure(call((end) => waitUntilGone(engine.docker, id, end), options));
  // The head of the answer to the wait is here when the engine has answered something else.
  await engine.docker.ping();
  await machine.kill();

  expect(await waiting).toMatchObject({ code: 'docker.lost', exit: 3 });
  expect(await failure(ended)).toMatchObject({ code: 'docker.lost', exit: 3 });
  expect(await failure(engine.find('container', 'web'))).toMatchObject({ code: 'docker.lost' });
  const connecting = connectDocker({ env: { DOCKER_HOST: machine.host } });
  expect(await failure(connecting)).toMatchObject({
    code: 'docker.not-there',
    exit: 3,
    values: { endpoint: machine.host, source: 'DOCKER_HOST' },
  });

  const look = engine.look(signal, () => Promise.reject(new Error('no helper')));
  const fact = await engine.see(look, { address: 'container/web' });
  expect(fact).toMatchObject({ value: null, unobserved: { code: 'engine' } });

  await machine.restart();
  expect(await engine.find('container', 'never-started')).toMatchObject({ id });
  engine.close();
});
