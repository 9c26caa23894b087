import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Socket } from 'node:net';
import type { ReachValue } from '../../facts/values.ts';

/** How much of a body is kept, in bytes. */
const bodyLimit = 4096;

/** Reaches a URL (http, https) or `host:port` from the learner's own machine. `listen` in ms. */
export function seeReachFromLearner(
  target: string,
  listen: number,
  signal: AbortSignal,
): Promise<ReachValue> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(listen)]);
  const seen = /^https?:\/\//.test(target) ? get(target, bounded) : knock(target, bounded);
  return seen.catch((error: NodeJS.ErrnoException) => ({
    outcome: outcomeOf(error, bounded.aborted),
    status: null,
    body: null,
  }));
}

function get(url: string, signal: AbortSignal): Promise<ReachValue> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, { signal, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      const done = () => {
        const body = Buffer.concat(chunks).subarray(0, bodyLimit).toString('utf8');
        resolve({ outcome: 'success', status: response.statusCode ?? null, body });
        sent.destroy();
      };
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (chunks.reduce((sum, { length }) => sum + length, 0) >= bodyLimit) done();
      });
      response.on('end', done);
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

function knock(target: string, signal: AbortSignal): Promise<ReachValue> {
  const colon = target.lastIndexOf(':');
  const host = target.slice(0, colon).replace(/^\[|\]$/g, '');
  const port = Number(target.slice(colon + 1));
  return new Promise((resolve, reject) => {
    const socket = new Socket({ signal });
    socket.once('connect', () => {
      socket.destroy();
      resolve({ outcome: 'success', status: null, body: null });
    });
    socket.once('error', reject);
    socket.connect(port, host);
  });
}

function outcomeOf(error: NodeJS.ErrnoException, timedOut: boolean): ReachValue['outcome'] {
  if (timedOut) return 'silence';
  // A name with several addresses fails with one error for each of them.
  const code = error.code ?? (error as { errors?: NodeJS.ErrnoException[] }).errors?.[0]?.code;
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ETIMEDOUT') return 'silence';
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'EADDRNOTAVAIL')
    return 'unreachable';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unresolved';
  return 'broken';
}
