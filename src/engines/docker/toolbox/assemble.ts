import { exitCodes, Failure } from '../../../failure.ts';
import { type Distribution, findDistribution, findSources } from './distribution.ts';
import { toolboxPackages } from './recipe.ts';
import { runProgram } from './run-program.ts';
import type { Making } from './way.ts';

/** Writes the toolbox's file system as a tar; takes 18 s here. Throws `images.assemble-failed`. */
export async function assemble(tar: string, making: Making): Promise<void> {
  const distribution = await findDistribution();
  if (!distribution) throw failed(making, 'os-release');
  const args = buildArguments(distribution, await findSources(distribution), tar);
  const { exit, said } = await runProgram('mmdebstrap', args, {
    signal: making.signal,
    onLine: making.onLine,
  });
  making.signal.throwIfAborted();
  if (exit !== 0) throw failed(making, said || `mmdebstrap: exit ${exit}`);
}

/**
 * mmdebstrap's arguments. The packages are unpacked, not installed: none of their scripts run,
 * and nothing comes in that they do not depend on. Busybox's links take the place of a shell.
 */
export function buildArguments(
  { suite }: Distribution,
  sources: readonly string[],
  tar: string,
): string[] {
  const without = ['doc', 'man', 'locale'].map(
    (folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
  );
  const hooks = [
    'chroot "$1" /bin/busybox --install -s',
    // Debian's busybox wget crashes on connections to other containers.
    'rm -f "$1"/usr/bin/wget "$1"/bin/wget',
    // What the package's own script would have chosen.
    'ln -s iptables-nft "$1"/usr/sbin/iptables && ln -s ip6tables-nft "$1"/usr/sbin/ip6tables',
    'chroot "$1" /bin/sh -c "python3 -m compileall -q /usr/lib/python3.*"',
  ].map((hook) => `--extract-hook=${hook}`);
  const include = `--include=${toolboxPackages.join(',')}`;
  return [
    '--variant=extract',
    '--format=tar',
    include,
    ...without,
    ...hooks,
    suite,
    tar,
    ...sources,
  ];
}

function failed({ name }: Making, detail: string): Failure {
  return new Failure('images.assemble-failed', exitCodes.operation, { image: name, detail });
}
