// Prints `N passed, N failed` for vitest's JSON report, and exits 1 if anything failed. A test file
// that could not be loaded, a run that failed without naming a test, and a failed `npm run check`
// count as one failure each: the line and the exit code never disagree.
//
//   node scripts/count-tests.mjs REPORT TESTS-EXIT CHECK-EXIT
import { readFile } from 'node:fs/promises';

const [path = '', testsExit, checkExit] = process.argv.slice(2);
const report = await readFile(path, 'utf8')
  .then(JSON.parse)
  .catch(() => undefined);

const files = report?.testResults ?? [];
const unloaded = files.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
).length;
const passed = report?.numPassedTests ?? 0;
let failed = (report?.numFailedTests ?? 0) + unloaded;
if (failed === 0 && (testsExit !== '0' || passed === 0)) failed = 1;
if (checkExit !== '0') failed += 1;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
