import wrapAnsi from 'wrap-ansi';

/** A text in lines that are no wider than `width` columns; a word that is wider is cut. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(2, width), { hard: true, trim: true }).split('\n');
}
