import { type CST, Lexer, type LineCounter, Parser } from 'yaml';

/** Levels of lists and mappings; a lab needs about ten. */
export const deepest = 64;

/**
 * The syntax tokens of a YAML text. Stops where it nests too deeply: composing them recurses, and
 * a stack that is nearly full can end the whole process inside the engine's regular expressions.
 */
export function readTokens(
  text: string,
  lines: LineCounter,
): { tokens: CST.Token[] } | { tooDeep: number } {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > deepest) return { tooDeep: parser.offset };
  }
  tokens.push(...parser.end());
  return { tokens };
}
