import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { exitCodes, Failure } from '../failure.ts';
import { type BundledImage, type Manifest, parseManifest } from './manifest.ts';
import { readText } from './read-text.ts';

const manifestLimit = 64 * 1024;

export interface ReadBundleOptions {
  signal: AbortSignal;
  /**
   * Takes an image's bytes as they are read. They are counted and hashed on the way: only when
   * `readBundle` returns were they what the manifest says.
   */
  onImage?(image: BundledImage, content: Readable): Promise<void>;
}

/**
 * Reads a bundle from one end to the other, a stranger's file: its manifest first, then exactly
 * the images that it names, each of the size and digest that it gives. No path in it is followed,
 * nothing is held in memory but the manifest. A Failure with exit 2 says what is wrong.
 */
export async function readBundle(bundle: string, options: ReadBundleOptions): Promise<Manifest> {
  options.signal.throwIfAborted();
  const entries = extract();
  const source = pipeline(createReadStream(bundle), entries, { signal: options.signal });
  // What breaks the stream reaches the loop below as well; the loop reports it.
  source.catch(() => undefined);
  try {
    const manifest = await readEntries(entries, bundle, options);
    await source;
    return manifest;
  } catch (cause) {
    entries.destroy();
    options.signal.throwIfAborted();
    throw explain(cause, bundle);
  }
}

type Entries = AsyncIterable<AsyncIterable<unknown> & { header: Header }>;

async function readEntries(
  entries: Entries,
  bundle: string,
  options: ReadBundleOptions,
): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const seen = new Set<string>();
  for await (const entry of entries) {
    const { name, type, size } = entry.header;
    if (!manifest) {
      if (name !== 'manifest.json' || type !== 'file') throw notBundle(bundle);
      manifest = parseManifest(await readText(entry, manifestLimit, bundle), bundle);
      continue;
    }
    const image = manifest.images.find(({ file }) => file === name);
    if (!image || type !== 'file' || seen.has(name)) {
      throw new Failure('images.bundle-entry', exitCodes.usage, { bundle, entry: show(name) });
    }
    seen.add(name);
    if (size !== image.size) throw damaged(bundle, name);
    await readImage(entry, image, bundle, options);
  }
  if (!manifest) throw notBundle(bundle);
  const missing = manifest.images.find(({ file }) => !seen.has(file));
  if (missing) throw damaged(bundle, missing.file);
  return manifest;
}

async function readImage(
  entry: AsyncIterable<unknown>,
  image: BundledImage,
  bundle: string,
  options: ReadBundleOptions,
): Promise<void> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const use = options.onImage ? options.onImage(image, hashing) : drain(hashing);
  // A reader that gives up must not leave the copy waiting for it.
  use.catch(() => hashing.destroy());
  const copy = pipeline(entry, hashing, { signal: options.signal });
  const [used, copied] = await Promise.allSettled([use, copy]);
  if (used.status === 'rejected') throw used.reason;
  if (copied.status === 'rejected') throw copied.reason;
  if (hash.digest('hex') !== image.sha256) throw damaged(bundle, image.file);
}

async function drain(content: Readable): Promise<void> {
  content.resume();
}

function explain(cause: unknown, bundle: string): unknown {
  if (cause instanceof Failure) return cause;
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return new Failure('images.bundle-unreadable', exitCodes.usage, { bundle, reason: code });
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  // tar-stream's own words for a tar that is none, or that ends too early.
  if (/tar|Unexpected end|header|checksum/i.test(message)) return notBundle(bundle, cause);
  return cause;
}

function notBundle(bundle: string, cause?: unknown): Failure {
  return new Failure('images.not-a-bundle', exitCodes.usage, { bundle }, { cause });
}

function damaged(bundle: string, entry: string): Failure {
  return new Failure('images.bundle-damaged', exitCodes.usage, { bundle, entry });
}

function show(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
