import type { FileValue } from '../../facts/values.ts';
import type { CheckKind } from '../check.ts';
import { given, match, text } from '../given.ts';
import { findMismatch, type Match } from '../match.ts';
import { absent, findPlaceProblem, placeProbes } from '../presence.ts';

interface With {
  file: string;
  container?: string;
  content: Match;
}

const placeOf = ({ container }: With) =>
  container === undefined ? 'learner' : `container/${container}`;

/** A file of the attempt's workspace, or of a running container, has the right content. */
export const fileContent: CheckKind<With> = {
  uses: 'file.content',
  schema: given(['file', 'content'], {
    file: text("The file's path: in the attempt's workspace, or absolute in the container"),
    container: text('The container whose file it is; the workspace if left out'),
    content: match('What its content must be like'),
  }),
  probes: (asked) => [
    ...placeProbes(placeOf(asked)),
    { address: `file/${placeOf(asked)}/${asked.file}` },
  ],
  judge(asked, facts) {
    const problem = findPlaceProblem(facts, placeOf(asked));
    if (problem) return problem;
    const at = `file/${placeOf(asked)}/${asked.file}`;
    const value = facts.value(at) as FileValue | null;
    if (value === null) return absent(at);
    const found = findMismatch(asked.content, { text: value.content, cut: value.truncated });
    if (!found) return undefined;
    const values = { ...found.values, subject: 'file', file: asked.file };
    return { ...found, at: `${at}#content`, values };
  },
};
