import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Who works on the labs of this machine: the seed that their values are drawn from. */
export interface Learner {
  id: string;
  /** 32 bytes in hex. */
  seed: string;
}

/** Reads this machine's learner; the first call makes one. */
export async function loadLearner(data: string): Promise<Learner> {
  const path = join(data, 'learner.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Learner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(data, { recursive: true });
  const learner: Learner = {
    id: randomBytes(4).toString('hex'),
    seed: randomBytes(32).toString('hex'),
  };
  try {
    await writeFile(path, `${JSON.stringify(learner)}\n`, { flag: 'wx', mode: 0o600 });
    return learner;
  } catch (error) {
    // Another command made it in between.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return loadLearner(data);
    throw error;
  }
}
