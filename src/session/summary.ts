import type { AttemptState } from './state.ts';

/** What `labs status` tells of an attempt, from its journal alone. */
export interface AttemptSummary {
  lab: string;
  attempt: string;
  openedAt: string;
  /** The engine that it was begun on. */
  engine: string;
  /** The step that was begun last. */
  step: string | null;
  ended: boolean;
  steps: {
    id: string;
    status: 'open' | 'passed' | 'skipped';
    hints: number;
    revealed: boolean;
  }[];
}

/** Summarises an attempt. */
export function summarise(state: AttemptState): AttemptSummary {
  const ids = [...new Set([...(state.opening?.steps ?? []), ...state.steps.keys()])];
  return {
    lab: state.opening?.lab ?? '',
    attempt: state.opening?.attempt ?? '',
    openedAt: state.openedAt,
    engine: state.opening?.engine.endpoint ?? '',
    step: state.step ?? null,
    ended: state.ended,
    steps: ids.map((id) => {
      const step = state.steps.get(id);
      return {
        id,
        status: step?.status ?? 'open',
        hints: step?.hints ?? 0,
        revealed: (step?.revealed.length ?? 0) > 0,
      };
    }),
  };
}
