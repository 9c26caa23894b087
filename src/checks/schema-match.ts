import { Ajv, type ValidateFunction } from 'ajv';
import type { Json, JsonSchema } from '../json.ts';
import { normalCidr, normalIp } from './ip.ts';
import { compilePattern } from './pattern.ts';

/** Patterns inside schemas run without backtracking too. */
const regExp = Object.assign((pattern: string) => compilePattern(pattern), { code: 're2' });

const ajv = new Ajv({
  code: { regExp },
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  validateFormats: true,
  verbose: true,
  logger: false,
  formats: {
    ipv4: (text) => normalIp(text)?.includes('.') ?? false,
    ipv6: (text) => normalIp(text)?.includes(':') ?? false,
    cidr: (text) => normalCidr(text) !== undefined,
  },
});

const compiled = new Map<string, ValidateFunction>();

/**
 * The validator for an author's schema (draft 7; formats ipv4, ipv6 and cidr). Throws when it is
 * no schema, has an unknown keyword or format, or refers to another document.
 */
export function compileSchema(schema: JsonSchema): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known) return known;
  const validator = ajv.compile(schema);
  compiled.set(key, validator);
  return validator;
}

/** The first place where a value does not meet a schema. */
export function findSchemaMismatch(schema: JsonSchema, value: Json) {
  const validate = compileSchema(schema);
  if (isValid(validate, value)) return undefined;
  const error = validate.errors?.[0];
  if (!error) return incomparable;
  return {
    code: 'content-schema',
    expected: { [error.keyword]: (error.schema ?? null) as Json } as Json,
    actual: (error.data ?? null) as Json,
    values: { where: error.instancePath || '/', rule: error.keyword },
  };
}

/** A value whose keys bear the names of methods makes ajv's comparison throw: it equals nothing. */
const incomparable = {
  code: 'content-schema',
  expected: null,
  actual: null,
  values: { where: '/', rule: 'const' },
};

function isValid(validate: ValidateFunction, value: Json): boolean {
  try {
    return validate(value);
  } catch {
    validate.errors = null;
    return false;
  }
}
