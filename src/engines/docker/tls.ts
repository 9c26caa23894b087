import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes, Failure } from '../../failure.ts';

/** What to show an engine, and what to believe of it. PEM texts. */
export interface Tls {
  ca?: string;
  cert?: string;
  key?: string;
  verify: boolean;
}

/**
 * Reads `ca.pem`, `cert.pem` and `key.pem` of a folder; with `complete` each must be there,
 * as the docker command wants it under DOCKER_TLS_VERIFY. Throws `docker.no-certificate`.
 */
export async function loadTls(
  folder: string,
  options: { verify: boolean; complete: boolean },
): Promise<Tls> {
  const read = (name: string) => readPem(join(folder, name), options.complete);
  const [ca, cert, key] = await Promise.all([read('ca.pem'), read('cert.pem'), read('key.pem')]);
  return {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    verify: options.verify,
  };
}

async function readPem(file: string, needed: boolean): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (!needed && (cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Failure('docker.no-certificate', exitCodes.engine, { file }, { cause });
  }
}
