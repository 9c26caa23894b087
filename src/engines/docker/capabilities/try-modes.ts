import type { CapabilityValue } from '../../../facts/values.ts';
import { joinLinks } from '../probe/join-links.ts';
import { readHostInterfaces, readInterfaces } from '../probe/see-interfaces.ts';
import { runTrial } from './run-trial.ts';
import { buildTrialContainer } from './trial-container.ts';
import type { Trials } from './trials.ts';

const deadline = 5000;

/** Container mode: a second container asks the server at its own 127.0.0.1. */
export async function tryContainerMode(trials: Trials): Promise<CapabilityValue> {
  const { id, name } = await trials.server();
  const url = 'http://127.0.0.1/';
  const ask = ['--retry', '20', '--retry-connrefused', '--retry-delay', '0', '--max-time', '5'];
  const command = ['curl', '-qsS', ...ask, '-o', '/dev/null', '-w', '%{http_code}', url];
  const create = buildTrialContainer(trials.image, command, { NetworkMode: `container:${id}` });
  const printed = (await runTrial(trials.docker, create, trials.signal)).trim();
  const evidence = `docker run --network container:${name} … curl ${url}: ${printed}`;
  return { state: /^[1-5]\d\d$/.test(printed) ? 'works' : 'refuted', evidence };
}

/** Host mode: the helper's own network namespace is that of the engine. */
export async function tryHostMode(trials: Trials): Promise<CapabilityValue> {
  const helper = await trials.probeHelper();
  const [host, own] = await Promise.all([
    helper.namespaces('engine-host', deadline),
    helper.namespaces('helper', deadline),
  ]);
  const evidence = `docker run --network host … readlink /proc/self/ns/net: net:[${own.net}]; engine: net:[${host.net}]`;
  return { state: own.net !== undefined && own.net === host.net ? 'works' : 'refuted', evidence };
}

/** What the checks stand on: the helper enters a container and finds its cable's end on a bridge. */
export async function tryHostView(trials: Trials): Promise<CapabilityValue> {
  const [helper, server] = await Promise.all([trials.probeHelper(), trials.server()]);
  const process = { pid: server.pid, started: await helper.started(server.pid, deadline) };
  const inside = await readInterfaces(helper, { process, deadline, signal: trials.signal });
  const host = await readHostInterfaces(helper, trials.signal);
  const self = await helper.netnsid(process, deadline);
  const cable = joinLinks(inside.links, host.links, self).find((link) => link.peer?.bridge);
  const shown = `nsenter --net=/proc/${server.pid}/ns/net ip addr: ${names(inside.links)}; host: ${names(host.links)}`;
  if (!cable?.peer) return { state: 'refuted', evidence: shown };
  return {
    state: 'works',
    evidence: `${server.name}: ${cable.name} ↔ ${cable.peer.name} → ${cable.peer.bridge}`,
  };
}

function names(links: readonly { name: string }[]): string {
  return links.map((link) => link.name).join(' ');
}
