import { afterEach, describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  type AdrEntry,
  type EntryId,
  type IMAPISupport,
  IMessage,
  type IMsgStore,
  MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN,
  PR_ADDRTYPE_W,
  PR_ATTACH_DATA_OBJ,
  PR_DELIVER_TIME,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_NDR_DIAG_CODE,
  PR_NDR_REASON_CODE,
  PR_OBJECT_TYPE,
  PR_ORIGINAL_AUTHOR_NAME_W,
  PR_ORIGINAL_DELIVERY_TIME,
  PR_ORIGINAL_DISPLAY_NAME_W,
  PR_ORIGINAL_ENTRYID,
  PR_ORIGINAL_SEARCH_KEY,
  PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE_W,
  PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_ORIGINAL_SENT_REPRESENTING_NAME_W,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_RECIPIENT_TYPE,
  PR_REPORT_TEXT_W,
  PR_REPORT_TIME,
  PR_ROWID,
  PR_SEARCH_KEY,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SENDER_SEARCH_KEY,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  type PropTag,
  prop,
} from '../../../src/mapi/index.js';
import { parseOneOffEntryId, recipientSearchKey } from '../../../src/subsystem/addressbook/oneoff.js';
import { recipientsOf, valueIn } from '../../../src/subsystem/submit/recipients.js';
import { useLedger } from '../../support/ledger.js';
import { contents } from '../../support/store-programs/client.js';
import { flush, inboxOf, PostOffice, submit, testTransport } from './post-office.js';

const requested = prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true);

describe('Reports of delivery', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  /** A transport that says of each recipient what the test does. */
  async function open(tell: (row: AdrEntry) => AdrEntry): Promise<void> {
    let support: IMAPISupport | null = null;
    office = await PostOffice.open(
      testTransport('MAILS', {
        loggedOn: async (given) => {
          support = given;
        },
        submit: async (asked, _subject, message) => {
          await ok((support as IMAPISupport).StatusRecips(message, (await recipientsOf(message)).map(tell)));
          return asked;
        },
      }),
    );
  }

  /** Opens the report of a kind. */
  async function reportOf(store: IMsgStore, kind: 'DR' | 'NDR'): Promise<IMessage> {
    const inbox = await inboxOf(store);
    const rows = await contents(store, inbox, [PR_ENTRYID, PR_MESSAGE_CLASS_W]);
    const [entryId] = rows.find(([, messageClass]) => messageClass === `REPORT.IPM.Note.${kind}`) ?? [];
    return (await ok(store.OpenEntry(entryId as EntryId, IMessage, 0))).lppUnk;
  }
  const values = async (message: IMessage, tags: readonly PropTag[]) => {
    const row = await ok(message.GetProps(tags, 0));
    return tags.map((tag) => row.get(tag));
  };

  /** Delivered to whoever is called ann, to nobody else; named by number and address alone, as some transports do. */
  const annAlone = (row: AdrEntry): AdrEntry => {
    const kept = row.filter(([tag]) => tag === PR_ROWID || tag === PR_ADDRTYPE_W || tag === PR_EMAIL_ADDRESS_W);
    return valueIn(row, PR_EMAIL_ADDRESS_W)?.startsWith('ann') === true
      ? [...kept, prop(PR_DELIVER_TIME, 5n), requested]
      : [...kept, prop(PR_NDR_DIAG_CODE, MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN), prop(PR_REPORT_TEXT_W, 'no such user')];
  };

  test.each(['DR', 'NDR'] as const)('are from the system, with all that says who that is (%s)', async (kind) => {
    await open(annAlone);
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['ann@example.org', 'bob@example.org']);
      await flush(session);
      using report = await reportOf(store, kind);
      const [name, type, address, key, entryId] = await values(report, [
        PR_SENDER_NAME_W,
        PR_SENDER_ADDRTYPE_W,
        PR_SENDER_EMAIL_ADDRESS_W,
        PR_SENDER_SEARCH_KEY,
        PR_SENDER_ENTRYID,
      ]);
      expect([name, type, address]).toEqual(['System Administrator', 'SYSTEM', 'System Administrator']);
      expect(key).toEqual(recipientSearchKey('SYSTEM', 'System Administrator'));
      expect(parseOneOffEntryId(entryId as Uint8Array)).toMatchObject({ addressType: 'SYSTEM' });
    });
  });

  test('name each recipient in all ways, and what became of it: what the transport leaves out is the message’s', async () => {
    await open(annAlone);
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['ann@example.org', 'bob@example.org']);
      await flush(session);
      using reached = await reportOf(store, 'DR');
      using lost = await reportOf(store, 'NDR');
      const rows = [...(await recipientsOf(reached)), ...(await recipientsOf(lost))];
      expect(rows.map((row) => valueIn(row, PR_EMAIL_ADDRESS_W))).toEqual(['ann@example.org', 'bob@example.org']);
      for (const row of rows) {
        const address = valueIn(row, PR_EMAIL_ADDRESS_W) as string;
        const key = recipientSearchKey('SMTP', address);
        expect(
          [PR_DISPLAY_NAME_W, PR_RECIPIENT_TYPE, PR_OBJECT_TYPE, PR_DISPLAY_TYPE].map((tag) =>
            valueIn(row, tag as PropTag),
          ),
        ).toEqual([address, 1, 6, 0]);
        expect(parseOneOffEntryId(valueIn(row, PR_ENTRYID) as Uint8Array)).toMatchObject({
          address,
          addressType: 'SMTP',
        });
        expect(valueIn(row, PR_ORIGINAL_ENTRYID)).toEqual(valueIn(row, PR_ENTRYID));
        expect([valueIn(row, PR_SEARCH_KEY), valueIn(row, PR_ORIGINAL_SEARCH_KEY)]).toEqual([key, key]);
        expect(valueIn(row, PR_ORIGINAL_DISPLAY_NAME_W)).toBe(address);
        expect(valueIn(row, PR_REPORT_TIME)).not.toBeNull();
      }
      const [ann, bob] = rows as [AdrEntry, AdrEntry];
      expect([valueIn(ann, PR_DELIVER_TIME), valueIn(ann, PR_NDR_DIAG_CODE)]).toEqual([5n, null]);
      expect([valueIn(bob, PR_DELIVER_TIME), valueIn(bob, PR_NDR_DIAG_CODE)]).toEqual([
        null,
        MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN,
      ]);
    });
  });

  test('of what was not delivered hold the message, and in its recipients what became of those that it did not reach', async () => {
    await open(annAlone);
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['ann@example.org', 'bob@example.org']);
      await flush(session);
      using report = await reportOf(store, 'NDR');
      using attachment = await ok(report.OpenAttach(0, null, 0));
      using copy = (await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, 0))) as IMessage;
      const told = (await recipientsOf(copy)).map((row) =>
        [PR_EMAIL_ADDRESS_W, PR_NDR_REASON_CODE, PR_NDR_DIAG_CODE, PR_REPORT_TEXT_W].map((tag) =>
          valueIn(row, tag as PropTag),
        ),
      );
      expect(told).toEqual([
        ['ann@example.org', null, null, null],
        ['bob@example.org', 0, MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN, 'no such user'],
      ]);
    });
  });

  test('take a recipient by its address where the number of the row is that of another one, or of none', async () => {
    await open((row) => [
      ...annAlone(row).filter(([tag]) => tag !== PR_ROWID),
      ...(valueIn(row, PR_EMAIL_ADDRESS_W) === 'bob@example.org' ? [prop(PR_ROWID, 0)] : []),
    ]);
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['ann@example.org', 'bob@example.org']);
      await flush(session);
      using report = await reportOf(store, 'NDR');
      const [row] = await recipientsOf(report);
      expect(valueIn(row as AdrEntry, PR_DISPLAY_NAME_W)).toBe('bob@example.org');
    });
  });

  test('say for whom the message was sent and who first wrote it, and not when it came in: that is said of each recipient', async () => {
    await open(annAlone);
    await office.session(async (session, store) => {
      const represented = [
        prop(PR_SENT_REPRESENTING_NAME_W, 'The Board'),
        prop(PR_SENT_REPRESENTING_ADDRTYPE_W, 'SMTP'),
        prop(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, 'board@example.org'),
        prop(PR_ORIGINAL_AUTHOR_NAME_W, 'Carol'),
        prop(PR_MESSAGE_DELIVERY_TIME, 7n),
      ];
      await submit(store, 'Hi', ['ann@example.org', 'bob@example.org'], represented);
      await flush(session);
      for (const kind of ['DR', 'NDR'] as const) {
        using report = await reportOf(store, kind);
        const tags = [
          PR_ORIGINAL_SENT_REPRESENTING_NAME_W,
          PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE_W,
          PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS_W,
          PR_ORIGINAL_AUTHOR_NAME_W,
          PR_ORIGINAL_DELIVERY_TIME,
        ];
        expect(await values(report, tags)).toEqual(['The Board', 'SMTP', 'board@example.org', 'Carol', null]);
      }
    });
  });
});
