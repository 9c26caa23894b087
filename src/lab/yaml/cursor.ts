import type { Json } from '../../json.ts';
import type { Position } from '../lab.ts';
import { type Mark, pointTo, type Source } from './source.ts';

/**
 * A place in a parsed file, there or not: whatever is asked of a value of another shape is empty,
 * so that every rule can look at a definition that other rules have found wrong.
 */
export class Cursor {
  constructor(
    readonly source: Source,
    readonly pointer: string,
    readonly value: Json | undefined,
  ) {}

  static ofRoot(source: Source): Cursor {
    return new Cursor(source, '', source.value);
  }

  get(key: string | number): Cursor {
    const { value } = this;
    const there = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    const child = there ? (value as Record<string | number, Json>)[key] : undefined;
    return new Cursor(this.source, pointTo(this.pointer, key), child);
  }

  /** The place that a JSON Pointer below this one leads to. */
  follow(pointer: string): Cursor {
    return pointer
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce((cursor: Cursor, key) => cursor.get(key), this);
  }

  items(): Cursor[] {
    return Array.isArray(this.value) ? this.value.map((_, index) => this.get(index)) : [];
  }

  entries(): [key: string, value: Cursor][] {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.keys(value).map((key) => [key, this.get(key)]);
  }

  get exists(): boolean {
    return this.value !== undefined;
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get position(): Position {
    return this.source.positionAt(this.mark().start);
  }

  get keyPosition(): Position {
    return this.source.positionAt(this.mark().key);
  }

  /** Where `needle` stands in this value as it is written, for the nth time. */
  positionOf(needle: string, nth: number): Position {
    const { start, end } = this.mark();
    const written = this.source.text.slice(start, end);
    let found = -1;
    for (let i = 0; i <= nth; i++) found = written.indexOf(needle, found + 1);
    return this.source.positionAt(start + Math.max(found, 0));
  }

  /** Of a value that is not there: the mark of what it is missing from. */
  private mark(): Mark {
    for (let pointer = this.pointer; ; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
      const mark = this.source.marks.get(pointer);
      if (mark) return mark;
      if (pointer === '') return { key: 0, start: 0, end: 0 };
    }
  }
}
