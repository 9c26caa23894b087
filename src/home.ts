import { join } from 'node:path';
import envPaths from 'env-paths';

/** The folders of this user; `LABS_HOME` puts them all below one. */
export interface Home {
  /** Attempts, the learner's seed: what must not be lost. */
  data: string;
  /** What can be made again: packed images. */
  cache: string;
}

export function findHome(env: NodeJS.ProcessEnv): Home {
  if (env.LABS_HOME)
    return { data: join(env.LABS_HOME, 'data'), cache: join(env.LABS_HOME, 'cache') };
  const { data, cache } = envPaths('labs', { suffix: '' });
  return { data, cache };
}
