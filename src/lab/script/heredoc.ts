/** A here-document whose body follows at the next newline. */
export interface Heredoc {
  delimiter: string;
  /** `<<-`: leading tabs do not count. */
  tabs: boolean;
  /** A quoted delimiter: nothing in the body is expanded. */
  quoted: boolean;
}

/** Reads `<<`, an optional `-` and the delimiter that stand at `at`. */
export function readDelimiter(text: string, at: number): { heredoc: Heredoc; end: number } {
  const tabs = text[at + 2] === '-';
  let end = at + (tabs ? 3 : 2);
  while (text[end] === ' ' || text[end] === '\t') end++;
  let delimiter = '';
  let quoted = false;
  while (end < text.length && !/[\s;&|<>()]/.test(text[end] ?? '')) {
    const char = text[end] ?? '';
    end++;
    if (char === "'" || char === '"') {
      const close = text.indexOf(char, end);
      const stop = close < 0 ? text.length : close;
      delimiter += text.slice(end, stop);
      end = Math.min(stop + 1, text.length);
      quoted = true;
    } else if (char === '\\') {
      delimiter += text[end] ?? '';
      end++;
      quoted = true;
    } else delimiter += char;
  }
  return { heredoc: { delimiter, tabs, quoted }, end };
}

/** The end of the body that begins at `at`, and where the script goes on after its delimiter. */
export function readHeredoc(
  text: string,
  at: number,
  { delimiter, tabs, quoted }: Heredoc,
): { end: number; next: number } {
  let start = at;
  let joined = false;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    if (!joined && (tabs ? line.replace(/^\t+/, '') : line) === delimiter) {
      return { end: start, next: Math.min(end + 1, text.length) };
    }
    joined = !quoted && /(?:^|[^\\])(?:\\\\)*\\$/.test(line);
    start = end + 1;
  }
  return { end: text.length, next: text.length };
}
