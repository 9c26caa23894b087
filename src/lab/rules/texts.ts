import { isFileName, languagesOf } from '../draft.ts';
import { languages as allLanguages, type Language } from '../lab.ts';
import type { Problems } from '../problems.ts';
import { readText } from '../read-text.ts';
import { textsOf } from '../walk.ts';
import type { Cursor } from '../yaml/cursor.ts';

const largest = 256 * 1024;

/** Every text exists in each language of the lab; what their files say is read. */
export async function readTexts(
  folder: string,
  lab: Cursor,
  problems: Problems,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const languages = languagesOf(lab);
  // Where `languages` itself is wrong, that is told, and no more of it.
  const sure = languages.length === lab.get('languages').items().length;
  for (const text of textsOf(lab)) {
    for (const language of languages) {
      if (sure && !text.get(language).exists) {
        problems.add(text.position, 'language-missing', { language, languages });
      }
    }
    for (const [language, written] of text.entries()) {
      if (sure && isUnlisted(language, languages)) {
        problems.add(written.keyPosition, 'language-unlisted', { language, languages });
      }
      await readFileOf(written, folder, files, problems);
    }
  }
  return files;
}

function isUnlisted(language: string, languages: readonly Language[]): boolean {
  const known = allLanguages.find((name) => name === language);
  return known !== undefined && languages.length > 0 && !languages.includes(known);
}

async function readFileOf(
  written: Cursor,
  folder: string,
  files: Map<string, string>,
  problems: Problems,
): Promise<void> {
  const name = written.text;
  if (name === undefined || !isFileName(name) || files.has(name)) return;
  const read = await readText(folder, name, largest);
  if ('text' in read && read.text.trim() !== '') files.set(name, read.text);
  else if ('text' in read) problems.add({ file: name, line: 1, column: 1 }, 'empty-file');
  else {
    const { line, column = 1 } = read;
    const at = line === undefined ? written.position : { file: name, line, column };
    problems.add(at, read.code, read.values);
  }
}
