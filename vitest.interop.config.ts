import { defineConfig } from 'vitest/config';

/** The tests against real mail servers; each file starts its own, so that two files may run side by side. */
export default defineConfig({
  // Node 20 cannot parse `using`, so the tests are lowered as the build is.
  oxc: { target: 'es2023' },
  test: {
    include: ['test/interop/**/*.interop.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Deliveries of hundreds of messages take their time on a busy machine.
    testTimeout: 200_000,
    hookTimeout: 200_000,
  },
});
