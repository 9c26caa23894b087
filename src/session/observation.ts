import { setTimeout as wait } from 'node:timers/promises';
import { judgeAnswer } from '../checks/answer.ts';
import type { Verdict } from '../checks/check.ts';
import { collectProbes } from '../checks/collect-probes.ts';
import { type Evidence, judge } from '../checks/judge.ts';
import type { Look } from '../engines/docker/look.ts';
import type { Seen } from '../engines/engine.ts';
import type { Engines, Workplace } from '../engines/engines.ts';
import type { Probe } from '../facts/fact.ts';
import type { Json } from '../json.ts';
import type { PlannedCheck, StepPlan } from './step-plan.ts';

/** How long to wait before looking again for what is not there yet, in milliseconds. */
const pause = 100;

export interface ObservationOptions {
  engines: Engines;
  place: Workplace;
  signal: AbortSignal;
  /** The answers given so far, by question. */
  answers: ReadonlyMap<string, { given: Json }>;
  before: Evidence['before'];
  /** Called when a verdict is known or changes; not settled while its `within` is not over. */
  onVerdict?: ((id: string, verdict: Verdict, settled: boolean) => void) | undefined;
}

/** One look of all checks that see something at the same moment: they share what is seen. */
interface Round {
  look: Look;
  seen: Map<string, Promise<Seen>>;
}

/**
 * One observation of a step: sees all its facts at once, each a single time, and judges each check
 * as soon as its facts are there. What fails is looked at again until its `within` is over.
 */
export class Observation {
  readonly facts = new Map<string, Seen>();
  readonly verdicts = new Map<string, Verdict>();
  readonly #begun = Date.now();
  #round: Round;

  constructor(
    private readonly plan: StepPlan,
    private readonly options: ObservationOptions,
  ) {
    this.#round = this.#newRound();
  }

  /** Ends when every check has passed or its time is over. Throws only when aborted or a bug. */
  async run(): Promise<void> {
    const { checks, questions } = this.plan;
    const listening = this.#listening([...checks, ...questions].flatMap(({ probes }) => probes));
    await Promise.all([
      ...checks.map((check) => this.#settle(check, listening)),
      ...questions.map(async ({ question, probes }) => {
        await this.#see(probes, this.#round, listening);
        this.#judgeGiven(question.id);
      }),
    ]);
    this.options.signal.throwIfAborted();
  }

  /** Sees what is recorded besides, once. */
  async extend(probes: readonly Probe[]): Promise<void> {
    const missing = probes.filter(({ address }) => !this.facts.has(address));
    await this.#see(missing, this.#round, this.#listening(missing));
  }

  get step(): string {
    return this.plan.step.id;
  }

  /** Judges an answer on the facts that were seen. */
  answer(id: string, given: Json): Verdict {
    const planned = this.plan.questions.find(({ question }) => question.id === id);
    if (!planned) throw new Error(`no question ${id} in step ${this.step}`);
    const verdict = judgeAnswer(planned.question, given, this.evidence);
    this.verdicts.set(id, verdict);
    return verdict;
  }

  /** Whether every check and every question has passed. */
  get passed(): boolean {
    const ids = [
      ...this.plan.checks.map(({ id }) => id),
      ...this.plan.questions.map((q) => q.question.id),
    ];
    return ids.every((id) => this.verdicts.get(id)?.status === 'pass');
  }

  /** What a judge looks at. */
  get evidence(): Evidence {
    return { facts: this.facts, before: this.options.before };
  }

  async #settle(check: PlannedCheck, listening: Map<string, Probe>): Promise<void> {
    let round = this.#round;
    for (;;) {
      await this.#see(check.probes, round, listening);
      if (this.options.signal.aborted) return;
      const over = Date.now() - this.#begun >= check.within;
      this.#judge(check, over);
      if (over || this.verdicts.get(check.id)?.status === 'pass') return;
      await wait(pause, undefined, { signal: this.options.signal }).catch(() => {});
      round = this.#roundAfter(round);
    }
  }

  #judge(check: PlannedCheck, settled: boolean): void {
    const verdict = judge(check.kind, check.with, this.evidence);
    this.verdicts.set(check.id, verdict);
    this.options.onVerdict?.(check.id, verdict, settled || verdict.status === 'pass');
  }

  #judgeGiven(id: string): void {
    const given = this.options.answers.get(id);
    if (!given) return;
    const verdict = this.answer(id, given.given);
    this.options.onVerdict?.(id, verdict, true);
  }

  async #see(probes: readonly Probe[], round: Round, listening: Map<string, Probe>): Promise<void> {
    const { engines, place } = this.options;
    await Promise.all(
      probes.map(async ({ address }) => {
        const probe = listening.get(address) ?? { address };
        let seen = round.seen.get(address);
        if (!seen) {
          seen = engines.see(round.look, probe, place);
          round.seen.set(address, seen);
        }
        this.facts.set(address, await seen);
      }),
    );
  }

  /** The probe of each address; where two would listen, the longer wins. */
  #listening(probes: readonly Probe[]): Map<string, Probe> {
    return new Map(collectProbes(probes).map((probe) => [probe.address, probe]));
  }

  /** A new round for whoever looks again; those who come from the same round share it. */
  #roundAfter(round: Round): Round {
    if (this.#round === round) this.#round = this.#newRound();
    return this.#round;
  }

  #newRound(): Round {
    return { look: this.options.engines.look(this.options.signal), seen: new Map() };
  }
}
