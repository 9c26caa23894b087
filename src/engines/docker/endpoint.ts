import { join } from 'node:path';
import { exitCodes, Failure } from '../../failure.ts';
import { findContextName, loadContext } from './context.ts';
import type { Environment } from './environment.ts';
import { type HostOptions, parseHost } from './host.ts';
import { answers } from './socket-answers.ts';
import { loadTls } from './tls.ts';
import { systemSocket, usualSockets } from './usual-sockets.ts';

export interface Endpoint {
  /** What docker-modem needs to connect. */
  host: HostOptions;
  /** As `DOCKER_HOST` would say it. */
  described: string;
  source: 'DOCKER_HOST' | `context ${string}` | 'socket';
}

/**
 * The engine that the docker command would talk to: DOCKER_HOST, then the context named by
 * DOCKER_CONTEXT or `docker context use`, then the first of the usual sockets that answers.
 * A choice that the user has made is never passed over for an engine that they did not mean.
 * Throws a Failure: `docker.no-endpoint`, `docker.denied`, `docker.no-context`,
 * `docker.bad-context`, `docker.bad-config`, `docker.bad-host`, `docker.no-certificate`.
 */
export async function findEndpoint(
  env: Environment,
  home: string,
  system = systemSocket,
): Promise<Endpoint> {
  const config = env.DOCKER_CONFIG || join(home, '.docker');
  if (env.DOCKER_HOST) return fromVariable(env.DOCKER_HOST, env, config);
  const name = await findContextName(env, config);
  if (name !== undefined) return fromContext(name, config, env);
  return fromSockets(usualSockets(env, home, system));
}

async function fromVariable(text: string, env: Environment, config: string): Promise<Endpoint> {
  const verify = Boolean(env.DOCKER_TLS_VERIFY);
  const tls =
    verify || env.DOCKER_TLS
      ? await loadTls(env.DOCKER_CERT_PATH || config, { verify, complete: verify })
      : undefined;
  return { host: parseHost(text, env, tls), described: text, source: 'DOCKER_HOST' };
}

async function fromContext(name: string, config: string, env: Environment): Promise<Endpoint> {
  const { host, tls } = await loadContext(name, config);
  return { host: parseHost(host, env, tls), described: host, source: `context ${name}` };
}

async function fromSockets(sockets: readonly string[]): Promise<Endpoint> {
  let closed: string | undefined;
  for (const socketPath of sockets) {
    const answer = await answers(socketPath);
    const described = `unix://${socketPath}`;
    if (answer === 'yes') return { host: { socketPath }, described, source: 'socket' };
    if (answer === 'denied') closed ??= described;
  }
  if (closed) throw new Failure('docker.denied', exitCodes.engine, { endpoint: closed });
  throw new Failure('docker.no-endpoint', exitCodes.engine, { tried: sockets.join(', ') });
}
