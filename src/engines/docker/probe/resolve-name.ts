import type { ResolveValue } from '../../../facts/values.ts';
import { Unseen } from '../../unseen.ts';
import type { Ask, Helper } from './helper.ts';
import { parseHosts } from './parse-hosts.ts';
import { type Lookup, parseNslookup } from './parse-nslookup.ts';
import { buildCandidates, parseResolver } from './parse-resolver.ts';

/** Bytes of a hosts file or resolv.conf that are read. */
const fileLimit = 1024 * 1024;
const fileDeadline = 5000;

/** Whose hosts file, resolver and network: a process's, or the engine host's. */
export type View = Pick<Ask, 'process' | 'signal'>;

/**
 * Resolves a name as a program in that view would: its own hosts file first, then the name servers
 * of its own resolv.conf, asked from inside its network namespace, for `listen` milliseconds in all.
 */
export async function resolveName(
  helper: Helper,
  view: View,
  name: string,
  listen: number,
): Promise<ResolveValue> {
  const [hosts, config] = await Promise.all([
    readConfig(helper, view, '/etc/hosts'),
    readConfig(helper, view, '/etc/resolv.conf'),
  ]);
  const answers = parseHosts(hosts.text, name);
  if (answers.length > 0) return { outcome: 'answered', answers, source: 'hosts', server: null };
  if (hosts.truncated) throw new Unseen('too-large', '/etc/hosts');
  const resolver = parseResolver(config.text);
  const end = Date.now() + listen;
  let last: ResolveValue = none('silence', null);
  for (const [i, server] of resolver.servers.entries()) {
    // What one silent server leaves is shared by those after it.
    const until = Date.now() + (end - Date.now()) / (resolver.servers.length - i);
    last = await askServer(helper, view, server, buildCandidates(name, resolver), until);
    if (last.outcome !== 'silence') return last;
  }
  return last;
}

async function askServer(
  helper: Helper,
  view: View,
  server: string,
  candidates: readonly string[],
  until: number,
): Promise<ResolveValue> {
  for (const name of candidates) {
    const types = await Promise.all(
      ['a', 'aaaa'].map((type) => lookUp(helper, view, type, name, server, until - Date.now())),
    );
    const answers = types.flatMap((found) => (found.status === 'answered' ? found.addresses : []));
    if (answers.length > 0) return { outcome: 'answered', answers, source: 'dns', server };
    if (types.every((found) => found.status === 'silence')) return none('silence', server);
  }
  return none('unknown', server);
}

async function lookUp(
  helper: Helper,
  view: View,
  type: string,
  name: string,
  server: string,
  rest: number,
): Promise<Lookup> {
  if (rest <= 0) return { status: 'silence' };
  const answer = await helper.run(['nslookup', `-type=${type}`, name, server], {
    ...view,
    deadline: rest,
    limit: 65_536,
  });
  return answer.timedOut ? { status: 'silence' } : parseNslookup(answer.stdout.toString('utf8'));
}

function none(outcome: 'unknown' | 'silence', server: string | null): ResolveValue {
  return { outcome, answers: [], source: null, server };
}

/** A file that is not there is as good as an empty one, to a resolver too. */
async function readConfig(helper: Helper, view: View, path: string) {
  const file = await helper.read(path, { ...view, deadline: fileDeadline, limit: fileLimit });
  return { text: file?.content.toString('utf8') ?? '', truncated: file?.truncated ?? false };
}
