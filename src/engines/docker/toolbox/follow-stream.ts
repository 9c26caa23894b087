import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { exitCodes, Failure } from '../../../failure.ts';
import { isObject, parseJson } from '../../../images/parse-json.ts';

/**
 * Reads the engine's report of a build, an import or a load, one JSON document a line, and hands
 * over its words. The engine answers 200 before it knows how it ends: an `errorDetail` in the
 * report is the only sign that it failed. Throws `docker.operation-failed` for it.
 */
export async function followStream(
  stream: NodeJS.ReadableStream,
  what: string,
  onLine?: (line: string) => void,
): Promise<void> {
  let failed: string | undefined;
  for await (const line of createInterface({ input: stream as Readable })) {
    const report = parseJson(line);
    if (!isObject(report)) continue;
    if (isObject(report.errorDetail) || typeof report.error === 'string') {
      const detail = isObject(report.errorDetail) ? report.errorDetail.message : report.error;
      failed ??= String(detail ?? report.error);
    }
    const words = report.stream ?? report.status;
    if (typeof words === 'string' && words.trim() !== '') onLine?.(words.trimEnd());
  }
  if (failed !== undefined) {
    throw new Failure('docker.operation-failed', exitCodes.operation, { what, words: failed });
  }
}
