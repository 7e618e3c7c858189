// Sums the reports that vitest left in a folder into one line: `N passed, N failed, N skipped`. Right before it stands what
// failed, so that the end of a log always names it, however much was cut off above.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const folder = process.argv[2];
const count = { passed: 0, failed: 0, skipped: 0 };
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  count.passed += report.numPassedTests;
  count.failed += report.numFailedTests + report.testResults.filter(failedToLoad).length;
  count.skipped += report.numPendingTests + (report.numTodoTests ?? 0);
  for (const failure of report.testResults.flatMap(failuresOf)) console.log(failure);
}
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;

/** A file that failed before its first test did: it counts as one. */
function failedToLoad(file) {
  return file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed');
}

/** What failed in a file: where, which test, and the first lines of why. */
function failuresOf(file) {
  const where = relative(process.cwd(), file.name);
  if (failedToLoad(file)) return [`FAILED ${where}\n${firstLines(file.message)}`];
  return file.assertionResults
    .filter((result) => result.status === 'failed')
    .map((result) => `FAILED ${where}: ${result.fullName}\n${firstLines((result.failureMessages ?? []).join('\n'))}`);
}

function firstLines(message = '') {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  return lines
    .slice(0, 8)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n');
}
