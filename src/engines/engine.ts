import type { Fact } from '../facts/fact.ts';
import type { Json } from '../json.ts';

/** Who made an object: written on it as labels, and read back by `labs clean`. */
export interface Owner {
  attempt: string;
  lab: string;
  step: string;
}

export const labels = {
  attempt: 'labs.attempt',
  lab: 'labs.lab',
  step: 'labs.step',
  /** `helper` for the runner's own containers: their events are nobody's work. */
  role: 'labs.role',
} as const;

/** What an operation did. A command that exits non-zero is an outcome; an exception is a broken engine. */
export interface Performed {
  /** Null when a signal or the deadline ended it; 0 for an operation without a command. */
  exit: number | null;
  stdout: string;
  stderr: string;
  truncated: boolean;
  timedOut: boolean;
}

export interface PerformOptions {
  owner: Owner;
  signal: AbortSignal;
  /** Milliseconds after which the operation is ended. */
  deadline: number;
  /** The lab's names and values, as `run` scripts find them. */
  env: Record<string, string>;
  /** Where `run` runs and `file.write` writes: the attempt's workspace. */
  cwd: string;
  /** Called with the process that a `run` is about to become; it starts when the promise resolves. */
  onProcess?(process: ProcessMark): Promise<void>;
  onOutput?(chunk: string, stream: 'stdout' | 'stderr'): void;
}

/** A process by id and start, so that a number used again is not taken for it. */
export interface ProcessMark {
  pid: number;
  /** As the system tells it; compared for equality only. */
  started: string;
}

/** An expanded operation. */
export interface Task {
  uses: string;
  with: Record<string, Json>;
}

/** Something on the engine that has a name and an identity of its own. */
export interface EngineObject {
  kind: 'container' | 'network' | 'volume' | 'image';
  id: string;
  name: string;
}

/** A fact as an engine hands it over, before it gets its observation's number. */
export type Seen = Omit<Fact, 'observation'>;
