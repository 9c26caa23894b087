import type { Json } from '../json.ts';
import type { Position } from './lab.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/** Gathers what is wrong, so that nothing stops at the first. */
export class Problems {
  private readonly found: Problem[] = [];

  add({ file, line, column }: Position, code: string, values: Record<string, Json> = {}): void {
    this.found.push({ file, line, column, code, values });
  }

  /** A word that is none of the known ones: names them, and the one that was probably meant. */
  addUnknown(
    at: Position,
    code: string,
    word: string,
    known: readonly string[],
    values: Record<string, Json> = {},
  ): void {
    const near = nearest(word, known);
    const hint: Record<string, Json> = near === undefined ? {} : { nearest: near };
    this.add(at, code, { found: word, allowed: [...known], ...values, ...hint });
  }

  get any(): boolean {
    return this.found.length > 0;
  }

  /** In the order of the files and of their lines; what two rules found alike is told once. */
  list(): Problem[] {
    const once = new Map(this.found.map((problem) => [JSON.stringify(problem), problem]));
    return [...once.values()].sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
        a.line - b.line ||
        a.column - b.column,
    );
  }
}

const rank = ({ file }: Position) => (file === 'lab.yaml' ? 0 : 1);
