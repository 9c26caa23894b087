import { constants } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { FileValue } from '../../facts/values.ts';
import { exitCodes, Failure } from '../../failure.ts';

/** How much of a file is looked at, in bytes. */
const fileLimit = 256 * 1024;

/** Writes a file of the attempt's workspace, with the folders above it. */
export async function writeWorkspaceFile(
  cwd: string,
  file: string,
  content: string,
): Promise<void> {
  const path = placeInside(cwd, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Reads the head of a regular file of the workspace; null if there is none. */
export async function seeWorkspaceFile(cwd: string, file: string): Promise<FileValue | null> {
  // Not blocking: a pipe that nobody writes to must not hang the check.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK;
  const handle = await open(placeInside(cwd, file), flags).catch(() => null);
  if (!handle) return null;
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return null;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(fileLimit), 0, fileLimit, 0);
    const content = buffer.toString('utf8', 0, bytesRead);
    return { content, size: stat.size, truncated: stat.size > bytesRead };
  } finally {
    await handle.close();
  }
}

function placeInside(cwd: string, file: string): string {
  const path = resolve(cwd, file);
  const inside = relative(cwd, path);
  if (inside === '' || inside.startsWith('..')) {
    throw new Failure('session.outside-workspace', exitCodes.usage, { file });
  }
  return path;
}
