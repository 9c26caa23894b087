import http from 'node:http';
import https from 'node:https';
import { inspect } from 'node:util';
import type { HostOptions } from './host.ts';

/**
 * What `new Docker` needs for an endpoint. Every option is given, if only as undefined: docker-modem
 * fills in what is missing from DOCKER_HOST and its kin, and lets a host from there outdo a socket.
 */
export function modemOptions(host: HostOptions) {
  const { tls } = host;
  return {
    socketPath: host.socketPath,
    protocol: host.protocol ?? 'http',
    host: host.host,
    port: host.port,
    pathPrefix: '/',
    username: host.username,
    sshOptions: { agent: host.sshAgent },
    ca: tls?.ca,
    cert: tls?.cert,
    key: tls?.key,
    timeout: undefined,
    agent: newAgent(host),
  };
}

/** No connection is kept: one that an engine has closed meanwhile would fail the next call. */
function newAgent(host: HostOptions): http.Agent {
  const agent =
    host.protocol === 'https'
      ? new https.Agent({ keepAlive: false, rejectUnauthorized: host.tls?.verify ?? true })
      : new http.Agent({ keepAlive: false });
  // docker-modem writes out its options for each call, debugging or not: with the agent and all
  // its sockets that takes longer than the engine's answer.
  return Object.assign(agent, { [inspect.custom]: () => 'agent' });
}
