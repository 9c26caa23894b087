import { Unseen } from '../../unseen.ts';

/**
 * The rows that `ip -j` or `bridge -j` prints. With nothing to show they print nothing, or an empty
 * list, or empty objects. Throws Unseen when it is no list.
 */
export function parseRows<T>(text: string, what: string): T[] {
  if (text.trim() === '') return [];
  try {
    const rows: unknown = JSON.parse(text);
    if (Array.isArray(rows)) return rows.filter((row) => typeof row === 'object' && row !== null);
  } catch (cause) {
    throw new Unseen('refused', `${what}: ${text.slice(0, 80)}`, { cause });
  }
  throw new Unseen('refused', `${what}: ${text.slice(0, 80)}`);
}
