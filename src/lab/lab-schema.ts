import { loadAllCheckKinds } from '../checks/kinds/index.ts';
import type { JsonSchema } from '../json.ts';
import { operationSchemas } from './operations.ts';
import { labFile } from './schema/lab-file.ts';
import { check, operation } from './schema/step.ts';

/**
 * The JSON Schema (draft 7) of a lab's file: what an editor completes it with. `uses` decides
 * what may stand under `with`.
 */
export async function labSchema(): Promise<JsonSchema> {
  const kinds = Object.entries(await loadAllCheckKinds());
  const checks = Object.fromEntries(kinds.map(([uses, { schema }]) => [uses, schema]));
  const definitions = labFile.definitions as JsonSchema;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'labs/v1',
    ...labFile,
    definitions: {
      ...definitions,
      check: discriminate(check, checks),
      operation: discriminate(operation, operationSchemas),
    },
  };
}

/** The same object, with `uses` one of the kinds and `with` as that kind wants it. */
function discriminate(shape: JsonSchema, kinds: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const properties = shape.properties as Record<string, JsonSchema>;
  return {
    ...shape,
    properties: { ...properties, uses: { ...properties.uses, enum: Object.keys(kinds) } },
    allOf: Object.entries(kinds).map(([uses, schema]) => ({
      if: { properties: { uses: { const: uses } }, required: ['uses'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { with: schema } },
    })),
  };
}
