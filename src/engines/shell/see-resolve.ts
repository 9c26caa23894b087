import { lookup } from 'node:dns/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { ResolveValue } from '../../facts/values.ts';

/** Asks the learner's own resolver, which does not say where its answer comes from. `listen` in ms. */
export async function seeResolveFromLearner(name: string, listen: number): Promise<ResolveValue> {
  const answer = (outcome: ResolveValue['outcome'], answers: string[] = []): ResolveValue => ({
    outcome,
    answers,
    source: null,
    server: null,
  });
  const asked = lookup(name, { all: true }).then(
    (found) => answer('answered', found.map(({ address }) => address).sort()),
    () => answer('unknown'),
  );
  const patience = new AbortController();
  const silence = wait(listen, answer('silence'), { signal: patience.signal });
  silence.catch(() => {}); // Aborted, because there was an answer.
  try {
    return await Promise.race([asked, silence]);
  } finally {
    patience.abort();
  }
}
