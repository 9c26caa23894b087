import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import { loadWords, type Words } from '../i18n/words.ts';
import type { Json } from '../json.ts';
import type { Language } from '../lab/lab.ts';
import { version } from '../version.ts';
import { makeVisible } from './markdown/make-visible.ts';
import { writeErr, writeOut } from './terminal.ts';

/** Prints what went wrong in the reader's language; returns the exit code that it stands for. */
export async function report(
  thrown: unknown,
  language: Language,
  interrupted: boolean,
  json: boolean,
): Promise<ExitCode> {
  const words = await loadWords(language);
  const error = interrupted ? undefined : asFailure(thrown);
  if (error) {
    if (json) printDocument(documentFailure(error, words));
    tellFailure(error, words, writeErr);
    return error.exit;
  }
  const exit = interrupted ? exitCodes.interrupted : exitCodes.bug;
  const code = interrupted ? 'cli.interrupted' : 'cli.bug';
  const what = words.say(code, { version, node: process.version });
  if (json) printDocument({ code, exit, what, next: '', values: {} });
  writeErr(what);
  if (!interrupted) writeErr(thrown instanceof Error ? (thrown.stack ?? '') : String(thrown));
  return exit;
}

/** A failure as people read it, line by line. */
export function tellFailure(failure: Failure, words: Words, err: (line: string) => void): void {
  const { what, next } = wordFailure(failure, words);
  err(`labs: ${makeVisible(what)}`);
  if (next) err(makeVisible(next));
}

/** A failure as `schemas/error.schema.json` has it. */
export function documentFailure(failure: Failure, words: Words): Json {
  const { code, exit, values } = failure;
  return { code, exit, ...wordFailure(failure, words), values: { ...values } };
}

/** What went wrong and why, and what to type next, in the reader's language. */
export function wordFailure(error: Failure, words: Words): { what: string; next: string } {
  const values = wordedValues(error, words);
  return {
    what: words.say(`failure.${error.code}.what`, values),
    next: words.say(`failure.${error.code}.next`, values),
  };
}

/** A file that cannot be read or written is no bug: the disk is full, or its rights are wrong. */
const ofFiles = new Set([
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'EIO',
  'ENOTDIR',
  'EISDIR',
]);

function asFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  if (!(error instanceof Error)) return undefined;
  const { code = '', syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === undefined || !ofFiles.has(code)) return undefined;
  return new Failure('cli.file', exitCodes.operation, { why: message }, { cause: error });
}

/** The kind of an object is a word of this program, and so in the reader's language. */
function wordedValues({ values }: Failure, words: Words): Record<string, Json> {
  const { kind } = values;
  return kind === undefined ? { ...values } : { ...values, kind: words.say(`cli.kind.${kind}`) };
}

function printDocument(error: Json): void {
  writeOut(JSON.stringify({ error }, null, 2));
}
