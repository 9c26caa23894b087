import { isIP } from 'node:net';

/** The addresses that a hosts file gives to a name, in its order; hosts(5). */
export function parseHosts(text: string, name: string): string[] {
  const wanted = bare(name);
  const addresses: string[] = [];
  for (const line of text.split('\n')) {
    const [address, ...names] = (line.split('#', 1)[0] ?? '').trim().split(/\s+/);
    if (!address || isIP(address) === 0 || addresses.includes(address)) continue;
    if (names.some((known) => bare(known) === wanted)) addresses.push(address);
  }
  return addresses;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
