import { labels, type Owner } from '../../engine.ts';

/** The labels of everything that an operation makes. */
export function ownerLabels({ attempt, lab, step }: Owner): Record<string, string> {
  return { [labels.attempt]: attempt, [labels.lab]: lab, [labels.step]: step };
}
