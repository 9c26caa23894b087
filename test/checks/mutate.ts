import type { Facts } from './evidence.ts';

export interface Mutant {
  /** `address#key/key/…` of the field that is not as it was. */
  field: string;
  facts: Facts;
}

/** Every way of changing one field of the facts: dropped, null, or of another value. */
export function* mutate(facts: Facts): Generator<Mutant> {
  for (const [address, value] of Object.entries(facts)) {
    for (const { path, others } of leaves(value, [])) {
      const field = `${address}#${path.join('/')}`;
      for (const change of others) {
        const copy = structuredClone(facts) as Record<string, unknown>;
        copy[address] = changeAt(copy[address], path, change);
        yield { field, facts: copy };
      }
    }
  }
}

const dropped = Symbol('dropped');

interface Leaf {
  path: string[];
  others: unknown[];
}

function* leaves(value: unknown, path: string[]): Generator<Leaf> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 && path.length > 0)
    yield { path, others: [dropped, null, ...others(value)] };
  for (const [key, part] of entries) yield* leaves(part, [...path, key]);
}

function others(value: unknown): unknown[] {
  if (typeof value === 'string') return ['', `${value}x`];
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  return Array.isArray(value) ? [['surplus']] : ['surplus'];
}

function changeAt(value: unknown, [key, ...rest]: string[], change: unknown): unknown {
  if (key === undefined) return change;
  const copy = value as Record<string, unknown>;
  if (rest.length > 0 || change !== dropped) copy[key] = changeAt(copy[key], rest, change);
  else if (Array.isArray(value)) value.splice(Number(key), 1);
  else delete copy[key];
  return value;
}
