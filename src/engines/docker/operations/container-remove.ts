import { removeObject } from '../remove.ts';
import { needObject } from './need-object.ts';
import { done, type Operate } from './operation.ts';

export const removeContainer: Operate<{ container: string }> = async (context, { container }) => {
  const id = await needObject(context, 'container', container);
  await context.call(`docker rm -fv ${container}`, (signal) =>
    removeObject(context.docker, { kind: 'container', id, name: container }, { signal }),
  );
  return done;
};
