import type { Probe } from '../facts/fact.ts';

/**
 * The probes of many checks, questions and `observe` entries, each address once: ten checks on one
 * container cost one inspect. Of several times to listen the longest wins.
 */
export function collectProbes(probes: Iterable<Probe>): Probe[] {
  const byAddress = new Map<string, Probe>();
  for (const probe of probes) {
    const known = byAddress.get(probe.address);
    byAddress.set(probe.address, known ? merge(known, probe) : probe);
  }
  return [...byAddress.values()];
}

function merge(one: Probe, two: Probe): Probe {
  if (one.run !== undefined && two.run !== undefined && one.run !== two.run) {
    throw new Error(`two scripts have the address ${one.address}`);
  }
  const run = one.run ?? two.run;
  const listens = [one.listen, two.listen].filter((listen) => listen !== undefined);
  return {
    address: one.address,
    ...(run === undefined ? {} : { run }),
    ...(listens.length === 0 ? {} : { listen: Math.max(...listens) }),
  };
}
