import { createHash } from 'node:crypto';
import type { Json } from '../../json.ts';

/**
 * SHA-256 over a definition in one canonical form: keys sorted, no white space. Where things stand
 * in the file (`at`) does not count, nor does the folder: a copied or re-indented lab is the same.
 */
export function digestOf(definition: Json): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(definition)))
    .digest('hex');
}

function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).filter((key) => !(key === 'at' && isPosition(value[key])));
  return Object.fromEntries(keys.sort().map((key) => [key, canonical(value[key] as Json)]));
}

function isPosition(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && 'line' in value && 'column' in value;
}
