import type { ErrorObject } from 'ajv';
import { duration, place, whole } from '../../checks/given.ts';
import type { Json, JsonSchema } from '../../json.ts';
import type { Problems } from '../problems.ts';
import type { Cursor } from '../yaml/cursor.ts';

/** Patterns of the checks' schemas that have a name among people. */
const named: Readonly<Record<string, string>> = {
  [String(duration('').pattern)]: 'format-duration',
  [String(place('').pattern)]: 'format-place',
  [String(whole('', 0, 0).pattern)]: 'format-whole',
};

type Told = [code: string, values: Record<string, Json>];

/** What each keyword of the schemas says when it does not hold, of the value that it is about. */
const told: Readonly<Record<string, (error: ErrorObject, value: Json | undefined) => Told>> = {
  required: ({ params }) => ['missing-key', { key: params.missingProperty }],
  dependencies: ({ params }) => [
    'needs-key',
    { key: params.property, missing: params.missingProperty },
  ],
  type: ({ params }, value) => [
    'wrong-type',
    { expected: [params.type].flat(), actual: typeOf(value) },
  ],
  format: ({ params }, value) => [`format-${params.format}`, { found: excerpt(value) }],
  pattern: ({ params }, value) => [
    named[params.pattern] ?? 'pattern',
    { found: excerpt(value), pattern: params.pattern },
  ],
  minimum: outOfRange,
  maximum: outOfRange,
  minLength: () => ['empty-text', {}],
  maxLength: ({ params }) => ['too-long', { limit: params.limit }],
  minItems: ({ params }) => ['too-few', { limit: params.limit }],
  maxItems: ({ params }) => ['too-many', { limit: params.limit }],
  minProperties: (error) =>
    error.parentSchema?.properties ? oneOf(error) : ['too-few', { limit: error.params.limit }],
  maxProperties: oneOf,
  oneOf,
  anyOf: (error) => ['at-least-one-of', { allowed: alternatives(error) }],
  not: (error) => {
    // `dependencies: { none: { not: … } }`: `none` is the key that excludes the others.
    const key = /\/dependencies\/([^/]+)\/not$/.exec(error.schemaPath)?.[1];
    const allowed = alternatives(error);
    return key ? ['excludes', { key, allowed }] : ['not-together', { allowed }];
  },
};

/** Puts one of ajv's errors into words, at the place in the file that it is about. */
export function addShapeProblem(error: ErrorObject, root: Cursor, problems: Problems): void {
  const cursor = root.follow(error.instancePath);
  if (cursor.source.unread.has(cursor.pointer)) return;
  const { keyword, params } = error;
  const tell = told[keyword];
  if (tell) problems.add(cursor.position, ...tell(error, cursor.value));
  else if (keyword === 'additionalProperties') {
    addUnknownKey(cursor, String(params.additionalProperty), error, problems);
  } else if (keyword === 'propertyNames') {
    addBadKey(cursor.get(params.propertyName), params.propertyName, problems);
  } else if (keyword === 'uniqueItems') {
    const twice = cursor.get(params.i);
    problems.add(twice.position, 'twice', { found: excerpt(twice.value) });
  } else if (keyword === 'enum' || keyword === 'const') {
    const allowed = [error.schema].flat().map(String);
    problems.addUnknown(cursor.position, 'not-one-of', excerpt(cursor.value), allowed);
  } else throw new Error(`no words for the keyword ${keyword} at ${error.schemaPath}`);
}

function outOfRange({ params }: ErrorObject, value: Json | undefined): Told {
  const limit = `${params.comparison} ${params.limit}`;
  return ['out-of-range', { found: excerpt(value), limit }];
}

function oneOf(error: ErrorObject): Told {
  return ['exactly-one-of', { allowed: alternatives(error) }];
}

function addUnknownKey(
  cursor: Cursor,
  key: string,
  { parentSchema }: ErrorObject,
  problems: Problems,
): void {
  const at = cursor.get(key).keyPosition;
  const known = Object.keys((parentSchema as JsonSchema).properties ?? {});
  if (key === 'namespace' && known.includes('volume')) problems.add(at, 'namespace-reserved');
  else problems.addUnknown(at, 'unknown-key', key, known);
}

function addBadKey(cursor: Cursor, key: string, problems: Problems): void {
  problems.add(cursor.keyPosition, 'format-key', { found: key });
}

/** The keys that an object has to choose from. */
function alternatives({ keyword, schema, parentSchema }: ErrorObject): string[] {
  if (keyword.endsWith('Properties')) return Object.keys(parentSchema?.properties ?? {});
  const { anyOf } = schema as { anyOf?: JsonSchema[] };
  const branches = Array.isArray(schema) ? (schema as JsonSchema[]) : (anyOf ?? [schema]);
  return (branches as JsonSchema[]).flatMap(({ required }) => (required ?? []) as string[]);
}

function typeOf(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return Array.isArray(value) ? 'array' : typeof value;
}

export function excerpt(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
