import { request } from 'node:http';

/** Milliseconds. A living engine answers a ping in one or two. */
const patience = 3_000;

/** Whether an engine answers at a socket; `denied` when this user may not open it. */
export function answers(socketPath: string): Promise<'yes' | 'no' | 'denied'> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 ? 'yes' : 'no');
    });
    const timer = setTimeout(() => asked.destroy(), patience);
    asked.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EACCES' || error.code === 'EPERM' ? 'denied' : 'no');
    });
    asked.on('close', () => {
      clearTimeout(timer);
      resolve('no');
    });
    asked.end();
  });
}
