import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type Docker from 'dockerode';
import { call } from '../call.ts';
import { createContainer } from '../probe/create-container.ts';
import { tolerate } from '../tolerate.ts';

/** Milliseconds for everything that one trial needs. */
export const trialDeadline = 15_000;

/** Runs a container to its end and returns what it printed; it is gone afterwards, come what may. */
export async function runTrial(
  docker: Docker,
  create: Docker.ContainerCreateOptions,
  signal: AbortSignal,
): Promise<string> {
  const options = { deadline: trialDeadline, signal, what: `docker run ${create.Image}` };
  const container = await createContainer(docker, create, options);
  try {
    return await call((abortSignal) => collect(container, abortSignal), options);
  } finally {
    await removeTrial(container);
  }
}

/** Removes a trial's container, which may be gone or going already. */
export async function removeTrial(container: Docker.Container): Promise<void> {
  const options = { deadline: trialDeadline, what: `docker rm -f ${container.id}` };
  await tolerate([404, 409], () =>
    call((abortSignal) => container.remove({ force: true, abortSignal }), options),
  );
}

async function collect(container: Docker.Container, abortSignal: AbortSignal): Promise<string> {
  const attached = { stream: true, stdout: true, stderr: true, abortSignal };
  const stream = await container.attach(attached);
  const both = new PassThrough();
  const output = text(both);
  container.modem.demuxStream(stream, both, both);
  // The split streams never end by themselves.
  stream.on('end', () => both.end());
  stream.on('error', (cause) => both.destroy(cause));
  await container.start({ abortSignal });
  return output;
}
