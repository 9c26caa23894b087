import { exitCodes, Failure } from '../../failure.ts';

/** Engine 20.10 speaks 1.41, Engine 29 1.52: the oldest and newest that this client knows. */
const oldest = '1.41';
const newest = '1.52';

/**
 * The newest API version that both sides speak. Throws `docker.too-old` or `docker.too-new`.
 * An engine that does not tell its minimum has none.
 */
export function agreeOnVersion(engine: {
  Version: string;
  ApiVersion: string;
  MinAPIVersion?: string;
}): string {
  const values = { version: engine.Version, api: engine.ApiVersion, oldest, newest };
  if (compare(engine.ApiVersion, oldest) < 0) {
    throw new Failure('docker.too-old', exitCodes.engine, values);
  }
  if (compare(engine.MinAPIVersion || '1.0', newest) > 0) {
    throw new Failure('docker.too-new', exitCodes.engine, values);
  }
  return compare(engine.ApiVersion, newest) < 0 ? engine.ApiVersion : newest;
}

/** By number, part by part: 1.9 comes before 1.41. */
function compare(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
