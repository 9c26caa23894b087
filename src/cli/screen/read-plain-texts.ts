import type { Step, Text } from '../../lab/lab.ts';
import { parseMarkdown, renderMarkdown } from '../markdown/render-markdown.ts';
import { makeStyle } from '../style.ts';
import { sayText } from './print-step.ts';
import type { Screen } from './screen.ts';

/** The texts of a step that the block shows on its lines, by the check or question they belong to. */
export interface PlainTexts {
  asks: ReadonlyMap<string, string>;
  hints: ReadonlyMap<string, string>;
}

export async function readPlainTexts(screen: Screen, step: Step): Promise<PlainTexts> {
  const asks = new Map<string, string>();
  const hints = new Map<string, string>();
  for (const { id, ask } of step.questions) asks.set(id, await readPlain(screen, ask));
  for (const { id, hint } of [...step.checks, ...step.questions]) {
    if (hint) hints.set(id, await readPlain(screen, hint));
  }
  return { asks, hints };
}

/** A text without what is Markdown's in it. */
async function readPlain(screen: Screen, text: Text): Promise<string> {
  const markdown = await parseMarkdown(sayText(screen, text));
  const page = { width: screen.block.columns, style: makeStyle(false) };
  return renderMarkdown(markdown, page).join(' ').trim();
}
