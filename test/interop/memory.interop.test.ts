import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { addonPath, loadAddon } from '../../src/native/addon.js';
import { compiled } from '../support/compiled.js';
import { legacyLibrary } from '../support/native/legacy/build.js';

const valgrind = spawnSync('valgrind', ['--version'], { encoding: 'utf8' });
const built = legacyLibrary();
const missing = valgrind.error ? 'there is no valgrind' : (loadAddon().missing ?? built.missing);
if (missing) console.log(`skipped: ${missing}`);

// Node itself is full of what a memory checker wonders at. What counts is whatever has this project's native code on its stack.
test.skipIf(missing !== null)('under valgrind the border to native code reads nothing wrong and loses nothing', () => {
  const rooms = compiled(['base', 'com', 'wire', 'imnxport', 'mapi', 'native']);
  try {
    const program = fileURLToPath(new URL('../support/native/memory-check.mjs', import.meta.url));
    const options = ['--leak-check=full', '--show-leak-kinds=definite', '--num-callers=30', '--keep-debuginfo=yes'];
    const { status, stdout, stderr } = spawnSync(
      'valgrind',
      [...options, process.execPath, program, rooms.folder, built.path as string],
      { encoding: 'utf8', env: { ...process.env, COMAIL_ADDON: addonPath() }, maxBuffer: 64 * 1024 * 1024 },
    );
    expect(stdout).toBe('nothing is left\n');
    expect(status).toBe(0);
    const ours = stderr
      .split(/^==\d+== \n/m)
      .filter((block) => /comail\.node|liblegacy/.test(block) && !block.includes('Command:'));
    // The one block that the program loses on purpose shows that valgrind tells of such.
    expect(ours).toHaveLength(1);
    expect(ours[0]).toMatch(/4,711 bytes in 1 blocks are definitely lost[\s\S]*Lose/);
  } finally {
    rooms.remove();
  }
});
