import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { exitCodes, Failure } from '../failure.ts';
import { type Archive, parseArchive } from './parse-archive.ts';
import { readText } from './read-text.ts';

const metadataLimit = 1024 * 1024;
const mostEntries = 4096;
const metadata: ReadonlySet<string> = new Set(['manifest.json', 'repositories', 'index.json']);

/**
 * Looks into a stranger's archive of `docker save` before an engine loads it. Engines unpack it
 * into a folder first, so an entry that could stand for another one is refused: a name that comes
 * twice or is not in its plain form, a link to anything but a layer.
 */
export async function readArchive(content: Readable, bundle: string): Promise<Archive> {
  const entries = extract();
  const source = pipeline(content, entries);
  // What breaks the stream ends the loop below too.
  source.catch(() => undefined);
  const texts = new Map<string, string>();
  const digests = new Map<string, string>();
  const seen = new Set<string>();
  for await (const entry of entries) {
    const name = plainName(entry.header, bundle);
    if (seen.has(name) || seen.size >= mostEntries) throw refuse(bundle, name);
    seen.add(name);
    if (metadata.has(name)) texts.set(name, await readText(entry, metadataLimit, bundle));
    else if (entry.header.size <= metadataLimit) digests.set(name, await digest(entry));
    else entry.resume();
  }
  await source;
  const archive = parseArchive(texts, digests);
  if (!archive) throw refuse(bundle, 'manifest.json');
  return archive;
}

function plainName(header: Header, bundle: string): string {
  const { name, type, linkname } = header;
  const plain = name.replace(/\/$/, '');
  if (plain !== posix.normalize(plain) || plain.startsWith('/') || plain.startsWith('..')) {
    throw refuse(bundle, name);
  }
  const layer = type === 'symlink' && /(^|\/)layer\.tar$/.test(linkname ?? '');
  const usual = type === 'file' || (type === 'directory' && !metadata.has(plain));
  if (!usual && !(layer && plain.endsWith('/layer.tar'))) throw refuse(bundle, name);
  return plain;
}

async function digest(entry: AsyncIterable<unknown>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of entry) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function refuse(bundle: string, entry: string): Failure {
  const shown = JSON.stringify(entry.slice(0, 80));
  return new Failure('images.bundle-archive', exitCodes.usage, { bundle, entry: shown });
}
