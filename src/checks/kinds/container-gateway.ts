import { attachmentProbes, findAttachment } from '../attachment.ts';
import type { CheckKind } from '../check.ts';
import { given, text } from '../given.ts';
import { findInterfaces } from '../presence.ts';

interface With {
  container: string;
  network: string;
}

/** The container's default route goes by the gateway of that network. */
export const containerGateway: CheckKind<With> = {
  uses: 'container.gateway',
  schema: given(['container', 'network'], {
    container: text("The container's name"),
    network: text('The network whose gateway it must be'),
  }),
  probes: ({ container, network }) => [
    ...attachmentProbes(container, network),
    { address: `interfaces/${container}` },
  ],
  judge({ container, network }, facts) {
    const attachment = findAttachment(facts, container, network);
    if (attachment.finding) return attachment.finding;
    const inside = findInterfaces(facts, container);
    if (inside.finding) return inside.finding;
    const values = { container, network };
    const { gateway } = attachment.value;
    if (gateway === '') {
      const seen = { at: `network/${network}#subnets`, expected: null, actual: null, values };
      return { code: 'network-no-gateway', ...seen };
    }
    const at = `interfaces/${container}#routes`;
    // The kernel lists routes in the order in which it takes them; IPv6 has its own default.
    const route = inside.value.routes.find(
      ({ to, via }) => to === 'default' && !via?.includes(':'),
    );
    if (!route) return { code: 'gateway-none', at, expected: gateway, actual: null, values };
    if (route.via === gateway) return undefined;
    return { code: 'gateway-other', at, expected: gateway, actual: route.via, values };
  },
};
