import { defineConfig } from 'vitest/config';
import plain from './vitest.config.js';

// The long runs: the same settings, other files, more time. `npm run test:long` starts them.
export default defineConfig({
  ...plain,
  test: {
    ...plain.test,
    include: ['**/*.long.test.ts'],
    exclude: ['**/node_modules/**'],
    // What is killed and cut off here is told in the log, again and again.
    setupFiles: ['test/support/seed.ts'],
    passWithNoTests: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
