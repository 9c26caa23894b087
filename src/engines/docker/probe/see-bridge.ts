import type { BridgeValue } from '../../../facts/values.ts';
import type { Json } from '../../../json.ts';
import type { See } from '../look.ts';
import { bridgeName } from '../network-value.ts';
import { parseForwarding } from './parse-forwarding.ts';
import { runIp } from './run-ip.ts';

const deadline = 10_000;

/** `bridge/NETWORK`: a BridgeValue; null if the network has no Linux bridge on the engine's host. */
export const seeBridge: See = async (look, { subject }) => {
  const network = await look.network(subject);
  const name = network && bridgeName(network);
  if (!name) return null;
  const { links } = await look.hostInterfaces();
  if (!links.some((link) => link.name === name && link.kind === 'bridge')) return null;
  const table = parseForwarding(
    await runIp(await look.helper(), ['bridge', '-j', 'fdb', 'show', 'br', name], {
      deadline,
      signal: look.signal,
    }),
    name,
  );
  const ports = links.filter((link) => link.master === name).map((link) => link.name);
  return { name, ports, table } satisfies BridgeValue as Json;
};
