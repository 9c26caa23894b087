import { Unseen } from '../../unseen.ts';
import type { Ask, Helper } from './helper.ts';

const outputLimit = 4 * 1024 * 1024;

/** What a showing command of `ip` or `bridge` prints. Throws Unseen when it fails. */
export async function runIp(helper: Helper, args: readonly string[], ask: Ask): Promise<string> {
  const answer = await helper.run(args, { ...ask, limit: outputLimit });
  const what = args.join(' ');
  if (answer.timedOut) throw new Unseen('deadline', what);
  if (answer.truncated) throw new Unseen('too-large', what);
  if (answer.exit !== 0) throw new Unseen('refused', `${what}: ${answer.stderr}`.slice(0, 300));
  return answer.stdout.toString('utf8');
}
