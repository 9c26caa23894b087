import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exitCodes, Failure } from '../failure.ts';
import { buildLines, type Chain, parseChain } from './chain.ts';
import type { Entry, JournalRecord } from './entry.ts';

/**
 * An attempt's only state: one file, a line an entry, each carrying the digest of the one before.
 * `append` returns when the entries are on the disk; only then may what they say be shown as done.
 */
export class Journal {
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly path: string,
    readonly entries: Entry[],
    private readonly file: FileHandle,
    private chain: Pick<Chain, 'length' | 'link'>,
    /** Bytes of a torn end that opening it has cut off. */
    readonly dropped: number,
  ) {}

  /**
   * Opens or creates the journal at `path`. A torn end is cut off and recorded as `recovered`;
   * lines that do not belong are a Failure: somebody else wrote there.
   */
  static async open(path: string): Promise<Journal> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+');
    const bytes = await file.readFile();
    const chain = parseChain(bytes);
    if (chain.rest === 'foreign') {
      await file.close();
      throw brokenJournal(path, chain.entries.length + 1);
    }
    const dropped = bytes.length - chain.length;
    const journal = new Journal(path, chain.entries, file, chain, dropped);
    if (dropped > 0) {
      await file.truncate(chain.length);
      await journal.append([{ type: 'recovered', dropped }]);
    }
    return journal;
  }

  /** Adds entries in one write and waits for the disk; on a full disk nothing of them stays. */
  append(records: readonly JournalRecord[]): Promise<Entry[]> {
    const done = this.#queue.then(() => this.#write(records));
    this.#queue = done.catch(() => {});
    return done;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.file.close();
  }

  async #write(records: readonly JournalRecord[]): Promise<Entry[]> {
    const built = buildLines(records, this.chain.link, new Date().toISOString());
    const bytes = Buffer.from(built.lines.map((line) => `${line}\n`).join(''));
    try {
      await this.file.appendFile(bytes);
      await this.file.datasync();
    } catch (cause) {
      await this.file.truncate(this.chain.length).catch(() => {});
      const values = {
        path: this.path,
        why: cause instanceof Error ? cause.message : String(cause),
      };
      throw new Failure('session.journal-write', exitCodes.operation, values, { cause });
    }
    this.chain = { length: this.chain.length + bytes.length, link: built.link };
    this.entries.push(...built.entries);
    return built.entries;
  }
}

/** Reads a journal without opening it for writing; a torn end is passed over. */
export async function readJournal(path: string): Promise<Entry[]> {
  const chain = parseChain(await readFile(path));
  if (chain.rest === 'foreign') throw brokenJournal(path, chain.entries.length + 1);
  return chain.entries;
}

function brokenJournal(path: string, line: number): Failure {
  return new Failure('session.journal-broken', exitCodes.operation, { path, line });
}
