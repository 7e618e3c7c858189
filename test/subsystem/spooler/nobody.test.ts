import { afterEach, describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  KEEP_OPEN_READWRITE,
  MAPI_E_CALL_FAILED,
  MAPI_E_NOT_ME,
  MAPI_E_WAIT,
  MAPI_TO,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_RECIPIENT_TYPE,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { recipientsOf, valueIn } from '../../../src/subsystem/submit/recipients.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { compose, recipient, submitted } from '../../support/store-programs/client.js';
import { column, flush, folderOf, inboxOf, PostOffice, refusal, submit, testTransport } from './post-office.js';

describe('Recipients that nobody can send to', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  test('an address type that no transport carries is told in the report, and the others get their copy', async () => {
    const taken: string[] = [];
    office = await PostOffice.open(testTransport('MAILS', { types: ['SMTP'], submit: (all) => taking(taken, all) }));
    await office.session(async (session, store) => {
      await submit(store, 'mixed', ['a@x.org', 'X500:nobody']);
      await submit(store, 'behind it', ['b@x.org']);
      await flush(session);
      expect(taken.sort()).toEqual(['a@x.org', 'b@x.org']);
      const [report, ...more] = await reports(store);
      expect(more).toEqual([]);
      expect(report).toMatchObject({ subject: 'Undeliverable: mixed', messageClass: 'REPORT.IPM.Note.NDR' });
      expect(report?.body).toContain('No transport of the profile takes addresses of the type X500.');
      expect(report?.body).not.toContain('a@x.org');
    });
  });

  test('declined by all that could: the report says by whom, and what was said', async () => {
    const declines = () => {
      throw refusal(MAPI_E_NOT_ME);
    };
    office = await PostOffice.open(
      testTransport('ONE', { types: ['SMTP'], submit: declines }),
      testTransport('TWO', { types: ['SMTP'], submit: () => [] }),
    );
    await office.session(async (session, store) => {
      await submit(store, 'declined', ['a@x.org']);
      await flush(session);
      const [report] = await reports(store);
      expect(report?.body).toContain(
        'No transport of the profile has sent it; declined by ONE (MAPI_E_NOT_ME: as the test says), TWO.',
      );
    });
  });

  test('taken out of the message by a transport: reported all the same, and others get their copy', async () => {
    provokes(/ONE has taken 3 recipients out of a message; they were put back/);
    const taken: string[] = [];
    const emptied = async (_asked: readonly string[], _subject: string, message: IMessage) => {
      await ok(message.ModifyRecipients(0, []));
      return [];
    };
    office = await PostOffice.open(
      testTransport('ONE', { types: ['FAX'], submit: emptied }),
      testTransport('TWO', { types: ['SMTP'], submit: (all) => taking(taken, all) }),
    );
    await office.session(async (session, store) => {
      await submit(store, 'emptied', ['FAX:1', 'a@x.org', 'FAX:2']);
      await flush(session);
      const [report, ...more] = await reports(store);
      expect(more).toEqual([]);
      expect(report?.body).toMatch(/1\s+.*declined by ONE\.[\s\S]*2\s+.*declined by ONE\./);
      expect(taken).toEqual(['a@x.org']);
      expect(await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W)).toEqual(['emptied']);
    });
  });

  test('taken out by the transport that is asked second, while the first wants the message later: nobody counts as sent', async () => {
    provokes(/TWO has taken 2 recipients out of a message; they were put back/);
    office = await PostOffice.open(
      testTransport('ONE', {
        types: ['FAX'],
        submit: () => {
          throw refusal(MAPI_E_WAIT);
        },
      }),
      testTransport('TWO', {
        types: ['SMTP'],
        submit: async (_asked, _subject, message) => {
          await ok(message.ModifyRecipients(0, []));
          return [];
        },
      }),
    );
    await office.session(async (session, store) => {
      await submit(store, 'emptied', ['FAX:1', 'a@x.org']);
      await flush(session);
      const [report, ...more] = await reports(store);
      expect(more).toEqual([]);
      expect(report?.body).toMatch(/a@x\.org\s+.*declined by TWO\./);
      expect(await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W)).toEqual(['emptied']);
    });
  });

  test('taken out of the message by a transport that saves it and fails: they wait', async () => {
    provokes(/ONE has taken 1 recipients out of a message/, /ONE failed on a message with E_FAIL/);
    office = await PostOffice.open(
      testTransport('ONE', {
        submit: async (_asked, _subject, message) => {
          await ok(message.ModifyRecipients(0, []));
          await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
          throw refusal(MAPI_E_CALL_FAILED);
        },
      }),
    );
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'emptied', ['a@x.org']);
      await flush(session);
      using message = (await ok(store.OpenEntry(entryId, IMessage, 0))).lppUnk;
      expect((await recipientsOf(message)).map((row) => valueIn(row, PR_EMAIL_ADDRESS_W))).toEqual(['a@x.org']);
    });
  });

  test('an unresolved recipient: the report says that nobody knows an address', async () => {
    const taken: string[] = [];
    office = await PostOffice.open(testTransport('MAILS', { types: ['SMTP'], submit: (all) => taking(taken, all) }));
    await office.session(async (session, store) => {
      const unresolved = [prop(PR_RECIPIENT_TYPE, MAPI_TO), prop(PR_DISPLAY_NAME_W, 'Somebody')];
      using message = await compose(store, 'to somebody', [unresolved, recipient('a@x.org')]);
      await submitted(message);
      await flush(session);
      expect(taken).toEqual(['a@x.org']);
      const [report] = await reports(store);
      expect(report?.subject).toBe('Undeliverable: to somebody');
      expect(report?.body).toContain('Somebody');
      expect(report?.body).toContain('The recipient was not resolved: nobody knows an address.');
      expect(await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W)).toEqual([]);
      expect(await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W)).toEqual([
        'to somebody',
      ]);
    });
  });
});

async function reports(store: IMsgStore) {
  using inbox = (await ok(store.OpenEntry(await inboxOf(store), IMAPIFolder, 0))).lppUnk;
  using table = await ok(inbox.GetContentsTable());
  await ok(table.SetColumns([PR_ENTRYID]));
  const rows = await ok(table.QueryRows(10));
  const found: {
    readonly subject: string | null;
    readonly messageClass: string | null;
    readonly body: string | null;
  }[] = [];
  for (const row of rows) {
    using message = (await ok(store.OpenEntry(row.get(PR_ENTRYID), IMessage, 0))).lppUnk;
    const [subject, messageClass, body] = await ok(
      message.GetProps([PR_SUBJECT_W, PR_MESSAGE_CLASS_W, PR_BODY_W] as const),
    );
    found.push({ subject, messageClass, body });
  }
  return found;
}

/** Takes all that it is asked for, and notes them. */
function taking(taken: string[], all: readonly string[]): readonly string[] {
  taken.push(...all);
  return all;
}
