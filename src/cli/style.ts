import { styleText } from 'node:util';

type Paint = (text: string) => string;

/** The few styles that this program uses; plain where the terminal or its user wants none. */
export interface Style {
  bold: Paint;
  italic: Paint;
  dim: Paint;
  green: Paint;
  red: Paint;
  yellow: Paint;
  cyan: Paint;
}

export function makeStyle(color: boolean): Style {
  const paint = (format: Parameters<typeof styleText>[0]): Paint =>
    // Whether to paint is decided once, in `findTerminal`; styleText must not decide again.
    color ? (text) => styleText(format, text, { validateStream: false }) : (text) => text;
  return {
    bold: paint('bold'),
    italic: paint('italic'),
    dim: paint('dim'),
    green: paint('green'),
    red: paint('red'),
    yellow: paint('yellow'),
    cyan: paint('cyan'),
  };
}
