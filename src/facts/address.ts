/**
 * Addresses of facts: `kind/rest`. A place (where something is asked from) is `learner`,
 * `engine-host` or `container/NAME`, and stands in an address as it is written in a lab.
 */
export const addressKinds = [
  'engine',
  'capability',
  'container',
  'interfaces',
  'namespaces',
  'network',
  'bridge',
  'reach',
  'resolve',
  'command',
  'file',
  'inspect',
] as const;

export type AddressKind = (typeof addressKinds)[number];

export type Place =
  | { kind: 'learner' }
  | { kind: 'engine-host' }
  | { kind: 'container'; container: string };

export interface Address {
  kind: AddressKind;
  /** For `reach`, `resolve` and `file`: where it is asked from. */
  place?: Place;
  /** What it is about: a name, a URL, a path. */
  subject: string;
}

const withPlace: ReadonlySet<AddressKind> = new Set(['reach', 'resolve', 'file']);

/** Takes an address apart; undefined when it is none. */
export function parseAddress(text: string): Address | undefined {
  const [kind, rest] = cut(text);
  if (!isAddressKind(kind) || rest === '') return undefined;
  if (!withPlace.has(kind)) return { kind, subject: rest };
  const found = parsePlace(rest);
  return found && found.rest !== '' ? { kind, place: found.place, subject: found.rest } : undefined;
}

/** The place at the head of `text`, and what follows it after a slash. */
export function parsePlace(text: string): { place: Place; rest: string } | undefined {
  const [head, tail] = cut(text);
  if (head === 'learner' || head === 'engine-host') return { place: { kind: head }, rest: tail };
  if (head !== 'container') return undefined;
  const [container, rest] = cut(tail);
  return container === '' ? undefined : { place: { kind: 'container', container }, rest };
}

/** The text of an address: what `parseAddress` takes apart. */
export function formatAddress({ kind, place, subject }: Address): string {
  return place ? `${kind}/${formatPlace(place)}/${subject}` : `${kind}/${subject}`;
}

/** A place as it is written in a lab. */
export function formatPlace(place: Place): string {
  return place.kind === 'container' ? `container/${place.container}` : place.kind;
}

function isAddressKind(text: string): text is AddressKind {
  return (addressKinds as readonly string[]).includes(text);
}

function cut(text: string): [head: string, tail: string] {
  const slash = text.indexOf('/');
  return slash < 0 ? [text, ''] : [text.slice(0, slash), text.slice(slash + 1)];
}
