import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';

/** A published schema. */
export function readSchema(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
}

/** What keeps the one document on stdout from fitting its published schema; throws if it is not one. */
export function findMisfits(stdout: string, name: string): ErrorObject[] {
  const validator = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(readSchema(name));
  return validator(JSON.parse(stdout)) ? [] : (validator.errors ?? []);
}
