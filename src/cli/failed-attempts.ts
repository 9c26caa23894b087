import type { Failure } from '../failure.ts';
import type { Json } from '../json.ts';
import type { Cli } from './command.ts';
import { documentFailure, tellFailure } from './report.ts';

/** An attempt that a command over several attempts could not deal with. */
export interface FailedAttempt {
  lab: string;
  failure: Failure;
}

/** As `failed` in the schemas of `status` and `clean`. */
export function documentFailed(cli: Cli, failed: readonly FailedAttempt[]): Json[] {
  return failed.map(({ lab, failure }) => ({ lab, error: documentFailure(failure, cli.words) }));
}

/** Says on stderr what went wrong with each. */
export function tellFailed(cli: Cli, failed: readonly FailedAttempt[]): void {
  for (const { failure } of failed) tellFailure(failure, cli.words, cli.err);
}
