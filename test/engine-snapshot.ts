import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** Everything on the engine that has an id, and whether it runs: what a clean must restore. */
export interface EngineSnapshot {
  containers: string[];
  networks: string[];
  volumes: string[];
  images: string[];
}

/** Asks the docker command, not this project's own engine: the judge must not be the accused. */
export async function takeSnapshot(env: NodeJS.ProcessEnv = process.env): Promise<EngineSnapshot> {
  const ask = async (...args: string[]) => {
    const { stdout } = await exec('docker', args, { env });
    return [...new Set(stdout.split('\n').filter(Boolean))].sort();
  };
  const [containers, networks, volumes, images] = await Promise.all([
    ask('ps', '-a', '--no-trunc', '--format', '{{.ID}} {{.Names}} {{.State}}'),
    ask('network', 'ls', '--no-trunc', '--format', '{{.ID}} {{.Name}}'),
    ask('volume', 'ls', '--format', '{{.Name}}'),
    ask('images', '-a', '--no-trunc', '--format', '{{.ID}} {{.Repository}}:{{.Tag}}'),
  ]);
  return { containers, networks, volumes, images };
}
