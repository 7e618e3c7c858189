import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

// .ci/run names a folder where every run leaves its counts, so that they can be summed in the end.
const reports = process.env['COMAIL_TEST_REPORTS'];

export default defineConfig({
  // Node 20 cannot parse `using`, so the tests are lowered as the build is.
  oxc: { target: 'es2023' },
  // The examples of docs import the package by its name; tests run the sources, not what was built last.
  resolve: {
    alias: Object.entries({
      com: 'com',
      smtp: 'wire',
      mapi: 'mapi',
      subsystem: 'subsystem',
      imnxport: 'imnxport',
      convert: 'convert',
      store: 'providers/store',
      client: 'client',
      graph: 'graph',
      bridge: 'bridge',
      native: 'native',
    })
      .map(([face, room]): { find: string | RegExp; replacement: string } => ({
        find: `comail/${face}`,
        replacement: join(import.meta.dirname, 'src', room, 'index.ts'),
      }))
      .concat({ find: /^comail$/, replacement: join(import.meta.dirname, 'src', 'index.ts') }),
  },
  test: {
    dir: 'test',
    // Without folders in the patterns, so that `--dir test/wire` runs one room alone.
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.interop.test.ts', '**/*.long.test.ts', '**/*.windows.test.ts'],
    setupFiles: ['test/support/seed.ts', 'test/support/quiet.ts'],
    isolate: false,
    pool: 'forks',
    // Half of the time goes into waiting for disks and peers, so that two work well on one core too.
    maxWorkers: 2,
    // Leak tests compare heaps, which means something only after a collection.
    execArgv: ['--expose-gc'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: reports ? ['default', ['json', { outputFile: join(reports, `${process.pid}.json`) }]] : ['default'],
  },
});
