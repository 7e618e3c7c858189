import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mimeCases } from '../../bench/mime/cases.js';
import { openComail } from '../../bench/mime/comail.js';
import { smallMail } from '../../bench/mime/letters.js';
import { openLibrary } from '../../bench/mime/library.js';
import { mimeRow } from '../../bench/mime/measure.js';
import { useLedger } from '../support/ledger.js';

useLedger();

test('the rows are those that are asked for', () => {
  expect(mimeCases.map(({ key, bound }) => [key, bound])).toEqual([
    ['mime.parse.small', 0.75],
    ['mime.parse.large', 0.85],
    ['mime.render.small', 0.8],
  ]);
});

test.each(['parse-small', 'render-small'] as const)('both sides see the same in every message: %s', async (task) => {
  const folder = mkdtempSync(join(tmpdir(), 'comail-bench-mime-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [ours, library] = [await openComail({ by: 'comail', task, folder }), await openLibrary(task)];
  const seen = await ours.check();
  expect(seen).toContain('Minutes of the meeting 0000031');
  expect(seen).toBe(await library.check());
  await ours.round(2);
  await library.round(2);
  ours.close();
});

test('small mail differs in content alone', async () => {
  const mail = await smallMail();
  expect(new Set(mail.map(String)).size).toBe(mail.length);
  for (const { length } of mail) expect(length).toBeGreaterThan(2000);
  for (const { length } of mail) expect(length).toBeLessThan(3000);
});

test('a row says whether its bound is held', () => {
  const score = { rate: { median: 5, low: 4, high: 6 }, cpuMicroseconds: 9.44, count: 7 };
  const measured = (median: number) =>
    mimeRow({
      what: mimeCases[2] as (typeof mimeCases)[number],
      duel: { ours: score, rival: score, ratio: { median, low: median, high: median } },
    });
  expect(measured(0.81)).toMatch(/^mime\.render\.small +0\.81 .*>= 0\.8 +ok/);
  expect(measured(0.79)).toMatch(/MISSED/);
});
