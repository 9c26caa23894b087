import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes, Failure } from '../../failure.ts';
import type { Environment } from './environment.ts';
import { loadTls, type Tls } from './tls.ts';

interface Meta {
  Name?: unknown;
  Endpoints?: { docker?: { Host?: unknown; SkipTLSVerify?: unknown } };
}

/** The context that is in force: DOCKER_CONTEXT, else `currentContext`; undefined for the default. */
export async function findContextName(
  env: Environment,
  config: string,
): Promise<string | undefined> {
  const name = env.DOCKER_CONTEXT || (await currentContext(join(config, 'config.json')));
  return name === '' || name === 'default' ? undefined : name;
}

/** The host of a context and its TLS material. Throws `docker.no-context`, `docker.bad-context`. */
export async function loadContext(
  name: string,
  config: string,
): Promise<{ host: string; tls?: Tls }> {
  const folder = createHash('sha256').update(name).digest('hex');
  const file = join(config, 'contexts/meta', folder, 'meta.json');
  const meta = await readJson<Meta>(file, 'docker.bad-context');
  if (meta === undefined) {
    const known = (await contextNames(config)).join(', ');
    throw new Failure('docker.no-context', exitCodes.engine, { name, known });
  }
  const docker = meta?.Endpoints?.docker;
  if (typeof docker?.Host !== 'string' || docker.Host === '') {
    throw new Failure('docker.bad-context', exitCodes.engine, { file });
  }
  const verify = docker.SkipTLSVerify !== true;
  const tls = await loadTls(join(config, 'contexts/tls', folder, 'docker'), {
    verify,
    complete: false,
  });
  const secure = tls.ca ?? tls.cert ?? tls.key ?? (verify ? undefined : '');
  return { host: docker.Host, ...(secure !== undefined && { tls }) };
}

async function currentContext(file: string): Promise<string> {
  const config = await readJson<{ currentContext?: unknown }>(file, 'docker.bad-config');
  return typeof config?.currentContext === 'string' ? config.currentContext : '';
}

async function contextNames(config: string): Promise<string[]> {
  const folder = join(config, 'contexts/meta');
  const entries = await readdir(folder).catch(() => []);
  const metas = await Promise.all(
    entries.map((entry) =>
      readJson<Meta>(join(folder, entry, 'meta.json'), 'docker.bad-context').catch(() => undefined),
    ),
  );
  return ['default', ...metas.map((meta) => String(meta?.Name ?? '')).filter(Boolean)];
}

/** Undefined if there is no such file; what cannot be read or parsed is a Failure with this code. */
async function readJson<T>(file: string, code: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Failure(code, exitCodes.engine, { file }, { cause });
  }
}
