import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { thisProcess } from '../../../src/base/index.js';
import { locked } from '../../../src/subsystem/profile/lock.js';

describe('The lock of a process that has died', () => {
  const dead = `${thisProcess.replace(/^\d+/, String(0x7fff_fff0))} of a process that is gone`;
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comail-lock-'));
    path = join(folder, 'profiles.lock');
    writeFileSync(path, dead);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const turn = () => `${path}.${createHash('sha256').update(dead).digest('hex').slice(0, 12)}`;

  test('is broken, and nothing is left of it', () => {
    expect(locked(path, () => existsSync(path))).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is broken, too, when somebody died while breaking it', () => {
    writeFileSync(turn(), dead.replace('gone', 'gone as well'));
    expect(locked(path, () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });
});
