import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { factsSchemaDocument } from '../../src/facts/table.ts';
import * as samples from './samples.ts';

const validate = new Ajv({ strict: true, strictRequired: false, strictTypes: false }).compile(
  factsSchemaDocument(),
);
const seen = { at: '2026-11-22T15:00:00.000Z', observation: 1 };

describe('schemas/facts.schema.json', () => {
  it.each([
    ['container/web', samples.container()],
    ['container/gone', null],
    ['reach/learner/127.0.0.1:80', samples.reach()],
    ['file/container/web//etc/hosts', samples.file()],
    ['command/b5bea41b6c623f7c', samples.command()],
    ['inspect/image/labs-toolbox:1', { Id: 'x' }],
  ])('takes the fact %s', (address, value) => {
    expect([validate({ address, value, ...seen }), validate.errors]).toEqual([true, null]);
  });

  it('takes a fact that could not be had', () => {
    const unobserved = { code: 'deadline', detail: '' };
    expect(validate({ address: 'container/web', value: null, unobserved, ...seen })).toBe(true);
  });

  it.each([
    ['a value of another kind', 'container/web', samples.network()],
    ['an address of no kind', 'pod/web', null],
    ['a null where something always is', 'command/b5bea41b6c623f7c', null],
  ])('takes no fact with %s', (_, address, value) => {
    expect(validate({ address, value, ...seen })).toBe(false);
  });
});
