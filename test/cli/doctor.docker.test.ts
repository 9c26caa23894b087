import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { capabilities } from '../../src/lab/capabilities.ts';
import { languages } from '../../src/lab/lab.ts';
import { runDoctor } from './doctor-cli.ts';

test.each(languages.flatMap((language) => [60, 200].map((columns) => ({ language, columns }))))(
  'every capability with its mark, at $columns columns ($language)',
  async ({ language, columns }) => {
    const { exit, text, lines } = await runDoctor({ language, columns });
    expect(exit).toBe(0);
    for (const name of capabilities) expect(text).toMatch(new RegExp(`[✓✗?] ${name}`));
    expect(text).toMatch(/✓ host\.view/);
    expect(text).not.toMatch(/doctor\.[a-z]|failure\.|\{\{|undefined/);
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
  },
);

test('its document fits its schema, and leaves no container', async () => {
  const { exit, document } = await runDoctor({ wantsJson: true });
  const schema = JSON.parse(await readFile('schemas/doctor.schema.json', 'utf8'));
  const validator = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  expect(validator(document), JSON.stringify(validator.errors)).toBe(true);
  expect(document).toMatchObject({ failure: null, toolbox: { present: true } });
  expect(exit).toBe(0);
});
