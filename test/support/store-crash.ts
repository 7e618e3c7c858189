import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { PR_SUBJECT_W } from '../../src/mapi/index.js';
import { check, message, StoreFile } from '../../src/providers/store/sql/index.js';
import type { Victims } from './store-victim.js';

/**
 * Kills a process in the middle of its writes and looks at what it left: the store opens, nothing in it is by half, and
 * everything that was acknowledged is there.
 *
 * @param victims who to kill
 * @param round decides after how many messages
 */
export async function crash(victims: Victims, round: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'comail-crash-'));
  const file = join(folder, 'mail.store');
  const made = await StoreFile.open(file, 'create');
  const root = (await made.write('folder.create', { parent: null, name: 'Root', type: 0 })).id;
  for (const name of ['Inbox', 'Archive']) await made.write('folder.create', { parent: root, name, type: 1 });
  await made.close();
  const { acknowledged, code } = await victims.run(file, 'm', 100_000, 1 + ((round * 37) % 120));
  expect(code).toBeNull();
  const store = await StoreFile.open(file);
  expect(await check(store.db)).toEqual([]);
  for (const { id, subject } of acknowledged)
    expect(message(store.db, id)?.value(PR_SUBJECT_W), `message ${id}`).toBe(subject);
  await store.close();
  rmSync(folder, { recursive: true });
}
