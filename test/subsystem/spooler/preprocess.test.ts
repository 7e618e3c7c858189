import { afterEach, describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../src/com/index.js';
import {
  type AdrEntry,
  type IAddrBook,
  type IMAPIFolder,
  type IMAPISession,
  type IMessage,
  MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN,
  MAPI_E_CALL_FAILED,
  MODRECIP_ADD,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_NDR_DIAG_CODE,
  PR_PREPROCESS,
  PR_REPORT_TEXT_W,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PREPROCESSMESSAGE,
  prop,
} from '../../../src/mapi/index.js';
import { registerSpoolerLibrary } from '../../../src/subsystem/index.js';
import { recipientsOf } from '../../../src/subsystem/submit/recipients.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { recipient } from '../../support/store-programs/client.js';
import { column, flush, folderOf, inboxOf, PostOffice, submit, testTransport } from './post-office.js';

describe('Preprocessors', () => {
  useLedger();
  let office: PostOffice;
  let undo: () => void = () => undefined;
  afterEach(() => {
    office.close();
    undo();
  });

  /** What was offered to the transport: each message, and to whom. */
  let sent: string[] = [];

  /** A profile whose transport has all mail to SMTP addresses preprocessed. */
  async function open(preprocess: PREPROCESSMESSAGE | null): Promise<void> {
    sent = [];
    undo = registerSpoolerLibrary('PREPROCESSORS', preprocess === null ? {} : { Preprocess: preprocess });
    office = await PostOffice.open(
      testTransport('XP1', {
        submit: (asked, subject) => {
          sent.push(`${subject} to ${asked.join(', ')}`);
          return asked;
        },
        loggedOn: (support) => ok(support.RegisterPreprocessor(null, 'SMTP', 'PREPROCESSORS', 'Preprocess', null, 0)),
      }),
    );
  }

  /** Makes a message to somebody in a folder, as a preprocessor does: neither saved nor submitted. */
  async function further(folder: IMAPIFolder, message: IMessage, to: readonly AdrEntry[]): Promise<IMessage> {
    const row = await ok(message.GetProps([PR_SUBJECT_W, PR_SENTMAIL_ENTRYID], 0));
    const made = await ok(folder.CreateMessage(null, 0));
    await ok(
      made.SetProps([
        prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
        prop(PR_SUBJECT_W, `cover of ${row.get(PR_SUBJECT_W)}`),
        prop(PR_SENTMAIL_ENTRYID, row.get(PR_SENTMAIL_ENTRYID) as Uint8Array),
      ]),
    );
    if (to.length > 0) await ok(made.ModifyRecipients(MODRECIP_ADD, to));
    return made;
  }

  test('of a transport are called for the messages alone that it will handle, not for those of one before it', async () => {
    const ran: string[] = [];
    const answer = [S_OK, { lpppMessage: [], lppRecipList: null }] as const;
    const named = (name: string) => async () => {
      ran.push(name);
      return answer;
    };
    undo = registerSpoolerLibrary('PREPROCESSORS', { First: named('first'), Second: named('second') });
    const transport = (name: string, entry: string, types: readonly string[]) =>
      testTransport(name, {
        submit: (asked) => asked,
        types,
        // For any recipient, of those that come to this transport.
        loggedOn: (support) => ok(support.RegisterPreprocessor(null, null, 'PREPROCESSORS', entry, null, 0)),
      });
    office = await PostOffice.open(transport('XP1', 'First', ['SMTP']), transport('XP2', 'Second', ['SMTP', 'FAX']));
    await office.session(async (session, store) => {
      await submit(store, 'mail', ['ann@example.org']);
      await flush(session);
      expect(ran.splice(0)).toEqual(['first']);
      await submit(store, 'fax', ['FAX:555']);
      await flush(session);
      expect(ran.splice(0)).toEqual(['second']);
      await submit(store, 'both', ['FAX:555', 'ann@example.org']);
      await flush(session);
      expect(ran.splice(0).sort()).toEqual(['first', 'second']);
    });
  });

  test('are given the session, the address book and the folder of the message', async () => {
    const seen: unknown[] = [];
    await open(async (session: IMAPISession, message: IMessage, book: IAddrBook, folder: IMAPIFolder) => {
      const [inbox] = await ok(folder.GetProps([PR_ENTRYID], 0));
      seen.push(
        (await session.QueryIdentity())[0] >= 0,
        (await ok(message.GetProps([PR_PREPROCESS], 0))).get(PR_PREPROCESS),
        (await book.CreateOneOff('Ann', 'SMTP', 'ann@example.org', 0))[0],
        inbox,
      );
      return [S_OK, { lpppMessage: [], lppRecipList: null }];
    });
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['ann@example.org']);
      await flush(session);
      expect(seen).toEqual([true, true, S_OK, await folderOf(store, PR_IPM_OUTBOX_ENTRYID)]);
    });
  });

  test('may make further messages: each is sent as they made it, once, and is not preprocessed itself', async () => {
    let ran = 0;
    await open(async (_session, message, _book, folder) => {
      ran++;
      const pages = [recipient('ann@example.org'), recipient('bob@example.org')];
      const made = [];
      for (const page of pages) made.push(await further(folder, message, [page]));
      return [S_OK, { lpppMessage: made, lppRecipList: null }];
    });
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['ann@example.org']);
      await flush(session);
      await flush(session);
      expect(ran).toBe(1);
      expect(sent.sort()).toEqual([
        'Hi to ann@example.org',
        'cover of Hi to ann@example.org',
        'cover of Hi to bob@example.org',
      ]);
      const subjects = await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W);
      expect([...subjects].sort()).toEqual(['Hi', 'cover of Hi', 'cover of Hi']);
      expect(await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W)).toEqual([]);
    });
  });

  test('that make a message nobody can send: it stays as a draft, and the one it was made for goes', async () => {
    provokes(/a message that a preprocessor has made could not be submitted: .*NO_RECIPIENTS/);
    await open(async (_session, message, _book, folder) => [
      S_OK,
      { lpppMessage: [await further(folder, message, [])], lppRecipList: null },
    ]);
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['ann@example.org']);
      await flush(session);
      expect(sent).toEqual(['Hi to ann@example.org']);
      expect(await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W)).toEqual(['cover of Hi']);
    });
  });

  test('may have made no list of messages at all: what else they say counts', async () => {
    await open(async (_session, message) => {
      const lppRecipList = (await recipientsOf(message)).slice(0, 1);
      return [S_OK, { lpppMessage: null as never, lppRecipList }];
    });
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['lost@example.org', 'ann@example.org']);
      await flush(session);
      expect(sent).toEqual(['Hi to ann@example.org']);
    });
  });

  test('may name recipients that are not reached: a report says so, the others get the message', async () => {
    await open(async (_session, message) => {
      const lost = (await recipientsOf(message)).slice(0, 1);
      const why = [prop(PR_NDR_DIAG_CODE, MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN), prop(PR_REPORT_TEXT_W, 'no such fax')];
      return [S_OK, { lpppMessage: [], lppRecipList: lost.map((row) => [...row, ...why]) }];
    });
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['lost@example.org', 'ann@example.org']);
      await flush(session);
      expect(sent).toEqual(['Hi to ann@example.org']);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(['Undeliverable: Hi']);
      expect(await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W)).toEqual(['Hi']);
    });
  });

  test.each([
    {
      what: 'fail',
      said: /Preprocess of PREPROCESSORS answered E_FAIL/,
      preprocess: async () => [MAPI_E_CALL_FAILED, null] as const,
    },
    {
      what: 'throw',
      said: /Preprocess of PREPROCESSORS threw/,
      preprocess: () => {
        throw new Error('as the test says');
      },
    },
    {
      what: 'answer nothing',
      said: /Preprocess of PREPROCESSORS threw/,
      preprocess: (async () => undefined) as never,
    },
    { what: 'are not there', said: /PREPROCESSORS has no function Preprocess/, preprocess: null },
  ])('that $what: the message goes as it is', async ({ said, preprocess }) => {
    provokes(said);
    await open(preprocess);
    await office.session(async (session, store) => {
      await submit(store, 'Hi', ['ann@example.org']);
      await flush(session);
      expect(sent).toEqual(['Hi to ann@example.org']);
    });
  });
});
