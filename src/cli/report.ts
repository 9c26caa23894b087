import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import { loadWords, type Words } from '../i18n/words.ts';
import type { Json } from '../json.ts';
import type { Language } from '../lab/lab.ts';
import { version } from '../version.ts';
import { writeErr, writeOut } from './terminal.ts';

/** Prints what went wrong in the reader's language; returns the exit code that it stands for. */
export async function report(
  error: unknown,
  language: Language,
  interrupted: boolean,
  json: boolean,
): Promise<ExitCode> {
  const words = await loadWords(language);
  if (interrupted) {
    writeErr(words.say('cli.interrupted'));
    return exitCodes.interrupted;
  }
  if (error instanceof Failure) {
    const { what, next } = wordFailure(error, words);
    if (json) writeOut(JSON.stringify(failureDocument(error, what, next), null, 2));
    for (const line of await problemLines(error, words)) writeErr(line);
    writeErr(`labs: ${what}`);
    if (next) writeErr(next);
    return error.exit;
  }
  writeErr(words.say('cli.bug', { version, node: process.version }));
  writeErr(error instanceof Error ? (error.stack ?? String(error)) : String(error));
  return exitCodes.bug;
}

/** What went wrong and why, and what to type next, in the reader's language. */
export function wordFailure(error: Failure, words: Words): { what: string; next: string } {
  const values = wordedValues(error, words);
  return {
    what: words.say(`failure.${error.code}.what`, values),
    next: words.say(`failure.${error.code}.next`, values),
  };
}

/** Of a lab that is not well defined everything that is wrong, as `labs validate` would say it. */
async function problemLines(error: Failure, words: Words): Promise<string[]> {
  const { DefinitionError } = await import('../lab/definition-error.ts');
  if (!(error instanceof DefinitionError)) return [];
  const { formatProblem } = await import('./format-problem.ts');
  return error.problems.map((problem) => formatProblem(problem, words));
}

/** The kind of an object is a word of this program, and so in the reader's language. */
function wordedValues({ values }: Failure, words: Words): Record<string, Json> {
  const { kind } = values;
  return kind === undefined ? { ...values } : { ...values, kind: words.say(`cli.kind.${kind}`) };
}

function failureDocument(error: Failure, what: string, next: string): Json {
  return { error: { code: error.code, exit: error.exit, what, next, values: { ...error.values } } };
}
