import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { TextDecoder } from 'node:util';
import type { Json } from '../json.ts';

/** Why a file of a lab was not read; `code` is a `definition.<code>`. */
export interface Unread {
  code: string;
  values: Record<string, Json>;
  /** Where in the file, for one that is not UTF-8. */
  line?: number;
  column?: number;
}

/** Reads a text file of a lab: inside the lab's folder after every link, regular, bounded, UTF-8. */
export async function readText(
  folder: string,
  path: string,
  limit: number,
): Promise<{ text: string } | Unread> {
  const found = await locate(folder, path);
  if (typeof found !== 'string') return found;
  // Without O_NONBLOCK, opening a named pipe waits for a writer.
  const file = await open(found, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
  if (!file) return { code: 'file-missing', values: { found: path } };
  try {
    return await readBounded(file, path, limit);
  } finally {
    await file.close();
  }
}

async function locate(folder: string, path: string): Promise<string | Unread> {
  const outside = { code: 'file-outside', values: { found: path } };
  const missing = { code: 'file-missing', values: { found: path } };
  if (path.includes('\0')) return missing;
  if (isAbsolute(path) || leaves(folder, resolve(folder, path))) return outside;
  const home = await realpath(folder).catch(() => undefined);
  const real = await realpath(resolve(folder, path)).catch(() => undefined);
  if (home === undefined || real === undefined) return missing;
  return leaves(home, real) ? outside : real;
}

function leaves(folder: string, path: string): boolean {
  const way = relative(resolve(folder), path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

async function readBounded(
  file: FileHandle,
  path: string,
  limit: number,
): Promise<{ text: string } | Unread> {
  const stat = await file.stat();
  if (!stat.isFile()) return { code: 'file-irregular', values: { found: path } };
  if (stat.size > limit) return { code: 'file-large', values: { found: stat.size, limit } };
  const bytes = Buffer.alloc(stat.size);
  const { bytesRead } = await file.read(bytes, 0, stat.size, 0);
  return decode(bytes.subarray(0, bytesRead));
}

/** A byte order mark at the start is left out. */
function decode(bytes: Buffer): { text: string } | Unread {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const good = validPrefix(bytes);
    const before = bytes.subarray(0, good).toString('utf8');
    const line = before.split('\n');
    const byte = `0x${bytes.toString('hex', good, good + 1).toUpperCase()}`;
    const column = (line.at(-1)?.length ?? 0) + 1;
    return { code: 'file-not-utf8', values: { byte, offset: good }, line: line.length, column };
  }
}

/** How many bytes at the start are whole UTF-8 characters. */
function validPrefix(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether the bytes are UTF-8, but for a character that is cut off at their end. */
function decodes(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
