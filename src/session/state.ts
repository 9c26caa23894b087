import type { Verdict } from '../checks/check.ts';
import type { EngineObject, ProcessMark } from '../engines/engine.ts';
import type { Entry, JournalRecord } from '../journal/entry.ts';
import type { Json } from '../json.ts';

export type Opening = Extract<JournalRecord, { type: 'attempt' }>;
export type Observed = Extract<JournalRecord, { type: 'observation' }>;

/** Where an attempt stands: nothing but what its journal says. */
export interface AttemptState {
  opening: Opening | undefined;
  /** When the first entry was written, ISO 8601. */
  openedAt: string;
  vars: Record<string, string>;
  /** Images that the attempt brought to the engine; a clean takes them away again. */
  brought: EngineObject[];
  /** The step that was begun last. */
  step: string | undefined;
  /** Whether that step's set-up has ended, and its objects were not cleaned away since. */
  ready: boolean;
  /** What the lab's own set-up left standing; it lasts for the attempt. */
  standing: EngineObject[];
  /** All that stood when the step was made ready. */
  objects: EngineObject[];
  /** Whether the runner has worked in the step since then: a solution, a wrong attempt, a command. */
  worked: boolean;
  steps: Map<string, StepState>;
  /** The operations that were begun and not ended, with their processes: their runner died, or is at them. */
  open: Map<number, ProcessMark | undefined>;
  operations: number;
  observations: number;
  /** Values of facts by digest. */
  facts: Map<string, Json>;
  /**
   * All that was made is gone again. From then on the lab's names are anybody's: what bears one is
   * this attempt's no longer.
   */
  cleaned: boolean;
  ended: boolean;
}

export interface StepState {
  status: 'open' | 'passed' | 'skipped';
  /** For a skipped step: what the capability's probe saw. */
  skipped?: { capability: string; evidence: string };
  hints: number;
  revealed: string[];
  answers: Map<string, { given: Json; verdict: Verdict }>;
  /** The last one that was recorded. */
  observation: Observed | undefined;
  /** The one that made it pass, or that saw it when it was played again for a later step. */
  passed: Observed | undefined;
}

export function emptyState(): AttemptState {
  return {
    opening: undefined,
    openedAt: '',
    vars: {},
    brought: [],
    step: undefined,
    ready: false,
    standing: [],
    objects: [],
    worked: false,
    steps: new Map(),
    open: new Map(),
    operations: 0,
    observations: 0,
    facts: new Map(),
    cleaned: false,
    ended: false,
  };
}

/** The state of one step; a step that was never touched is open. */
export function stepState(state: AttemptState, id: string): StepState {
  const known = state.steps.get(id);
  if (known) return known;
  const fresh: StepState = {
    status: 'open',
    hints: 0,
    revealed: [],
    answers: new Map(),
    observation: undefined,
    passed: undefined,
  };
  state.steps.set(id, fresh);
  return fresh;
}

/** Applies entries to a state, in their order. */
export function applyEntries(state: AttemptState, entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (state.openedAt === '') state.openedAt = entry.at;
    const apply = appliers[entry.type] as ((state: AttemptState, entry: Entry) => void) | undefined;
    apply?.(state, entry);
  }
}

type Appliers = {
  [T in JournalRecord['type']]: (
    state: AttemptState,
    entry: Extract<JournalRecord, { type: T }>,
  ) => void;
};

const appliers: Appliers = {
  attempt: (state, entry) => {
    state.opening = entry;
  },
  drawn: (state, { name, value }) => {
    state.vars[name] = value;
  },
  brought: (state, { object }) => {
    state.brought.push(object);
  },
  begin: (state, { step, why }) => {
    state.step = step;
    state.ready = false;
    state.cleaned = false;
    state.ended = false;
    const of = stepState(state, step);
    if (why === 'reset')
      Object.assign(of, { status: 'open', answers: new Map(), passed: undefined });
    of.observation = undefined;
  },
  ready: (state, { standing, objects }) => {
    state.ready = true;
    state.worked = false;
    state.standing = standing;
    state.objects = objects;
  },
  operation: (state, { operation, phase }) => {
    state.operations = operation + 1;
    state.open.set(operation, undefined);
    if (phase === 'solution' || phase === 'wrong' || phase === 'command') state.worked = true;
  },
  process: (state, { operation, process }) => {
    state.open.set(operation, process);
  },
  performed: (state, { operation }) => {
    state.open.delete(operation);
  },
  fact: (state, { digest, value }) => {
    state.facts.set(digest, value);
  },
  observation: (state, entry) => {
    state.observations = entry.observation + 1;
    stepState(state, entry.step).observation = entry;
  },
  answer: (state, { step, question, given, verdict }) => {
    stepState(state, step).answers.set(question, { given, verdict });
  },
  hint: (state, { step, hint }) => {
    const of = stepState(state, step);
    of.hints = Math.max(of.hints, hint + 1);
  },
  revealed: (state, { step, solution }) => {
    stepState(state, step).revealed.push(solution);
  },
  passed: (state, { step }) => {
    const of = stepState(state, step);
    of.status = 'passed';
    of.passed = of.observation;
  },
  replayed: (state, { step }) => {
    const of = stepState(state, step);
    of.passed = of.observation;
  },
  skipped: (state, { step, capability, evidence }) => {
    Object.assign(stepState(state, step), { status: 'skipped', skipped: { capability, evidence } });
  },
  cleaned: (state, { removed, left }) => {
    state.cleaned = left.length === 0;
    state.ready = false;
    state.standing = [];
    state.open.clear();
    const gone = new Set(removed.map(({ id }) => id));
    state.brought = state.brought.filter(({ id }) => !gone.has(id));
  },
  recovered: () => {},
  ended: (state) => {
    state.ended = true;
  },
};
