import type Docker from 'dockerode';
import { endpointSettings } from './endpoint-settings.ts';
import { needObject } from './need-object.ts';
import { done, type Operate } from './operation.ts';

export interface NetworkConnect {
  network: string;
  container: string;
  ip?: string;
  aliases?: string[];
}

export const connectNetwork: Operate<NetworkConnect> = async (context, given) => {
  const network = await needObject(context, 'network', given.network);
  const container = await needObject(context, 'container', given.container);
  await context.call(`docker network connect ${given.network} ${given.container}`, (abortSignal) =>
    context.docker.getNetwork(network).connect({
      Container: container,
      EndpointConfig: endpointSettings(given),
      abortSignal,
    } as Docker.NetworkConnectOptions),
  );
  return done;
};
