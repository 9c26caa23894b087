import { describe, expect, it } from 'vitest';
import type { CheckKind } from '../../src/checks/check.ts';
import { collectProbes } from '../../src/checks/collect-probes.ts';
import { judge } from '../../src/checks/judge.ts';
import { containerRunning } from '../../src/checks/kinds/container-running.ts';
import { container } from '../facts/samples.ts';
import { evidenceOf } from './evidence.ts';

describe('judge', () => {
  it('makes no verdict of a fact that could not be had', () => {
    const unobserved = { code: 'deadline', detail: 'after 5 s' } as const;
    const facts = new Map([['container/web', { value: null, unobserved }]]);
    const evidence = { facts, before: () => undefined };
    expect(judge(containerRunning, { container: 'web' }, evidence)).toEqual({
      status: 'error',
      at: 'container/web',
      ...unobserved,
    });
  });

  it('makes no verdict of a fact that was not recorded', () => {
    expect(judge(containerRunning, { container: 'web' }, evidenceOf({}))).toMatchObject({
      status: 'error',
      at: 'container/web',
      code: 'missing',
    });
  });

  it('lets a judge look at nothing that its probes do not name', () => {
    const nosy: CheckKind = {
      ...containerRunning,
      judge: (_, facts) => void facts.value('container/other'),
    };
    const evidence = evidenceOf({ 'container/web': container(), 'container/other': container() });
    expect(() => judge(nosy, { container: 'web' }, evidence)).toThrow(/container\/other/);
  });
});

describe('collectProbes', () => {
  it('names each address once, and listens as long as anyone asks', () => {
    const reach = 'reach/learner/db:80';
    expect(
      collectProbes([
        { address: 'container/web' },
        { address: reach, listen: 500 },
        { address: 'command/1', run: 'true' },
        { address: 'container/web' },
        { address: reach, listen: 2000 },
        { address: reach },
        { address: 'command/1' },
      ]),
    ).toEqual([
      { address: 'container/web' },
      { address: reach, listen: 2000 },
      { address: 'command/1', run: 'true' },
    ]);
  });

  it('does not take one script for another', () => {
    const address = 'command/1';
    expect(() =>
      collectProbes([
        { address, run: 'a' },
        { address, run: 'b' },
      ]),
    ).toThrow(address);
  });
});
