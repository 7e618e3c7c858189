import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PR_SUBJECT_W } from '../../../../src/mapi/index.js';
import { changesSince, check, folder, lastChange, message } from '../../../../src/providers/store/sql/index.js';
import { crash } from '../../../support/store-crash.js';
import { Victims } from '../../../support/store-victim.js';
import { newStore, p, tags } from './fixture.js';

let victims: Victims;

beforeAll(() => {
  victims = new Victims();
});
afterAll(() => victims.close());

describe('A process that is killed while it writes', () => {
  test.each([1, 2, 3, 4, 5])('round %i: leaves a sound store with everything that was acknowledged', async (round) => {
    await crash(victims, round);
  });
});

describe('Two processes on one store', () => {
  test('write at once: nobody is refused, nothing is lost, and each sees what the other did', async () => {
    const { store, inbox, archive } = await newStore();
    const since = lastChange(store.db);
    const other = victims.run(store.file, 'theirs', 60, null);
    const subjects = Array.from({ length: 60 }, (_, n) => `ours${n}`);
    const ours = await Promise.all(
      subjects.map((subject) =>
        store.write('message.save', { id: null, folder: inbox, changes: { set: [p(tags.subject, subject)] } }),
      ),
    );
    const { acknowledged, code } = await other;
    expect([code, acknowledged.length]).toEqual([0, 60]);
    for (const [index, { id }] of ours.entries())
      expect(message(store.db, id)?.value(PR_SUBJECT_W)).toBe(subjects[index]);
    expect((folder(store.db, inbox)?.contentCount ?? 0) + (folder(store.db, archive)?.contentCount ?? 0)).toBe(120);
    expect(await check(store.db)).toEqual([]);
    const theirs = changesSince(store.db, since, 10_000)?.filter((change) => change.process !== store.process);
    const created = theirs?.filter(({ event }) => event === 'created').map(({ id }) => id);
    expect(created?.sort()).toEqual(acknowledged.map(({ id }) => id).sort());
  });
});
