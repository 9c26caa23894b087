import { done, type Operate } from './operation.ts';
import { ownerLabels } from './owner-labels.ts';

export interface NetworkCreate {
  network: string;
  driver?: string;
  subnet?: string;
  gateway?: string;
  internal?: boolean;
  attachable?: boolean;
  options?: Record<string, unknown>;
  /** For macvlan and ipvlan: the interface on the engine's host. */
  parent?: string;
}

export const createNetwork: Operate<NetworkCreate> = async ({ call, docker, options }, given) => {
  const { network, driver = 'bridge', subnet, gateway, parent } = given;
  const pool = { ...(subnet && { Subnet: subnet }), ...(gateway && { Gateway: gateway }) };
  const settings = Object.entries(given.options ?? {}).map(([key, value]) => [key, String(value)]);
  await call(`docker network create ${network}`, (abortSignal) =>
    docker.createNetwork({
      Name: network,
      // Without it, engines before 25 make a second network of the same name.
      CheckDuplicate: true,
      Driver: driver,
      Internal: given.internal ?? false,
      Attachable: given.attachable ?? false,
      ...(Object.keys(pool).length > 0 && { IPAM: { Config: [pool] } }),
      Options: { ...Object.fromEntries(settings), ...(parent && { parent }) },
      Labels: ownerLabels(options.owner),
      abortSignal,
    }),
  );
  return done;
};
