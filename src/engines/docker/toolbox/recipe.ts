import { readFile } from 'node:fs/promises';

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

/** The Dockerfile stands beside this module, in the sources and in the bundle. */
export function loadDockerfile(): Promise<string> {
  return readFile(new URL('./Dockerfile', import.meta.url), 'utf8');
}
