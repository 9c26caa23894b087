import type { Interface } from '../../facts/values.ts';
import type { CheckKind } from '../check.ts';
import { given, text, type Whole, whole } from '../given.ts';
import { findInterfaces } from '../presence.ts';
import { isSameJson } from '../same-json.ts';

interface With {
  container: string;
  kinds: Record<string, Whole>;
}

const counted = ['veth', 'macvlan', 'ipvlan', 'bridge', 'vxlan', 'dummy', 'physical', 'other'];

/** Exactly which kinds of interfaces, and how many of each, the container has apart from loopback. */
export const containerInterfaces: CheckKind<With> = {
  uses: 'container.interfaces',
  schema: given(['container', 'kinds'], {
    container: text("The container's name"),
    kinds: {
      type: 'object',
      description: 'How many interfaces of each kind; {} means: nothing but loopback',
      additionalProperties: false,
      properties: Object.fromEntries(
        counted.map((kind) => [kind, whole(`How many of kind ${kind}`, 0, 1000)]),
      ),
    },
  }),
  probes: ({ container }) => [
    { address: `container/${container}` },
    { address: `interfaces/${container}` },
  ],
  judge({ container, kinds }, facts) {
    const found = findInterfaces(facts, container);
    if (found.finding) return found.finding;
    const actual = count(found.value.interfaces);
    const expected = Object.fromEntries(
      Object.entries(kinds)
        .map(([kind, number]) => [kind, Number(number)] as const)
        .filter(([, number]) => number > 0),
    );
    if (isSameJson(expected, actual)) return undefined;
    const at = `interfaces/${container}#interfaces`;
    return { code: 'interfaces-differ', at, expected, actual, values: { container } };
  },
};

function count(interfaces: Interface[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, up } of interfaces) {
    // Some kernels put tunl0, sit0 and the like, which are down, into every new namespace
    // (sysctl net.core.fb_tunnels_only_for_init_net): nobody's work.
    if (kind === 'loopback' || (kind === 'other' && !up)) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
