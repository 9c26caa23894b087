import { join } from 'node:path';
import type { Workplace } from '../engines/engines.ts';
import { toolboxName } from '../images/toolbox.ts';
import type { JournalRecord } from '../journal/entry.ts';
import { Journal } from '../journal/journal.ts';
import { environment } from '../lab/environment.ts';
import type { Scope } from '../lab/scope.ts';
import { type AttemptState, applyEntries, emptyState } from './state.ts';

/** One learner's way through one lab: its journal, and the state that the journal tells. */
export class Attempt {
  #operations = 0;

  private constructor(
    readonly folder: string,
    readonly journal: Journal,
    readonly state: AttemptState,
    private readonly unlock: () => Promise<void>,
  ) {}

  /** Opens the attempt of a folder, new or old, whose lock is held; closing gives it back. */
  static async open(folder: string, unlock: () => Promise<void>): Promise<Attempt> {
    const journal = await Journal.open(join(folder, 'journal.jsonl'));
    const state = emptyState();
    applyEntries(state, journal.entries);
    return new Attempt(folder, journal, state, unlock);
  }

  /** A number for an operation that is about to be written down: two at once get two. */
  nextOperation(): number {
    this.#operations = Math.max(this.#operations, this.state.operations) + 1;
    return this.#operations - 1;
  }

  /** Writes records down; when it returns they are on the disk and in the state. */
  async record(...records: JournalRecord[]): Promise<void> {
    applyEntries(this.state, await this.journal.append(records));
  }

  get id(): string {
    return this.state.opening?.attempt ?? '';
  }

  get scope(): Scope {
    return scopeOf(this.state);
  }

  /** Where `run` scripts work and find the lab's names and values. */
  get place(): Workplace {
    return { cwd: join(this.folder, 'workspace'), env: environment(this.scope) };
  }

  async close(): Promise<void> {
    await this.journal.close();
    await this.unlock();
  }
}

/** What `${{ … }}` stands for in an attempt. */
export function scopeOf(state: AttemptState): Scope {
  const names = Object.entries(state.opening?.names ?? {}).map(([key, { name }]) => [key, name]);
  return {
    names: Object.fromEntries(names),
    vars: state.vars,
    images: { toolbox: toolboxName },
    attempt: { id: state.opening?.attempt ?? '' },
    learner: { id: state.opening?.learner ?? '' },
  };
}
