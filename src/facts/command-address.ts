import { createHash } from 'node:crypto';

/** The address of what a bash script prints: the first 16 hex digits of its SHA-256. */
export function commandAddress(run: string): string {
  return `command/${createHash('sha256').update(run).digest('hex').slice(0, 16)}`;
}
