import { readFile } from 'node:fs/promises';
import { runProgram } from './run-program.ts';

/** A Debian or Ubuntu that this program runs on. */
export interface Distribution {
  /** As apt names the origin of its packages. */
  origin: 'Debian' | 'Ubuntu';
  /** The release's code name: `bookworm`. */
  suite: string;
  /** As dpkg and Docker both call it: `amd64`. */
  architecture: string;
}

/** The distribution of this machine; undefined if it has no packages that fit. */
export async function findDistribution(): Promise<Distribution | undefined> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const found = parseRelease(release);
  if (!found) return undefined;
  const dpkg = await runProgram('dpkg', ['--print-architecture']).catch(() => undefined);
  if (dpkg?.exit !== 0) return undefined;
  return { ...found, architecture: dpkg.stdout.trim() };
}

/** Reads os-release(5). */
export function parseRelease(text: string): Omit<Distribution, 'architecture'> | undefined {
  const value = (key: string): string =>
    new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(text)?.[1] ?? '';
  const origins: Record<string, Distribution['origin']> = { debian: 'Debian', ubuntu: 'Ubuntu' };
  const origin = origins[value('ID')];
  const suite = value('VERSION_CODENAME');
  return origin && suite ? { origin, suite } : undefined;
}

/**
 * The lines of a sources.list for the distribution's own packages, as apt on this machine gets
 * them: a mirror that a school has set up is used. Empty where apt has no lists yet.
 */
export async function findSources({ origin }: Distribution): Promise<string[]> {
  const format = '$(REPO_URI) $(RELEASE) $(COMPONENT) $(SIGNED_BY)';
  const targets = ['indextargets', '--format', format, 'Created-By: Packages', `Origin: ${origin}`];
  const found = await runProgram('apt-get', targets).catch(() => undefined);
  return found?.exit === 0 ? parseTargets(found.stdout) : [];
}

/** One line for each index; apt prints `$(SIGNED_BY)` as it is where a source names no key. */
export function parseTargets(text: string): string[] {
  const lines = text.split('\n').flatMap((line) => {
    const [uri, release, component, key] = line.trim().split(' ');
    if (!uri || !release || !component) return [];
    const signed = key?.startsWith('/') ? `[signed-by=${key}] ` : '';
    return [`deb ${signed}${uri} ${release} ${component}`];
  });
  return [...new Set(lines)];
}
