import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ownKeys, registration, registryFile } from '../../../src/cli/windows/registration.js';
import { built, run, windowsPath } from './run.js';

const views = [64, 32] as const;

/** Makes comail the mail client of this Wine, for everybody: of one user Wine's mapi32 hears nothing. */
export async function registerMailClient(): Promise<void> {
  const installed = { folder: windowsPath(dirname(dirname(built('x64', 'comail-mapi.dll')))), user: false };
  const folder = mkdtempSync(join(tmpdir(), 'comail-registry-'));
  try {
    for (const view of views) {
      const file = join(folder, `${view}.reg`);
      writeFileSync(file, registryFile(registration(installed), view));
      const { code, lines } = await run('reg', ['import', windowsPath(file), `/reg:${view}`]);
      if (code !== 0) throw new Error(`reg import: ${lines.join(' ')}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes it out again. */
export async function unregisterMailClient(): Promise<void> {
  for (const view of views) {
    for (const key of ownKeys(false)) await run('reg', ['delete', key, '/f', `/reg:${view}`]);
    await run('reg', ['delete', 'HKLM\\Software\\Clients\\Mail', '/ve', '/f', `/reg:${view}`]);
  }
}
