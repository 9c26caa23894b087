import type { Json } from '../../json.ts';
import type { Operation } from '../lab.ts';
import type { Cursor } from '../yaml/cursor.ts';

/** `run: …` becomes the operation `run`. */
export function buildOperations(list: Cursor): Operation[] {
  return list.items().map((operation) => {
    const run = operation.get('run').text;
    const at = operation.position;
    if (run !== undefined) return { uses: 'run', with: { run }, at };
    const given = operation.get('with').value as Record<string, Json>;
    return { uses: operation.get('uses').text ?? '', with: given, at };
  });
}
