import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinLinks } from '../../../../src/engines/docker/probe/join-links.ts';
import type { Link } from '../../../../src/engines/docker/probe/network-view.ts';

function link(index: number, rest: Partial<Link>): Link {
  return {
    name: `if${index}`,
    index,
    kind: 'veth',
    mac: '',
    mtu: 1500,
    up: true,
    addresses: [],
    master: null,
    lower: null,
    lowerNamespace: null,
    ...rest,
  };
}

/** Cables between namespaces, 0 being the host's; indexes are small, so that they repeat. */
const cables = fc.array(
  fc.record({ left: fc.nat({ max: 4 }), right: fc.nat({ max: 4 }), skip: fc.nat({ max: 2 }) }),
  { maxLength: 25 },
);

function build(plan: { left: number; right: number; skip: number }[]) {
  const spaces: Link[][] = Array.from({ length: 5 }, () => []);
  const next = [1, 1, 1, 1, 1];
  const truth: { space: number; index: number; peerSpace: number; peerIndex: number }[] = [];
  const take = (space: number, skip: number) => {
    const index = (next[space] ?? 1) + skip;
    next[space] = index + 1;
    return index;
  };
  for (const { left, right, skip } of plan) {
    const [a, b] = [take(left, skip), take(right, 0)];
    // Every namespace numbers the others by itself; here by a number that all agree on.
    const far = (own: number, other: number) => (own === other ? null : other);
    spaces[left]?.push(link(a, { lower: b, lowerNamespace: far(left, right) }));
    spaces[right]?.push(link(b, { lower: a, lowerNamespace: far(right, left) }));
    truth.push({ space: left, index: a, peerSpace: right, peerIndex: b });
    truth.push({ space: right, index: b, peerSpace: left, peerIndex: a });
  }
  return { spaces, truth };
}

test('no cable is ever joined to another one’s end, and every one to the host is joined', () => {
  fc.assert(
    fc.property(cables, (plan) => {
      const { spaces, truth } = build(plan);
      for (const [space, links] of spaces.entries()) {
        const joined = joinLinks(links, spaces[0] ?? [], space === 0 ? 'host' : space);
        for (const { index, peer } of joined) {
          const real = truth.find((end) => end.space === space && end.index === index);
          expect(peer?.index ?? null).toBe(real?.peerSpace === 0 ? real.peerIndex : null);
        }
      }
    }),
  );
});

test('a peer’s bridge is its master, if that is a bridge', () => {
  const inside = [link(7, { lower: 8, lowerNamespace: 0 })];
  const host = (kind: Link['kind']) => [
    link(8, { lower: 7, lowerNamespace: 3, master: 'm0' }),
    link(2, { name: 'm0', kind }),
  ];
  expect(joinLinks(inside, host('bridge'), 3)[0]?.peer).toEqual({
    name: 'if8',
    index: 8,
    bridge: 'm0',
  });
  expect(joinLinks(inside, host('other'), 3)[0]?.peer?.bridge).toBeNull();
  expect(joinLinks(inside, host('bridge'), null)[0]?.peer).toBeNull();
});

test('macvlan and ipvlan have a parent and no peer; a vxlan has neither', () => {
  const host = [link(3, { name: 'eth0', kind: 'physical' })];
  const kinds = ['macvlan', 'ipvlan', 'vxlan'] as const;
  const inside = kinds.map((kind, i) => link(10 + i, { kind, lower: 3, lowerNamespace: 0 }));
  const parent = { name: 'eth0', index: 3 };
  expect(joinLinks(inside, host, 5)).toMatchObject([
    { peer: null, parent },
    { peer: null, parent },
    { peer: null, parent: null },
  ]);
});
