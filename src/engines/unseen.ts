import type { Unobserved } from '../facts/fact.ts';

/** A fact could not be had; whoever hands facts over turns it into `unobserved`. */
export class Unseen extends Error implements Unobserved {
  override readonly name = 'Unseen';

  constructor(
    readonly code: Unobserved['code'],
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
  }
}
