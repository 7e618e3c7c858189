import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node 20 cannot parse `using`, so the tests are lowered as the build is.
  oxc: { target: 'es2023' },
  test: {
    dir: 'test',
    // Without folders in the patterns, so that `--dir test/wire` runs one room alone.
    include: ['**/*.test.ts'],
    exclude: ['**/*.interop.test.ts', '**/*.long.test.ts'],
    isolate: false,
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
