import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node 20 cannot parse `using`, so the tests are lowered as the build is.
  oxc: { target: 'es2023' },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/interop/**', 'test/long/**'],
    isolate: false,
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
