import type { Scope } from './scope.ts';

/** One `${{ group.key }}` in a text. */
export interface Placeholder {
  /** Offset of its `$`. */
  start: number;
  /** Offset after its last brace; the text's length if it is never closed. */
  end: number;
  /** As written, braces and all. */
  raw: string;
  /** `names.web` taken apart; undefined when it does not have that form. */
  name: { group: string; key: string } | undefined;
}

const form = /^\s*([A-Za-z]+)\.([A-Za-z0-9_-]+)\s*$/;

/** The placeholder that begins at `start`, where `text` has `${{`. */
export function parsePlaceholder(text: string, start: number): Placeholder {
  const close = text.indexOf('}}', start);
  const line = text.indexOf('\n', start);
  const closed = close >= 0 && (line < 0 || close < line);
  const end = closed ? close + 2 : line < 0 ? text.length : line;
  const found = closed ? form.exec(text.slice(start + 3, close)) : null;
  const name = found?.[1] && found[2] ? { group: found[1], key: found[2] } : undefined;
  return { start, end, raw: text.slice(start, end), name };
}

/** Every placeholder of a text, in order. */
export function findPlaceholders(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  let start = text.indexOf('${{');
  while (start >= 0) {
    const placeholder = parsePlaceholder(text, start);
    found.push(placeholder);
    start = text.indexOf('${{', placeholder.end);
  }
  return found;
}

/** What a placeholder stands for; undefined when the scope does not hold it. */
export function lookUp(scope: Scope, { name }: Placeholder): string | undefined {
  if (!name || !Object.hasOwn(scope, name.group)) return undefined;
  const group: Record<string, string> = scope[name.group as keyof Scope];
  return Object.hasOwn(group, name.key) ? group[name.key] : undefined;
}
