import { isIP } from 'node:net';

/** A resolver's configuration; the limits are those of resolv.conf(5). */
export interface Resolver {
  servers: string[];
  search: string[];
  ndots: number;
}

const most = { servers: 3, search: 6, ndots: 15 };

/** Reads a resolv.conf. Without a name server the resolver asks its own machine. */
export function parseResolver(text: string): Resolver {
  const resolver: Resolver = { servers: [], search: [], ndots: 1 };
  for (const line of text.split('\n')) {
    const [keyword, ...words] = line.trim().split(/\s+/);
    const [first = ''] = words;
    if (keyword === 'nameserver' && isIP(first) !== 0) resolver.servers.push(first);
    if (keyword === 'search' || keyword === 'domain') {
      resolver.search = words.filter((word) => word !== '.');
    }
    if (keyword === 'options') {
      const ndots = words.map((word) => /^ndots:(\d+)$/.exec(word)?.[1]).find(Boolean);
      if (ndots) resolver.ndots = Math.min(Number(ndots), most.ndots);
    }
  }
  return {
    servers: resolver.servers.length > 0 ? resolver.servers.slice(0, most.servers) : ['127.0.0.1'],
    search: resolver.search.slice(0, most.search),
    ndots: resolver.ndots,
  };
}

/** The full names that the resolver asks for, in order, each with its last dot. */
export function buildCandidates(name: string, { search, ndots }: Resolver): string[] {
  if (name.endsWith('.')) return [name];
  const full = (domain: string) => `${name}.${domain.replace(/\.$/, '')}.`;
  const searched = search.map(full);
  const dots = name.split('.').length - 1;
  return dots >= ndots ? [`${name}.`, ...searched] : [...searched, `${name}.`];
}
