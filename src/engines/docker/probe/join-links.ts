import type { Interface } from '../../../facts/values.ts';
import type { Link } from './network-view.ts';

/**
 * Joins the interfaces of one namespace to those of the engine's host. `self` is the number that
 * the host has for this namespace, `host` when it is the host's own, null when the host has none.
 * Two veth ends belong together when each names the other's index, and the host's end says that
 * its other end is in this very namespace: indexes alone repeat between namespaces.
 */
export function joinLinks(
  links: readonly Link[],
  host: readonly Link[],
  self: number | 'host' | null,
): Interface[] {
  return links.map(({ lower, lowerNamespace, ...link }) => {
    const below = lower === null ? undefined : host.find((other) => other.index === lower);
    // Without a namespace number the other end is in the link's own namespace.
    const onHost = self === 'host' ? lowerNamespace === null : lowerNamespace !== null;
    return {
      ...link,
      peer: onHost && link.kind === 'veth' && below ? peerOf(link, below, host, self) : null,
      parent:
        onHost && (link.kind === 'macvlan' || link.kind === 'ipvlan') && below
          ? { name: below.name, index: below.index }
          : null,
    };
  });
}

function peerOf(
  link: Pick<Link, 'index'>,
  below: Link,
  host: readonly Link[],
  self: number | 'host' | null,
): Interface['peer'] {
  const mutual = below.kind === 'veth' && below.lower === link.index;
  const here = self === 'host' ? below.lowerNamespace === null : below.lowerNamespace === self;
  if (!mutual || !here) return null;
  const master = host.find((other) => other.name === below.master);
  return {
    name: below.name,
    index: below.index,
    bridge: master?.kind === 'bridge' ? master.name : null,
  };
}
