import { Composer, type Document, isScalar, LineCounter } from 'yaml';
import type { Position } from '../lab.ts';
import type { Problems } from '../problems.ts';
import { readTokens } from './read-tokens.ts';
import type { Source } from './source.ts';
import { addSyntax } from './syntax-problems.ts';
import { Tree } from './tree.ts';

/** Parses one YAML document; undefined, with problems, when nothing can be made of it. */
export function parseYaml(file: string, text: string, problems: Problems): Source | undefined {
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const read = readTokens(text, lines);
  if ('code' in read) {
    problems.add(positionAt(read.offset), read.code, { limit: read.limit });
    return undefined;
  }
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, merge: false };
  const composer = new Composer({ ...options, schema: 'core' });
  const [document, second] = [...composer.compose(read.tokens, true, text.length)];
  if (!document) return undefined;
  if (second) problems.add(positionAt(second.range[0]), 'yaml-documents');
  addSyntax(document.errors, text, positionAt, problems);
  for (const { pos, message } of document.warnings) {
    problems.add(positionAt(pos[0]), 'yaml-syntax', { detail: message });
  }
  if (isEmpty(document)) problems.add(positionAt(0), 'empty-file');
  if (document.errors.length > 0 || second || isEmpty(document)) return undefined;
  const tree = new Tree(positionAt, problems);
  const value = tree.read(document.contents);
  if (value === undefined) return undefined;
  const { marks, unread } = tree;
  return { file, text, value, marks, unread, positionAt };
}

function isEmpty({ contents, errors }: Document.Parsed): boolean {
  const nothing = contents === null || (isScalar(contents) && contents.value === null);
  return errors.length === 0 && nothing;
}
