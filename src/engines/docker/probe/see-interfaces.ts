import type { Json } from '../../../json.ts';
import type { Look, See } from '../look.ts';
import { findProcess, shortDeadline } from './find-process.ts';
import type { Ask, Helper } from './helper.ts';
import { joinLinks } from './join-links.ts';
import type { Link, NetworkView } from './network-view.ts';
import { parseLinks, parseRoutes } from './parse-ip.ts';
import { runIp } from './run-ip.ts';

const deadline = 10_000;

/** `interfaces/NAME`, `interfaces/@engine-host`: an InterfacesValue. */
export const seeInterfaces: See = async (look, { subject }) => {
  if (subject === '@engine-host') {
    const { links, routes } = await look.hostInterfaces();
    return {
      interfaces: joinLinks(links, links, 'host'),
      routes,
    } as unknown as Json;
  }
  const process = await findProcess(look, subject);
  if (!process) return null;
  const helper = await look.helper();
  const { links, routes } = await readInterfaces(helper, {
    process,
    deadline,
    signal: look.signal,
  });
  const self = await helper.netnsid(process, shortDeadline);
  const interfaces = joinLinks(links, await hostLinks(look, links), self);
  return { interfaces, routes } as unknown as Json;
};

/** The interfaces and routes of the engine's host. */
export function readHostInterfaces(helper: Helper, signal: AbortSignal): Promise<NetworkView> {
  return readInterfaces(helper, { deadline, signal });
}

/** What the network namespace of a process shows. */
export async function readInterfaces(helper: Helper, ask: Ask): Promise<NetworkView> {
  const [links, routes] = await Promise.all([
    runIp(helper, ['ip', '-j', '-d', 'addr', 'show'], ask),
    runIp(helper, ['ip', '-j', 'route', 'show'], ask),
  ]);
  return { links: parseLinks(links), routes: parseRoutes(routes) };
}

/** What stands on the host since it was last looked at is not known there yet: then look again. */
async function hostLinks(look: Look, links: readonly Link[]): Promise<readonly Link[]> {
  const host = (await look.hostInterfaces()).links;
  const known = new Set(host.map((link) => link.index));
  const missing = links.some(
    ({ lower, lowerNamespace }) => lower !== null && lowerNamespace !== null && !known.has(lower),
  );
  return missing ? (await readHostInterfaces(await look.helper(), look.signal)).links : host;
}
