const ms = (number) => `${Math.round(number)} ms`;
const times = (number) => number.toFixed(2);

/** A table in Markdown, which can be pasted, and below it what was compared with what. */
export function printReport({ runs, node, rows, notes }) {
  const compared = rows.filter(({ ratio }) => ratio);
  const delays = rows.filter(({ delay }) => delay);
  const lines = [];
  if (compared.length > 0) {
    lines.push(
      ...table(
        ['labs', 'beside', 'median', 'beside', 'ratio: min / median / max', 'aim', 'runs'],
        compared.map((row) => [
          ...[row.what, row.beside, ms(row.a), ms(row.b)],
          `${times(row.ratio.min)} / **${times(row.ratio.median)}** / ${times(row.ratio.max)}`,
          ...[row.aim === undefined ? '' : `≤ ${row.aim}`, String(row.runs)],
        ]),
      ),
      '',
    );
  }
  if (delays.length > 0) {
    lines.push(
      ...table(
        ['after', 'the mark', 'min / median / max', 'aim: median', 'runs'],
        delays.map(({ what, beside, delay, aim, runs: times_ }) => [
          ...[what, beside, `${ms(delay.min)} / **${ms(delay.median)}** / ${ms(delay.max)}`],
          ...[`< ${ms(aim)}`, String(times_)],
        ]),
      ),
      '',
    );
  }
  lines.push(
    `One run on Node ${node.slice(1)}; each ratio is of two runs one after the other (A B A B …, --runs ${runs}).`,
    ...notes,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
