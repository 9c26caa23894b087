import { finished } from 'node:stream/promises';
import type Docker from 'dockerode';
import { engineStatus } from './engine-error.ts';

/**
 * Waits until a container has been removed; at once if it is not there. The answer is read as a
 * stream: its head comes first, and the client's own `wait` never settles when the engine dies
 * between head and body.
 */
export async function waitUntilGone(
  docker: Docker,
  id: string,
  abortSignal: AbortSignal,
): Promise<void> {
  const answer = await new Promise<NodeJS.ReadableStream | undefined>((resolve, reject) => {
    const request = {
      path: `/containers/${id}/wait?condition=removed&`,
      method: 'POST',
      isStream: true,
      abortSignal,
      statusCodes: { 200: true, 404: 'no such container' },
      options: {},
    };
    docker.modem.dial(request, (error, data) => {
      if (engineStatus(error) === 404) resolve(undefined);
      else if (error) reject(error);
      else resolve(data as NodeJS.ReadableStream);
    });
  });
  if (!answer) return;
  answer.resume();
  await finished(answer);
}
