import { join } from 'node:path';

/** The file that keeps an image for one architecture, as `docker save` wrote it. */
export function cachedImage(cache: string, image: string, architecture: string): string {
  const plain = `${image}-${architecture}`.replace(/[^a-zA-Z0-9.-]/g, '-');
  return join(cache, 'images', `${plain}.tar`);
}
