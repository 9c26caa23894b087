import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProject, runScript } from './run-script.ts';

const green = { numPassedTests: 12, numFailedTests: 0, testResults: [] };
const red = { ...green, numFailedTests: 2 };
const unloaded = { ...green, testResults: [{ status: 'failed', assertionResults: [] }] };

test.each<[string, unknown, string, string, string, number]>([
  ['all is well', green, '0', '0', '12 passed, 0 failed\n', 0],
  ['tests fail', red, '1', '0', '12 passed, 2 failed\n', 1],
  ['a file cannot be loaded', unloaded, '1', '0', '12 passed, 1 failed\n', 1],
  ['the run fails without a failed test', green, '1', '0', '12 passed, 1 failed\n', 1],
  ['the style is wrong', green, '0', '1', '12 passed, 1 failed\n', 1],
  ['nothing ran', { ...green, numPassedTests: 0 }, '0', '0', '0 passed, 1 failed\n', 1],
  ['there is no report', undefined, '4', '0', '0 passed, 1 failed\n', 1],
])(
  'the last line and the exit code agree when %s',
  async (_case, report, tests, check, line, exit) => {
    await using project = await makeProject(
      report === undefined ? {} : { 'report.json': JSON.stringify(report) },
    );
    const args = ['scripts/count-tests.mjs', join(project.path, 'report.json'), tests, check];
    expect(await runScript(process.execPath, args)).toMatchObject({ exit, stdout: line });
  },
);
