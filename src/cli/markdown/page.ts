import type { Style } from '../style.ts';

/** What a text is rendered for. */
export interface Page {
  /** Columns. */
  width: number;
  style: Style;
}
