import type { Json, JsonSchema } from '../json.ts';
import { parseJson } from './parse-json.ts';
import { compilePattern } from './pattern.ts';
import { isSameJson } from './same-json.ts';
import { findSchemaMismatch } from './schema-match.ts';
import { select } from './select.ts';

/** What a text must be like. All that is given must hold; with `path`, of what it selects. */
export interface Match {
  equals?: Json;
  contains?: string;
  matches?: string;
  schema?: JsonSchema;
  path?: string;
}

/** A finding without its place. */
export interface Mismatch {
  code: string;
  expected: Json;
  actual: Json;
  values: Record<string, Json>;
}

/** A text that somebody printed or wrote; `cut`: its end is missing. */
export interface Given {
  text: string;
  cut: boolean;
}

/** Why the text is not as it must be: the first reason, or undefined. */
export function findMismatch(match: Match, { text, cut }: Given): Mismatch | undefined {
  const found = match.path === undefined ? findInText(match, text) : findInJson(match, text);
  // Only "it contains this" can be said of a text whose end nobody saw.
  const knowable = Object.keys(match).every((key) => key === 'contains');
  if (!cut || (knowable && !found)) return found;
  return { code: 'content-cut', expected: null, actual: excerpt(text), values: {} };
}

function findInText(match: Match, text: string): Mismatch | undefined {
  const { equals, schema } = match;
  const actual = excerpt(text);
  if (equals !== undefined) {
    const expected = typeof equals === 'string' ? equals : JSON.stringify(equals);
    if (text.trimEnd() !== expected.trimEnd()) return miss('content-differs', expected, actual);
  }
  const found = findPart(match, text);
  if (found || !schema) return found;
  const value = parseJson(text);
  return value === undefined
    ? miss('content-not-json', 'JSON', actual)
    : findSchemaMismatch(schema, value);
}

function findInJson(match: Match, text: string): Mismatch | undefined {
  const { equals, schema, path = '' } = match;
  const whole = parseJson(text);
  if (whole === undefined) return miss('content-not-json', 'JSON', excerpt(text));
  const value = select(whole, path);
  const values = { path };
  if (value === null && equals !== null) {
    return { ...miss('content-path', path, null), values };
  }
  if (equals !== undefined && !isSameAsWritten(value, equals)) {
    return { ...miss('content-differs', equals, value), values };
  }
  const found = findPart(match, value);
  if (found) return { ...found, values };
  return schema ? findSchemaMismatch(schema, value) : undefined;
}

function findPart({ contains, matches }: Match, value: Json): Mismatch | undefined {
  const actual = typeof value === 'string' ? excerpt(value) : value;
  if (contains !== undefined && !isPart(contains, value)) {
    return miss('content-lacks', contains, actual);
  }
  if (matches === undefined) return undefined;
  // Without the newline that ends every output, so that `$` is where an author expects it.
  const text = typeof value === 'string' ? value.trimEnd() : JSON.stringify(value);
  return compilePattern(matches).test(text) ? undefined : miss('content-unlike', matches, actual);
}

function isPart(part: string, value: Json): boolean {
  if (typeof value === 'string') return value.includes(part);
  return Array.isArray(value) && value.some((item) => isSameAsWritten(item, part));
}

/** As JSON, or as the text of it: a number that comes from `${{ vars.port }}` is written as text. */
function isSameAsWritten(value: Json, written: Json): boolean {
  if (isSameJson(value, written)) return true;
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  return scalar && typeof written === 'string' && String(value) === written;
}

const miss = (code: string, expected: Json, actual: Json): Mismatch => ({
  code,
  expected,
  actual,
  values: {},
});

/** A finding keeps no more of a text than one can read; the fact has the rest. */
function excerpt(text: string): string {
  const limit = 2000;
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}
