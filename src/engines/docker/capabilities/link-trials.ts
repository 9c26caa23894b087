import type { Capability } from '../../../lab/capabilities.ts';

/**
 * What is tried in a network namespace that goes with its container: for each capability the
 * commands that must all succeed, in this order. A kind of link or a protocol whose kernel module
 * is not loaded yet gets loaded by this, as it would by the driver that needs it.
 */
export const linkTrials: readonly (readonly [Capability, string])[] = [
  ['driver.bridge', 'ip link add labs-br0 type bridge'],
  ['driver.bridge', 'ip link add labs-v0 type veth peer name labs-v1'],
  ['driver.bridge', 'ip link set labs-v0 master labs-br0'],
  ['driver.bridge', 'ip link set labs-br0 up'],
  // What keeps an internal network in: a bridge, and a filter that drops what would leave it.
  ['driver.internal', 'ip link show labs-br0'],
  ['driver.internal', 'iptables-nft -A FORWARD ! -s 192.0.2.0/24 -o labs-br0 -j DROP'],
  ['driver.macvlan', 'ip link add labs-m0 link labs-v1 type macvlan mode bridge'],
  // A macvlan and an ipvlan cannot stand on one device.
  ['driver.ipvlan', 'ip link add labs-p0 type veth peer name labs-p1'],
  ['driver.ipvlan', 'ip link add labs-i0 link labs-p0 type ipvlan mode l2'],
  ['driver.overlay', 'ip link add labs-x0 type vxlan id 4097 dstport 4789'],
  ['kernel.ipvs', 'genl ctrl get name IPVS'],
  // As the overlay driver encrypts; libnetwork, drivers/overlay/encryption.go.
  [
    'kernel.esp',
    'ip xfrm state add src 192.0.2.1 dst 192.0.2.2 proto esp spi 0x1001 mode transport' +
      ' aead rfc4106(gcm(aes)) 0x0102030405060708090a0b0c0d0e0f1011121314 64',
  ],
  ['driver.none', 'ip -o link show'],
];

/** Older kernels have only the older tables. */
const olderFilter = 'iptables-legacy -A FORWARD ! -s 192.0.2.0/24 -o labs-br0 -j DROP';

/** The shell script that tries them all: for each the number, the exit code and what was printed. */
export function buildTrialScript(): string {
  const lines = linkTrials.map(([, command], i) => {
    const retry = command.startsWith('iptables-nft') ? ` || ${quote(olderFilter)}` : '';
    return `out=$({ ${quote(command)}${retry}; } 2>&1); printf '%s\\t%s\\t%s\\n' ${i} $? "$(echo $out)"`;
  });
  return ['set -f', ...lines].join('\n');
}

function quote(command: string): string {
  return command.replace(/\S*[()!]\S*/g, (word) => `'${word}'`);
}
