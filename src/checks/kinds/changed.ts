import type { Json } from '../../json.ts';
import type { CheckKind, FactsView } from '../check.ts';
import { given, text, word } from '../given.ts';
import { absent } from '../presence.ts';
import { isSameJson } from '../same-json.ts';
import { select } from '../select.ts';

interface With {
  fact: string;
  path: string;
  before: string;
  expect?: 'changed' | 'same';
}

/** A part of a fact is not what it was when an earlier step passed; or still is. */
export const changed: CheckKind<With> = {
  uses: 'changed',
  schema: given(['fact', 'path', 'before'], {
    fact: text('The address of the fact'),
    path: text('A JMESPath to the part of it that is compared'),
    before: text('The step whose passing observation it is compared with'),
    expect: word('changed if left out', ['changed', 'same']),
  }),
  probes: ({ fact }) => [{ address: fact }],
  judge({ fact, path, before, expect = 'changed' }, facts) {
    const value = facts.value(fact);
    if (value === null) return absent(fact);
    const earlier = findEarlier(before, fact, facts);
    const at = `${fact}#${path}`;
    const values = { step: before, path, fact };
    const was = earlier === undefined ? null : select(earlier, path);
    if (isNothing(was)) return { code: 'before-missing', at, expected: null, actual: null, values };
    const is = select(value, path);
    if (isNothing(is)) return { code: 'path-empty', at, expected: null, actual: is, values };
    if (isSameJson(was, is) === (expect === 'same')) return undefined;
    if (expect === 'same') return { code: 'not-same', at, expected: was, actual: is, values };
    return { code: 'not-changed', at, expected: null, actual: is, values };
  },
};

function findEarlier(step: string, address: string, facts: FactsView): Json | undefined {
  const fact = facts.before(step, address);
  return fact === undefined || fact.unobserved ? undefined : fact.value;
}

/** Nothing there to compare; an address that Docker leaves empty is nothing too. */
function isNothing(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
