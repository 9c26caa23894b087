import type { ReachValue } from '../../../facts/values.ts';

/**
 * What the errors of the addresses that were tried come to; as errno names or in the words of the C
 * libraries (glibc's and musl's). One that refuses is there, so that weighs most.
 */
export function outcomeOfErrors(errors: readonly string[]): ReachValue['outcome'] {
  if (errors.some((error) => /^(ECONNREFUSED|Connection refused)/.test(error))) return 'refused';
  if (errors.some((error) => /^(timeout|ETIMEDOUT|.*timed out)/.test(error))) return 'silence';
  if (errors.some((error) => /^(ECONNRESET|Connection reset)/.test(error))) return 'broken';
  return 'unreachable';
}
