import { attachmentProbes, findAttachment } from '../attachment.ts';
import type { CheckKind, FactsView, Finding } from '../check.ts';
import { flag, given, text } from '../given.ts';
import { findRunning } from '../presence.ts';

interface With {
  container: string;
  network: string;
  alias?: string;
  only?: boolean;
}

/** The running container is on the network; under a further name, or on no other, if so asked. */
export const containerAttached: CheckKind<With> = {
  uses: 'container.attached',
  schema: given(['container', 'network'], {
    container: text("The container's name"),
    network: text("The network's name"),
    alias: text('A further name that it must have on this network'),
    only: flag('With true: it must be on no other network'),
  }),
  probes: ({ container, network }) => attachmentProbes(container, network),
  judge(asked, facts) {
    const { container, network, alias } = asked;
    const attachment = findAttachment(facts, container, network);
    if (attachment.finding) return attachment.finding;
    const { aliases } = attachment.value;
    if (alias === undefined || aliases.includes(alias)) return findOthers(asked, facts);
    return {
      code: 'alias-missing',
      at: `container/${container}#networks.${JSON.stringify(network)}.aliases`,
      expected: alias,
      actual: aliases,
      values: { container, network },
    };
  },
};

function findOthers({ container, network, only }: With, facts: FactsView): Finding | undefined {
  const found = findRunning(facts, container);
  if (found.finding) return found.finding;
  const actual = Object.keys(found.value.networks);
  if (!only || actual.length === 1) return undefined;
  return {
    code: 'attached-elsewhere',
    at: `container/${container}#networks`,
    expected: [network],
    actual,
    values: { container, network },
  };
}
