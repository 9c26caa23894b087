import { isIP } from 'node:net';

/** `none`: there is the name, without such an address; `failed`: the server could not say. */
export type Lookup =
  | { status: 'answered'; addresses: string[] }
  | { status: 'none' | 'unknown' | 'failed' | 'silence' };

/**
 * Reads what nslookup prints (busybox's and BIND's). The block up to the first empty line is the
 * server's own name and address, and no answer.
 */
export function parseNslookup(text: string): Lookup {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === '');
  const body = start < 0 ? [] : lines.slice(start);
  const failure = /^\*\* server can't find .*: ([A-Z]+)$/;
  const code = lines.map((line) => failure.exec(line)?.[1]).find(Boolean);
  const addresses = body
    .map((line) => /^Address(?: \d+)?:\s*(\S+)/.exec(line)?.[1] ?? '')
    .filter((address) => isIP(address) !== 0);
  if (addresses.length > 0) return { status: 'answered', addresses: [...new Set(addresses)] };
  if (code === 'NXDOMAIN') return { status: 'unknown' };
  if (code !== undefined) return { status: 'failed' };
  const answered = /^(?:Non-authoritative answer:|Name:)|No answer|canonical name/m;
  return { status: answered.test(body.join('\n')) ? 'none' : 'silence' };
}
