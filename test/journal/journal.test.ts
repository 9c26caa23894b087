import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildLines, emptyDigest, parseChain } from '../../src/journal/chain.ts';
import type { JournalRecord } from '../../src/journal/entry.ts';
import { Journal, readJournal } from '../../src/journal/journal.ts';
import { tempFolder } from '../temp-folder.ts';

const hints: JournalRecord[] = [0, 1, 2, 3].map((hint) => ({ type: 'hint', step: 'one', hint }));

async function writtenJournal(): Promise<string> {
  const path = join(await tempFolder(), 'attempt', 'journal.jsonl');
  const journal = await Journal.open(path);
  await journal.append(hints);
  await journal.close();
  return path;
}

test('what was appended is there when it is opened again, and goes on from there', async () => {
  const path = await writtenJournal();
  const journal = await Journal.open(path);
  await journal.append([{ type: 'ended' }]);
  await journal.close();
  const entries = await readJournal(path);
  expect(entries.map(({ type }) => type)).toEqual(['hint', 'hint', 'hint', 'hint', 'ended']);
  expect(entries.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4]);
});

test('a journal cut at any byte is recovered to its last whole entry, and says what was lost', async () => {
  const path = await writtenJournal();
  const whole = await readFile(path);
  const ends = [0, ...[...whole.entries()].filter(([, byte]) => byte === 10).map(([i]) => i + 1)];
  for (let length = 0; length <= whole.length; length += 7) {
    await writeFile(path, whole.subarray(0, length));
    const journal = await Journal.open(path);
    await journal.close();
    const kept = ends.filter((end) => end <= length).length - 1;
    const lost = length - (ends[kept] ?? 0);
    const entries = await readJournal(path);
    expect(entries.slice(0, kept).map(({ type }) => type)).toEqual(Array(kept).fill('hint'));
    expect(entries.slice(kept)).toMatchObject(
      lost > 0 ? [{ type: 'recovered', dropped: lost }] : [],
    );
  }
});

test('an end of zeros, as a file system leaves after a crash, is recovered', async () => {
  const path = await writtenJournal();
  await appendFile(path, Buffer.alloc(512));
  const journal = await Journal.open(path);
  expect(journal.entries.at(-1)).toMatchObject({ type: 'recovered', dropped: 512 });
  await journal.close();
});

test('a changed byte inside an entry is no crash: the journal is refused, with the line', async () => {
  const path = await writtenJournal();
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"hint":1', '"hint":7'));
  await expect(Journal.open(path)).rejects.toMatchObject({
    code: 'session.journal-broken',
    values: { line: 3 },
  });
});

test('entries that are dropped, doubled or swapped do not hold together', () => {
  const { lines } = buildLines(hints, { n: 0, prev: emptyDigest }, '2026-01-01T00:00:00.000Z');
  const order = fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3], { minLength: 1 });
  fc.assert(
    fc.property(order, (picked) => {
      const bytes = Buffer.from(picked.map((i) => `${lines[i]}\n`).join(''));
      const chain = parseChain(bytes);
      const inOrder = picked.findIndex((line, i) => line !== i);
      expect(chain.entries.length).toBe(inOrder < 0 ? picked.length : inOrder);
      expect(chain.rest).toBe(inOrder < 0 ? 'none' : 'foreign');
    }),
  );
});

test('parsing what a stranger wrote never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(parseChain(Buffer.from(bytes)).entries).toEqual([]);
    }),
  );
});

test('appends that are not waited for keep their order', async () => {
  const path = join(await tempFolder(), 'journal.jsonl');
  const journal = await Journal.open(path);
  await Promise.all(hints.map((hint) => journal.append([hint])));
  await journal.close();
  expect(await readJournal(path)).toMatchObject(hints);
});

test('a disk that is full leaves no half entry, and the journal can be gone on with', async () => {
  const path = await writtenJournal();
  const before = await readFile(path);
  const journal = await Journal.open(path);
  // What a full disk does: the write fails. A closed file does so, too, and needs no full disk.
  await journal.close();
  await expect(journal.append([{ type: 'ended' }])).rejects.toMatchObject({
    code: 'session.journal-write',
    exit: 4,
  });
  expect(await readFile(path)).toEqual(before);
  await truncate(path, before.length);
});
