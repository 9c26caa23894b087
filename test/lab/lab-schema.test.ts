import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadAllCheckKinds } from '../../src/checks/kinds/index.ts';
import type { Json, JsonSchema } from '../../src/json.ts';
import { labSchema } from '../../src/lab/lab-schema.ts';
import { operationSchemas } from '../../src/lab/operations.ts';
import { packageFolder } from '../../src/lab/package-folder.ts';
import { Problems } from '../../src/lab/problems.ts';
import { labFile } from '../../src/lab/schema/lab-file.ts';
import { formats } from '../../src/lab/shape/formats.ts';
import { addShapeProblem } from '../../src/lab/shape/shape-problem.ts';
import { Cursor } from '../../src/lab/yaml/cursor.ts';
import { parseYaml } from '../../src/lab/yaml/parse-yaml.ts';
import { valid } from './problems-of.ts';

const validator = async () =>
  new Ajv({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    formats: { ...formats },
  }).compile(await labSchema());

describe('labSchema', () => {
  it('is what schemas/lab.schema.json holds', async () => {
    const written = `${JSON.stringify(await labSchema(), null, 2)}\n`;
    await expect(written).toMatchFileSnapshot(join(packageFolder(), 'schemas/lab.schema.json'));
  });

  it.each(['minimal', 'everything', 'english', 'library'])('takes the lab %s', async (name) => {
    const validate = await validator();
    const lab = parse(await readFile(join(valid, name, 'lab.yaml'), 'utf8'));
    validate(lab);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('knows what each kind takes', async () => {
    const validate = await validator();
    const text = await readFile(join(valid, 'minimal/lab.yaml'), 'utf8');
    expect(validate(parse(text.replace('with: { container:', 'with: { conatiner:')))).toBe(false);
    expect(validate(parse(text.replace('uses: container.running', 'uses: reach')))).toBe(false);
    const uses = '- { uses: docker.container.stop, with: { network: x } }';
    expect(validate(parse(text.replace(/- run: docker run.*/, uses)))).toBe(false);
  });

  it('describes every property to the editor', async () => {
    const schema = await labSchema();
    const bare = propertiesOf(schema, '').filter(
      ([, { description, $ref }]) => typeof description !== 'string' && $ref === undefined,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('uses no keyword that the messages have no words for', async () => {
    const kinds = Object.values(await loadAllCheckKinds()).map(({ schema }) => schema);
    const problems = new Problems();
    const source = parseYaml('lab.yaml', 'a: 1', problems);
    if (!source) throw new Error('no source');
    const cursor = Cursor.ofRoot(source);
    const used = [labFile, ...Object.values(operationSchemas), ...kinds].flatMap(keywordsOf);
    for (const [keyword, schema] of used) {
      const params = { additionalProperty: 'a', propertyName: 'a', type: 'x', format: 'x', i: 0 };
      const error = { keyword, params, instancePath: '', schemaPath: '', schema, parentSchema: {} };
      expect(() => addShapeProblem(error, cursor, problems), keyword).not.toThrow();
    }
    expect(used.length).toBeGreaterThan(100);
  });
});

/** Keywords that say nothing by themselves: they describe, or lead to other schemas. */
const silent = new Set(
  'description title definitions properties items $ref if then else allOf schema'.split(' '),
);

type Visit<T> = (schema: JsonSchema, path: string) => T[];

function visit<T>(schema: JsonSchema, path: string, look: Visit<T>): T[] {
  const found = look(schema, path);
  for (const [key, value] of Object.entries(schema)) {
    const below = ['properties', 'definitions', 'dependencies'].includes(key)
      ? Object.entries(value as Record<string, Json>)
      : [
          ['', value] as const,
          ...(Array.isArray(value) ? value.map((item) => ['', item] as const) : []),
        ];
    if (['const', 'enum', 'required'].includes(key)) continue;
    for (const [name, item] of below) {
      if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
        found.push(...visit(item as JsonSchema, `${path}/${key}/${name}`, look));
      }
    }
  }
  return found;
}

/** The properties of objects that stand for themselves, not those of conditions. */
const propertiesOf = (schema: JsonSchema, at: string) =>
  visit(schema, at, ({ properties, type }, path) =>
    type === 'object' && properties
      ? Object.entries(properties as Record<string, JsonSchema>).map(
          ([name, property]) => [`${path}/${name}`, property] as const,
        )
      : [],
  );

const keywordsOf = (schema: JsonSchema) =>
  visit(schema, '', (found) => Object.entries(found).filter(([keyword]) => !silent.has(keyword)));
