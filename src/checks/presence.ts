import { parseAddress, parsePlace } from '../facts/address.ts';
import type { Probe } from '../facts/fact.ts';
import type { ContainerValue, InterfacesValue, NetworkValue } from '../facts/values.ts';
import type { Json } from '../json.ts';
import type { FactsView, Finding } from './check.ts';

/**
 * Whether that is there at all which a check is about. Every kind asks here first, so that an
 * absent container reads the same everywhere, and no "is not connected" passes for want of it.
 */
export type Present<Value> =
  | { value: Value; finding?: undefined }
  | { value?: undefined; finding: Finding };

/** The container, in whatever state. */
export function findContainer(facts: FactsView, name: string): Present<ContainerValue> {
  const address = `container/${name}`;
  const value = facts.value(address) as ContainerValue | null;
  return value === null ? { finding: absent(address) } : { value };
}

/** The container, which must run; a paused one does. */
export function findRunning(facts: FactsView, name: string): Present<ContainerValue> {
  const found = findContainer(facts, name);
  if (found.finding) return found;
  const { status } = found.value;
  if (status === 'running' || status === 'paused') return found;
  return { finding: notRunning(name, status) };
}

/** The interfaces and routes of a container, which must run. */
export function findInterfaces(facts: FactsView, name: string): Present<InterfacesValue> {
  const container = findRunning(facts, name);
  if (container.finding) return container;
  const value = facts.value(`interfaces/${name}`) as InterfacesValue | null;
  // It stopped between two looks of one observation.
  return value === null ? { finding: notRunning(name, 'exited') } : { value };
}

export function findNetwork(facts: FactsView, name: string): Present<NetworkValue> {
  const address = `network/${name}`;
  const value = facts.value(address) as NetworkValue | null;
  return value === null ? { finding: absent(address) } : { value };
}

/** What must be known about the place `from` before anything is asked there. */
export function placeProbes(from: string): Probe[] {
  const container = containerOf(from);
  return container === undefined ? [] : [{ address: `container/${container}` }];
}

/** Why nothing can be asked from the place `from`; undefined when it can. */
export function findPlaceProblem(facts: FactsView, from: string): Finding | undefined {
  const container = containerOf(from);
  return container === undefined ? undefined : findRunning(facts, container).finding;
}

/** The place runs, but was gone when something was asked from it. */
export function placeGone(from: string): Finding {
  return notRunning(containerOf(from) ?? from, 'exited');
}

/** What a fact whose value is `null` says in words: the thing at this address is not there. */
export function absent(address: string): Finding {
  const { kind, subject } = parseAddress(address) ?? { kind: undefined, subject: address };
  const [code, values] = absence(kind, subject);
  return { code, at: address, expected: subject, actual: null, values };
}

function absence(kind: string | undefined, subject: string): [string, Record<string, Json>] {
  if (kind === 'container') return ['container-absent', { container: subject }];
  if (kind === 'network') return ['network-absent', { network: subject }];
  if (kind === 'file') return ['file-absent', { file: subject }];
  if (kind === 'interfaces' || kind === 'namespaces') {
    return ['container-not-running', { container: subject }];
  }
  if (kind !== 'inspect') return ['fact-absent', {}];
  const [what = '', name = ''] = splitOnce(subject);
  return [`${what}-absent`, { [what]: name }];
}

function notRunning(container: string, status: string): Finding {
  return {
    code: 'container-not-running',
    at: `container/${container}#status`,
    expected: 'running',
    actual: status,
    values: { container },
  };
}

function containerOf(from: string): string | undefined {
  const place = parsePlace(from)?.place;
  return place?.kind === 'container' ? place.container : undefined;
}

function splitOnce(text: string): [string, string] {
  const slash = text.indexOf('/');
  return [text.slice(0, slash), text.slice(slash + 1)];
}
