import { compile } from '@jmespath-community/jmespath';
import { compilePattern } from '../../checks/pattern.ts';
import { compileSchema } from '../../checks/schema-match.ts';
import type { JsonSchema } from '../../json.ts';
import { type Draft, withoutPlaceholders } from '../draft.ts';
import { checksOf, questionsOf, stepsOf } from '../walk.ts';
import type { Cursor } from '../yaml/cursor.ts';

type Compile = (cursor: Cursor) => void;

/** The keys whose values are written in a language of their own. */
const languages: Readonly<Record<string, { code: string; compile: Compile }>> = {
  matches: { code: 'pattern-re2', compile: ({ text = '' }) => compilePattern(plain(text)) },
  path: { code: 'path-syntax', compile: ({ text = '' }) => compile(plain(text)) },
  schema: { code: 'schema-invalid', compile: ({ value }) => compileSchema(value as JsonSchema) },
};

const plain = (text: string) => withoutPlaceholders(text);

/** Patterns, paths and JSON Schemas of checks and answers compile. */
export function checkPatterns({ lab, problems }: Draft): void {
  for (const step of stepsOf(lab)) {
    const given = checksOf(step).map((check) => check.get('with'));
    const answers = questionsOf(step).map((question) => question.get('answer'));
    for (const [key, cursor] of [...given, ...answers].flatMap(writtenIn)) {
      const language = languages[key];
      const detail = language && failureOf(language.compile, cursor);
      if (language && detail !== undefined) {
        problems.add(cursor.position, language.code, { found: cursor.text ?? key, detail });
      }
    }
  }
}

/** The values under such a key, at any depth; a JSON Schema has keys of its own meaning. */
function writtenIn(cursor: Cursor): [key: string, value: Cursor][] {
  return cursor.entries().flatMap(([key, value]): [string, Cursor][] => {
    if (!Object.hasOwn(languages, key)) return writtenIn(value);
    const wanted = key === 'schema' ? value.entries().length > 0 : (value.text ?? '') !== '';
    return wanted ? [[key, value]] : [];
  });
}

function failureOf(compileIt: Compile, cursor: Cursor): string | undefined {
  try {
    compileIt(cursor);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
