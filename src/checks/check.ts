import type { Fact, Probe } from '../facts/fact.ts';
import type { Json, JsonSchema } from '../json.ts';

/**
 * Why a check fails. The words are `finding.<code>` in the reader's language, filled in with
 * `expected`, `actual` and `values`; `at` is the address (and `#path`) where the judge looked.
 */
export interface Finding {
  code: string;
  at: string;
  expected: Json;
  actual: Json;
  values?: Record<string, Json>;
}

export type Verdict =
  | { status: 'pass' }
  | { status: 'fail'; finding: Finding }
  /** A fact that the check needs could not be had; `at` is its address. */
  | { status: 'error'; at: string; code: string; detail: string }
  | { status: 'skip'; reason: string };

/** What a judge may look at. */
export interface FactsView {
  /** The fact of this observation; a judge asks only for what its `probes` named. */
  value(address: string): Json;
  /** The fact as it was in the observation that made `step` pass; undefined if it never did. */
  before(step: string, address: string): Pick<Fact, 'value' | 'unobserved'> | undefined;
}

/**
 * A kind of check: two pure functions over the expanded `with`. `probes` names the facts,
 * `judge` returns the first finding, or nothing when all is as it should be.
 */
export interface CheckKind<With = never> {
  uses: string;
  /** The JSON Schema of `with`; part of `schemas/lab.schema.json`. */
  schema: JsonSchema;
  probes(given: With): Probe[];
  judge(given: With, facts: FactsView): Finding | undefined;
}
