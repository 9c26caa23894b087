import { isAlias, isMap, isScalar, type Pair, type ParsedNode, type Scalar } from 'yaml';
import type { Json } from '../../json.ts';
import type { Position } from '../lab.ts';
import type { Problems } from '../problems.ts';
import { type Mark, pointTo } from './source.ts';

const mostAliases = 100;
const mostValues = 50_000;

/** Signals that the rest of the document is not worth reading; the problem is on record. */
class Exhausted extends Error {}

/** Turns composed YAML into JSON and remembers where each value stands; aliases are bounded. */
export class Tree {
  readonly marks = new Map<string, Mark>();
  readonly unread = new Set<string>();
  private readonly anchors = new Map<string, ParsedNode>();
  private readonly open = new Set<ParsedNode>();
  private aliases = 0;
  private values = 0;

  constructor(
    private readonly positionAt: (offset: number) => Position,
    private readonly problems: Problems,
  ) {}

  /** Undefined when it holds more than is allowed. */
  read(contents: ParsedNode | null): Json | undefined {
    try {
      return this.node(contents, '', 0);
    } catch (error) {
      if (error instanceof Exhausted) return undefined;
      throw error;
    }
  }

  private node(node: ParsedNode | null, pointer: string, key: number): Json {
    if (!node) {
      this.marks.set(pointer, { key, start: key, end: key });
      return null;
    }
    const [start, end] = node.range;
    if (++this.values > mostValues) this.exhaust(start, 'too-many-values', mostValues);
    this.marks.set(pointer, { key, start, end });
    if (isAlias(node)) return this.alias(node.source, start, pointer, key);
    if (node.anchor) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return this.scalar(node, start, pointer);
    this.open.add(node);
    const value = isMap(node)
      ? this.map(node.items, pointer)
      : node.items.map((item, i) => this.node(item as ParsedNode, pointTo(pointer, i), start));
    this.open.delete(node);
    return value;
  }

  private alias(name: string, start: number, pointer: string, key: number): Json {
    if (++this.aliases > mostAliases) this.exhaust(start, 'too-many-aliases', mostAliases);
    const node = this.anchors.get(name);
    if (!node || this.open.has(node)) {
      this.problems.add(this.positionAt(start), node ? 'alias-cycle' : 'alias-unknown', { name });
      this.unread.add(pointer);
      return null;
    }
    return this.node(node, pointer, key);
  }

  private map(pairs: Pair<ParsedNode, ParsedNode | null>[], pointer: string): Json {
    const value: Record<string, Json> = {};
    for (const pair of pairs) {
      const key = this.key(pair.key);
      if (key === undefined) continue;
      const start = pair.key.range[0];
      if (Object.hasOwn(value, key)) {
        this.problems.add(this.positionAt(start), 'duplicate-key', { found: key });
      } else value[key] = this.node(pair.value, pointTo(pointer, key), start);
    }
    return value;
  }

  private key(node: ParsedNode): string | undefined {
    const key = isScalar(node) && node.value !== null ? (node.source ?? String(node.value)) : '';
    const at = this.positionAt(node.range[0]);
    if (key === '<<') this.problems.add(at, 'merge-key');
    else if (key === '__proto__') this.problems.add(at, 'reserved-key', { found: key });
    else if (key === '') this.problems.add(at, 'key-not-text');
    else return key;
    return undefined;
  }

  private scalar(node: Scalar.Parsed, start: number, pointer: string): Json {
    const { value } = node;
    if (typeof value !== 'number') return value as Json;
    if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) {
      return value;
    }
    this.problems.add(this.positionAt(start), 'number-range', { found: node.source });
    this.unread.add(pointer);
    return 0;
  }

  private exhaust(start: number, code: string, limit: number): never {
    this.problems.add(this.positionAt(start), code, { limit });
    throw new Exhausted();
  }
}
