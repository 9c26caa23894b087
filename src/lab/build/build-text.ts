import { isFileName } from '../draft.ts';
import { languages, type Text } from '../lab.ts';
import type { Cursor } from '../yaml/cursor.ts';

/** A text in each language; what stands in a file is taken from there. */
export function buildText(text: Cursor, files: ReadonlyMap<string, string>): Text {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const written = text.get(language).text;
      if (written === undefined) return [];
      return [[language, isFileName(written) ? (files.get(written) ?? '') : written]];
    }),
  );
}
