import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildTrialScript,
  linkTrials,
} from '../../../../src/engines/docker/capabilities/link-trials.ts';
import { parseTrials } from '../../../../src/engines/docker/capabilities/parse-trials.ts';
import { isTested } from '../../../../src/engines/docker/capabilities/tested-engines.ts';

/** What the script prints when everything works, but for the lines given here. */
function report(failures: Record<string, string> = {}): string {
  return linkTrials
    .map(([name, command], i) => {
      const failure = Object.entries(failures).find(([part]) => command.includes(part));
      const printed = name === 'driver.none' ? '1: lo: <LOOPBACK> 9: labs-br0: <UP>' : '';
      return failure ? `${i}\t2\t${failure[1]}` : `${i}\t0\t${printed}`;
    })
    .join('\n');
}

test('what succeeds works, with what was tried', () => {
  for (const [name, { state, evidence }] of parseTrials(report())) {
    expect(state, name).toBe('works');
    expect(evidence).not.toBe('');
  }
});

test('one command that fails refutes it, in the kernel’s words, and nothing else', () => {
  const found = parseTrials(report({ 'type ipvlan': 'Error: Unknown device type.' }));
  expect(found.get('driver.ipvlan')).toEqual({
    state: 'refuted',
    evidence: 'ip link add labs-i0 link labs-p0 type ipvlan mode l2: Error: Unknown device type.',
  });
  expect(found.get('driver.macvlan')?.state).toBe('works');
});

test('a report that ends early leaves the rest unknown or untold', () => {
  const whole = report().split('\n');
  fc.assert(
    fc.property(fc.nat({ max: whole.length }), (lines) => {
      for (const [name, { state }] of parseTrials(whole.slice(0, lines).join('\n'))) {
        const last = linkTrials.findLastIndex(([of]) => of === name);
        expect(state).toBe(last < lines ? 'works' : 'unknown');
      }
    }),
  );
});

test('another interface beside lo refutes none', () => {
  const text = report().replace('1: lo:', '1: lo: <LOOPBACK> 2: eth0@if3: <UP> 4: x:');
  expect(parseTrials(text).get('driver.none')?.state).toBe('refuted');
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseTrials(text)).toBeInstanceOf(Map);
    }),
  );
});

test('the script is one that a shell takes', () => {
  execFileSync('sh', ['-n'], { input: buildTrialScript() });
});

test('tested lines of engines', () => {
  expect(isTested('20.10.24+dfsg1')).toBe(true);
  expect(isTested('20.100.1')).toBe(false);
  expect(isTested('28.5.2')).toBe(false);
});
