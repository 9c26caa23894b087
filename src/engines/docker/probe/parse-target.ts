import { isIP } from 'node:net';
import { Unseen } from '../../unseen.ts';

export interface Target {
  /** An address, or a name that has to be resolved. */
  host: string;
  port: number;
  /** For http and https. */
  url?: string;
}

/** Reads `host:port` or an http(s) URL. Throws Unseen when it is neither. */
export function parseTarget(text: string): Target {
  const target = /^https?:\/\//i.test(text) ? parseUrl(text) : parsePair(text);
  if (!target || target.port < 1 || target.port > 65_535) {
    throw new Unseen('refused', `${text} is neither HOST:PORT nor an http URL`);
  }
  return target;
}

function parseUrl(text: string): Target | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return { host: unbracket(url.hostname), port, url: url.href };
}

function parsePair(text: string): Target | undefined {
  const [, host, port] = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9_.-]+):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined || host.startsWith('-')) return undefined;
  if (host.startsWith('[') && isIP(unbracket(host)) !== 6) return undefined;
  return { host: unbracket(host), port: Number(port) };
}

function unbracket(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
