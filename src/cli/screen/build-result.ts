import type { Words } from '../../i18n/words.ts';
import { makeVisible } from '../markdown/make-visible.ts';
import { wrap } from '../markdown/wrap.ts';
import type { Result } from '../step-result.ts';
import type { Style } from '../style.ts';

/** A check or a question as the block shows it. */
export type ShownResult = Omit<Result, 'status'> & { status: Result['status'] | 'looking' };

/** What lines are built for. */
export interface Frame {
  columns: number;
  rows: number;
  style: Style;
  words: Words;
}

const marks = { pass: '✓', fail: '✗', error: '!', skip: '–', open: '?', looking: '…' } as const;

/** A result on one line, or on several where there is room for `details`: why, and its hint. */
export function buildResult(result: ShownResult, details: boolean, frame: Frame): string[] {
  const { columns, style, words } = frame;
  const { status, finding, hint } = result;
  const paints = { pass: style.green, open: style.yellow, looking: style.dim, skip: style.dim };
  const paint = status === 'fail' || status === 'error' ? style.red : paints[status];
  const room = columns - 4;
  const label = makeVisible(result.label).replace(/\s+/g, ' ').trim();
  const lines = details ? wrap(label, room) : [shorten(label, room)];
  const head = lines.map((line, i) =>
    i === 0 ? `  ${paint(marks[status])} ${line}` : `    ${line}`,
  );
  if (!details || !finding) return head;
  const told = (name: 'expected' | 'actual' | 'at' | 'hint', value: string | undefined) =>
    value ? [`${style.dim(`${words.say(`cli.result.${name}`)}:`)} ${makeVisible(value)}`] : [];
  const why = [
    finding.sentence,
    ...told('expected', finding.expected),
    ...told('actual', finding.actual),
    ...told('at', finding.at),
    ...told('hint', hint?.replace(/\s+/g, ' ').trim()),
  ];
  return [
    ...head,
    ...why.flatMap((line) => wrap(line, columns - 6).map((part) => `      ${part}`)),
  ];
}

/** A text on one line of at most `width` columns. */
export function shorten(text: string, width: number): string {
  const [first = '', ...rest] = wrap(text, width);
  // The mark that something is missing may be drawn two columns wide.
  return rest.length === 0 ? first : `${wrap(text, width - 2)[0]}…`;
}
