import type { BridgeValue } from '../../facts/values.ts';
import { attachmentProbes, findAttachment } from '../attachment.ts';
import type { CheckKind } from '../check.ts';
import { given, text } from '../given.ts';
import { absent } from '../presence.ts';
import { findVeth, vethProbes } from '../veth.ts';

interface With {
  network: string;
  container: string;
}

/** The network's bridge has learned the container's MAC address behind the container's veth. */
export const bridgeLearned: CheckKind<With> = {
  uses: 'bridge.learned',
  schema: given(['network', 'container'], {
    network: text('The network whose bridge it is'),
    container: text('The container whose MAC address the bridge must have learned'),
  }),
  probes: ({ network, container }) => [
    ...attachmentProbes(container, network),
    ...vethProbes(container, network),
    { address: `bridge/${network}` },
  ],
  judge({ network, container }, facts) {
    const attachment = findAttachment(facts, container, network);
    if (attachment.finding) return attachment.finding;
    const veth = findVeth(facts, container, network);
    if (veth.finding) return veth.finding;
    const at = `bridge/${network}`;
    const bridge = facts.value(at) as BridgeValue | null;
    if (bridge === null) return absent(at);
    const { inside, outside } = veth.value;
    // A permanent row is the port's own address, put there and not learned from traffic.
    const learned = bridge.table.filter(({ permanent }) => !permanent);
    const own = learned.filter(({ mac }) => mac.toLowerCase() === inside.mac.toLowerCase());
    if (own.some(({ port }) => port === outside)) return undefined;
    const values = { container, network, mac: inside.mac, port: outside };
    const seen = { at: `${at}#table`, values };
    if (own.length === 0) {
      const actual = learned.map(({ mac }) => mac);
      return { code: 'mac-not-learned', expected: inside.mac, actual, ...seen };
    }
    const actual = own.map(({ port }) => port);
    return { code: 'mac-elsewhere', expected: outside, actual, ...seen };
  },
};
