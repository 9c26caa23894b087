import type { CheckKind } from '../check.ts';
import { given, text, word } from '../given.ts';
import { findInterfaces } from '../presence.ts';

interface With {
  container: string;
  kind: 'macvlan' | 'ipvlan';
  parent?: string;
}

/** The container has a macvlan or ipvlan interface that stands on an interface of the host. */
export const containerParent: CheckKind<With> = {
  uses: 'container.parent',
  schema: given(['container', 'kind'], {
    container: text("The container's name"),
    kind: word('The kind of interface', ['macvlan', 'ipvlan']),
    parent: text("The interface on the engine's host that it must stand on; any if left out"),
  }),
  probes: ({ container }) => [
    { address: `container/${container}` },
    { address: `interfaces/${container}` },
  ],
  judge({ container, kind, parent }, facts) {
    const found = findInterfaces(facts, container);
    if (found.finding) return found.finding;
    const { interfaces } = found.value;
    const at = `interfaces/${container}#interfaces`;
    const values = { container, kind };
    const standing = interfaces.filter((one) => one.kind === kind);
    if (standing.length === 0) {
      const actual = interfaces.map((one) => one.kind);
      return { code: 'interface-missing', at, expected: kind, actual, values };
    }
    const actual = standing.map((one) => one.parent?.name ?? null);
    if (actual.some((name) => name !== null && (parent === undefined || name === parent))) {
      return undefined;
    }
    const code = parent === undefined ? 'parent-none' : 'parent-other';
    return { code, at, expected: parent ?? null, actual, values };
  },
};
