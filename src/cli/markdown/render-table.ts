import type { Tokens } from 'marked';
import stringWidth from 'string-width';
import type { Page } from './page.ts';
import { renderInline } from './render-inline.ts';
import { wrap } from './wrap.ts';

/** The narrowest column that still reads as one. */
const narrowest = 8;
const gap = ' │ ';

/** A table in aligned columns; where they do not fit, one line a cell, named by its column. */
export function renderTable(table: Tokens.Table, page: Page): string[] {
  const cells = (row: readonly Tokens.TableCell[]) =>
    row.map(({ tokens }) => renderInline(tokens, page.style).replaceAll('\n', ' '));
  const header = cells(table.header);
  const rows = table.rows.map(cells);
  const room = page.width - gap.length * (header.length - 1);
  if (room < header.length * narrowest) return renderRecords(header, rows, page);
  const widths = fitWidths(
    header.map((name, i) =>
      Math.max(1, ...[name, ...rows.map((row) => row[i] ?? '')].map(widthOf)),
    ),
    room,
  );
  return [
    ...renderRow(header.map(page.style.bold), widths),
    widths.map((width) => '─'.repeat(width)).join('─┼─'),
    ...rows.flatMap((row) => renderRow(row, widths)),
  ];
}

/** Takes from the widest column until all fit. */
function fitWidths(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}

function renderRow(row: readonly string[], widths: readonly number[]): string[] {
  const columns = widths.map((width, i) => wrap(row[i] ?? '', width));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, i) => {
        const text = columns[i]?.[line] ?? '';
        return text + ' '.repeat(Math.max(0, width - widthOf(text)));
      })
      .join(gap)
      .trimEnd(),
  );
}

function renderRecords(header: readonly string[], rows: string[][], page: Page): string[] {
  const records = rows.map((row) =>
    row.flatMap((cell, i) => wrap(`${page.style.bold(header[i] ?? '')}: ${cell}`, page.width)),
  );
  return records.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

const widthOf = (text: string) => stringWidth(text);
