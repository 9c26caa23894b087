import type { Probe } from '../facts/fact.ts';
import type { Attachment } from '../facts/values.ts';
import type { FactsView, Finding } from './check.ts';
import { findNetwork, findRunning, type Present } from './presence.ts';

export const attachmentProbes = (container: string, network: string): Probe[] => [
  { address: `container/${container}` },
  { address: `network/${network}` },
];

/** How a running container hangs on a network that exists. */
export function findAttachment(
  facts: FactsView,
  container: string,
  network: string,
): Present<Attachment> {
  const running = findRunning(facts, container);
  if (running.finding) return running;
  const exists = findNetwork(facts, network);
  if (exists.finding) return exists;
  const { networks } = running.value;
  const value = Object.hasOwn(networks, network) ? networks[network] : undefined;
  if (value) return { value };
  return { finding: notAttached(container, network, Object.keys(networks)) };
}

function notAttached(container: string, network: string, actual: string[]): Finding {
  return {
    code: 'not-attached',
    at: `container/${container}#networks`,
    expected: network,
    actual,
    values: { container, network },
  };
}
