import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { languages } from '../../src/lab/lab.ts';
import { runDoctor } from './doctor-cli.ts';

const env = { PATH: '', HOME: '/nonexistent', DOCKER_HOST: 'unix:///nonexistent/docker.sock' };

test.each(languages)('with no engine it says what it can, and exits 3 (%s)', async (language) => {
  const { exit, text, lines } = await runDoctor({ env, language, columns: 60 });
  expect(exit).toBe(3);
  expect(text).toContain('unix:///nonexistent/docker.sock');
  expect(text).toContain(process.versions.node);
  expect(text).toContain('? driver.macvlan');
  expect(text).not.toMatch(/doctor\.|failure\.|\{\{|undefined/);
  for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(60);
});

test('its document says the same, and fits its schema', async () => {
  const { exit, document, lines } = await runDoctor({ env, wantsJson: true });
  const schema = JSON.parse(await readFile('schemas/doctor.schema.json', 'utf8'));
  const validator = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  expect(validator(document), JSON.stringify(validator.errors)).toBe(true);
  expect(document).toMatchObject({
    endpoint: { address: 'unix:///nonexistent/docker.sock', source: 'DOCKER_HOST' },
    engine: null,
    dockerCommand: null,
    capabilities: { 'driver.bridge': { state: 'unknown' } },
    failure: { code: 'docker.not-there' },
  });
  expect(lines).toEqual([]);
  expect(exit).toBe(3);
});
