import { setMaxListeners } from 'node:events';
import { exitCodes, Failure } from '../../failure.ts';
import { engineFailure } from './engine-error.ts';

export interface CallOptions {
  /** Milliseconds. */
  deadline: number;
  /** The caller's own end; what it aborts with is thrown as it is. */
  signal?: AbortSignal | undefined;
  /** What is being tried, as one would type it. */
  what: string;
}

/**
 * The one place where the engine is called: a deadline and an abort for every call, and every
 * error as a Failure: `docker.deadline`, `docker.lost`, `docker.operation-failed`.
 * The client's own `timeout` is not used: with it a wait never settles, and Node exits 0 in silence.
 */
export async function call<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { deadline, signal, what }: CallOptions,
): Promise<T> {
  signal?.throwIfAborted();
  const end = new AbortController();
  const tooLate = new Failure('docker.deadline', exitCodes.operation, {
    what,
    seconds: Math.round(deadline / 100) / 10,
  });
  const timer = setTimeout(() => end.abort(tooLate), deadline);
  // One observation makes many calls at once, and Node 20 takes ten listeners for a leak.
  if (signal) setMaxListeners(0, signal);
  const passOn = () => end.abort(signal?.reason);
  signal?.addEventListener('abort', passOn);
  try {
    return await Promise.race([run(end.signal), rejectOnAbort(end.signal)]);
  } catch (error) {
    throw end.signal.aborted ? end.signal.reason : engineFailure(error, what);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', passOn);
  }
}

/** A call that the engine has half answered may never settle by itself when it is aborted. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
