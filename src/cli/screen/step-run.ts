import type { Step } from '../../lab/lab.ts';
import { stepState } from '../../session/state.ts';
import { planStep, type StepPlan } from '../../session/step-plan.ts';
import { Watch } from '../../session/watch.ts';
import { blockView } from './block-view.ts';
import { buildBlock } from './build-block.ts';
import { type PlainTexts, readPlainTexts } from './read-plain-texts.ts';
import type { Screen } from './screen.ts';
import { StepView } from './step-view.ts';

/** One step on the screen: what is known of it, and the watch that keeps it true. */
export class StepRun {
  view = new StepView();
  watch: Watch;
  readonly #failed = new AbortController();

  private constructor(
    readonly screen: Screen,
    readonly plan: StepPlan,
    readonly texts: PlainTexts,
  ) {
    this.watch = this.#newWatch();
  }

  static async open(screen: Screen, step: Step): Promise<StepRun> {
    const plan = await planStep(step, screen.session.attempt.scope);
    return new StepRun(screen, plan, await readPlainTexts(screen, step));
  }

  get step(): Step {
    return this.plan.step;
  }

  /** Aborted when labs is told to end, or when the watch has failed: then with its error. */
  get signal(): AbortSignal {
    return AbortSignal.any([this.screen.cli.signal, this.#failed.signal]);
  }

  /** Begins to watch and shows the block. */
  start(): void {
    const { block, keyboard, cli, style } = this.screen;
    keyboard.hold();
    block.show((columns, rows) =>
      buildBlock(blockView(this), { columns, rows, style, words: cli.words }),
    );
    this.watch.start();
  }

  async stop(): Promise<void> {
    this.screen.block.hide();
    await this.watch.stop();
    this.screen.keyboard.release();
  }

  /** Looks again because the learner asks for it. */
  lookAgain(): void {
    this.view.lookAgain(this.plan.checks.map(({ id }) => id));
    this.watch.look();
  }

  /** Forgets what was seen, and will watch anew; for after `stop`. */
  renew(): void {
    this.view = new StepView();
    this.watch = this.#newWatch();
  }

  /** Leaves the terminal to somebody else for a while; the watch goes on unseen. */
  async aside(work: () => Promise<void>): Promise<void> {
    const { block, keyboard, cli } = this.screen;
    block.hide();
    block.forget();
    keyboard.release();
    await work();
    cli.signal.throwIfAborted();
    keyboard.hold();
    block.show();
  }

  #newWatch(): Watch {
    const { view } = this;
    const refresh = () => this.screen.block.refresh();
    return new Watch(this.screen.session, this.plan, {
      onVerdict: (id, verdict, settled) => {
        view.note(id, verdict, settled);
        refresh();
      },
      onSettled: () => {
        const { state } = this.screen.session.attempt;
        view.passed = stepState(state, this.step.id).status === 'passed';
        refresh();
      },
      onEngine: (lost) => {
        if (lost) view.lost = true;
        else view.found();
        refresh();
      },
      onError: (error) => this.#failed.abort(error),
    });
  }
}
