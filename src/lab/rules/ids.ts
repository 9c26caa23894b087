import type { Draft } from '../draft.ts';
import { checksOf, questionsOf, stepsOf } from '../walk.ts';
import type { Cursor } from '../yaml/cursor.ts';

/** Ids are unique: of steps in the lab; of checks with questions, wrong attempts, choices in theirs. */
export function checkIds(draft: Draft): void {
  const steps = draft.lab.get('steps').items();
  checkUnique(
    draft,
    steps.map((step) => [draft.included.get(step.pointer)?.id ?? step.get('id').text, step]),
  );
  for (const step of stepsOf(draft.lab)) {
    checkItems(draft, [...checksOf(step), ...questionsOf(step)]);
    checkItems(draft, step.get('wrong').items());
    for (const question of questionsOf(step)) checkItems(draft, question.get('choices').items());
  }
}

function checkItems(draft: Draft, items: Cursor[]): void {
  checkUnique(
    draft,
    items.map((item) => [item.get('id').text, item]),
  );
}

function checkUnique({ problems }: Draft, items: [id: string | undefined, item: Cursor][]): void {
  const first = new Map<string, Cursor>();
  for (const [id, item] of items) {
    if (id === undefined) continue;
    const earlier = first.get(id);
    const at = item.get('id').exists ? item.get('id') : item;
    if (earlier) {
      problems.add(at.position, 'duplicate-id', { found: id, line: earlier.position.line });
    } else first.set(id, item);
  }
}
