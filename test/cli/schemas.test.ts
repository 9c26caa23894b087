import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { readSchema } from './fits-schema.ts';

const names = [...commands.map(({ name }) => name), 'error'];

test.each(names)('schemas/%s.schema.json is there, strict, and says what it is of', (name) => {
  const schema = readSchema(name);
  expect(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
  expect(schema.title).toMatch(name === 'error' ? /--json/ : `labs ${name} --json`);
});

/** Every object of a schema that lists its properties, with the way to it. */
function findObjects(schema: unknown, path = ''): [string, Record<string, unknown>][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? [[path, schema] as [string, Record<string, unknown>]] : [];
  const inner = Object.entries(schema).flatMap(([key, value]) =>
    findObjects(value, `${path}/${key}`),
  );
  return [...own, ...inner];
}

test.each(names)('nothing that schemas/%s.schema.json does not name may come', (name) => {
  for (const [path, object] of findObjects(readSchema(name))) {
    // What a lab calls its names and values is its own.
    const open = name === 'env' ? { type: 'string' } : false;
    expect(object.additionalProperties, path).toEqual(open);
  }
});
