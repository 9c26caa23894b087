import type Docker from 'dockerode';
import type { Performed, PerformOptions, Task } from '../../engine.ts';
import { execInContainer } from './container-exec.ts';
import { removeContainer } from './container-remove.ts';
import { runContainer } from './container-run.ts';
import { stopContainer } from './container-stop.ts';
import { ensureImage } from './image-ensure.ts';
import { connectNetwork } from './network-connect.ts';
import { createNetwork } from './network-create.ts';
import { disconnectNetwork } from './network-disconnect.ts';
import { removeNetwork } from './network-remove.ts';
import { buildContext, type Operate } from './operation.ts';

const operations: Readonly<Record<string, Operate<never>>> = {
  'docker.network.create': createNetwork,
  'docker.network.connect': connectNetwork,
  'docker.network.disconnect': disconnectNetwork,
  'docker.network.remove': removeNetwork,
  'docker.container.run': runContainer,
  'docker.container.exec': execInContainer,
  'docker.container.stop': stopContainer,
  'docker.container.remove': removeContainer,
  'docker.image.ensure': ensureImage,
};

/** The operations that Docker performs. */
export const dockerOperations: readonly string[] = Object.keys(operations);

/**
 * Performs one `docker.*` operation. Throws a Failure with the engine's own words when it cannot
 * be done: `docker.operation-failed`, `docker.no-such-*`, `docker.deadline`, `docker.lost`.
 */
export async function performTask(
  docker: Docker,
  { uses, with: given }: Task,
  options: PerformOptions,
): Promise<Performed> {
  const operate = Object.hasOwn(operations, uses) ? operations[uses] : undefined;
  if (!operate) throw new Error(`Docker has no operation ${uses}`);
  // The lab's schema has checked `with`, operation by operation.
  return operate(buildContext(docker, options), given as never);
}
