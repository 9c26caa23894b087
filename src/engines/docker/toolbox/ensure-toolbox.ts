import type Docker from 'dockerode';
import { exitCodes, Failure } from '../../../failure.ts';
import { cachedImage } from '../../../images/cache.ts';
import { type ToolboxSource, toolboxName } from '../../../images/toolbox.ts';
import { findArchitecture, findImage } from './find-image.ts';
import { fromCache } from './from-cache.ts';
import { fromDockerfile } from './from-dockerfile.ts';
import { fromPackages } from './from-packages.ts';
import { toolboxBase } from './recipe.ts';
import { saveImage } from './save-image.ts';
import type { Making, Way } from './way.ts';

/** In the order in which they are tried. */
export const ways: readonly Way[] = [fromCache, fromDockerfile, fromPackages];

export interface ToolboxOptions {
  signal: AbortSignal;
  /** Which way is being gone, with the tools' own words as they come. */
  onProgress?(way: Way['name'] | 'keep', line?: string): void;
  /** The folder for what can be made again. */
  cache: string;
  name?: string;
  /** The image that the Dockerfile begins with. */
  base?: string;
}

export interface Toolbox {
  name: string;
  id: string;
  /** How labs made it; null if the engine had an image of this name that labs did not make. */
  source: ToolboxSource | null;
  /** Whether this call put it on the engine; whoever called then owns it. */
  brought: boolean;
}

/**
 * The toolbox on this engine: the one that is there, else the cached one, else one made here and
 * kept in the cache. Throws the Failure of the first way that was tried, or else of the last.
 */
export async function ensureToolbox(docker: Docker, options: ToolboxOptions): Promise<Toolbox> {
  const name = options.name ?? toolboxName;
  const there = await findImage(docker, name, options.signal);
  if (there) return { name, id: there.id, source: there.source, brought: false };
  const making = await prepare(docker, options);
  const way = await bring(making, options);
  if (way !== 'cache') await keep(making, options);
  const made = await findImage(docker, name, options.signal);
  if (!made) throw new Failure('images.vanished', exitCodes.operation, { image: name });
  return { name, id: made.id, source: made.source, brought: true };
}

/** What `ways` need, for a look at their obstacles. */
export async function prepare(docker: Docker, options: ToolboxOptions): Promise<Making> {
  return {
    docker,
    name: options.name ?? toolboxName,
    architecture: await findArchitecture(docker, options.signal),
    cache: options.cache,
    base: options.base ?? toolboxBase,
    signal: options.signal,
    onLine: () => undefined,
  };
}

async function bring(making: Making, { onProgress, signal }: ToolboxOptions): Promise<Way['name']> {
  let tried: unknown;
  let obstacle: Failure | undefined;
  for (const way of ways) {
    const found = await way.findObstacle(making);
    if (found) {
      obstacle = found;
      continue;
    }
    onProgress?.(way.name);
    try {
      await way.bring({ ...making, onLine: (line) => onProgress?.(way.name, line) });
      return way.name;
    } catch (cause) {
      signal.throwIfAborted();
      if (!(cause instanceof Failure)) throw cause;
      tried ??= cause;
    }
  }
  throw tried ?? obstacle;
}

/** A full disk costs the next attempt some time, and this one nothing. */
async function keep(making: Making, { onProgress, signal }: ToolboxOptions): Promise<void> {
  const { docker, name, cache, architecture } = making;
  onProgress?.('keep');
  try {
    await saveImage(docker, name, cachedImage(cache, name, architecture), signal);
  } catch {
    signal.throwIfAborted();
  }
}
