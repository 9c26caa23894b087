import type { Json } from './json.ts';

/** Exit codes of the command line; published in `labs --help` and the README. */
export const exitCodes = {
  done: 0,
  checkFailed: 1,
  usage: 2,
  engine: 3,
  operation: 4,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * Something that went wrong and that a person can mend. The words are looked up late, in the
 * reader's language: `failure.<code>.what` says what and why, `failure.<code>.next` what to type.
 * Only the outermost catch of the command line prints it.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: string,
    readonly exit: ExitCode,
    readonly values: Readonly<Record<string, Json>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(values)}`, options);
  }
}
