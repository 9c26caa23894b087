import type { Json } from '../json.ts';

/** Whether two values are the same JSON; the order of an object's keys does not matter. */
export function isSameJson(one: Json, two: Json): boolean {
  if (one === two) return true;
  if (one === null || two === null) return false;
  if (typeof one !== 'object' || typeof two !== 'object') return false;
  if (Array.isArray(one) || Array.isArray(two)) {
    if (!Array.isArray(one) || !Array.isArray(two) || one.length !== two.length) return false;
    return one.every((item, index) => isSameJson(item, two[index] ?? null));
  }
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(two).length) return false;
  return keys.every(
    (key) => Object.hasOwn(two, key) && isSameJson(one[key] ?? null, two[key] ?? null),
  );
}
