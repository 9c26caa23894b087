import { exitCodes, Failure } from '../../failure.ts';
import type { Environment } from './environment.ts';
import type { Tls } from './tls.ts';

/** Where an engine listens, in docker-modem's words. */
export interface HostOptions {
  socketPath?: string;
  protocol?: 'http' | 'https' | 'ssh';
  host?: string;
  port?: number;
  username?: string;
  /** For ssh: the socket of the agent that holds the user's keys. */
  sshAgent?: string;
  tls?: Tls;
}

/**
 * Reads what DOCKER_HOST or a context says: `unix://`, `npipe://`, `tcp://`, `http(s)://`,
 * `ssh://`, or `HOST:PORT`. Throws `docker.bad-host`.
 */
export function parseHost(text: string, env: Environment, tls?: Tls): HostOptions {
  const [, scheme = 'tcp', rest = ''] = /^(?:([a-z]+):\/\/)?(.*)$/s.exec(text) ?? [];
  if (scheme === 'unix' || scheme === 'npipe') {
    if (!rest.startsWith('/')) throw badHost(text);
    return { socketPath: rest };
  }
  const url = parseAuthority(text, rest);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (scheme === 'ssh') {
    return {
      protocol: 'ssh',
      host,
      port: Number(url.port || 22),
      ...(url.username && { username: decodeURIComponent(url.username) }),
      ...(env.SSH_AUTH_SOCK && { sshAgent: env.SSH_AUTH_SOCK }),
    };
  }
  if (!['tcp', 'http', 'https'].includes(scheme)) throw badHost(text);
  const secure = scheme === 'https' || tls !== undefined;
  return {
    protocol: secure ? 'https' : 'http',
    host,
    port: Number(url.port || (secure ? 2376 : 2375)),
    ...(tls && { tls }),
  };
}

function parseAuthority(text: string, rest: string): URL {
  // For a scheme that the web does not know, no port is taken for its default and dropped.
  const address = `tcp://${rest}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.hostname) throw badHost(text);
  return url;
}

function badHost(host: string): Failure {
  return new Failure('docker.bad-host', exitCodes.engine, { host });
}
