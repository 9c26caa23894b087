import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import type { BundledImage } from '../../src/images/manifest.ts';
import type { SavedImage } from '../../src/images/write-bundle.ts';

export interface TarEntry {
  name: string;
  content?: string | Buffer;
  type?: 'file' | 'symlink' | 'link' | 'directory' | 'fifo';
  linkname?: string;
}

/** A folder that is removed when the test's scope ends. */
export async function makeFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'labs-bundle-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Writes a tar of exactly these entries. */
export async function writeTar(path: string, entries: readonly TarEntry[]): Promise<void> {
  const tar = pack();
  const written = pipeline(Readable.from(tar), createWriteStream(path));
  for (const { name, content = '', type = 'file', linkname } of entries) {
    const header = { name, type, ...(linkname !== undefined && { linkname }) };
    tar.entry(header, type === 'file' ? content : '');
  }
  tar.finalize();
  await written;
}

/** A file that stands for what `docker save` wrote, with its row of the manifest. */
export async function saveContent(
  folder: string,
  architecture: string,
  content: Buffer,
  name = 'labs-toolbox:1',
): Promise<SavedImage> {
  const path = join(folder, `${architecture}.saved`);
  await writeFile(path, content);
  return { path, image: describeContent(architecture, content, name) };
}

export function describeContent(
  architecture: string,
  content: Buffer | string,
  name = 'labs-toolbox:1',
): BundledImage {
  return {
    name,
    architecture,
    config: sha256(`config of ${architecture}`),
    file: `images/${architecture}.tar`,
    sha256: sha256(content),
    size: Buffer.byteLength(content),
  };
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
