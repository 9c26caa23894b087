import type { JsonSchema } from '../json.ts';
import { flag, list, only, port, record, text } from './schema/pieces.ts';

const network = text("The network's name");
const container = text("The container's name");
const ip = (description: string): JsonSchema => ({ ...text(description), format: 'ip' });
const words = (description: string) => list(description, { type: 'string' });
const aliases = list('More names for it on this network, which its DNS answers', {
  type: 'string',
  minLength: 1,
});

const networkCreate = only(
  "Makes a Docker network with the attempt's labels",
  {
    network,
    driver: text('Its driver; bridge if left out'),
    subnet: { ...text('Its subnet, such as 172.28.5.0/24'), format: 'cidr' },
    gateway: ip("The gateway's address in the subnet"),
    internal: flag('With true: no way out of it'),
    attachable: flag('With true: containers may be put on a swarm network by hand'),
    options: record("The driver's options", { type: ['string', 'number', 'boolean'] }),
    parent: text("The interface on the engine's host that a macvlan or ipvlan stands on"),
  },
  ['network'],
);

const volume = only(
  'A volume and where the container sees it',
  { volume: text("The volume's name"), path: text('An absolute path in the container') },
  ['volume', 'path'],
);

const containerRun = only(
  "Runs a container in the background with the attempt's labels",
  {
    container,
    image: text('The image; ${{ images.toolbox }} has network tools'),
    command: words('The command and its arguments; what the image says if left out'),
    network: text("A network's name, or bridge, host, none or container/NAME"),
    ip: ip('A fixed address, on a network with a subnet of its own'),
    aliases,
    ports: list('Ports to publish, such as 127.0.0.1:18080:80 or 5353:53/udp', port),
    env: record('Its environment', { type: ['string', 'number'] }),
    hostname: text('Its host name'),
    capabilities: list('Linux capabilities to add, such as NET_ADMIN', {
      type: 'string',
      pattern: '^[A-Z_]+$',
    }),
    volumes: list('Volumes to mount', volume),
  },
  ['container', 'image'],
);

/** The schema of `with` for each operation, by the word that stands in `uses`. */
export const operationSchemas: Readonly<Record<string, JsonSchema>> = {
  run: only(
    "A bash script (3.2 or later), run in the attempt's workspace",
    { run: text('The script; ${{ … }} arrive as environment variables') },
    ['run'],
  ),
  'docker.network.create': networkCreate,
  'docker.network.connect': only(
    'Connects a container to a network',
    { network, container, ip: ip('A fixed address on this network'), aliases },
    ['network', 'container'],
  ),
  'docker.network.disconnect': only(
    'Disconnects a container from a network',
    { network, container },
    ['network', 'container'],
  ),
  'docker.network.remove': only('Removes a network', { network }, ['network']),
  'docker.container.run': containerRun,
  'docker.container.exec': only(
    'Runs a command in a running container, without a shell',
    {
      container,
      command: { ...words('The command and its arguments'), minItems: 1 },
      detach: flag('With true: does not wait for its end'),
    },
    ['container', 'command'],
  ),
  'docker.container.stop': only('Stops a container', { container }, ['container']),
  'docker.container.remove': only('Removes a container, running or not', { container }, [
    'container',
  ]),
  'docker.image.ensure': only(
    'Sees to it that an image is on the engine',
    { image: text('The image') },
    ['image'],
  ),
  'file.write': only(
    "Writes a text file in the attempt's workspace",
    {
      file: { ...text('Its path in the workspace'), format: 'relative-path' },
      content: { type: 'string', description: 'The whole text' },
    },
    ['file', 'content'],
  ),
};

/** The words that an operation's `uses` may be. */
export const operationNames: readonly string[] = Object.keys(operationSchemas);
