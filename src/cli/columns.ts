import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Two columns, indented by two; the second wraps below itself, or below the first where it is narrow. */
export function columns(rows: readonly (readonly [string, string])[], width: number): string {
  const left = Math.max(0, ...rows.map(([name]) => stringWidth(name)));
  const narrow = width - left < 32;
  const indent = narrow ? 6 : left + 4;
  return rows
    .map(([name, text]) => {
      const lines = wrapAnsi(text, Math.max(20, width - indent)).split('\n');
      const head = narrow ? [`  ${name}`] : [];
      const first = narrow ? '' : `  ${name}${' '.repeat(left - stringWidth(name) + 2)}`;
      return [
        ...head,
        ...lines.map((line, i) => (i === 0 && !narrow ? first : ' '.repeat(indent)) + line),
      ].join('\n');
    })
    .join('\n');
}
