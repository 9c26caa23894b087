import { isIP } from 'node:net';
import type { ReachValue } from '../../../facts/values.ts';
import type { Json } from '../../../json.ts';
import { Unseen } from '../../unseen.ts';
import type { See } from '../look.ts';
import { findView } from './find-view.ts';
import type { Helper } from './helper.ts';
import { outcomeOfErrors } from './outcome-of-errors.ts';
import { parseCurl } from './parse-curl.ts';
import { parseTarget, type Target } from './parse-target.ts';
import { resolveName, type View } from './resolve-name.ts';
import { namePattern, usualListen } from './see-resolve.ts';

/** Bytes of a body that become a fact. */
const bodyLimit = 64 * 1024;
/** Milliseconds that a program may take on top of listening. */
const startUp = 1000;
/** Addresses of one name that are tried. */
const most = 4;

/** `reach/PLACE/TARGET`: a ReachValue; null if the container does not run. */
export const seeReach: See = async (look, { place, subject }, { listen = usualListen }) => {
  const target = parseTarget(subject);
  const view = await findView(look, place);
  if (!view) return null;
  const helper = await look.helper();
  const addresses = await addressesOf(helper, view, target, listen);
  const value: ReachValue =
    addresses.length === 0
      ? { outcome: 'unresolved', status: null, body: null }
      : target.url === undefined
        ? await connect(helper, view, addresses, target.port, listen)
        : await fetchUrl(helper, view, addresses, target, target.url, listen);
  return value as unknown as Json;
};

async function addressesOf(
  helper: Helper,
  view: View,
  { host }: Target,
  listen: number,
): Promise<string[]> {
  if (isIP(host) !== 0) return [host];
  if (!namePattern.test(host)) throw new Unseen('refused', `${host} is no host name`);
  return (await resolveName(helper, view, host, listen)).answers.slice(0, most);
}

async function connect(
  helper: Helper,
  view: View,
  addresses: readonly string[],
  port: number,
  listen: number,
): Promise<ReachValue> {
  const said = await Promise.all(
    addresses.map((address) => helper.connect(address, port, { ...view, deadline: listen })),
  );
  const outcome = said.includes('connected') ? 'success' : outcomeOfErrors(said);
  return { outcome, status: null, body: null };
}

async function fetchUrl(
  helper: Helper,
  view: View,
  addresses: readonly string[],
  { host, port }: Target,
  url: string,
  listen: number,
): Promise<ReachValue> {
  const seconds = String(listen / 1000);
  const bracketed = addresses.map((address) => (isIP(address) === 6 ? `[${address}]` : address));
  const resolved = isIP(host) === 0 ? ['--resolve', `${host}:${port}:${bracketed.join(',')}`] : [];
  const options = ['--silent', '--verbose', '--globoff', '--insecure', '--max-time', seconds];
  const answer = await helper.run(['curl', ...options, ...resolved, '--url', url], {
    ...view,
    deadline: listen + startUp,
    limit: bodyLimit,
  });
  return parseCurl(answer);
}
