import { type CST, Lexer, type LineCounter, Parser } from 'yaml';

/** Levels of lists and mappings; a lab needs about ten. */
const deepest = 64;
/** Lexical tokens; a lab of 1000 lines has about ten thousand. */
const most = 150_000;

/**
 * The syntax tokens of a YAML text. Stops where it nests too deeply: composing them recurses, and
 * a stack that is nearly full can end the whole process inside the engine's regular expressions.
 */
export function readTokens(
  text: string,
  lines: LineCounter,
): { tokens: CST.Token[] } | { offset: number; code: string; limit: number } {
  const parser = new Parser(lines.addNewLine);
  // `Parser.parse` says so by itself; fed token by token it does not, and every line would be one less.
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > most) return { offset: parser.offset, code: 'too-many-tokens', limit: most };
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > deepest) {
      return { offset: parser.offset, code: 'too-deep', limit: deepest };
    }
  }
  tokens.push(...parser.end());
  return { tokens };
}
