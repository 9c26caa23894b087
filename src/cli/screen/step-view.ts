import type { Verdict } from '../../checks/check.ts';

/** What the watch has told of a step so far, and what there is to say about it. */
export class StepView {
  readonly verdicts = new Map<string, Verdict>();
  /** Checks that fail for now, but whose time is not over. */
  readonly looking = new Set<string>();
  /** The engine does not answer: nothing that was seen can be relied on. */
  lost = false;
  /** A look has ended in which everything was right; what it had to record is recorded. */
  passed = false;
  /** A line for the learner, until the next key. */
  notice = '';

  /** A check that has failed for good stays so until it passes: it must not flicker at every look. */
  note(id: string, verdict: Verdict, settled: boolean): void {
    const failed = this.verdicts.get(id)?.status === 'fail' && !this.looking.has(id);
    if (settled || failed || verdict.status === 'pass') this.looking.delete(id);
    else this.looking.add(id);
    this.verdicts.set(id, verdict);
  }

  /** The checks are looked at again: what failed is open until it is known. */
  lookAgain(checks: readonly string[]): void {
    for (const id of checks) if (this.verdicts.get(id)?.status !== 'pass') this.looking.add(id);
  }

  /** The engine answers again; why nothing could be seen meanwhile is of no use any more. */
  found(): void {
    this.lost = false;
    for (const [id, { status }] of this.verdicts) if (status === 'error') this.verdicts.delete(id);
  }
}
