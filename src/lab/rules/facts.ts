import { type AddressKind, addressKinds, parseAddress } from '../../facts/address.ts';
import { factSchemas } from '../../facts/table.ts';
import { type Draft, withoutPlaceholders } from '../draft.ts';
import { checksOf, questionsOf, stepsOf } from '../walk.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { findUnknownKey } from './fact-path.ts';

/** Addresses that `inspect/…` and `engine/…` know. */
const subjects: Partial<Record<AddressKind, RegExp>> = {
  inspect: /^(container|network|image)\/./,
  engine: /^docker$/,
};

/** Facts that are asked for can be observed, and paths lead to something that they hold. */
export function checkFacts(draft: Draft): void {
  for (const step of stepsOf(draft.lab)) {
    for (const question of questionsOf(step)) checkFact(draft, question.get('answer'));
    for (const observed of step.get('observe').items()) checkFact(draft, observed);
    for (const check of checksOf(step)) {
      if (check.get('uses').text === 'changed') checkFact(draft, check.get('with'));
    }
  }
}

/** An object with a `fact` and perhaps a `path` into it. */
function checkFact(draft: Draft, asked: Cursor): void {
  const kind = checkAddress(draft, asked.get('fact'));
  const path = asked.get('path');
  if (!kind || path.text === undefined) return;
  const unknown = findUnknownKey(withoutPlaceholders(path.text), factSchemas[kind]);
  if (unknown) {
    const { found, allowed } = unknown;
    draft.problems.addUnknown(path.position, 'path-unknown', found, allowed, { kind });
  }
}

function checkAddress({ problems }: Draft, fact: Cursor): AddressKind | undefined {
  const written = fact.text;
  if (!written) return undefined;
  const text = withoutPlaceholders(written);
  const [kind = ''] = text.split('/');
  const known = addressKinds.filter((name) => name !== 'command');
  // Only a check says which script it is about.
  if (kind === 'command') problems.add(fact.position, 'fact-command', { found: written });
  else if (!known.some((name) => name === kind)) {
    problems.addUnknown(fact.position, 'fact-unknown', kind, known);
  } else {
    const address = parseAddress(text);
    const subject = address && subjects[address.kind];
    if (address && (subject?.test(address.subject) ?? true)) return address.kind;
    problems.add(fact.position, 'fact-incomplete', { found: written, kind });
  }
  return undefined;
}
