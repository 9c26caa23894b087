import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyScript, makeProject, type Ran, runScript } from './run-script.ts';

/** Runs `.ci/run` in a project whose tests end like this. */
async function runCi(report: object, testsExit: number, checkExit: number): Promise<Ran> {
  const writeReport = `for a; do case $a in --outputFile.json=*) f=\${a#*=};; esac; done
echo '${JSON.stringify(report)}' > "$f"; echo "CI=$CI"; exit ${testsExit}`;
  await using project = await makeProject({
    'package.json': JSON.stringify({ name: 'x', scripts: { check: `exit ${checkExit}` } }),
    'scripts/test': `#!/usr/bin/env bash\n${writeReport}\n`,
  });
  await copyScript('count-tests.mjs', project.path);
  await cp('.ci/run', join(project.path, '.ci/run'));
  return await runScript(join(project.path, '.ci/run'), [], { CI: '' });
}

const report = { numPassedTests: 3, numFailedTests: 0, testResults: [] };

test('the last line of a good run counts the tests, and the exit code is 0', async () => {
  const { exit, stdout } = await runCi(report, 0, 0);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('3 passed, 0 failed');
  expect(stdout).toContain('CI=true');
  expect(exit).toBe(0);
});

test('a failed test and a failed check are both counted, and end the run with an error', async () => {
  const { exit, stdout } = await runCi({ ...report, numFailedTests: 1 }, 1, 1);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('3 passed, 2 failed');
  expect(exit).toBe(1);
});
