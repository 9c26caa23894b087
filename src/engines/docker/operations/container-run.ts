import type Docker from 'dockerode';
import { removeObject } from '../remove.ts';
import { type ContainerRun, containerConfig } from './container-config.ts';
import { needObject } from './need-object.ts';
import { type Context, done, type Operate } from './operation.ts';

const sharing = /^container\/(.+)$/;

/**
 * Makes a container and starts it. When it cannot be started (a host port that is taken, a command
 * that is not there) the engine keeps what it made: that is ours, and removed again.
 */
export const runContainer: Operate<ContainerRun> = async (context, given) => {
  const owner = sharing.exec(given.network ?? '')?.[1];
  const shared = owner === undefined ? undefined : await needObject(context, 'container', owner);
  const body = containerConfig(given, context.options.owner, shared);
  const what = `docker run ${given.container}`;
  const container = await context.call(what, (abortSignal) =>
    // docker-modem puts what is not marked as body into the URL as well.
    context.docker.createContainer({
      _query: { name: given.container },
      _body: body,
      abortSignal,
    } as Docker.ContainerCreateOptions),
  );
  try {
    await context.call(what, (abortSignal) => container.start({ abortSignal }));
  } catch (error) {
    await withdraw(context, container.id, given.container);
    throw error;
  }
  return done;
};

/** What stopped the start is what the caller hears, whatever becomes of this. */
async function withdraw({ docker }: Context, id: string, name: string): Promise<void> {
  await removeObject(docker, { kind: 'container', id, name }).catch(() => undefined);
}
