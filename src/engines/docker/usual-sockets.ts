import { join } from 'node:path';
import type { Environment } from './environment.ts';

export const systemSocket = '/var/run/docker.sock';

/**
 * Where engines put their sockets, in the order in which they are tried: the system's, rootless,
 * Docker Desktop (macOS, then Linux), Colima (new and old place), OrbStack, Rancher Desktop.
 */
export function usualSockets(env: Environment, home: string, system = systemSocket): string[] {
  const colima = env.COLIMA_HOME || join(home, '.colima');
  const sockets = [
    system,
    env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, 'docker.sock'),
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(colima, 'default/docker.sock'),
    join(home, '.config/colima/default/docker.sock'),
    join(home, '.orbstack/run/docker.sock'),
    join(home, '.rd/docker.sock'),
  ];
  return sockets.filter((socket) => typeof socket === 'string' && socket !== '') as string[];
}
