import type { Json } from '../../json.ts';
import type { Position } from '../lab.ts';

/** A parsed YAML file: its value as JSON, and where each part of it stands. */
export interface Source {
  file: string;
  text: string;
  value: Json;
  /** By JSON Pointer. */
  marks: ReadonlyMap<string, Mark>;
  /** JSON Pointers of values that could not be read; something stands there in their place. */
  unread: ReadonlySet<string>;
  positionAt(offset: number): Position;
}

/** Offsets of one value, and of the key that it stands behind in a mapping. */
export interface Mark {
  key: number;
  start: number;
  end: number;
}

/** One more step of a JSON Pointer (RFC 6901). */
export function pointTo(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
