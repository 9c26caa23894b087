import type { Verdict } from '../checks/check.ts';
import type { EngineObject, ProcessMark, Task } from '../engines/engine.ts';
import type { Json } from '../json.ts';
import type { NameKind } from '../lab/lab.ts';

/** What a runner writes down; the journal adds the number, the time and the chain. */
export type JournalRecord =
  | {
      type: 'attempt';
      attempt: string;
      lab: string;
      digest: string;
      /** The version of labs that opened it. */
      version: string;
      learner: string;
      /** Every name that the lab owns, as it is on this engine; none of them existed at this moment. */
      names: Record<string, { kind: NameKind; name: string }>;
      /** The lab's steps in their order: a status must not need the lab's files. */
      steps: string[];
      engine: { endpoint: string; id: string; version: string };
      /** The lab's own clean-up, filled in: a clean must not need the lab's files. */
      cleanup: Task[];
    }
  | { type: 'drawn'; name: string; value: string; passed: { candidate: string; blocker: string }[] }
  | { type: 'brought'; object: EngineObject; why: 'toolbox' | 'ensure' }
  | { type: 'begin'; step: string; why: 'next' | 'reset' | 'resume' }
  /** The step is ready to be worked on, with all that stands; `standing` is what the lab's own set-up left. */
  | { type: 'ready'; step: string; standing: EngineObject[]; objects: EngineObject[] }
  | {
      type: 'operation';
      operation: number;
      step: string;
      phase: 'setup' | 'replay' | 'solution' | 'wrong' | 'capture' | 'cleanup' | 'command';
      uses: string;
      with: Record<string, Json>;
    }
  | { type: 'process'; operation: number; process: ProcessMark }
  | {
      type: 'performed';
      operation: number;
      exit: number | null;
      stdout: string;
      stderr: string;
      truncated: boolean;
      timedOut: boolean;
    }
  /** A value of a fact, once; observations name it by its digest. */
  | { type: 'fact'; digest: string; value: Json }
  | {
      type: 'observation';
      observation: number;
      step: string;
      /** Address → when it was seen and the digest of what was seen, or why nothing was. */
      facts: Record<string, { at: string; digest: string } | { at: string; unobserved: Json }>;
      verdicts: Record<string, Verdict>;
    }
  | { type: 'answer'; step: string; question: string; given: Json; verdict: Verdict }
  | { type: 'hint'; step: string; hint: number }
  | { type: 'revealed'; step: string; solution: string }
  | { type: 'passed'; step: string; observation: number }
  /** The step was played again for a later one of its chain: so it ends now. */
  | { type: 'replayed'; step: string; observation: number }
  | { type: 'skipped'; step: string; capability: string; evidence: string }
  | {
      type: 'cleaned';
      removed: EngineObject[];
      left: { object: EngineObject; why: string; by: string[]; words: string }[];
    }
  | { type: 'recovered'; dropped: number }
  | { type: 'ended' };

/** One line of a journal. */
export type Entry = JournalRecord & {
  /** Counts from 0. */
  n: number;
  /** ISO 8601 with milliseconds. */
  at: string;
  /** SHA-256 of the line before, without its newline; of nothing for the first. */
  prev: string;
};
