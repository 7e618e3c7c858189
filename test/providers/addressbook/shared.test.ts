import { afterEach, describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import { IABContainer, MAPI_MODIFY, MAPI_NO_MAIL } from '../../../src/mapi/index.js';
import type { PostOffice } from '../../subsystem/spooler/post-office.js';
import { useLedger } from '../../support/ledger.js';
import { addUser, namesIn, officeWithBooks, withPab } from './pab.js';

describe('a personal address book that several sessions have open', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  test('keeps what each of them adds, also at once, and shows it to the others', async () => {
    office = await officeWithBooks([], 'people');
    await office.session(async (one) => {
      await office.session(async (other) => {
        await withPab(one, async (mine) => {
          await withPab(other, async (theirs) => {
            await addUser(mine, 'Ann', 'ann@example.com');
            expect(await namesIn(theirs)).toEqual(['Ann']);
            await Promise.all(
              Array.from({ length: 6 }, (_, at) =>
                addUser(at % 2 === 0 ? mine : theirs, `Bob ${at}`, `bob${at}@example.com`),
              ),
            );
            const all = ['Ann', ...Array.from({ length: 6 }, (_, at) => `Bob ${at}`)];
            expect([...(await namesIn(mine))].sort()).toEqual(all);
            expect([...(await namesIn(theirs))].sort()).toEqual(all);
          });
        });
      }, MAPI_NO_MAIL);
    }, MAPI_NO_MAIL);
  });

  test('is the one chosen among several, the first until then', async () => {
    office = await officeWithBooks([], 'friends', 'work');
    await office.session(async (session) => {
      await withPab(session, async (friends, book) => {
        await addUser(friends, 'Ann', 'ann@example.com');
        using root = (await ok(book.OpenEntry(null, IABContainer, 0))).lppUnk;
        using table = await ok(root.GetHierarchyTable(0));
        const rows = await ok(table.QueryRows(9, 0));
        expect(rows).toHaveLength(2);
        const second = rows[1]?.toProps().find(([tag]) => tag === 0x0fff0102)?.[1] as Uint8Array;
        expect(await book.SetPAB(second)).toBe(0);
        using work = (await ok(book.OpenEntry(await ok(book.GetPAB()), IABContainer, MAPI_MODIFY))).lppUnk;
        expect(await namesIn(work)).toEqual([]);
        await addUser(work, 'Ann', 'ann@work.example');
        expect(await namesIn(friends)).toEqual(['Ann']);
      });
    }, MAPI_NO_MAIL);
  });
});
