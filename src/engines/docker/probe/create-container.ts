import type Docker from 'dockerode';
import { exitCodes, Failure } from '../../../failure.ts';
import { type CallOptions, call } from '../call.ts';
import { engineStatus } from '../engine-error.ts';

/**
 * Creates a container. The engine finishes what it has begun after its caller is gone; so one that
 * nobody waits for any more, by an abort or a deadline, is removed as soon as it is there.
 * Failure: `probe.no-toolbox` when its image is not on the engine.
 */
export async function createContainer(
  docker: Docker,
  create: Docker.ContainerCreateOptions,
  options: CallOptions,
): Promise<Docker.Container> {
  options.signal?.throwIfAborted();
  const made = docker.createContainer(create);
  try {
    return await call(() => made, options);
  } catch (error) {
    const { deadline, what } = options;
    const removed = made.then((container) => container.remove({ force: true }));
    await call(() => removed, { deadline, what }).catch(() => {});
    if (engineStatus(error) !== 404) throw error;
    const values = { image: create.Image ?? '' };
    throw new Failure('probe.no-toolbox', exitCodes.operation, values, { cause: error });
  }
}
