import { exitCodes, Failure } from '../../failure.ts';

/** An error as docker-modem throws it: the engine's answer, or a broken connection. */
interface ModemError extends Error {
  statusCode?: number;
  json?: unknown;
  code?: string;
}

/** Codes of errors that say: nobody is at the other end, or no longer. */
const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/**
 * What went wrong with the engine as a Failure, with the error kept as its cause. `what` is what
 * was tried, as one would type it (`docker rm web`); it reads the same in every language.
 */
export function engineFailure(error: unknown, what: string): Failure {
  if (error instanceof Failure) return error;
  const { code } = error as ModemError;
  const words = engineWords(error);
  const options = { cause: error };
  if ((code !== undefined && lost.has(code)) || /socket hang up|aborted/.test(words)) {
    return new Failure('docker.lost', exitCodes.engine, { what, words }, options);
  }
  return new Failure('docker.operation-failed', exitCodes.operation, { what, words }, options);
}

/** The HTTP status that the engine answered with; undefined if it did not answer. */
export function engineStatus(error: unknown): number | undefined {
  const answer = error instanceof Failure ? error.cause : error;
  return (answer as ModemError | undefined)?.statusCode;
}

/**
 * The engine's own words. The client's `reason` is a guess by status code (a missing image is
 * "no such container" to it), so they are read from the answer; for a streamed answer, which the
 * client does not parse, from behind its "(HTTP code 404) reason - ".
 */
export function engineWords(error: unknown): string {
  const { json, message } = error as ModemError;
  if (typeof json === 'object' && json !== null && 'message' in json) return String(json.message);
  return String(message ?? error)
    .replace(/^\(HTTP code \d+\) .*? - /s, '')
    .trim();
}
