import type Docker from 'dockerode';
import ipaddr from 'ipaddr.js';
import type { NetworkValue } from '../../facts/values.ts';

/** The fact of a network, from its inspect; `sameName` counts the networks of this name. */
export function networkValue(network: Docker.NetworkInspectInfo, sameName: number): NetworkValue {
  return {
    id: network.Id,
    name: network.Name,
    driver: network.Driver,
    scope: network.Scope,
    internal: network.Internal,
    attachable: network.Attachable,
    subnets: (network.IPAM?.Config ?? []).map(({ Subnet = '', Gateway, IPRange }) => ({
      subnet: Subnet,
      gateway: Gateway ?? firstAddress(IPRange || Subnet),
    })),
    options: { ...network.Options },
    bridge: bridgeName(network),
    containers: Object.values(network.Containers ?? {})
      .map((container) => container.Name)
      .sort(),
    sameName,
  };
}

/** The Linux bridge that the driver made: named by an option, else after the id (libnetwork). */
export function bridgeName(network: Docker.NetworkInspectInfo): string | null {
  if (network.Driver !== 'bridge') return null;
  return network.Options?.['com.docker.network.bridge.name'] || `br-${network.Id.slice(0, 12)}`;
}

/**
 * Engines before 28 do not show a gateway that nobody asked for; their address management gives
 * the first address of the range (libnetwork, `ipamAllocateVersion`).
 */
function firstAddress(range: string): string {
  if (!ipaddr.isValidCIDR(range)) return '';
  const [address] = ipaddr.parseCIDR(range);
  const base = (
    address.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(range)
      : ipaddr.IPv6.networkAddressFromCIDR(range)
  ).toByteArray();
  const last = base.length - 1;
  return ipaddr.fromByteArray(base.with(last, (base[last] ?? 0) + 1)).toString();
}
