import ipaddr from 'ipaddr.js';

/** An IP address in its one normal form; undefined when the text is none. */
export function normalIp(text: string): string | undefined {
  return parseIp(text)?.toNormalizedString();
}

/** A subnet, or an address with its prefix, in its one normal form; undefined when it is none. */
export function normalCidr(text: string): string | undefined {
  const slash = text.indexOf('/');
  const address = parseIp(text.slice(0, slash));
  const prefix = parsePrefix(text.slice(slash + 1), address);
  return slash < 0 || !address || prefix === undefined
    ? undefined
    : `${address.toNormalizedString()}/${prefix}`;
}

/** Whether the address lies in the subnet; false when either is none. */
export function isWithin(ip: string, cidr: string): boolean {
  const slash = cidr.indexOf('/');
  const address = parseIp(ip);
  const subnet = parseIp(cidr.slice(0, slash));
  const prefix = parsePrefix(cidr.slice(slash + 1), subnet);
  if (slash < 0 || !address || !subnet || prefix === undefined) return false;
  return address.kind() === subnet.kind() && address.match(subnet as ipaddr.IPv4, prefix);
}

/** IPv4 only as four decimal numbers: ipaddr.js by itself also takes `1`, `0x7f.1` and the like. */
function parseIp(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return text.includes(':') && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined;
}

function parsePrefix(text: string, address: ipaddr.IPv4 | ipaddr.IPv6 | undefined) {
  if (!address || !/^[0-9]{1,3}$/.test(text)) return undefined;
  const prefix = Number(text);
  return prefix <= (address.kind() === 'ipv4' ? 32 : 128) ? prefix : undefined;
}
