import { mkdirSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAPI_TO, PR_SUBJECT_W, prop } from '../../src/mapi/index.js';
import { PR_SMTP_PORT } from '../../src/providers/smtp/index.js';
import { drop } from '../bridge/dropped.js';
import { Office } from '../subsystem/simple/office.js';
import { StorePrograms } from '../support/store-process.js';
import { rounds } from './rounds.js';

let programs: StorePrograms;

beforeAll(() => {
  programs = new StorePrograms();
});
afterAll(() => programs.close());

const count = 3;

describe('A process that is killed while it takes up what hosts left', () => {
  // Each file changes its name once and goes: that many moments there are, and each round has another one.
  test.each(rounds(10))('round %i: each message is in the Outbox once', async (round) => {
    // Nobody listens at that port, so that what is submitted stays where it can be counted.
    await using office = await Office.open({}, { account: [prop(PR_SMTP_PORT, 1)] });
    const folder = join(office.desk.folder, 'drop');
    mkdirSync(folder);
    for (let n = 0; n < count; n++) {
      const lpRecips = [{ ulRecipClass: MAPI_TO, lpszName: 'Bob', lpszAddress: 'SMTP:bob@example.org' }];
      const message = { lpszSubject: `number ${n}`, lpszNoteText: 'Hello', lpRecips };
      drop(folder, { id: new Uint8Array(16).fill(n + 1), time: 1000n + BigInt(n), message });
    }
    const victim = programs.start('picker', [folder]);
    let left = 1 + (round % 10);
    const watcher = watch(folder, () => {
      if (--left === 0) victim.kill();
    });
    await victim.ended;
    watcher.close();
    for (let tries = 0; readdirSync(folder).length > 0 && tries < 3; tries++) {
      const next = programs.start('picker', [folder]);
      await next.ended;
      // An attempt at the server that was cut off is told of, as it has to be.
      expect(next.errors.split('\n').filter((line) => line !== '' && !line.includes('is in doubt'))).toEqual([]);
    }
    expect(readdirSync(folder)).toEqual([]);
    const subjects = (await office.lying('outbox', [PR_SUBJECT_W])).flat();
    expect(subjects.toSorted()).toEqual(Array.from({ length: count }, (_, n) => `number ${n}`));
  });
});
