import stringWidth from 'string-width';
import type { Style } from '../style.ts';

/** A key and what it does. */
export interface ShownKey {
  key: string;
  does: string;
}

/** The keys in as few lines as it takes; none is broken in two. */
export function buildKeys(keys: readonly ShownKey[], columns: number, style: Style): string[] {
  const lines: { text: string; width: number }[] = [];
  for (const { key, does } of keys) {
    const width = stringWidth(`${key} ${does}`);
    const text = `${style.bold(key)} ${style.dim(does)}`;
    const last = lines.at(-1);
    if (last && last.width + 2 + width <= columns) {
      last.text += `  ${text}`;
      last.width += 2 + width;
    } else lines.push({ text, width });
  }
  return lines.map(({ text }) => text);
}
