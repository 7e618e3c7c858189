import { defineConfig } from 'vitest/config';

/** Windows programs and DLLs under Wine, one file after the other: they share a registry. `npm run test:windows` starts them. */
export default defineConfig({
  // Node 20 cannot parse `using`, so the tests are lowered as the build is.
  oxc: { target: 'es2023' },
  test: {
    include: ['test/windows/**/*.windows.test.ts'],
    globalSetup: ['test/windows/support/prepare.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    execArgv: ['--expose-gc'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
