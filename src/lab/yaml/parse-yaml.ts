import { Composer, type Document, isScalar, LineCounter, type YAMLError } from 'yaml';
import type { Position } from '../lab.ts';
import type { Problems } from '../problems.ts';
import { deepest, readTokens } from './read-tokens.ts';
import type { Source } from './source.ts';
import { Tree } from './tree.ts';

/** The lines of an error after the first few follow from those. */
const syntaxErrors = 10;

/** Parses one YAML document; undefined, with problems, when nothing can be made of it. */
export function parseYaml(file: string, text: string, problems: Problems): Source | undefined {
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const read = readTokens(text, lines);
  if ('tooDeep' in read) {
    problems.add(positionAt(read.tooDeep), 'too-deep', { limit: deepest });
    return undefined;
  }
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, merge: false };
  const composer = new Composer({ ...options, schema: 'core' });
  const [document, second] = [...composer.compose(read.tokens, true, text.length)];
  if (!document) return undefined;
  if (second) problems.add(positionAt(second.range[0]), 'yaml-documents');
  for (const error of document.errors.slice(0, syntaxErrors)) {
    addSyntax(error, text, positionAt, problems);
  }
  for (const { pos, message } of document.warnings) {
    problems.add(positionAt(pos[0]), 'yaml-syntax', { detail: message });
  }
  if (isEmpty(document)) problems.add(positionAt(0), 'empty-file');
  if (document.errors.length > 0 || second || isEmpty(document)) return undefined;
  const tree = new Tree(positionAt, problems);
  const value = tree.read(document.contents);
  return value === undefined ? undefined : { file, text, value, marks: tree.marks, positionAt };
}

function isEmpty({ contents, errors }: Document.Parsed): boolean {
  const nothing = contents === null || (isScalar(contents) && contents.value === null);
  return errors.length === 0 && nothing;
}

function addSyntax(
  { code, pos, message }: YAMLError,
  text: string,
  positionAt: (offset: number) => Position,
  problems: Problems,
): void {
  const at = positionAt(pos[0]);
  if (code === 'TAB_AS_INDENT') problems.add(at, 'yaml-tab');
  else if (code === 'BAD_SCALAR_START') {
    problems.add(at, 'yaml-quote', { found: text.slice(pos[0], pos[1]) });
  } else problems.add(at, 'yaml-syntax', { detail: message });
}
