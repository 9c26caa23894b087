import { join } from 'node:path';
import envPaths from 'env-paths';

/** The folder for what can be made again: `$LABS_HOME/cache`, or the system's place for caches. */
export function findCache(env: NodeJS.ProcessEnv): string {
  return env.LABS_HOME ? join(env.LABS_HOME, 'cache') : envPaths('labs', { suffix: '' }).cache;
}

/** The file that keeps an image for one architecture, as `docker save` wrote it. */
export function cachedImage(cache: string, image: string, architecture: string): string {
  const plain = `${image}-${architecture}`.replace(/[^a-zA-Z0-9.-]/g, '-');
  return join(cache, 'images', `${plain}.tar`);
}
