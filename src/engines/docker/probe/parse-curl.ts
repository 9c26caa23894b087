import type { ReachValue } from '../../../facts/values.ts';
import { Unseen } from '../../unseen.ts';
import type { Answer } from './helper.ts';
import { outcomeOfErrors } from './outcome-of-errors.ts';

/** curl's exit codes; source: curl(1), EXIT CODES. */
const curl = { noHost: 6, noConnection: 7, tooLate: 28, usage: [2, 3, 4] };

/**
 * What curl saw, from `--verbose` on stderr: since 7.84 its message for exit 7 is the same for
 * every reason, and only the lines of `--verbose` give the system's words.
 */
export function parseCurl(answer: Answer): ReachValue {
  const said = answer.stderr.toString('utf8');
  const status = finalStatus(said);
  const body = status === null ? null : answer.stdout.toString('utf8');
  return { outcome: outcome(answer, said, status), status, body };
}

function outcome(answer: Answer, said: string, status: number | null): ReachValue['outcome'] {
  const { exit, truncated, timedOut } = answer;
  // It was ended because the body is longer than what a fact holds.
  if (truncated) return status === null ? 'broken' : 'success';
  if (timedOut || exit === curl.tooLate) return 'silence';
  if (exit === 0) return status === null ? 'broken' : 'success';
  if (exit === curl.noHost) return 'unresolved';
  if (exit === curl.noConnection) return outcomeOfErrors(connectErrors(said));
  if (exit === null || curl.usage.includes(exit)) {
    throw new Unseen('refused', `curl: ${said.slice(-200).trim()}`);
  }
  return 'broken';
}

/** The status of the first response that is no interim one. */
function finalStatus(said: string): number | null {
  for (const [, digits] of said.matchAll(/^< HTTP\/[\d.]+ (\d{3})/gm)) {
    if (Number(digits) >= 200) return Number(digits);
  }
  return null;
}

function connectErrors(said: string): string[] {
  const line = /^\* (?:connect to .* failed|Immediate connect fail for [^ ]+): (.+?)\r?$/gm;
  return [...said.matchAll(line)].map(([, words]) => String(words));
}
