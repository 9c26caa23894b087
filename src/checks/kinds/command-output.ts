import { commandAddress } from '../../facts/command-address.ts';
import type { CommandValue } from '../../facts/values.ts';
import type { CheckKind, Finding } from '../check.ts';
import { given, match, text, type Whole, whole } from '../given.ts';
import { findMismatch, type Match } from '../match.ts';
import { absent } from '../presence.ts';

interface With {
  run: string;
  exit?: Whole;
  stdout?: Match;
  stderr?: Match;
}

/** A bash script ends with the exit code, and prints what it should. */
export const commandOutput: CheckKind<With> = {
  uses: 'command.output',
  schema: given(['run'], {
    run: text('The bash script; the names and values of the lab are in its environment'),
    exit: whole('The exit code that it must end with; 0 if left out', 0, 255),
    stdout: match('What its standard output must be like'),
    stderr: match('What its standard error must be like'),
  }),
  probes: ({ run }) => [{ address: commandAddress(run), run }],
  judge(asked, facts) {
    const at = commandAddress(asked.run);
    const value = facts.value(at) as CommandValue | null;
    if (value === null) return absent(at);
    const expected = Number(asked.exit ?? 0);
    const values = { run: asked.run };
    if (value.timedOut) {
      return { code: 'command-timed-out', at: `${at}#timedOut`, expected, actual: null, values };
    }
    if (value.exit === null) {
      return { code: 'command-signal', at: `${at}#exit`, expected, actual: null, values };
    }
    if (value.exit !== expected) {
      const { exit: actual, stderr } = value;
      const seen = { at: `${at}#exit`, expected, actual, values: { ...values, stderr } };
      return { code: 'command-exit', ...seen };
    }
    return findInStream(asked, 'stdout', value) ?? findInStream(asked, 'stderr', value);
  },
};

function findInStream(
  asked: With,
  stream: 'stdout' | 'stderr',
  value: CommandValue,
): Finding | undefined {
  const match = asked[stream];
  if (!match) return undefined;
  const found = findMismatch(match, { text: value[stream], cut: value.truncated });
  if (!found) return undefined;
  const at = `${commandAddress(asked.run)}#${stream}`;
  return { ...found, at, values: { ...found.values, subject: stream } };
}
