import { needObject } from './need-object.ts';
import { done, type Operate } from './operation.ts';

export interface NetworkDisconnect {
  network: string;
  container: string;
}

export const disconnectNetwork: Operate<NetworkDisconnect> = async (context, given) => {
  const network = await needObject(context, 'network', given.network);
  const Container = await needObject(context, 'container', given.container);
  await context.call(
    `docker network disconnect ${given.network} ${given.container}`,
    (abortSignal) =>
      context.docker
        .getNetwork(network)
        .disconnect({ Container, abortSignal } as { Container: string }),
  );
  return done;
};
