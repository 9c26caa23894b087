import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Debian's and Ubuntu's packages in the toolbox; the Dockerfile names the same. */
export const toolboxPackages = [
  'bridge-utils',
  'busybox',
  'curl',
  'iproute2',
  'iptables',
  'iputils-ping',
  'python3-minimal',
  'tcpdump',
  'util-linux',
] as const;

/** The image that the Dockerfile begins with. */
export const toolboxBase = 'debian:bookworm-slim';

/** The Dockerfile stands beside this module in the sources, and in `toolbox/` of the bundle. */
export async function loadDockerfile(): Promise<string> {
  for (const place of ['./Dockerfile', './toolbox/Dockerfile', '../toolbox/Dockerfile']) {
    const path = fileURLToPath(new URL(place, import.meta.url));
    const found = await access(path).then(
      () => true,
      () => false,
    );
    if (found) return readFile(path, 'utf8');
  }
  throw new Error('the Dockerfile of the toolbox is not beside the program');
}
