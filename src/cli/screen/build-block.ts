import { rule } from '../markdown/render-blocks.ts';
import { wrap } from '../markdown/wrap.ts';
import { buildKeys, type ShownKey } from './build-keys.ts';
import { buildResult, type Frame, type ShownResult, shorten } from './build-result.ts';

/** What the block below a step's text shows. */
export interface BlockView {
  results: readonly ShownResult[];
  keys: readonly ShownKey[];
  /** What is to be said just now, the most important first: each a paragraph. */
  said: readonly string[];
}

/** How many of those that fail are told at length. */
const explained = [2, 1, 0];

/** The block, never higher than the frame: where room is short, first explanations go, then marks that need no work. */
export function buildBlock(view: BlockView, frame: Frame): string[] {
  const { columns, rows, style, words } = frame;
  const passed = view.results.filter(({ status }) => status === 'pass').length;
  const head = style.dim(`${rule} ${passed}/${view.results.length}`);
  const foot = [
    ...view.said.flatMap((line) => wrap(line, columns)),
    ...buildKeys(view.keys, columns, style),
  ];
  const room = rows - foot.length - 1;
  for (const count of explained) {
    const lines = buildResults(view.results, count, frame);
    if (lines.length <= room) return [head, ...lines, ...foot];
  }
  const lines = [...view.results]
    .sort((a, b) => Number(a.status === 'pass') - Number(b.status === 'pass'))
    .flatMap((result) => buildResult(result, false, frame));
  const kept = lines.slice(0, Math.max(0, room - 1));
  const more = `  ${words.say('screen.more', { count: lines.length - kept.length })}`;
  return [head, ...kept, style.dim(shorten(more, columns)), ...foot].slice(-rows);
}

function buildResults(results: readonly ShownResult[], count: number, frame: Frame): string[] {
  const failing = results.filter(({ status }) => status === 'fail' || status === 'error');
  const told = new Set(failing.slice(0, count));
  return results.flatMap((result) => buildResult(result, told.has(result), frame));
}
