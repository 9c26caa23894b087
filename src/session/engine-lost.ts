import { exitCodes, Failure } from '../failure.ts';

/** The engine went away while `what` was done. */
export function engineLost(what: string, words = ''): Failure {
  return new Failure('docker.lost', exitCodes.engine, { what, words: words.trim().slice(-2000) });
}
