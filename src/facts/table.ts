import type { JsonSchema } from '../json.ts';
import type { AddressKind } from './address.ts';
import { command, file, reach, resolve } from './schemas/asked.ts';
import { container } from './schemas/container.ts';
import { capability, engine } from './schemas/engine.ts';
import { interfaces, namespaces } from './schemas/interfaces.ts';
import { bridge, network } from './schemas/network.ts';
import { orNull } from './schemas/schema.ts';

/**
 * The published table of facts: what the value of each kind of address looks like, as JSON Schema
 * (draft 7). Paths of questions and of `changed` lead into these values.
 */
export const factSchemas: Readonly<Record<AddressKind, JsonSchema>> = {
  engine,
  capability,
  container,
  interfaces,
  namespaces,
  network,
  bridge,
  reach,
  resolve,
  command,
  file,
  inspect: orNull({ type: 'object', description: 'What `docker inspect` prints, as it is' }),
};
