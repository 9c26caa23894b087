import type { Json } from '../json.ts';

/** The reader's language: a text for a key, and whether there is one. */
export interface Say {
  say(key: string, values?: Readonly<Record<string, unknown>>): string;
  knows(key: string): boolean;
}

const longest = 200;

/**
 * A value in the reader's words, on one line: fit for a terminal, whoever wrote it. Control
 * characters are spelt out, and what is left out of a long value is counted.
 */
export function describeValue(value: Json, words: Say): string {
  if (value === null) return words.say('finding.value.nothing');
  if (typeof value === 'boolean') return words.say(`finding.value.${value ? 'yes' : 'no'}`);
  if (value === '') return words.say('finding.value.empty');
  if (typeof value === 'string') return shorten(spellControls(value), words);
  if (typeof value === 'number') return String(value);
  const parts = Array.isArray(value)
    ? value.map((item) => describePart(item, words))
    : Object.entries(value).map(([key, item]) => `${key}: ${describePart(item, words)}`);
  if (parts.length === 0) return words.say('finding.value.none');
  return shorten(spellControls(parts.join(', ')), words);
}

function describePart(value: Json, words: Say): string {
  if (typeof value === 'string' && value !== '') return value;
  const nested = typeof value === 'object' && value !== null;
  return nested ? JSON.stringify(value) : describeValue(value, words);
}

/**
 * Spells out what a terminal would obey or hide: controls (C0, C1), line and paragraph separators,
 * marks that reorder or vanish, and halves of surrogate pairs.
 */
export function spellControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    const known = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
    return known ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

function shorten(text: string, words: Say): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const start = characters.slice(0, longest).join('');
  return words.say('finding.value.more', { start, number: characters.length - longest });
}
