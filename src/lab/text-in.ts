import type { Language, Text } from './lab.ts';

/** A text in the reader's language, or in the one language that the lab has. */
export function textIn(text: Text, language: Language): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}
