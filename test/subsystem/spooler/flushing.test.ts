import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
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
});
