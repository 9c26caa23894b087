import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { CapabilityValue } from '../../../facts/values.ts';

/** Milliseconds that the server and the port may take to come up. */
const patience = 3000;

/**
 * Asks a published port from the learner's own machine. Any HTTP answer will do: Docker's proxy
 * accepts a connection before anybody listens behind it, so a connection proves nothing.
 */
export async function getPublished(port: number, signal: AbortSignal): Promise<CapabilityValue> {
  const url = `http://127.0.0.1:${port}/`;
  const end = Date.now() + patience;
  for (;;) {
    signal.throwIfAborted();
    const answer = await getStatus(url, Math.max(1, end - Date.now()));
    const evidence = `docker run -p 127.0.0.1::80 …; GET ${url}: ${answer}`;
    if (typeof answer === 'number') return { state: 'works', evidence };
    if (Date.now() >= end) return { state: 'refuted', evidence };
    await pause(20, undefined, { signal });
  }
}

function getStatus(url: string, timeout: number): Promise<number | string> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}
