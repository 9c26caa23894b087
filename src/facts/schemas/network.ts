import type { BridgeValue, NetworkValue } from '../values.ts';
import { flag, integer, list, orNull, record, shape, text } from './schema.ts';

const subnet = shape<NetworkValue['subnets'][number]>('A subnet of the network', {
  subnet: text('The subnet as a CIDR'),
  gateway: text('Its gateway; empty if Docker names none'),
});

/** `network/NAME` */
export const network = orNull(
  shape<NetworkValue>('A Docker network; null when there is none of this name', {
    id: text('Its full id'),
    name: text('Its name'),
    driver: text('bridge, host, null, macvlan, ipvlan, overlay, or a plugin'),
    scope: text('local, swarm or global'),
    internal: flag('Whether it was made with --internal'),
    attachable: flag('Whether it was made with --attachable'),
    subnets: list('Its subnets', subnet),
    options: record(
      "The driver's options; an option without a value is an empty text",
      text('The value of an option'),
    ),
    bridge: orNull(text("Its Linux bridge on the engine's host; null for other drivers")),
    containers: list('The names of the running containers on it', text("A container's name")),
    sameName: integer('How many networks bear this name: old engines allow several'),
  }),
);

const row = shape<BridgeValue['table'][number]>("A row of the bridge's table", {
  mac: text('A MAC address'),
  port: text('The interface behind which it is'),
  permanent: flag("Whether it is a port's own address and was not learned"),
});

/** `bridge/NETWORK` */
export const bridge = orNull(
  shape<BridgeValue>('The Linux bridge of a Docker network; null when the network has none', {
    name: text('Its name as an interface'),
    ports: list('The interfaces that are plugged into it', text("An interface's name")),
    table: list('Which MAC address is behind which port', row),
  }),
);
