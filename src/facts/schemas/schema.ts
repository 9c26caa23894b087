import type { Json, JsonSchema } from '../../json.ts';

declare const described: unique symbol;

/**
 * A JSON Schema together with the TypeScript type that it describes. The type stands in both
 * positions of the function, so a schema fits exactly its type, no narrower and no wider one.
 */
export type SchemaOf<T> = JsonSchema & { readonly [described]?: (value: T) => T };

export const text = (description: string): SchemaOf<string> => ({ type: 'string', description });

export const flag = (description: string): SchemaOf<boolean> => ({ type: 'boolean', description });

export const integer = (description: string): SchemaOf<number> => ({
  type: 'integer',
  description,
});

/** One of a closed set of words. */
export function word<const Word extends string>(
  description: string,
  words: readonly Word[],
): SchemaOf<Word> {
  return { type: 'string', enum: [...words], description };
}

export function list<Item>(description: string, items: SchemaOf<Item>): SchemaOf<Item[]> {
  return { type: 'array', items, description };
}

export function record<Value>(
  description: string,
  values: SchemaOf<Value>,
): SchemaOf<Record<string, Value>> {
  return { type: 'object', additionalProperties: values, description };
}

/** An object with exactly these properties, all of them there. */
export function shape<T extends object>(
  description: string,
  properties: { [Key in keyof T]-?: SchemaOf<T[Key]> },
): SchemaOf<T> {
  return {
    type: 'object',
    description,
    additionalProperties: false,
    required: Object.keys(properties),
    properties: properties as JsonSchema,
  };
}

/** The value, or `null` when what it is about is not there. */
export function orNull<T>(schema: SchemaOf<T>): SchemaOf<T | null> {
  const { description, ...rest } = schema as { [keyword: string]: Json };
  return { description: description ?? '', anyOf: [rest, { type: 'null' }] };
}
