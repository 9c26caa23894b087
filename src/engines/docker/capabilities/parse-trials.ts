import type { CapabilityValue } from '../../../facts/values.ts';
import type { Capability } from '../../../lab/capabilities.ts';
import { linkTrials } from './link-trials.ts';

interface Trial {
  command: string;
  exit: number;
  printed: string;
}

/** Reads what the trial script printed: for each capability that it tried, whether it works. */
export function parseTrials(output: string): Map<Capability, CapabilityValue> {
  const trials = new Map<Capability, Trial[]>();
  for (const line of output.split('\n')) {
    const [, number, exit, printed] = /^(\d+)\t(\d+)\t(.*)$/.exec(line) ?? [];
    const [name, command] = linkTrials[Number(number)] ?? [];
    if (name === undefined || command === undefined) continue;
    const trial = { command, exit: Number(exit), printed: printed ?? '' };
    trials.set(name, [...(trials.get(name) ?? []), trial]);
  }
  return new Map([...trials].map(([name, tried]) => [name, judge(name, tried)]));
}

function judge(name: Capability, tried: readonly Trial[]): CapabilityValue {
  const failed = tried.find((trial) => trial.exit !== 0);
  if (failed)
    return { state: 'refuted', evidence: `${shorten(failed.command)}: ${failed.printed}` };
  const expected = linkTrials.filter(([of]) => of === name).length;
  if (tried.length < expected) return { state: 'unknown', evidence: 'the trial was cut short' };
  if (name === 'driver.none') return judgeNone(tried[0]?.printed ?? '');
  return { state: 'works', evidence: tried.map((trial) => shorten(trial.command)).join('; ') };
}

/** The container of the trials is itself on the network `none`; what it made there is named labs-. */
function judgeNone(printed: string): CapabilityValue {
  const names = [...printed.matchAll(/(?:^|\s)\d+: ([^:@\s]+)/g)].map(([, name]) => String(name));
  const others = names.filter((name) => name !== 'lo' && !name.startsWith('labs-'));
  const evidence = `docker run --network none … ip -o link show: ${names.join(' ')}`;
  return { state: others.length === 0 && names.includes('lo') ? 'works' : 'refuted', evidence };
}

/** A key says nothing, and is one long word that no narrow terminal can break. */
function shorten(command: string): string {
  return command.replace(/(0x[0-9a-f]{4})[0-9a-f]{20,}/, '$1…');
}
