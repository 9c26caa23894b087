import type { JsonSchema } from '../../json.ts';
import type { CheckKind } from '../check.ts';
import { given, jsonSchema, text } from '../given.ts';
import { absent } from '../presence.ts';
import { findSchemaMismatch } from '../schema-match.ts';

interface With {
  container?: string;
  network?: string;
  image?: string;
  schema: JsonSchema;
}

/** What `docker inspect` prints of an object meets a JSON Schema. */
export const resourceMatches: CheckKind<With> = {
  uses: 'resource.matches',
  schema: given(
    ['schema'],
    {
      container: text("A container's name"),
      network: text("A network's name"),
      image: text("An image's name"),
      schema: jsonSchema('The JSON Schema that the object must meet'),
    },
    { oneOf: ['container', 'network', 'image'].map((key) => ({ required: [key] })) },
  ),
  probes: (asked) => [{ address: addressOf(asked) }],
  judge(asked, facts) {
    const at = addressOf(asked);
    const value = facts.value(at);
    if (value === null) return absent(at);
    const found = findSchemaMismatch(asked.schema, value);
    if (!found) return undefined;
    const { where } = found.values;
    return { ...found, at: `${at}#${where}`, values: { ...found.values, subject: 'inspect' } };
  },
};

function addressOf({ container, network, image = '' }: With): string {
  if (container !== undefined) return `inspect/container/${container}`;
  return network === undefined ? `inspect/image/${image}` : `inspect/network/${network}`;
}
