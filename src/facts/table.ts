import type { Json, JsonSchema } from '../json.ts';
import { type AddressKind, addressKinds } from './address.ts';
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

const place = '(learner|engine-host|container/[^/]+)';

/** How the addresses of each kind are built: for people, and as a pattern. */
const forms: Readonly<Record<AddressKind, { form: string; pattern: string }>> = {
  engine: { form: 'engine/docker', pattern: '^engine/docker$' },
  capability: { form: 'capability/NAME', pattern: '^capability/.+$' },
  container: { form: 'container/NAME', pattern: '^container/[^/]+$' },
  interfaces: { form: 'interfaces/(NAME|@engine-host)', pattern: '^interfaces/[^/]+$' },
  namespaces: { form: 'namespaces/(NAME|@engine-host)', pattern: '^namespaces/[^/]+$' },
  network: { form: 'network/NAME', pattern: '^network/[^/]+$' },
  bridge: { form: 'bridge/NETWORK', pattern: '^bridge/[^/]+$' },
  reach: { form: 'reach/PLACE/(HOST:PORT|URL)', pattern: `^reach/${place}/.+$` },
  resolve: { form: 'resolve/PLACE/NAME', pattern: `^resolve/${place}/.+$` },
  command: { form: 'command/DIGEST', pattern: '^command/[0-9a-f]{16}$' },
  file: { form: 'file/PLACE/PATH', pattern: `^file/${place}/.+$` },
  inspect: {
    form: 'inspect/(container|network|image)/NAME',
    pattern: '^inspect/(container|network|image)/.+$',
  },
};

/** The document `schemas/facts.schema.json`: a fact of any kind, and the value of each kind. */
export function factsSchemaDocument(): JsonSchema {
  const definitions = Object.fromEntries(
    addressKinds.map((kind) => [kind, { title: forms[kind].form, ...factSchemas[kind] }]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://labs.invalid/schemas/facts.schema.json',
    title: 'A fact of labs',
    description:
      'One thing that an engine saw. PLACE is learner, engine-host or container/NAME. ' +
      'What is not there has the value null; what could not be had carries unobserved.',
    type: 'object',
    required: ['address', 'at', 'observation', 'value'],
    additionalProperties: false,
    properties: { ...factProperties },
    if: { required: ['unobserved'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { value: { type: 'null' } } },
    else: { oneOf: addressKinds.map(pairOf) },
    definitions,
  };
}

const factProperties: JsonSchema = {
  address: { type: 'string', description: 'What it is about, and where it was seen from' },
  at: { type: 'string', description: 'When it was seen, ISO 8601 with milliseconds' },
  observation: { type: 'integer', minimum: 0, description: 'Facts of one number belong together' },
  value: { description: 'What was seen; by the kind of the address' },
  unobserved: {
    type: 'object',
    description: 'Why it could not be had',
    required: ['code', 'detail'],
    additionalProperties: false,
    properties: {
      code: {
        enum: ['deadline', 'engine', 'refused', 'too-large'],
        description: 'The kind of reason',
      },
      detail: { type: 'string', description: "The system's own words" },
    },
  },
};

function pairOf(kind: AddressKind): Json {
  return {
    properties: {
      address: { pattern: forms[kind].pattern },
      value: { $ref: `#/definitions/${kind}` },
    },
  };
}
