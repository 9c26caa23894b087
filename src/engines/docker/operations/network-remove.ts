import { needObject } from './need-object.ts';
import { done, type Operate } from './operation.ts';

export const removeNetwork: Operate<{ network: string }> = async (context, { network }) => {
  const id = await needObject(context, 'network', network);
  await context.call(`docker network rm ${network}`, (abortSignal) =>
    context.docker.getNetwork(id).remove({ abortSignal }),
  );
  return done;
};
