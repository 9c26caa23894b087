import type { Json } from '../json.ts';

/** What to find out: the address of a fact and, where its kind needs more than a name, how. */
export interface Probe {
  address: string;
  /** For `command/…`: the bash script whose output is the fact. */
  run?: string;
  /** For `reach/…` and `resolve/…`: how long to listen before calling it silence, in milliseconds. */
  listen?: number;
}

/** Why a fact could not be had; the words are `finding.unobserved.<code>`. */
export interface Unobserved {
  code: 'deadline' | 'engine' | 'refused' | 'too-large';
  detail: string;
}

/**
 * One thing that an engine saw. A thing that is not there is a fact too: its value is `null`.
 * Only a fact that could not be had at all carries `unobserved` instead of a value.
 */
export interface Fact {
  address: string;
  /** When it was seen, ISO 8601 with milliseconds. */
  at: string;
  /** The number of the observation that it belongs to; facts of one number were seen together. */
  observation: number;
  value: Json;
  unobserved?: Unobserved;
}
