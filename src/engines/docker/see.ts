import { parseAddress } from '../../facts/address.ts';
import type { Probe, Unobserved } from '../../facts/fact.ts';
import { Failure } from '../../failure.ts';
import type { Json } from '../../json.ts';
import type { Seen } from '../engine.ts';
import { Unseen } from '../unseen.ts';
import { call } from './call.ts';
import { deadlines } from './deadlines.ts';
import { engineWords } from './engine-error.ts';
import type { Look, See } from './look.ts';

/**
 * Sees the fact of a probe with the function for its kind. A deadline that passes, and an engine
 * that fails, are facts that could not be had; an abort by the caller is thrown.
 */
export async function see(
  look: Look,
  probe: Probe,
  kinds: Partial<Record<string, See>>,
): Promise<Seen> {
  const { address } = probe;
  const parsed = parseAddress(address);
  const find = parsed && kinds[parsed.kind];
  if (!parsed || !find) throw new Error(`Docker sees no ${address}`);
  try {
    const value = await call((signal) => find({ ...look, signal }, parsed, probe), {
      deadline: deadlines.probe + (probe.listen ?? 0),
      signal: look.signal,
      what: address,
    });
    return { address, at: new Date().toISOString(), value };
  } catch (error) {
    if (look.signal.aborted) throw error;
    return { address, at: new Date().toISOString(), value: null, unobserved: reason(error) };
  }
}

/** Probes say with Unseen what they know better. */
function reason(error: unknown): Unobserved {
  const cause = error instanceof Failure ? error.cause : error;
  if (cause instanceof Unseen) return { code: cause.code, detail: cause.detail };
  if (!(error instanceof Failure)) return { code: 'engine', detail: engineWords(error) };
  const detail = (value: Json | undefined) => (typeof value === 'string' ? value : error.code);
  if (error.code === 'docker.deadline') {
    return { code: 'deadline', detail: detail(error.values.what) };
  }
  return { code: 'engine', detail: detail(error.values.words) };
}
