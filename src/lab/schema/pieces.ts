import { flag, text, word } from '../../checks/given.ts';
import type { JsonSchema } from '../../json.ts';

export { flag, text, word };

/** Pieces of the schema of a lab's file; they hold before `${{ … }}` is filled in. */
export const list = (description: string, items: JsonSchema): JsonSchema => ({
  type: 'array',
  items,
  description,
});

export const record = (description: string, values: JsonSchema): JsonSchema => ({
  type: 'object',
  additionalProperties: values,
  description,
});

/** An object with these keys and no others. */
export const only = (
  description: string,
  properties: Record<string, JsonSchema>,
  required: readonly string[] = [],
  more: JsonSchema = {},
): JsonSchema => ({
  type: 'object',
  description,
  additionalProperties: false,
  properties,
  required: [...required],
  ...more,
});

/** An object with exactly one of these keys. */
export const oneKey = (
  description: string,
  properties: Record<string, JsonSchema>,
): JsonSchema => ({
  type: 'object',
  description,
  additionalProperties: false,
  properties,
  minProperties: 1,
  maxProperties: 1,
});

export const id = (description: string): JsonSchema => ({
  type: 'string',
  format: 'id',
  maxLength: 64,
  description: `${description}: small letters, digits and hyphens`,
});

export const duration = (description: string): JsonSchema => ({
  type: 'string',
  format: 'duration',
  description: `${description}, such as 10s, 500ms or 2m`,
});

export const points: JsonSchema = {
  type: 'number',
  minimum: 0,
  maximum: 1000,
  description: 'What it is worth; 1 if left out',
};

/** A port mapping as `docker run -p` takes it. */
export const port: JsonSchema = { type: 'string', format: 'port-mapping' };

export const localized = (description: string): JsonSchema =>
  only(`${description}, in each language of the lab`, {
    en: text('In English: Markdown, or a file of this lab whose name ends in .md'),
    ko: text('In Korean: Markdown, or a file of this lab whose name ends in .md'),
  });

export const operations = (description: string): JsonSchema =>
  list(description, { $ref: '#/definitions/operation' });
