import { createHash } from 'node:crypto';
import type { Entry, JournalRecord } from './entry.ts';

/** The digest that the next line carries as `prev`. */
export function digestLine(line: string | Buffer): string {
  return createHash('sha256').update(line).digest('hex');
}

export const emptyDigest = digestLine('');

/** Where a chain stands: what the next line must carry. */
export interface Link {
  n: number;
  prev: string;
}

/** Turns records into lines of the chain that goes on at `link`. */
export function buildLines(
  records: readonly JournalRecord[],
  link: Link,
  at: string,
): { lines: string[]; entries: Entry[]; link: Link } {
  let { n, prev } = link;
  const lines: string[] = [];
  const entries: Entry[] = [];
  for (const record of records) {
    const entry = { n, at, prev, ...record } as Entry;
    const line = JSON.stringify(entry);
    lines.push(line);
    entries.push(entry);
    prev = digestLine(line);
    n += 1;
  }
  return { lines, entries, link: { n, prev } };
}

export interface Chain {
  entries: Entry[];
  /** Bytes of the whole lines that hold together. */
  length: number;
  link: Link;
  /** What follows them: nothing, a torn end (a crash, a full disk), or lines that do not belong (tampering). */
  rest: 'none' | 'torn' | 'foreign';
}

/** Reads the longest chain at the head of `bytes`. */
export function parseChain(bytes: Buffer): Chain {
  const chain: Chain = { entries: [], length: 0, link: { n: 0, prev: emptyDigest }, rest: 'none' };
  while (chain.length < bytes.length) {
    const end = bytes.indexOf(10, chain.length);
    const line = bytes.subarray(chain.length, end < 0 ? bytes.length : end);
    const entry = end < 0 ? undefined : parseEntry(line, chain.link);
    if (!entry) {
      chain.rest = isTorn(bytes.subarray(chain.length)) ? 'torn' : 'foreign';
      return chain;
    }
    chain.entries.push(entry);
    chain.link = { n: entry.n + 1, prev: digestLine(line) };
    chain.length = end + 1;
  }
  return chain;
}

function parseEntry(line: Buffer, link: Link): Entry | undefined {
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = value as Entry;
  return entry.n === link.n && entry.prev === link.prev ? entry : undefined;
}

/** An end that a crash can leave holds no whole line of JSON; what a person edits does. */
function isTorn(rest: Buffer): boolean {
  const lines = rest.toString('utf8').split('\n').slice(0, -1);
  return !lines.some((line) => parseJson(line) !== undefined);
}

function parseJson(text: string | Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}
