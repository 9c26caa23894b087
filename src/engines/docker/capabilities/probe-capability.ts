import type { CapabilityValue } from '../../../facts/values.ts';
import { Failure } from '../../../failure.ts';
import { type Capability, capabilities } from '../../../lab/capabilities.ts';
import { Unseen } from '../../unseen.ts';
import { engineWords } from '../engine-error.ts';
import { getPublished } from './get-published.ts';
import { openTrials, type TrialOptions, type Trials } from './trials.ts';
import { tryContainerMode, tryHostMode, tryHostView } from './try-modes.ts';

/** The driver that a link would be made by; an engine may lack it though the kernel has the link. */
const drivers: Partial<Record<Capability, string>> = {
  'driver.bridge': 'bridge',
  'driver.internal': 'bridge',
  'driver.macvlan': 'macvlan',
  'driver.ipvlan': 'ipvlan',
  'driver.overlay': 'overlay',
};

/**
 * Tries one capability on the engine. What the engine answers is never an error: it is `unknown`.
 * Throws Unseen for a name that is none, and `probe.no-toolbox`.
 */
export async function probeCapability(
  name: string,
  options: TrialOptions,
): Promise<CapabilityValue> {
  const capability = capabilities.find((known) => known === name);
  if (!capability) throw new Unseen('refused', `${name} is no capability`);
  const trials = openTrials(options);
  try {
    return await probe(capability, trials);
  } finally {
    await trials.close();
  }
}

/** Tries all of them, sharing what they need. */
export async function probeAll(
  options: TrialOptions,
): Promise<Record<Capability, CapabilityValue>> {
  const trials = openTrials(options);
  try {
    const found = await Promise.all(
      capabilities.map(async (name) => [name, await probe(name, trials)] as const),
    );
    return Object.fromEntries(found) as Record<Capability, CapabilityValue>;
  } finally {
    await trials.close();
  }
}

async function probe(name: Capability, trials: Trials): Promise<CapabilityValue> {
  try {
    return (await missingDriver(name, trials)) ?? (await attempt(name, trials));
  } catch (error) {
    trials.signal.throwIfAborted();
    if (error instanceof Failure && error.code === 'probe.no-toolbox') throw error;
    return { state: 'unknown', evidence: wordsOf(error) };
  }
}

async function attempt(name: Capability, trials: Trials): Promise<CapabilityValue> {
  if (name === 'host.view') return tryHostView(trials);
  if (name === 'driver.host') return tryHostMode(trials);
  if (name === 'driver.container') return tryContainerMode(trials);
  if (name === 'ports.published') {
    return getPublished((await trials.server()).port, trials.signal);
  }
  const found = (await trials.links()).get(name);
  // The kernel's part alone does not plug a container in: the engine's own bridge has to be there.
  if (name === 'driver.bridge' && found?.state === 'works') await trials.server();
  return found ?? { state: 'unknown', evidence: 'the trial printed nothing' };
}

async function missingDriver(
  name: Capability,
  trials: Trials,
): Promise<CapabilityValue | undefined> {
  const driver = drivers[name];
  if (driver === undefined) return undefined;
  const { names, rootless } = await trials.drivers();
  if (driver === 'overlay' && rootless) {
    // https://docs.docker.com/engine/security/rootless/#known-limitations
    return { state: 'refuted', evidence: 'docker info: Security Options: rootless' };
  }
  if (names.includes(driver)) return undefined;
  return { state: 'refuted', evidence: `docker info: Plugins: Network: ${names.join(' ')}` };
}

function wordsOf(error: unknown): string {
  if (error instanceof Unseen) return error.detail;
  const said = error instanceof Failure ? error.values.words : undefined;
  return typeof said === 'string' && said !== '' ? said : engineWords(error);
}
