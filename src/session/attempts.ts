import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readJournal } from '../journal/journal.ts';
import { type AttemptState, applyEntries, emptyState } from './state.ts';

/** An attempt as it lies on the disk. */
export interface StoredAttempt {
  lab: string;
  folder: string;
}

/** The attempts of a lab, or of all labs, oldest first. Their folders' names sort by time. */
export async function findAttempts(data: string, lab?: string): Promise<StoredAttempt[]> {
  const root = join(data, 'attempts');
  const labs = lab === undefined ? await listFolder(root) : [lab];
  const found = await Promise.all(
    labs.map(async (id) =>
      (await listFolder(join(root, id))).map((name) => ({ lab: id, folder: join(root, id, name) })),
    ),
  );
  return found.flat();
}

/**
 * The attempt that a lab's commands work on: the newest, unless it was ended by a reset, or its
 * runner died before it was opened: then nothing was made for it.
 */
export async function findCurrent(data: string, lab: string): Promise<StoredAttempt | undefined> {
  const newest = (await findAttempts(data, lab)).at(-1);
  if (!newest || !(await hasJournal(newest.folder))) return undefined;
  const { opening, ended } = await readState(newest.folder);
  return opening && !ended ? newest : undefined;
}

/** The state of an attempt that somebody else may be writing to. */
export async function readState(folder: string): Promise<AttemptState> {
  const state = emptyState();
  applyEntries(state, await readJournal(join(folder, 'journal.jsonl')));
  return state;
}

async function hasJournal(folder: string): Promise<boolean> {
  return (await stat(join(folder, 'journal.jsonl')).catch(() => undefined))?.isFile() === true;
}

async function listFolder(path: string): Promise<string[]> {
  const entries = await readdir(path).catch(() => [] as string[]);
  return entries.sort();
}
