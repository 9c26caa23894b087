import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes, Failure } from '../failure.ts';

/** Who works on the labs of this machine: the seed that their values are drawn from. */
export interface Learner {
  id: string;
  /** 32 bytes in hex. */
  seed: string;
}

/** Reads this machine's learner; the first call makes one. Throws `session.learner-broken`. */
export async function loadLearner(data: string): Promise<Learner> {
  const path = join(data, 'learner.json');
  const known = await readLearner(path);
  if (known) return known;
  await mkdir(data, { recursive: true });
  const learner: Learner = {
    id: randomBytes(4).toString('hex'),
    seed: randomBytes(32).toString('hex'),
  };
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, `${JSON.stringify(learner)}\n`, { mode: 0o600 });
    // Whole or not at all, also on a disk that is full.
    await link(draft, path);
    return learner;
  } catch (error) {
    // Another command made it in between.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return loadLearner(data);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readLearner(path: string): Promise<Learner | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const learner = parseLearner(text);
  if (!learner) throw new Failure('session.learner-broken', exitCodes.operation, { path });
  return learner;
}

function parseLearner(text: string): Learner | undefined {
  try {
    const { id, seed } = (JSON.parse(text) ?? {}) as Partial<Learner>;
    return typeof id === 'string' && typeof seed === 'string' ? { id, seed } : undefined;
  } catch {
    return undefined;
  }
}
