// Sums the reports that vitest left in a folder into one line: `N passed, N failed, N skipped`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const count = { passed: 0, failed: 0, skipped: 0 };
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  count.passed += report.numPassedTests;
  count.failed += report.numFailedTests + report.testResults.filter(failedToLoad).length;
  count.skipped += report.numPendingTests + (report.numTodoTests ?? 0);
}
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;

/** A file that failed before its first test did: it counts as one. */
function failedToLoad(file) {
  return file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed');
}
