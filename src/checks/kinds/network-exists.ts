import type { NetworkValue } from '../../facts/values.ts';
import type { Json } from '../../json.ts';
import type { CheckKind, Finding } from '../check.ts';
import { flag, given, text } from '../given.ts';
import { normalCidr, normalIp } from '../ip.ts';
import { findNetwork } from '../presence.ts';

interface With {
  network: string;
  driver?: string;
  subnet?: string;
  gateway?: string;
  internal?: boolean;
  attachable?: boolean;
  options?: Record<string, Json>;
}

/** There is one Docker network of this name, made as asked. */
export const networkExists: CheckKind<With> = {
  uses: 'network.exists',
  schema: given(['network'], {
    network: text("The network's name"),
    driver: text('Its driver: bridge, macvlan, …'),
    subnet: text('A subnet that it must have, as a CIDR'),
    gateway: text('A gateway that it must have'),
    internal: flag('Whether it must be internal'),
    attachable: flag('Whether it must be attachable'),
    options: {
      type: 'object',
      description: 'Options that it must have, with their values',
      additionalProperties: { type: ['string', 'number', 'boolean'] },
    },
  }),
  probes: ({ network }) => [{ address: `network/${network}` }],
  judge(asked, facts) {
    const found = findNetwork(facts, asked.network);
    if (found.finding) return found.finding;
    const { value } = found;
    if (value.sameName > 1) return wrong(asked, 'network-ambiguous', 'sameName', 1, value.sameName);
    return findPlain(asked, value) ?? findSubnet(asked, value) ?? findOption(asked, value);
  },
};

const plain = ['driver', 'internal', 'attachable'] as const;

function findPlain(asked: With, actual: NetworkValue): Finding | undefined {
  const key = plain.find((one) => asked[one] !== undefined && asked[one] !== actual[one]);
  if (!key) return undefined;
  const code = asked[key] === true ? `network-not-${key}` : `network-${key}`;
  return wrong(asked, code, key, asked[key] ?? null, actual[key]);
}

function findSubnet(asked: With, { subnets }: NetworkValue): Finding | undefined {
  const { subnet, gateway } = asked;
  const ranges = subnets.map((one) => one.subnet);
  if (subnet !== undefined && !ranges.some((one) => isSame(normalCidr, one, subnet))) {
    return wrong(asked, 'network-subnet', 'subnets', subnet, ranges);
  }
  const gateways = subnets.map((one) => one.gateway).filter((one) => one !== '');
  if (gateway !== undefined && !gateways.some((one) => isSame(normalIp, one, gateway))) {
    return wrong(asked, 'network-gateway', 'subnets', gateway, gateways);
  }
  return undefined;
}

/** That an option is there counts, even with the empty value that `--opt encrypted` leaves. */
function findOption(asked: With, { options }: NetworkValue): Finding | undefined {
  for (const [option, value] of Object.entries(asked.options ?? {})) {
    const actual = Object.hasOwn(options, option) ? (options[option] ?? null) : null;
    if (actual === String(value)) continue;
    const finding = wrong(asked, 'network-option', 'options', String(value), actual);
    return { ...finding, values: { network: asked.network, option } };
  }
  return undefined;
}

function isSame(normal: (text: string) => string | undefined, one: string, two: string): boolean {
  return one === two || (normal(one) !== undefined && normal(one) === normal(two));
}

function wrong({ network }: With, code: string, path: string, expected: Json, actual: Json) {
  return { code, at: `network/${network}#${path}`, expected, actual, values: { network } };
}
