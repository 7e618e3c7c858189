import { afterEach, describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  FLUSH_DOWNLOAD,
  FLUSH_UPLOAD,
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  MAPI_CC,
  MAPI_MODIFY,
  MAPI_P1,
  MAPI_SUBMITTED,
  MAPI_TO,
  MSGFLAG_RESEND,
  MSGFLAG_UNSENT,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_BEGIN_OUTBOUND,
  NOTIFY_END_INBOUND,
  NOTIFY_END_INBOUND_FLUSH,
  NOTIFY_END_OUTBOUND,
  NOTIFY_END_OUTBOUND_FLUSH,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_RECIPIENT_TYPE,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';
import { recipientsOf, valueIn } from '../../../src/subsystem/submit/recipients.js';
import { useLedger } from '../../support/ledger.js';
import { flush, folderOf, PostOffice, testTransport } from './post-office.js';

const to = (name: string, type: number): readonly PropValue[] => [
  prop(PR_RECIPIENT_TYPE, type | 0),
  prop(PR_DISPLAY_NAME_W, name),
  prop(PR_ADDRTYPE_W, 'SMTP'),
  prop(PR_EMAIL_ADDRESS_W, `${name.toLowerCase()}@x.org`),
];

/** Submits a message with these recipients, and answers its recipients as they are when it was sent. */
async function sent(
  store: IMsgStore,
  recipients: readonly (readonly PropValue[])[],
  send: () => Promise<void>,
  flags = 0,
): Promise<readonly (readonly unknown[])[]> {
  const opened = await ok(store.OpenEntry(await folderOf(store, PR_IPM_OUTBOX_ENTRYID), IMAPIFolder, MAPI_MODIFY));
  using outbox = opened.lppUnk;
  let entryId: Uint8Array;
  {
    using message = await ok(outbox.CreateMessage(null, 0));
    await ok(message.SetProps([prop(PR_MESSAGE_FLAGS, MSGFLAG_UNSENT | flags)]));
    await ok(message.ModifyRecipients(0, recipients));
    await ok(message.SaveChanges(2));
    entryId = (await ok(message.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
    await ok(message.SubmitMessage(0));
  }
  await send();
  const { lppUnk } = await ok(store.OpenEntry(entryId, IMessage, 0));
  using message = lppUnk;
  return (await recipientsOf(message)).map((row) => [valueIn(row, PR_DISPLAY_NAME_W), valueIn(row, PR_RECIPIENT_TYPE)]);
}

describe('Where the pages of submission contradict each other', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  const asked: string[] = [];
  const taking = {
    submit: (all: readonly string[]) => {
      asked.push(...all);
      return all;
    },
  };

  test('PrepareSubmit: a message that is sent again goes to those who failed and to nobody else', async () => {
    asked.length = 0;
    office = await PostOffice.open(testTransport('ONE', taking));
    await office.session(async (session, store) => {
      const recipients = [to('Ann', MAPI_TO | MAPI_SUBMITTED), to('Bob', MAPI_CC | MAPI_SUBMITTED), to('Bob', MAPI_P1)];
      const rows = await sent(store, [...recipients, to('Cid', MAPI_TO)], () => flush(session), MSGFLAG_RESEND);
      expect(asked).toEqual(['bob@x.org', 'cid@x.org']);
      expect(rows).toEqual([
        ['Ann', MAPI_TO],
        ['Bob', MAPI_CC],
        ['Bob', MAPI_P1],
        ['Cid', MAPI_P1],
      ]);
    });
  });

  test('ExpandRecips: duplicates stay as the sender wrote them, and each address gets the message once', async () => {
    asked.length = 0;
    office = await PostOffice.open(testTransport('ONE', taking));
    await office.session(async (session, store) => {
      const recipients = [to('Ann', MAPI_CC), to('Bob', MAPI_TO), to('ANN', MAPI_TO)];
      const rows = await sent(store, recipients, () => flush(session));
      expect(asked).toEqual(['ann@x.org', 'bob@x.org']);
      expect(rows).toEqual([
        ['Ann', MAPI_CC],
        ['Bob', MAPI_TO],
        ['ANN', MAPI_TO],
      ]);
    });
  });

  test('FlushQueues: FLUSH_UPLOAD sends, FLUSH_DOWNLOAD fetches; TransportNotify: each end ends its own beginning', async () => {
    const log: string[] = [];
    office = await PostOffice.open(testTransport('ONE', taking, log));
    const told = (flag: number) => log.filter((line) => line === `TransportNotify ${flag}`).length;
    await office.session(async (session) => {
      await flush(session, FLUSH_UPLOAD);
      expect([told(NOTIFY_END_OUTBOUND_FLUSH), told(NOTIFY_END_INBOUND_FLUSH)]).toEqual([1, 0]);
      await flush(session, FLUSH_DOWNLOAD);
      expect([told(NOTIFY_END_OUTBOUND_FLUSH), told(NOTIFY_END_INBOUND_FLUSH)]).toEqual([1, 1]);
      expect([told(NOTIFY_BEGIN_INBOUND), told(NOTIFY_BEGIN_OUTBOUND)]).toEqual([1, 1]);
    });
    expect(told(NOTIFY_END_INBOUND | NOTIFY_END_OUTBOUND)).toBe(1);
  });
});
