import type { Json } from '../json.ts';
import type { Capability } from './capabilities.ts';

export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

/** One text in each of the lab's languages; still with its `${{ … }}` in it. */
export type Text = Partial<Record<Language, string>>;

/** Where something stands in the lab's file; lines and columns count from 1. */
export interface Position {
  file: string;
  line: number;
  column: number;
}

export type NameKind = 'container' | 'network' | 'volume' | 'image';

/** A lab as its files define it: checked, includes resolved, texts read; nothing expanded yet. Plain JSON. */
export interface Lab {
  id: string;
  /** SHA-256 over the definition with all its texts; changes whenever any of them does. */
  digest: string;
  /** The folder that it was read from. */
  folder: string;
  languages: Language[];
  title: Text;
  summary: Text;
  minutes: number;
  needs: Needs;
  names: Record<string, { kind: NameKind; name: string }>;
  vars: Record<string, Draw>;
  setup: Operation[];
  steps: Step[];
  cleanup: Operation[];
}

export interface Needs {
  /** A range of engine versions such as `>=20.10`. */
  docker?: string;
  kubernetes?: string;
  capabilities: Capability[];
}

/** How a value is drawn from the learner's seed. */
export type Draw =
  | { subnet: { within: string; prefix: number } }
  | { port: { from: number; to: number } }
  | { hex: number }
  | { pick: string[] };

/** `run: …` is `{ uses: 'run', with: { run: … } }`. */
export interface Operation {
  uses: string;
  with: Record<string, Json>;
  at: Position;
}

export interface Step {
  id: string;
  title: Text;
  text: Text;
  needs: Needs;
  /** The step whose end state this one starts from. */
  from?: string;
  setup: Operation[];
  /** By name; the one called `solution` if the lab names none. Each must pass. */
  solutions: Record<string, Operation[]>;
  checks: Check[];
  questions: Question[];
  hints: Text[];
  observe: Observed[];
  wrong: Wrong[];
  capture: Operation[];
  at: Position;
}

export interface Check {
  id: string;
  uses: string;
  with: Record<string, Json>;
  points: number;
  /** How long to keep looking before it fails, in milliseconds. */
  within: number;
  hint?: Text;
  at: Position;
}

export interface Question {
  id: string;
  ask: Text;
  type: 'text' | 'number' | 'ip' | 'cidr' | 'choice' | 'multi' | 'essay';
  choices: { id: string; text: Text }[];
  answer: Answer;
  points: number;
  hint?: Text;
  at: Position;
}

export type Answer =
  | { fact: string; path: string }
  | { equals: Json }
  | { matches: string; sample: string }
  | { choice: string | string[] }
  | { rubric: Text };

/** A fact that is recorded with the observation that makes the step pass, and not judged here. */
export interface Observed {
  fact: string;
  /** Milliseconds; as in a probe. */
  listen?: number;
}

/** An attempt that must be rejected: operations, answers, or both, and the complete set of what fails. */
export interface Wrong {
  id: string;
  do: Operation[];
  answers: Record<string, Json>;
  fails: string[];
  at: Position;
}
