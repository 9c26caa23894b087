import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lab } from './lab.ts';
import { packageFolder } from './package-folder.ts';

/** Where the build puts the labs of the package, read and checked, as JSON. */
export const shippedFolder = join(packageFolder(), 'dist', 'labs');

/** A lab as the build read it, with the digest of each file that it was read from. */
export interface Shipped {
  lab: Lab;
  /** Path from the package's folder → SHA-256 of the file. */
  sources: Record<string, string>;
}

/**
 * The lab of this folder as the build read it: no YAML is parsed. Undefined when the build does
 * not know it, or when a file has changed since: then the folder is what counts.
 */
export async function loadShipped(folder: string): Promise<Lab | undefined> {
  const name = folder.split('/').at(-1) ?? '';
  try {
    const shipped = JSON.parse(
      await readFile(join(shippedFolder, `${name}.json`), 'utf8'),
    ) as Shipped;
    const fresh = await Promise.all(
      Object.entries(shipped.sources).map(
        async ([path, digest]) =>
          digestFile(await readFile(join(packageFolder(), path))) === digest,
      ),
    );
    return fresh.every(Boolean) ? { ...shipped.lab, folder } : undefined;
  } catch {
    return undefined;
  }
}

export function digestFile(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
