import { tolerate } from '../tolerate.ts';
import { needObject } from './need-object.ts';
import { done, type Operate } from './operation.ts';

/** Seconds until a container that does not heed SIGTERM is killed: most shells as PID 1 do not. */
const grace = 2;

/** One that has stopped already (HTTP 304) is fine. */
export const stopContainer: Operate<{ container: string }> = async (context, { container }) => {
  const id = await needObject(context, 'container', container);
  await tolerate([304], () =>
    context.call(`docker stop ${container}`, (abortSignal) =>
      context.docker.getContainer(id).stop({ t: grace, abortSignal }),
    ),
  );
  return done;
};
