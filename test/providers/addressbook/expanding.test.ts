import { afterEach, describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  type EntryId,
  type IAddrBook,
  type IDistList,
  IMAPIFolder,
  type IMsgStore,
  MAPI_MODIFY,
  MAPI_TO,
  MAPI_UNICODE,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { flush, type PostOffice } from '../../subsystem/spooler/post-office.js';
import { useLedger } from '../../support/ledger.js';
import { addList, addUser, officeWithBooks, withPab } from './pab.js';

/** Submits a message to whom a name means. */
async function sendTo(store: IMsgStore, book: IAddrBook, names: readonly string[]): Promise<void> {
  const outbox = (await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID], 0))).get(PR_IPM_OUTBOX_ENTRYID) as EntryId;
  using folder = (await ok(store.OpenEntry(outbox, IMAPIFolder, MAPI_MODIFY))).lppUnk;
  using message = await ok(folder.CreateMessage(null, 0));
  await ok(message.SetProps([prop(PR_SUBJECT_W, 'To lists')]));
  const typed = names.map((name) => [prop(PR_DISPLAY_NAME_W, name), prop(PR_RECIPIENT_TYPE, MAPI_TO)]);
  const rows = await ok(book.ResolveName(0, MAPI_UNICODE, null, typed));
  await ok(message.ModifyRecipients(MODRECIP_ADD, rows ?? []));
  await ok(message.SubmitMessage(0));
}

describe('a message to personal lists', () => {
  let office: PostOffice | null = null;
  afterEach(() => office?.close());
  useLedger();

  test('reaches each member once, however lists are nested', async () => {
    const sent: string[] = [];
    office = await officeWithBooks(sent, 'book.json');
    await office.session(async (session, store) => {
      await withPab(session, async (pab, book) => {
        const ann = await addUser(pab, 'Ann Arbor', 'ann@example.com');
        const bob = await addUser(pab, 'Bob Builder', 'bob@example.com');
        const eve = await ok(book.CreateOneOff('Eve', 'SMTP', 'eve@example.com', MAPI_UNICODE));
        const team = await addList(pab, 'Team', [ann, bob]);
        await addList(pab, 'Everybody', [team, ann, eve]);
        await sendTo(store, book, ['Everybody', 'bob@example.com']);
      });
      await flush(session);
    });
    expect(sent.sort()).toEqual(['ann@example.com', 'bob@example.com', 'eve@example.com']);
  });

  test('and to people who are named by their entry IDs alone reaches them all', async () => {
    const sent: string[] = [];
    office = await officeWithBooks(sent, 'book.json');
    await office.session(async (session, store) => {
      await withPab(session, async (pab) => {
        const ann = await addUser(pab, 'Ann Arbor', 'ann@example.com');
        const bob = await addUser(pab, 'Bob Builder', 'bob@example.com');
        const team = await addList(pab, 'Team', [ann]);
        const outbox = (await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID], 0))).get(PR_IPM_OUTBOX_ENTRYID) as EntryId;
        using folder = (await ok(store.OpenEntry(outbox, IMAPIFolder, MAPI_MODIFY))).lppUnk;
        using message = await ok(folder.CreateMessage(null, 0));
        // An address type and an entry ID make a resolved recipient; its e-mail address may be left out.
        const rows = [
          [prop(PR_ENTRYID, bob), prop(PR_ADDRTYPE_W, 'SMTP'), prop(PR_RECIPIENT_TYPE, MAPI_TO)],
          [prop(PR_ENTRYID, team), prop(PR_RECIPIENT_TYPE, MAPI_TO)],
        ];
        await ok(message.ModifyRecipients(MODRECIP_ADD, rows));
        await ok(message.SubmitMessage(0));
      });
      await flush(session);
    });
    expect(sent.sort()).toEqual(['ann@example.com', 'bob@example.com']);
  });

  test('a list that contains itself by way of another ends', async () => {
    const sent: string[] = [];
    office = await officeWithBooks(sent, 'book.json');
    await office.session(async (session, store) => {
      await withPab(session, async (pab, book) => {
        const ann = await addUser(pab, 'Ann Arbor', 'ann@example.com');
        const one = await addList(pab, 'One', [ann]);
        const two = await addList(pab, 'Two', [one]);
        const { lppUnk } = await ok(pab.OpenEntry(one, null, MAPI_MODIFY));
        using list = lppUnk as unknown as IDistList;
        await ok(list.CopyEntries([two], 0, null, 0));
        await sendTo(store, book, ['Two']);
      });
      await flush(session);
    });
    expect(sent).toEqual(['ann@example.com']);
  });
});
