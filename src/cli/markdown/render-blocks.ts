import type { Token, Tokens } from 'marked';
import stringWidth from 'string-width';
import { makeVisible } from './make-visible.ts';
import type { Page } from './page.ts';
import { renderInline } from './render-inline.ts';
import { renderTable } from './render-table.ts';
import { wrap } from './wrap.ts';

/** Short: some Korean terminals draw each of these two columns wide. */
export const rule = '─'.repeat(24);

/** One line of the result; a flush one is code, which nothing is put before. */
export interface Line {
  text: string;
  flush?: true;
}

/** Blocks one below the other, with an empty line between them unless they are the parts of a tight list. */
export function renderBlocks(tokens: readonly Token[], page: Page, tight = false): Line[] {
  const blocks = tokens.map((token) => renderBlock(token, page)).filter(({ length }) => length > 0);
  return blocks.flatMap((lines, i) => (i === 0 || tight ? lines : [{ text: '' }, ...lines]));
}

function renderBlock(token: Token, page: Page): Line[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return renderHeading(token as Tokens.Heading, page);
    case 'code':
      return renderCode(token as Tokens.Code, page);
    case 'list':
      return renderList(token as Tokens.List, page);
    case 'blockquote':
      return renderQuote(token as Tokens.Blockquote, page);
    case 'table':
      return toLines(renderTable(token as Tokens.Table, page));
    case 'hr':
      return [{ text: page.style.dim(rule) }];
    default:
      return renderParagraph(token, page);
  }
}

function renderParagraph(token: Token, page: Page): Line[] {
  const inner = 'tokens' in token && token.tokens ? token.tokens : [token];
  const text = renderInline(inner, page.style).trim();
  return text === '' ? [] : toLines(wrap(text, page.width));
}

/** The two upper levels are underlined: without colours, too, they must be seen. */
function renderHeading({ tokens, depth }: Tokens.Heading, { width, style }: Page): Line[] {
  const lines = wrap(renderInline(tokens, style), width);
  const under = { 1: '═', 2: '─' }[depth];
  const longest = Math.max(...lines.map((line) => stringWidth(line)));
  const line = under === undefined ? [] : [style.dim(under.repeat(longest))];
  return toLines([...lines.map(style.bold), ...line]);
}

/** Code stands at the margin, unwrapped, with nothing in it that is not the author's: it is copied. */
function renderCode({ text }: Tokens.Code, { style }: Page): Line[] {
  const lines = makeVisible(text).split('\n');
  return lines.map((line) => ({ text: line === '' ? '' : style.cyan(line), flush: true }));
}

function renderList(list: Tokens.List, page: Page): Line[] {
  const first = typeof list.start === 'number' ? list.start : 1;
  const items = list.items.map((item, i) => {
    const marker = list.ordered ? `${first + i}. ` : '• ';
    const box = item.task ? (item.checked ? '[x] ' : '[ ] ') : '';
    const inner = { ...page, width: page.width - marker.length };
    const tokens = item.tokens.filter(({ type }) => type !== 'checkbox');
    const lines = renderBlocks(tokens, inner, !list.loose);
    return indent(boxed(lines, box, inner.width), marker);
  });
  return items.flatMap((lines, i) => (i > 0 && list.loose ? [{ text: '' }, ...lines] : lines));
}

function boxed([first, ...rest]: Line[], box: string, width: number): Line[] {
  if (!first || first.flush) return [{ text: box.trimEnd() }, ...(first ? [first] : []), ...rest];
  return [...(box === '' ? [first] : toLines(wrap(box + first.text, width))), ...rest];
}

/** Puts the marker before the first line and blanks before the others; code stays where it is. */
function indent(lines: Line[], marker: string): Line[] {
  const blanks = ' '.repeat(marker.length);
  return lines.map((line, i) => {
    if (line.flush) return line;
    return { text: ((i === 0 ? marker : blanks) + line.text).trimEnd() };
  });
}

function renderQuote({ tokens }: Tokens.Blockquote, page: Page): Line[] {
  const bar = page.style.dim('│');
  const lines = renderBlocks(tokens, { ...page, width: page.width - 2 });
  return lines.map((line) => (line.flush ? line : { text: `${bar} ${line.text}`.trimEnd() }));
}

const toLines = (texts: readonly string[]): Line[] => texts.map((text) => ({ text }));
