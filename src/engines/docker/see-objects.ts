import type { Json } from '../../json.ts';
import { call } from './call.ts';
import { containerValue } from './container-value.ts';
import { deadlines } from './deadlines.ts';
import type { See } from './look.ts';
import { findNetworkMode } from './network-mode.ts';
import { networkValue } from './network-value.ts';
import { tolerate } from './tolerate.ts';

/** `container/NAME`; null if there is none. */
export const seeContainer: See = async (look, { subject }) => {
  const inspect = await look.container(subject);
  if (!inspect) return null;
  return json(containerValue(inspect, await findNetworkMode(look, inspect)));
};

/** `network/NAME`; null if there is none. */
export const seeNetwork: See = async (look, { subject }) => {
  const [inspect, networks] = await Promise.all([look.network(subject), look.networks()]);
  if (!inspect) return null;
  return json(networkValue(inspect, networks.filter(({ Name }) => Name === subject).length));
};

/** `inspect/container|network|image/NAME`: what `docker inspect` shows, as this engine shows it. */
export const seeInspect: See = async (look, { subject }) => {
  const slash = subject.indexOf('/');
  const name = subject.slice(slash + 1);
  const kind = subject.slice(0, slash);
  if (kind === 'container') return json(await look.container(name));
  if (kind === 'network') return json(await look.network(name));
  const inspected = await tolerate([404], () =>
    call(() => look.docker.getImage(name).inspect(), {
      deadline: deadlines.look,
      signal: look.signal,
      what: `docker image inspect ${name}`,
    }),
  );
  return json(inspected ?? null);
};

/** The engine's answers came as JSON; their types just do not say so. */
function json(value: object | null): Json {
  return value as Json;
}
