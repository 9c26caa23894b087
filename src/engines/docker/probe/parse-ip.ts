import type { Interface, Route } from '../../../facts/values.ts';
import type { Link } from './network-view.ts';
import { parseRows } from './parse-rows.ts';

/** A row of `ip -j -d addr show`, as far as it is read here; source: iproute2, ip/ipaddress.c. */
interface Row {
  ifindex?: number;
  ifname?: string;
  flags?: string[];
  mtu?: number;
  address?: string;
  master?: string;
  link?: string;
  link_index?: number;
  link_netnsid?: number;
  link_type?: string;
  linkinfo?: { info_kind?: string };
  addr_info?: { local?: string; prefixlen?: number }[];
}

interface RouteRow {
  dst?: string;
  gateway?: string;
  via?: { host?: string };
  dev?: string;
}

const kinds: ReadonlySet<string> = new Set([
  'veth',
  'macvlan',
  'ipvlan',
  'bridge',
  'vxlan',
  'dummy',
]);

/** Reads what `ip -j -d addr show` prints. Throws Unseen when it is no such list. */
export function parseLinks(text: string): Link[] {
  const rows = parseRows<Row>(text, 'ip addr').filter((row) => row.ifname !== undefined);
  const byName = new Map(rows.map((row) => [row.ifname, row.ifindex]));
  return rows.map((row) => ({
    name: String(row.ifname),
    index: Number(row.ifindex ?? 0),
    kind: kindOf(row),
    mac: row.address ?? '',
    mtu: Number(row.mtu ?? 0),
    up: row.flags?.includes('UP') ?? false,
    addresses: (row.addr_info ?? [])
      .filter((address) => address.local !== undefined)
      .map(({ local, prefixlen }) => ({ ip: String(local), prefix: Number(prefixlen ?? 0) })),
    master: row.master ?? null,
    // In one namespace `ip` names the lower device, across namespaces it can only number it.
    lower: row.link_index ?? byName.get(row.link) ?? null,
    lowerNamespace: row.link_netnsid ?? null,
  }));
}

/** Reads what `ip -j route show` prints. Throws Unseen when it is no such list. */
export function parseRoutes(text: string): Route[] {
  return parseRows<RouteRow>(text, 'ip route')
    .filter((row) => row.dst !== undefined && row.dev !== undefined)
    .map((row) => ({
      to: wholeRange(String(row.dst)),
      via: row.gateway ?? row.via?.host ?? null,
      interface: String(row.dev),
    }));
}

/** `ip` leaves out the length of a route to one host. */
function wholeRange(to: string): string {
  if (to === 'default' || to.includes('/')) return to;
  return to.includes(':') ? `${to}/128` : `${to}/32`;
}

function kindOf(row: Row): Interface['kind'] {
  if (row.link_type === 'loopback' || row.flags?.includes('LOOPBACK')) return 'loopback';
  const kind = row.linkinfo?.info_kind;
  if (kind === undefined) return 'physical';
  return kinds.has(kind) ? (kind as Interface['kind']) : 'other';
}
