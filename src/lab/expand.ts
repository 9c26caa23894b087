import type { Json } from '../json.ts';
import { findPlaceholders, lookUp } from './placeholder.ts';
import type { Scope } from './scope.ts';

/**
 * The same value with every `${{ … }}` in its strings filled in; keys are left alone.
 * Loading a lab has proved that its names are known, so an unknown one here is a bug.
 */
export function expand<T extends Json>(value: T, scope: Scope): T {
  return expandJson(value, scope) as T;
}

/** A text with every `${{ … }}` filled in, as a learner reads it. */
export function expandText(text: string, scope: Scope): string {
  let expanded = '';
  let done = 0;
  for (const placeholder of findPlaceholders(text)) {
    const value = lookUp(scope, placeholder);
    if (value === undefined) throw new Error(`no value for ${placeholder.raw}`);
    expanded += text.slice(done, placeholder.start) + value;
    done = placeholder.end;
  }
  return expanded + text.slice(done);
}

function expandJson(value: Json, scope: Scope): Json {
  if (typeof value === 'string') return expandText(value, scope);
  if (Array.isArray(value)) return value.map((item) => expandJson(item, scope));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, expandJson(item, scope)]),
  );
}
