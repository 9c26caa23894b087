import type { Page } from './page.ts';
import { renderBlocks } from './render-blocks.ts';

/** The widest that running text reads well at, in columns. */
const widest = 100;

/**
 * Markdown as lines of styled text for a terminal, none wider than the page except those of code
 * blocks. Escape sequences and other controls in it are spelt out: a lab's text cannot work the terminal.
 */
export async function renderMarkdown(text: string, page: Page): Promise<string[]> {
  const { lexer } = await import('marked');
  const width = Math.min(page.width, widest);
  return renderBlocks(lexer(text), { ...page, width }).map((line) => line.text);
}
