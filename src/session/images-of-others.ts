import { findAttempts, readState, type StoredAttempt } from './attempts.ts';

/** Images that an attempt brought and that another, which is being worked on, may still use. */
export async function imagesOfOthers(data: string, own: StoredAttempt): Promise<Set<string>> {
  const others = (await findAttempts(data)).filter(({ folder }) => folder !== own.folder);
  const states = await Promise.all(
    others.map(({ folder }) => readState(folder).catch(() => undefined)),
  );
  const busy = states.some((state) => state?.ready);
  const ids = busy ? (await readState(own.folder)).brought.map(({ id }) => id) : [];
  return new Set(ids);
}
