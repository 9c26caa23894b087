import { setTimeout as wait } from 'node:timers/promises';
import type { Verdict } from '../checks/check.ts';
import type { Change } from '../engines/docker/change.ts';
import { labels } from '../engines/engine.ts';
import { Failure } from '../failure.ts';
import type { Observation } from './observation.ts';
import { newObservation } from './observe-step.ts';
import { concludeStep } from './play-step.ts';
import type { Session } from './session.ts';
import type { StepPlan } from './step-plan.ts';

export interface WatchEvents {
  /** A verdict is known or has changed; not settled while its check's `within` is not over. */
  onVerdict(id: string, verdict: Verdict, settled: boolean): void;
  /** An observation has ended and is written down; the step may have passed. */
  onSettled(observation: Observation): void;
  /** The engine is lost (a Failure), or back again (undefined). */
  onEngine(lost: Failure | undefined): void;
  /** Anything else: a bug, a full disk. The watch has ended. */
  onError(error: unknown): void;
}

/** Changes come in bursts: a container that starts makes three events. In milliseconds. */
const burst = 15;
/** How long to wait before asking a lost engine again, in milliseconds. */
const patience = 500;

/**
 * Keeps a step's verdicts true: looks at once, and again whenever Docker reports a change that can
 * matter to the lab. A new look ends the one that is still under way, but for what was executed in a
 * container: that waits for its end.
 */
export class Watch {
  readonly #end = new AbortController();
  #current: AbortController | undefined;
  #looking: Promise<void> = Promise.resolve();
  #observation: Observation | undefined;
  #running = false;
  #again = false;

  constructor(
    private readonly session: Session,
    private readonly plan: StepPlan,
    private readonly events: WatchEvents,
  ) {}

  start(): void {
    void this.#follow();
    this.look();
  }

  /** The last observation that was begun: answers are judged on its facts. */
  get observation(): Observation | undefined {
    return this.#observation;
  }

  /** Looks again now. */
  look(): void {
    this.#current?.abort();
    const current = new AbortController();
    this.#current = current;
    const signal = AbortSignal.any([current.signal, this.#end.signal]);
    this.#looking = this.#looking.then(() => this.#look(signal));
  }

  /**
   * Looks again when the look under way has ended. Health checks and loops of execs come without
   * end: if each ended the look, none would ever see all.
   */
  #lookAgain(): void {
    if (this.#running) this.#again = true;
    else this.look();
  }

  /** Ends; when it returns nothing more is seen or written. */
  async stop(): Promise<void> {
    this.#end.abort();
    await this.#looking;
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { attempt, engines } = this.session;
    this.#running = true;
    this.#again = false;
    try {
      await wait(burst, undefined, { signal });
      const observation = newObservation(attempt, engines, this.plan, {
        signal,
        onVerdict: (id, verdict, settled) => {
          if (!signal.aborted) this.events.onVerdict(id, verdict, settled);
        },
      });
      this.#observation = observation;
      await observation.run();
      await concludeStep(this.session, this.plan, observation, {
        engines,
        signal: this.#end.signal,
      });
      this.events.onSettled(observation);
    } catch (error) {
      if (!signal.aborted) this.events.onError(error);
    } finally {
      this.#running = false;
    }
    if (this.#again && !signal.aborted) this.look();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#end;
    const { docker } = this.session.engines;
    while (!signal.aborted) {
      try {
        for await (const change of docker.changes(signal)) {
          if (!this.#matters(change)) continue;
          if (change.action.startsWith('exec_')) this.#lookAgain();
          else this.look();
        }
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Failure)) return this.events.onError(error);
        this.events.onEngine(error);
        await this.#untilBack();
      }
    }
  }

  async #untilBack(): Promise<void> {
    const { signal } = this.#end;
    while (!signal.aborted) {
      if (await this.session.engines.docker.answers(signal)) {
        this.events.onEngine(undefined);
        return this.look();
      }
      await wait(patience, undefined, { signal }).catch(() => {});
    }
  }

  /**
   * Other people's work on the engine must not begin looks: each ends the one under way, and where
   * much happens none would come to its end. Which network a container is on is told by its id, and
   * a new name might be the lab's: these always matter.
   */
  #matters({ kind, action, name, labels: given }: Change): boolean {
    if (kind === 'image' || action === 'top') return false;
    if (action === 'connect' || action === 'disconnect' || action === 'rename') return true;
    const { attempt } = this.session;
    if (given[labels.attempt] === attempt.id) return true;
    return Object.values(attempt.state.opening?.names ?? {}).some((own) => own.name === name);
  }
}
