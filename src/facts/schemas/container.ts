import type { Attachment, ContainerValue, PublishedPort } from '../values.ts';
import { flag, integer, list, orNull, record, shape, text, word } from './schema.ts';

const attachment = shape<Attachment>('How the container is attached to one network', {
  id: text("The network's id"),
  ip: text('Its IPv4 address there; empty while it does not run, and on a network without any'),
  prefix: integer("The length of the subnet's prefix; 0 without an address"),
  gateway: text('The gateway that Docker gave it there; empty if none'),
  mac: text('Its MAC address there; empty while it does not run'),
  aliases: list('Further names that it has on this network', text('A name')),
});

const port = shape<PublishedPort>('A port that is published', {
  port: integer("The container's port"),
  protocol: text('tcp, udp or sctp'),
  hostIp: text("The host's address that it is bound to; 0.0.0.0 or :: for all"),
  hostPort: integer("The host's port"),
});

/** `container/NAME` */
export const container = orNull(
  shape<ContainerValue>('A container as Docker tells it; null when there is none of this name', {
    id: text('Its full id'),
    name: text('Its name, without a slash'),
    image: text('The image as it was named when the container was made'),
    status: word('Its state', [
      'created',
      'running',
      'paused',
      'restarting',
      'removing',
      'exited',
      'dead',
    ]),
    running: flag('Whether Docker counts it as running; a paused one runs too'),
    exitCode: integer('The exit code of its last run; 0 while it runs'),
    startedAt: text('When it was last started, ISO 8601'),
    hostname: text('Its host name'),
    networkMode: text("bridge, host, none, container, or a network's name"),
    networkOf: orNull(text('With mode container: whose network namespace it shares; else null')),
    networks: record("The networks it is attached to, by the network's name", attachment),
    ports: list('The published ports that are in force; empty while it does not run', port),
    labels: record('Its labels', text('The value of a label')),
  }),
);
