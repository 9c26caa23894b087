import type { Interface, InterfacesValue, NamespacesValue, Route } from '../values.ts';
import { flag, integer, list, orNull, shape, text, word } from './schema.ts';

const address = shape<Interface['addresses'][number]>('An address of the interface', {
  ip: text('The address'),
  prefix: integer("The length of the subnet's prefix"),
});

const peer = shape<NonNullable<Interface['peer']>>(
  "A veth's other end on the engine's host; null for other kinds, or if it is elsewhere",
  {
    name: text('Its name'),
    index: integer('Its interface index there'),
    bridge: orNull(text('The bridge that it is plugged into, or null')),
  },
);

const parent = shape<NonNullable<Interface['parent']>>(
  "The interface on the engine's host that a macvlan or ipvlan stands on; else null",
  { name: text('Its name'), index: integer('Its interface index there') },
);

const networkInterface = shape<Interface>('A network interface', {
  name: text('Its name in its namespace'),
  index: integer('Its interface index in its namespace'),
  kind: word('What kind of device it is', [
    'loopback',
    'veth',
    'macvlan',
    'ipvlan',
    'bridge',
    'vxlan',
    'dummy',
    'physical',
    'other',
  ]),
  mac: text('Its MAC address'),
  mtu: integer('Its MTU in bytes'),
  up: flag('Whether it is up'),
  addresses: list('Its addresses', address),
  master: orNull(text('The bridge that it is plugged into, in its own namespace; else null')),
  peer: orNull(peer),
  parent: orNull(parent),
});

const route = shape<Route>('A route', {
  to: text('default or a CIDR'),
  via: orNull(text('The next hop; null for a network that is attached directly')),
  interface: text('The interface that it leaves through'),
});

/** `interfaces/NAME`, `interfaces/@engine-host` */
export const interfaces = orNull(
  shape<InterfacesValue>('The interfaces and routes in a network namespace; null if not running', {
    interfaces: list('Its interfaces', networkInterface),
    routes: list('Its routes, those of the main table', route),
  }),
);

/** `namespaces/NAME`, `namespaces/@engine-host` */
export const namespaces = orNull(
  shape<NamespacesValue>('The inodes of its namespaces, as text; null if it does not run', {
    net: text('Network namespace'),
    pid: text('Process namespace'),
    ipc: text('Interprocess communication namespace'),
    mnt: text('Mount namespace'),
    uts: text('Host name namespace'),
    user: text('User namespace'),
  }),
);
