import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { probesOf } from '../../../src/checks/judge.ts';
import {
  checkKindNames,
  loadAllCheckKinds,
  loadCheckKind,
} from '../../../src/checks/kinds/index.ts';
import { parseAddress } from '../../../src/facts/address.ts';
import type { Json } from '../../../src/json.ts';
import { stopped } from '../../facts/samples.ts';
import { verdictOf } from '../evidence.ts';
import { mutate } from '../mutate.ts';
import { failing, lenient, passing } from './cases.ts';

const all = await loadAllCheckKinds();
const ajv = new Ajv({
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  strictTypes: false,
});

describe('the kinds of checks', () => {
  it('each bear the name that they are found by', async () => {
    expect(Object.keys(all)).toEqual([...checkKindNames].sort());
    for (const uses of checkKindNames) expect((await loadCheckKind(uses))?.uses).toBe(uses);
    expect(await loadCheckKind('toString')).toBeUndefined();
  });

  it('each have a case that passes and one that fails', () => {
    const used = (cases: { uses: string }[]) => new Set(cases.map(({ uses }) => uses));
    expect([...used(passing)].sort()).toEqual([...checkKindNames].sort());
    expect([...used(failing)].sort()).toEqual([...checkKindNames].sort());
  });

  it.each(checkKindNames)('%s describes its `with`, and takes no unknown key', (uses) => {
    const schema = all[uses]?.schema ?? {};
    const validate = ajv.compile(schema);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    for (const part of Object.values(schema.properties as { [key: string]: Json })) {
      expect(part).toHaveProperty('description', expect.stringMatching(/\w/));
    }
    for (const one of [...passing, ...lenient, ...failing].filter((one) => one.uses === uses)) {
      expect([one.with, validate(one.with), validate.errors]).toEqual([one.with, true, null]);
      expect(validate({ ...one.with, surplus: 1 })).toBe(false);
    }
  });
});

describe.each(passing)('$uses $because $with', (one) => {
  it('passes, and asks for exactly the facts that it looks at', async () => {
    expect(await verdictOf(one.uses, one.with, one.facts, one.first)).toEqual({ status: 'pass' });
    const kind = await loadCheckKind(one.uses);
    const addresses = kind ? probesOf(kind, one.with as never).map(({ address }) => address) : [];
    expect([...new Set(addresses)].sort()).toEqual(Object.keys(one.facts).sort());
    for (const address of addresses) expect(parseAddress(address), address).toBeDefined();
  });

  it('hangs on these fields, and on no other', async () => {
    const flipped = new Set<string>();
    for (const { field, facts } of mutate(one.facts)) {
      const verdict = await verdictOf(one.uses, one.with, facts, one.first).catch(() => null);
      if (verdict?.status !== 'pass') flipped.add(field);
    }
    expect([...flipped].sort()).toEqual([...one.matters].sort());
  });
});

describe.each([...passing, ...lenient])('$uses $because', (one) => {
  it('passes', async () => {
    expect(await verdictOf(one.uses, one.with, one.facts, one.first)).toEqual({ status: 'pass' });
  });

  it('fails when any of what it looks at is not there', async () => {
    for (const address of Object.keys(one.facts)) {
      const verdict = await verdictOf(
        one.uses,
        one.with,
        { ...one.facts, [address]: null },
        one.first,
      );
      expect(verdict).toMatchObject({
        status: 'fail',
        finding: { code: expect.stringMatching(/-absent$|-not-running$/) },
      });
    }
  });

  it('fails when a container that it looks at has stopped', async () => {
    const containers = Object.keys(one.facts).filter((address) => address.startsWith('container/'));
    if (one.uses === 'changed') return;
    for (const address of containers) {
      const facts = { ...one.facts, [address]: stopped() };
      expect(await verdictOf(one.uses, one.with, facts, one.first)).toMatchObject({
        status: 'fail',
        finding: { code: 'container-not-running', actual: 'exited' },
      });
    }
  });
});

it.each(failing)('$uses fails because $because: $code', async (one) => {
  const verdict = await verdictOf(one.uses, one.with, one.facts, one.first);
  expect(verdict).toMatchObject({ status: 'fail', finding: { code: one.code } });
});
