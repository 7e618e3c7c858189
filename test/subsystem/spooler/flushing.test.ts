import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  FLUSH_DOWNLOAD,
  type IMAPISupport,
  MAPI_E_WAIT,
  NOTIFY_END_INBOUND_FLUSH,
  NOTIFY_END_OUTBOUND_FLUSH,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_STATUS_CODE,
  PR_SUBJECT_W,
  prop,
  STATUS_AVAILABLE,
  STATUS_INBOUND_FLUSH,
  STATUS_OUTBOUND_FLUSH,
  STATUSROW_UPDATE,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { column, flush, folderOf, inboxOf, PostOffice, refusal, submit, testTransport } from './post-office.js';

/** Machines may be slow. */
const patience = { timeout: 10_000 };

describe('A transport whose status row says that its queues are to be flushed', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  test('has them flushed: STATUS_OUTBOUND_FLUSH sends what waits, STATUS_INBOUND_FLUSH fetches, each once', async () => {
    const log: string[] = [];
    const waiting: string[] = [];
    let up = false;
    let support: IMAPISupport | null = null;
    office = await PostOffice.open(
      testTransport(
        'XP1',
        {
          submit: (asked) => {
            if (!up) throw refusal(MAPI_E_WAIT);
            return asked;
          },
          seconds: 3600,
          incoming: async (message) => {
            const subject = waiting.shift();
            if (subject !== undefined) await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
            return subject !== undefined;
          },
          loggedOn: async (mine) => {
            support = mine;
          },
        },
        log,
      ),
    );
    await office.session(async (session, store) => {
      await submit(store, 'out', ['ann@example.org']);
      await flush(session);
      const shows = async (bits: number) => {
        const code = prop(PR_STATUS_CODE, STATUS_AVAILABLE | bits);
        await ok((support as unknown as IMAPISupport).ModifyStatusRow([code], STATUSROW_UPDATE));
      };
      const sent = async () => column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W);
      const inbox = async () => column(store, await inboxOf(store), PR_SUBJECT_W);
      expect(await sent()).toEqual([]);
      up = true;
      log.length = 0;
      await shows(STATUS_OUTBOUND_FLUSH);
      await vi.waitFor(() => expect(log).toContain(`TransportNotify ${NOTIFY_END_OUTBOUND_FLUSH}`), patience);
      expect(log).toEqual([
        'FlushQueues',
        'SubmitMessage 0 out',
        'EndMessage 7',
        `TransportNotify ${NOTIFY_END_OUTBOUND_FLUSH}`,
      ]);
      expect(await sent()).toEqual(['out']);
      // A bit that stays is no new wish.
      waiting.push('in');
      log.length = 0;
      await shows(STATUS_OUTBOUND_FLUSH | STATUS_INBOUND_FLUSH);
      await vi.waitFor(() => expect(log).toContain(`TransportNotify ${NOTIFY_END_INBOUND_FLUSH}`), patience);
      expect(log.filter((line) => line !== 'StartMessage')).toEqual([
        'FlushQueues',
        `TransportNotify ${NOTIFY_END_INBOUND_FLUSH}`,
      ]);
      expect(await inbox()).toEqual(['in']);
    });
  });

  test('gets nothing of a flush that it does not take part in: its messages wait as long as they were to', async () => {
    const log: string[] = [];
    let answer: 'wait' | 'send' = 'wait';
    let shows = 0;
    let support: IMAPISupport | null = null;
    const show = async (bits: number) => {
      const code = prop(PR_STATUS_CODE, STATUS_AVAILABLE | bits);
      await ok((support as unknown as IMAPISupport).ModifyStatusRow([code], STATUSROW_UPDATE));
    };
    office = await PostOffice.open(
      testTransport(
        'XP1',
        {
          submit: (asked) => {
            if (answer === 'wait') throw refusal(MAPI_E_WAIT);
            return asked;
          },
          seconds: 3600,
          loggedOn: async (mine) => {
            support = mine;
          },
          flushed: () => show(shows),
          notified: async (flags) => {
            if ((flags & NOTIFY_END_OUTBOUND_FLUSH) !== 0) await show(0);
          },
        },
        log,
      ),
      testTransport('XP2', { submit: (asked) => asked, types: ['FAX'] }),
    );
    await office.session(async (session, store) => {
      const sent = async () => column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W);
      const offered = () => log.filter((line) => line.startsWith('SubmitMessage'));
      shows = STATUS_OUTBOUND_FLUSH;
      await submit(store, 'mail', ['ann@example.org']);
      await flush(session);
      expect(await sent()).toEqual([]);
      // It knows the bit, and does not show it this time; the other one never does, and has its queue flushed.
      answer = 'send';
      shows = 0;
      log.length = 0;
      await submit(store, 'fax', ['FAX:555']);
      await flush(session);
      expect([await sent(), offered()]).toEqual([['fax'], []]);
      shows = STATUS_OUTBOUND_FLUSH;
      await flush(session);
      expect(offered()).toEqual(['SubmitMessage 0 mail']);
      expect([...(await sent())].sort()).toEqual(['fax', 'mail']);
    });
  });

  test('that stops while it sends: FlushQueues comes back, and what is submitted afterwards goes its usual way', async () => {
    const log: string[] = [];
    let support: IMAPISupport | null = null;
    const show = async (bits: number) => {
      const code = prop(PR_STATUS_CODE, STATUS_AVAILABLE | bits);
      await ok((support as unknown as IMAPISupport).ModifyStatusRow([code], STATUSROW_UPDATE));
    };
    let up = false;
    office = await PostOffice.open(
      testTransport(
        'XP1',
        {
          submit: async (asked) => {
            if (!up) throw refusal(MAPI_E_WAIT);
            await show(0);
            return asked;
          },
          seconds: 3600,
          loggedOn: async (mine) => {
            support = mine;
          },
          flushed: () => show(STATUS_OUTBOUND_FLUSH),
        },
        log,
      ),
    );
    await office.session(async (session, store) => {
      await submit(store, 'first', ['ann@example.org']);
      await flush(session);
      up = true;
      log.length = 0;
      await flush(session);
      expect(log).toEqual([
        'FlushQueues',
        'SubmitMessage 0 first',
        'EndMessage 7',
        `TransportNotify ${NOTIFY_END_OUTBOUND_FLUSH}`,
      ]);
      log.length = 0;
      await submit(store, 'second', ['ann@example.org']);
      await vi.waitFor(() => expect(log).toEqual(['SubmitMessage 0 second', 'EndMessage 7']), patience);
    });
  });

  test('that has more, and stops fetching: what it has filled is kept, and no further message is opened for it', async () => {
    const log: string[] = [];
    let support: IMAPISupport | null = null;
    const show = async (bits: number) => {
      const code = prop(PR_STATUS_CODE, STATUS_AVAILABLE | bits);
      await ok((support as unknown as IMAPISupport).ModifyStatusRow([code], STATUSROW_UPDATE));
    };
    office = await PostOffice.open(
      testTransport(
        'XP1',
        {
          submit: (asked) => asked,
          loggedOn: async (mine) => {
            support = mine;
          },
          flushed: () => show(STATUS_INBOUND_FLUSH),
          incoming: async (message) => {
            await ok(message.SetProps([prop(PR_SUBJECT_W, 'in')]));
            await show(0);
            return true;
          },
        },
        log,
      ),
    );
    await office.session(async (session, store) => {
      await flush(session, FLUSH_DOWNLOAD);
      expect(log.slice(-3)).toEqual(['FlushQueues', 'StartMessage', `TransportNotify ${NOTIFY_END_INBOUND_FLUSH}`]);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(['in']);
    });
  });
});
