import { setTimeout } from 'node:timers/promises';
import { ok } from '../../src/com/index.js';
import {
  type EntryId,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  type IMAPISession,
  IMAPIStatus,
  MAPI_SPOOLER,
  MAPI_UNICODE,
  PR_CONTENT_COUNT,
  PR_ENTRYID,
  PR_RESOURCE_TYPE,
} from '../../src/mapi/index.js';
import { type SpoolContender, type SpoolSetup, submitters } from './contender.js';
import { Desk, makeProfile } from './house.js';
import { Submitters } from './submitting.js';

/** What was submitted beforehand leaves; the clock runs from MAPILogonEx to the empty queue. */
export async function openSpooling(setup: SpoolSetup): Promise<SpoolContender> {
  await makeProfile(setup);
  const office = new Office(await Submitters.open(submitters));
  return {
    prepare: (count) => office.submitters.submit(count),
    async round(count) {
      office.spooler = await Desk.open(true);
      await flush(office.spooler.session);
      return count;
    },
    async check() {
      const sent = await office.close();
      if (office.sent !== office.submitters.submitted)
        throw new Error(`${office.sent} letters were sent of ${office.submitters.submitted}`);
      return sent;
    },
  };
}

/** So many messages wait from beginning to end: the clock runs from MAPILogonEx until enough of them have left. */
export async function openBacklog(setup: SpoolSetup, waiting: number): Promise<SpoolContender> {
  await makeProfile(setup);
  const office = new Office(await Submitters.open(submitters));
  /** Fills up what has left. */
  const fill = async (): Promise<void> => {
    const left = waiting + (await office.countSent()) - office.submitters.submitted;
    if (left > 0) await office.submitters.submit(left);
  };
  return {
    prepare: fill,
    async round(count) {
      const before = await office.countSent();
      office.spooler = await Desk.open(true);
      for (;;) {
        const sent = (await office.countSent()) - before;
        if (sent >= count) return sent;
        await fill();
        await setTimeout(5);
      }
    },
    check: () => office.close(),
  };
}

/** The sessions that submit, and the one that sends. */
class Office {
  readonly submitters: Submitters;
  spooler: Desk | null = null;
  /** Letters sent up to the last check. */
  sent = 0;

  constructor(all: Submitters) {
    this.submitters = all;
  }

  /** Letters in Sent Items. */
  async countSent(): Promise<number> {
    const [desk] = this.submitters.desks as readonly [Desk];
    const [count] = await ok(desk.sent.GetProps([PR_CONTENT_COUNT], 0));
    return count as number;
  }

  /** Has the spooler finish what is on its way; answers how many letters have left since the last time. */
  async close(): Promise<number> {
    await this.spooler?.close();
    this.spooler = null;
    const before = this.sent;
    this.sent = await this.countSent();
    const [desk] = this.submitters.desks as readonly [Desk];
    using queue = await ok(desk.store.GetOutgoingQueue(0));
    const queued = await ok(queue.GetRowCount(0));
    const [there] = await ok(desk.outbox.GetProps([PR_CONTENT_COUNT], 0));
    const due = this.submitters.submitted - this.sent;
    if (queued !== due || there !== due)
      throw new Error(`${queued} letters wait and ${String(there)} lie in the Outbox instead of ${due}`);
    return this.sent - before;
  }
}

async function flush(session: IMAPISession): Promise<void> {
  using table = await ok(session.GetStatusTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_RESOURCE_TYPE], 0));
  const row = (await ok(table.QueryRows(20, 0))).find(([, type]) => type === MAPI_SPOOLER);
  using spooler = (await ok(session.OpenEntry(row?.[0] as EntryId, IMAPIStatus, 0))).lppUnk;
  await ok(spooler.FlushQueues(0, null, FLUSH_UPLOAD | FLUSH_NO_UI));
}
