import type { JsonSchema } from '../json.ts';

/**
 * Pieces of the schemas of `with`. They hold before expansion, so a text may be a placeholder, and
 * a number may be written as one: `${{ vars.port }}` arrives as the text of a number.
 */
const placeholder = '\\$\\{\\{.+\\}\\}';

/** A whole number, or the text of one. */
export type Whole = number | string;

export const text = (description: string): JsonSchema => ({
  type: 'string',
  minLength: 1,
  description,
});

export const flag = (description: string): JsonSchema => ({ type: 'boolean', description });

export const word = (description: string, words: readonly string[]): JsonSchema => ({
  type: 'string',
  enum: [...words],
  description,
});

export const whole = (description: string, minimum: number, maximum: number): JsonSchema => ({
  type: ['integer', 'string'],
  minimum,
  maximum,
  pattern: `^([0-9]+|${placeholder})$`,
  description,
});

export const port = (description: string): JsonSchema => whole(description, 1, 65_535);

export const place = (description: string): JsonSchema => ({
  type: 'string',
  pattern: `^(learner|engine-host|container/.+|${placeholder})$`,
  description: `${description}: learner, engine-host or container/NAME`,
});

export const duration = (description: string): JsonSchema => ({
  type: 'string',
  pattern: '^[0-9]+([.][0-9]+)?(ms|s|m)$',
  description: `${description}, such as 500ms or 2s`,
});

/** An author's JSON Schema; the empty one could not fail. */
export const jsonSchema = (description: string): JsonSchema => ({
  type: 'object',
  minProperties: 1,
  description,
});

/** What a text must be like; see `findMismatch`. */
export const match = (description: string): JsonSchema => ({
  type: 'object',
  description,
  additionalProperties: false,
  anyOf: ['equals', 'contains', 'matches', 'schema'].map((key) => ({ required: [key] })),
  properties: {
    equals: { description: 'The whole text, but for white space at its end; or a JSON value' },
    contains: text('A text that must be in it, or a member of a JSON list'),
    matches: text('A pattern (RE2) that must be found in it, white space at its end aside'),
    schema: jsonSchema('A JSON Schema that the text, as JSON, must meet'),
    path: text('A JMESPath into the text as JSON: the rest looks at what it selects'),
  },
});

/** The schema of one kind's `with`; `more` is for what holds between its keys. */
export function given(
  required: readonly string[],
  properties: { [key: string]: JsonSchema },
  more: JsonSchema = {},
): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: [...required],
    properties,
    ...more,
  };
}
