import type { Probe } from '../../facts/fact.ts';
import type { ResolveValue } from '../../facts/values.ts';
import { parseDuration } from '../../lab/duration.ts';
import { attachmentProbes, findAttachment } from '../attachment.ts';
import type { CheckKind, FactsView, Finding } from '../check.ts';
import { duration, given, place, text, word } from '../given.ts';
import { normalIp } from '../ip.ts';
import { absent, findPlaceProblem, type Present, placeGone, placeProbes } from '../presence.ts';

interface With {
  name: string;
  from: string;
  to?: string | string[];
  container?: string | string[];
  network?: string;
  unknown?: true;
  source?: 'dns' | 'hosts';
  listen?: string;
}

const oneOrMore = (item: string, description: string) => ({
  anyOf: [text(item), { type: 'array', minItems: 1, items: text(item), description: item }],
  description,
});

/** What a name is resolved to, where, and by whom. */
export const resolve: CheckKind<With> = {
  uses: 'resolve',
  schema: given(
    ['name', 'from'],
    {
      name: text('The name to look up'),
      from: place('Where it is looked up'),
      to: oneOrMore('An IP address', 'The complete set of addresses that must come'),
      container: oneOrMore(
        "A container's name",
        'The containers whose addresses on `network` must come, no other',
      ),
      network: text('The network on which the containers have these addresses'),
      unknown: {
        const: true,
        description: 'With true: no address may come, be the answer no or be there none',
      },
      source: word('Who must have answered: a name server, or the hosts file', ['dns', 'hosts']),
      listen: duration('How long to wait for an answer before calling it silence; 2s if left out'),
    },
    {
      oneOf: ['to', 'container', 'unknown'].map((key) => ({ required: [key] })),
      dependencies: {
        container: ['network'],
        network: ['container'],
        unknown: { not: { required: ['source'] } },
      },
    },
  ),
  probes: (asked) => [
    ...placeProbes(asked.from),
    ...targetProbes(asked),
    { address: addressOf(asked), listen: parseDuration(asked.listen ?? '2s') ?? 2000 },
  ],
  judge(asked, facts) {
    const { from, name } = asked;
    const problem = findPlaceProblem(facts, from);
    if (problem) return problem;
    const at = addressOf(asked);
    const value = facts.value(at) as ResolveValue | null;
    if (value === null) return from.startsWith('container/') ? placeGone(from) : absent(at);
    const values = { name, from };
    if (asked.unknown) {
      if (value.outcome !== 'answered') return undefined;
      const seen = { at: `${at}#answers`, expected: [], actual: value.answers, values };
      return { code: 'resolve-answered', ...seen };
    }
    const targets = findTargets(asked, facts);
    return targets.finding ?? findWrong(asked, value, targets.value);
  },
};

function findWrong(asked: With, value: ResolveValue, expected: string[]): Finding | undefined {
  const at = addressOf(asked);
  const values = { name: asked.name, from: asked.from };
  if (value.outcome !== 'answered') {
    const code = `resolve-${value.outcome}`;
    return { code, at: `${at}#outcome`, expected, actual: value.outcome, values };
  }
  if (!isSameSet(value.answers, expected)) {
    return { code: 'resolve-other', at: `${at}#answers`, expected, actual: value.answers, values };
  }
  if (asked.source === undefined || value.source === asked.source) return undefined;
  const seen = { at: `${at}#source`, expected: asked.source, actual: value.source, values };
  return { code: 'resolve-source', ...seen };
}

const addressOf = ({ from, name }: With) => `resolve/${from}/${name}`;

const listed = (given: string | string[] = []) => (Array.isArray(given) ? given : [given]);

function targetProbes({ container, network = '' }: With): Probe[] {
  return listed(container).flatMap((one) => attachmentProbes(one, network));
}

/** The addresses that must come: as written, or those that the containers have right now. */
function findTargets({ to, container, network = '' }: With, facts: FactsView): Present<string[]> {
  const targets = listed(to);
  for (const one of listed(container)) {
    const found = findAttachment(facts, one, network);
    if (found.finding) return found;
    if (found.value.ip === '') return { finding: noAddress(one, network) };
    targets.push(found.value.ip);
  }
  return { value: targets };
}

function noAddress(container: string, network: string): Finding {
  return {
    code: 'address-missing',
    at: `container/${container}#networks`,
    expected: network,
    actual: [],
    values: { container },
  };
}

/** The same addresses in any order; of the families that are asked for, no others. */
function isSameSet(answers: string[], expected: string[]): boolean {
  const wanted = new Set(expected.map((ip) => normalIp(ip) ?? ip));
  const families = new Set([...wanted].map((ip) => ip.includes(':')));
  const came = new Set(
    answers.map((ip) => normalIp(ip) ?? ip).filter((ip) => families.has(ip.includes(':'))),
  );
  return came.size === wanted.size && [...wanted].every((ip) => came.has(ip));
}
