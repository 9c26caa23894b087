import { createInterface } from 'node:readline';

export interface LineOptions {
  prompt: string;
  /** Earlier lines, the last one first. */
  history: string[];
  /** What stands there already. */
  text: string;
  signal: AbortSignal;
}

/** One line from the terminal, editable; undefined for Ctrl-C, Ctrl-D, or when aborted. */
export function readLine({
  prompt,
  history,
  text,
  signal,
}: LineOptions): Promise<string | undefined> {
  const { stdin: input, stdout: output } = process;
  const lines = createInterface({ input, output, prompt, history, signal, terminal: true });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => {
      resolve(undefined);
      input.pause();
    });
    lines.prompt();
    if (text !== '') lines.write(text);
  });
}
