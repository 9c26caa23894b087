import type { NamespacesValue } from '../../facts/values.ts';
import type { CheckKind, FactsView, Finding } from '../check.ts';
import { given, text, word } from '../given.ts';
import { absent, findRunning, type Present } from '../presence.ts';

type Namespace = keyof NamespacesValue;

interface With {
  container: string;
  other: string;
  same?: Namespace[];
  different?: Namespace[];
}

const namespaces = (description: string) => ({
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: word('A kind of namespace', ['net', 'pid', 'ipc', 'mnt', 'uts', 'user']),
  description,
});

/** Which namespaces the container shares with another one, or with the engine's host, and which not. */
export const containerSameNamespace: CheckKind<With> = {
  uses: 'container.same-namespace',
  schema: given(
    ['container', 'other'],
    {
      container: text("The container's name"),
      other: text('The name of another container, or engine-host'),
      same: namespaces('The namespaces that must be the same'),
      different: namespaces('The namespaces that must not be the same'),
    },
    { anyOf: [{ required: ['same'] }, { required: ['different'] }] },
  ),
  probes: ({ container, other }) => [...sideProbes(container), ...sideProbes(other)],
  judge({ container, other, same = [], different = [] }, facts) {
    const one = findNamespaces(facts, container);
    if (one.finding) return one.finding;
    const two = findNamespaces(facts, other);
    if (two.finding) return two.finding;
    for (const namespace of [...same, ...different]) {
      const pair = { container, other, namespace, one: one.value[namespace] };
      const finding = compare({ ...pair, two: two.value[namespace] }, same.includes(namespace));
      if (finding) return finding;
    }
    return undefined;
  },
};

interface Pair {
  container: string;
  other: string;
  namespace: Namespace;
  one: string;
  two: string;
}

function compare({ container, other, namespace, one, two }: Pair, same: boolean) {
  const unread = !one || !two;
  if (!unread && (one === two) === same) return undefined;
  const differs: Finding = {
    code: same ? 'namespace-differs' : 'namespace-shared',
    at: `namespaces/${container}#${namespace}`,
    expected: same ? two : null,
    actual: one,
    values: { container, other, namespace },
  };
  return unread ? { ...differs, code: 'namespace-unread', expected: null } : differs;
}

function sideProbes(name: string) {
  if (name === 'engine-host') return [{ address: 'namespaces/@engine-host' }];
  return [{ address: `container/${name}` }, { address: `namespaces/${name}` }];
}

function findNamespaces(facts: FactsView, name: string): Present<NamespacesValue> {
  const host = name === 'engine-host';
  const running = host ? undefined : findRunning(facts, name);
  if (running?.finding) return running;
  const address = host ? 'namespaces/@engine-host' : `namespaces/${name}`;
  const value = facts.value(address) as NamespacesValue | null;
  return value === null ? { finding: absent(address) } : { value };
}
