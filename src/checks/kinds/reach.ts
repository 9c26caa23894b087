import type { ReachValue } from '../../facts/values.ts';
import { parseDuration } from '../../lab/duration.ts';
import type { CheckKind } from '../check.ts';
import { duration, given, match, place, text, word } from '../given.ts';
import { findMismatch, type Match } from '../match.ts';
import { absent, findPlaceProblem, placeGone, placeProbes } from '../presence.ts';

interface With {
  from: string;
  to: string;
  expect: Exclude<ReachValue['outcome'], 'broken'> | 'blocked';
  body?: Match;
  listen?: string;
}

const expectations = ['success', 'refused', 'silence', 'unreachable', 'unresolved', 'blocked'];

/** What becomes of a connection from a place to a port or a URL. */
export const reach: CheckKind<With> = {
  uses: 'reach',
  schema: given(
    ['from', 'to', 'expect'],
    {
      from: place('Where the connection starts'),
      to: text('host:port, or a URL with http or https'),
      expect: word('How it must end; blocked is any end but success', expectations),
      body: match("What the HTTP answer's body must be like; only with success"),
      listen: duration('How long to wait for an answer before calling it silence; 2s if left out'),
    },
    {
      dependencies: { body: { properties: { expect: { const: 'success' } } } },
      if: { properties: { expect: { const: 'silence' } }, required: ['expect'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['listen'] },
    },
  ),
  probes: ({ from, to, listen = '2s' }) => [
    ...placeProbes(from),
    { address: `reach/${from}/${to}`, listen: parseDuration(listen) ?? 2000 },
  ],
  judge({ from, to, expect, body }, facts) {
    const problem = findPlaceProblem(facts, from);
    if (problem) return problem;
    const at = `reach/${from}/${to}`;
    const value = facts.value(at) as ReachValue | null;
    if (value === null) return from.startsWith('container/') ? placeGone(from) : absent(at);
    const { outcome: actual } = value;
    const values = { from, to };
    if (expect === 'blocked' ? actual === 'success' : actual !== expect) {
      const code = expect === 'success' ? `reach-${actual}` : findCode(actual);
      return { code, at: `${at}#outcome`, expected: expect, actual, values };
    }
    if (!body) return undefined;
    const found = findMismatch(body, { text: value.body ?? '', cut: false });
    if (!found) return undefined;
    return { ...found, at: `${at}#body`, values: { ...values, ...found.values, subject: 'body' } };
  },
};

/** Something other than success was expected: it came through, or it failed in another way. */
function findCode(actual: ReachValue['outcome']): string {
  return actual === 'success' ? 'reach-success' : 'reach-otherwise';
}
