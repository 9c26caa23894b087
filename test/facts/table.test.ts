import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { type AddressKind, addressKinds } from '../../src/facts/address.ts';
import { factSchemas } from '../../src/facts/table.ts';
import type { Json, JsonSchema } from '../../src/json.ts';
import * as samples from './samples.ts';

/** For each kind a value, with its optional parts there, and with them absent. */
const values: Record<AddressKind, unknown[]> = {
  engine: [samples.engine],
  capability: [samples.capability],
  container: [samples.container(), samples.stopped(), null],
  interfaces: [samples.interfaces(samples.veth(), samples.macvlan()), samples.interfaces(), null],
  namespaces: [samples.namespaces(), null],
  network: [samples.network(), samples.network({ bridge: null, subnets: [] }), null],
  bridge: [samples.bridge(), null],
  reach: [samples.reach(), samples.reach({ outcome: 'silence', status: null, body: null }), null],
  resolve: [samples.resolve(), samples.resolve({ source: null, server: null }), null],
  command: [samples.command(), samples.command({ exit: null, timedOut: true })],
  file: [samples.file(), null],
  inspect: [{ Id: 'c0ffee', State: { Pid: 1 } }, null],
};

const ajv = new Ajv({ strict: true, allErrors: true });

describe.each([...addressKinds])('the schema of %s', (kind) => {
  const validate = ajv.compile(factSchemas[kind]);

  it('takes the values that an engine gives', () => {
    for (const value of values[kind])
      expect([validate(value), validate.errors]).toEqual([true, null]);
  });

  it('takes no value that lacks a property or has one more', () => {
    const [value] = values[kind] as { [key: string]: Json }[];
    if (!value || kind === 'inspect') return;
    expect(validate({ ...value, surplus: 1 })).toBe(false);
    for (const key of Object.keys(value)) {
      const { [key]: _, ...rest } = value;
      expect(validate(rest), key).toBe(false);
    }
  });

  it('says of every property what it is', () => {
    for (const [path, schema] of properties(factSchemas[kind], kind)) {
      expect(schema.description, path).toMatch(/\w/);
    }
  });
});

function properties(schema: JsonSchema, path: string): [string, JsonSchema][] {
  const parts = [
    ...Object.entries((schema.properties ?? {}) as { [key: string]: JsonSchema }),
    ...Object.entries({
      '[]': schema.items,
      '*': schema.additionalProperties,
    } as unknown as { [key: string]: JsonSchema }).filter(([, part]) => typeof part === 'object'),
  ].flatMap(([key, part]) => properties(part, `${path}.${key}`));
  const choices = ((schema.anyOf ?? []) as JsonSchema[])
    .filter((choice) => choice.type === 'object')
    .flatMap((choice) => properties({ description: schema.description ?? '', ...choice }, path));
  return [[path, schema], ...parts, ...choices];
}
