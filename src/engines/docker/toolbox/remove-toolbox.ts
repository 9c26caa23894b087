import { rm } from 'node:fs/promises';
import type Docker from 'dockerode';
import { exitCodes, Failure } from '../../../failure.ts';
import { cachedImage } from '../../../images/cache.ts';
import { call } from '../call.ts';
import { engineStatus } from '../engine-error.ts';
import { tolerate } from '../tolerate.ts';
import { findImage } from './find-image.ts';
import type { Making } from './way.ts';

/**
 * Takes the toolbox off the engine and out of the cache; returns whether the engine had it. An
 * image of that name that labs did not make stays: `images.not-ours`. One that a container uses
 * stays too: `images.in-use`.
 */
export async function removeToolbox(making: Making): Promise<boolean> {
  const { docker, name, cache, architecture, signal } = making;
  const found = await findImage(docker, name, signal);
  if (found && found.source === null) {
    throw new Failure('images.not-ours', exitCodes.operation, { image: name });
  }
  if (found) await removeImage(docker, name, signal);
  await rm(cachedImage(cache, name, architecture), { force: true });
  return found !== undefined;
}

async function removeImage(docker: Docker, name: string, signal: AbortSignal): Promise<void> {
  const what = `docker rmi ${name}`;
  try {
    await tolerate([404], () =>
      call(() => docker.getImage(name).remove(), { deadline: 60_000, signal, what }),
    );
  } catch (cause) {
    if (engineStatus(cause) !== 409) throw cause;
    throw new Failure('images.in-use', exitCodes.operation, { image: name }, { cause });
  }
}
