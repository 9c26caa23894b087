import type { Facts } from '../evidence.ts';

/** A check that passes on these facts. */
export interface Passing {
  uses: string;
  /** What is special about it; the kind's own words if there is nothing. */
  because?: string;
  with: Readonly<Record<string, unknown>>;
  facts: Facts;
  /** The facts when the step `first` passed. */
  first?: Facts;
  /** Every field of the facts on which the verdict hangs; a change of any other changes nothing. */
  matters: string[];
}

/** A check that fails on these facts, and the code of the finding. */
export interface Failing {
  uses: string;
  because: string;
  with: Readonly<Record<string, unknown>>;
  facts: Facts;
  first?: Facts;
  code: string;
}
