import type { PublishedPort } from '../../facts/values.ts';
import type { CheckKind } from '../check.ts';
import { given, port, text, type Whole, word } from '../given.ts';
import { findRunning } from '../presence.ts';

interface With {
  container: string;
  port: Whole;
  protocol?: string;
  'host-port'?: Whole;
  'host-ip'?: string;
}

/** A port of the running container is published on the host, as `docker run -p` does. */
export const portPublished: CheckKind<With> = {
  uses: 'port.published',
  schema: given(['container', 'port'], {
    container: text("The container's name"),
    port: port("The container's port"),
    protocol: word('tcp if left out', ['tcp', 'udp', 'sctp']),
    'host-port': port("The host's port; any if left out"),
    'host-ip': text("The host's address that it must be bound to; any if left out"),
  }),
  probes: ({ container }) => [{ address: `container/${container}` }],
  judge(asked, facts) {
    const found = findRunning(facts, asked.container);
    if (found.finding) return found.finding;
    const { container, protocol = 'tcp' } = asked;
    const all = found.value.ports.filter((one) => one.protocol === protocol);
    const inner = Number(asked.port);
    const outer = asked['host-port'] === undefined ? undefined : Number(asked['host-port']);
    const own = all.filter((one) => one.port === inner);
    const values = { container, port: inner, protocol };
    const seen = { at: `container/${container}#ports`, values };
    if (own.length === 0) {
      const swapped = all.some((one) => one.port === outer && one.hostPort === inner);
      const code = swapped ? 'port-swapped' : 'port-unpublished';
      return { code, expected: inner, actual: all.map(spell), ...seen };
    }
    const there = own.filter((one) => outer === undefined || one.hostPort === outer);
    if (there.length === 0) {
      const actual = own.map(({ hostPort }) => hostPort);
      return { code: 'port-host-port', expected: outer ?? null, actual, ...seen };
    }
    const ip = asked['host-ip'];
    const actual = there.map(({ hostIp }) => hostIp);
    if (ip === undefined || actual.includes(ip)) return undefined;
    return { code: 'port-host-ip', expected: ip, actual, ...seen };
  },
};

/** As `docker run -p` takes it. */
function spell({ hostIp, hostPort, port }: PublishedPort): string {
  return `${hostIp}:${hostPort}:${port}`;
}
