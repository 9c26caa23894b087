import type { Attachment } from '../../facts/values.ts';
import { attachmentProbes, findAttachment } from '../attachment.ts';
import type { CheckKind, FactsView, Finding } from '../check.ts';
import { given, text } from '../given.ts';
import { isWithin, normalIp } from '../ip.ts';
import { findNetwork, findRunning, type Present } from '../presence.ts';

interface With {
  container: string;
  network?: string;
  in?: string;
  equals?: string;
  none?: boolean;
}

const notBoth = { not: { anyOf: [{ required: ['in'] }, { required: ['equals'] }] } };

/** Which IPv4 address Docker gave the running container, on one network or on any. */
export const containerAddress: CheckKind<With> = {
  uses: 'container.address',
  schema: given(
    ['container'],
    {
      container: text("The container's name"),
      network: text('The network on which it must be so; any if left out'),
      in: text('The subnet that the address must lie in'),
      equals: text('The address that it must have'),
      none: { const: true, description: 'With true: Docker must have given it no address' },
    },
    {
      anyOf: ['in', 'equals', 'none'].map((key) => ({ required: [key] })),
      dependencies: { none: notBoth },
    },
  ),
  probes: ({ container, network }) =>
    network === undefined
      ? [{ address: `container/${container}` }]
      : attachmentProbes(container, network),
  judge(asked, facts) {
    const found = asked.none ? findAll(asked, facts) : findAsked(asked, facts);
    if (found.finding) return found.finding;
    const actual = found.value.map(({ ip }) => ip).filter((ip) => ip !== '');
    return asked.none ? findAny(asked, actual) : findWrong(asked, actual);
  },
};

/** To have no address on a network, a container need not be on it; but both must exist. */
function findAll({ container, network }: With, facts: FactsView): Present<Attachment[]> {
  const running = findRunning(facts, container);
  if (running.finding) return running;
  const { networks } = running.value;
  if (network === undefined) return { value: Object.values(networks) };
  const exists = findNetwork(facts, network);
  if (exists.finding) return exists;
  return { value: Object.hasOwn(networks, network) ? [networks[network] as Attachment] : [] };
}

function findAsked(asked: With, facts: FactsView): Present<Attachment[]> {
  if (asked.network === undefined) return findAll(asked, facts);
  const found = findAttachment(facts, asked.container, asked.network);
  return found.finding ? found : { value: [found.value] };
}

function findAny(asked: With, actual: string[]): Finding | undefined {
  if (actual.length === 0) return undefined;
  return { code: 'address-unwanted', expected: [], actual, ...where(asked) };
}

function findWrong(asked: With, actual: string[]): Finding | undefined {
  const subnet = asked.in;
  const address = asked.equals;
  if (actual.length === 0) {
    return {
      code: 'address-missing',
      expected: address ?? subnet ?? null,
      actual,
      ...where(asked),
    };
  }
  if (address !== undefined && !actual.some((ip) => normalIp(ip) === normalIp(address))) {
    return { code: 'address-other', expected: address, actual, ...where(asked) };
  }
  if (subnet !== undefined && !actual.some((ip) => isWithin(ip, subnet))) {
    return { code: 'address-outside', expected: subnet, actual, ...where(asked) };
  }
  return undefined;
}

const where = ({ container }: With) => ({
  at: `container/${container}#networks`,
  values: { container },
});
