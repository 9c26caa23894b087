import type { Probe } from '../facts/fact.ts';
import type { Interface } from '../facts/values.ts';
import type { FactsView } from './check.ts';
import { findInterfaces, findNetwork, type Present } from './presence.ts';

export interface PluggedVeth {
  /** The container's end. */
  inside: Interface;
  /** The name of the host's end. */
  outside: string;
  /** The bridge that the host's end is plugged into. */
  bridge: string;
}

export const vethProbes = (container: string, network: string): Probe[] => [
  { address: `container/${container}` },
  { address: `interfaces/${container}` },
  { address: `network/${network}` },
];

/** The veth pair whose one end is in the container and whose other is on the network's bridge. */
export function findVeth(
  facts: FactsView,
  container: string,
  network: string,
): Present<PluggedVeth> {
  const inside = findInterfaces(facts, container);
  if (inside.finding) return inside;
  const exists = findNetwork(facts, network);
  if (exists.finding) return exists;
  const { bridge, driver } = exists.value;
  if (bridge === null) return { finding: noBridge(network, driver) };
  const veths = inside.value.interfaces.filter(({ kind }) => kind === 'veth');
  const plugged = veths.find(({ peer }) => peer?.bridge === bridge);
  if (plugged?.peer) return { value: { inside: plugged, outside: plugged.peer.name, bridge } };
  const where = { at: `interfaces/${container}#interfaces`, values: { container, network } };
  if (veths.length > 0) {
    const actual = veths.map(({ peer }) => peer?.bridge ?? null);
    return { finding: { code: 'veth-elsewhere', expected: bridge, actual, ...where } };
  }
  const actual = inside.value.interfaces.map(({ kind }) => kind);
  return { finding: { code: 'veth-missing', expected: 'veth', actual, ...where } };
}

/** The network has no Linux bridge that anything could be plugged into. */
export function noBridge(network: string, driver: string) {
  return {
    code: 'network-no-bridge',
    at: `network/${network}#driver`,
    expected: 'bridge',
    actual: driver,
    values: { network },
  };
}
