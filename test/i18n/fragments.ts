import type { Language } from '../../src/lab/lab.ts';

/** The texts of one language anywhere in a lab: every `{ en: …, ko: … }`. */
export function listLabTexts(value: unknown, language: Language): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Record<string, unknown>)[language];
  if (typeof own === 'string') return [own];
  return Object.values(value).flatMap((inner) => listLabTexts(inner, language));
}

/** Letters of a fragment below which it says nothing of the language that it is in. */
const leastLetters = 8;

/**
 * What of a text must appear word for word wherever it is said: its pieces between values, code and
 * line ends that are two words of prose or more.
 */
export function findFragments(text: string): string[] {
  return text
    .replace(/```[\s\S]*?```/g, '\n')
    .split(/\{\{[^}]*\}\}|\$\{\{[^}]*\}\}|`[^`]*`|\n|["“”]/)
    .map(collapse)
    .filter(
      (piece) =>
        piece.split(' ').length >= 2 && piece.replace(/\P{L}/gu, '').length >= leastLetters,
    );
}

/** One space where there is any: lines are wrapped in one place and not in the other. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
