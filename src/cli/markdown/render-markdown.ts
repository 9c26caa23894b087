import type { Token } from 'marked';
import type { Page } from './page.ts';
import { renderBlocks } from './render-blocks.ts';

/** The widest that running text reads well at, in columns. */
const widest = 100;

/** A text whose Markdown was read; it can be rendered for any width at once. */
export type Markdown = readonly Token[];

export async function parseMarkdown(text: string): Promise<Markdown> {
  const { lexer } = await import('marked');
  return lexer(text);
}

/**
 * Markdown as lines of styled text for a terminal, none wider than the page except those of code
 * blocks. Escape sequences and other controls in it are spelt out: a lab's text cannot work the terminal.
 */
export function renderMarkdown(markdown: Markdown, page: Page): string[] {
  const width = Math.min(page.width, widest);
  return renderBlocks(markdown, { ...page, width }).map((line) => line.text);
}
