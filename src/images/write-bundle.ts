import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { type BundledImage, type Manifest, manifestSchema } from './manifest.ts';
import { readBundle } from './read-bundle.ts';

/** An image that was saved to a file of its own. */
export interface SavedImage {
  image: BundledImage;
  path: string;
}

/**
 * Writes a bundle of `saved` and, if there is one at `bundle` already, of what that holds for
 * other architectures. It is written beside and renamed, so that a bundle is whole or not there.
 */
export async function writeBundle(
  bundle: string,
  saved: SavedImage,
  options: { signal: AbortSignal; created: Date; previous: Manifest | undefined },
): Promise<Manifest> {
  options.signal.throwIfAborted();
  const kept = keptImages(options.previous, saved.image);
  const manifest: Manifest = {
    schema: manifestSchema,
    created: options.created.toISOString(),
    images: [saved.image, ...kept],
  };
  const temporary = temporaryBeside(bundle);
  const tar = pack();
  const written = pipeline(Readable.from(tar), createWriteStream(temporary, { flags: 'wx' }), {
    signal: options.signal,
  });
  try {
    const filled = fill(tar, manifest, saved, kept, bundle, options.signal);
    filled.catch((cause) => tar.destroy(cause));
    await Promise.all([filled, written]);
    await rename(temporary, bundle);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
  return manifest;
}

/** A path for a file that becomes `path` when it is whole. */
export function temporaryBeside(path: string): string {
  return `${path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
}

function keptImages(previous: Manifest | undefined, added: BundledImage): BundledImage[] {
  return (previous?.images ?? []).filter(({ architecture }) => architecture !== added.architecture);
}

async function fill(
  tar: Pack,
  manifest: Manifest,
  saved: SavedImage,
  kept: readonly BundledImage[],
  previous: string,
  signal: AbortSignal,
): Promise<void> {
  tar.entry({ name: 'manifest.json' }, `${JSON.stringify(manifest, null, 2)}\n`);
  await copy(tar, saved.image, createReadStream(saved.path), signal);
  if (kept.length > 0) {
    await readBundle(previous, {
      signal,
      onImage: async (image, content) => {
        if (kept.some(({ file }) => file === image.file)) await copy(tar, image, content, signal);
        else content.resume();
      },
    });
  }
  tar.finalize();
}

async function copy(
  tar: Pack,
  { file, size }: BundledImage,
  content: Readable,
  signal: AbortSignal,
): Promise<void> {
  // A pipeline that is aborted before it begins throws past its caller.
  signal.throwIfAborted();
  // A streamx stream, which Node's pipeline takes; only its types are its own.
  const entry = tar.entry({ name: file, size }) as unknown as Writable;
  await pipeline(content, entry, { signal });
}
