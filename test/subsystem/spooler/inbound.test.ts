import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ComError, ok, S_OK } from '../../../src/com/index.js';
import {
  CLEAR_READ_FLAG,
  type EntryId,
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_MODIFY,
  MAPI_UNICODE,
  MSGFLAG_READ,
  PR_MESSAGE_FLAGS,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  prop,
  SUPPRESS_RECEIPT,
} from '../../../src/mapi/index.js';
import { openStore } from '../../../src/providers/store/index.js';
import { receive } from '../../../src/subsystem/spooler/inbound.js';
import { Receiving } from '../../../src/subsystem/spooler/receiving.js';
import type { TransportSession } from '../../../src/subsystem/spooler/transport.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';

const folder = mkdtempSync(join(tmpdir(), 'comail-inbound-'));
let store: IMsgStore;
beforeAll(async () => {
  store = await openStore(join(folder, 'mail.store'), { mode: 'create' });
});
afterAll(() => {
  store.Release();
  rmSync(folder, { recursive: true, force: true });
});

useLedger();

/** A transport with these messages, which names nobody but the sender. */
function transport(...subjects: string[]): TransportSession {
  const start = async (message: IMessage) => {
    const subject = subjects.shift();
    if (subject === undefined) return S_OK;
    await ok(message.SetProps([prop(PR_SUBJECT_W, subject), prop(PR_SENDER_NAME_W, 'Ann')]));
    await ok(message.SaveChanges(0));
    return S_OK;
  };
  return { name: 'a test', start } as unknown as TransportSession;
}

/** The store, in which somebody does something to a message that came in as soon as the spooler has opened it. */
const meddled = (meddle: (entryId: EntryId) => Promise<void>): IMsgStore =>
  new Proxy(store, {
    get(target, name) {
      const method = Reflect.get(target, name, target);
      if (name !== 'OpenEntry') return typeof method === 'function' ? method.bind(target) : method;
      return async (entryId: EntryId, iid: typeof IMessage, flags: number) => {
        const opened = await target.OpenEntry(entryId, iid, flags);
        if ((iid as { guid: string }).guid === IMessage.guid) await meddle(entryId);
        return opened;
      };
    },
  });

async function mark(entryId: EntryId, flag: number): Promise<void> {
  using message = (await ok(store.OpenEntry(entryId, IMessage, MAPI_MODIFY))).lppUnk;
  await ok(message.SetReadFlag(flag));
}

async function inbox() {
  const { lppEntryID } = await ok(store.GetReceiveFolder('', MAPI_UNICODE));
  using place = (await ok(store.OpenEntry(lppEntryID, IMAPIFolder, MAPI_MODIFY))).lppUnk;
  using table = await ok(place.GetContentsTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_SUBJECT_W, PR_SENT_REPRESENTING_NAME_W, PR_MESSAGE_FLAGS]));
  return (await ok(table.QueryRows(100, 0))).map(([subject, from, flags]) => [
    subject,
    from,
    ((flags as number) & MSGFLAG_READ) !== 0,
  ]);
}

const host = { hook: async () => 'go on' as const, over: () => false };

describe('a message that comes in', () => {
  test('is completed although somebody marks it as read meanwhile, and stays read', async () => {
    let marked = 0;
    const shared = meddled(async (entryId) => {
      if (marked++ === 0) await mark(entryId, SUPPRESS_RECEIPT);
    });
    expect(await receive(shared, transport('one', 'two'), host)).toBe(2);
    expect((await inbox()).sort()).toEqual([
      ['one', 'Ann', true],
      ['two', 'Ann', false],
    ]);
    expect(marked).toBe(3);
  });

  test('is given up when somebody changes it again and again', async () => {
    let marked = 0;
    const shared = meddled((entryId) => mark(entryId, marked++ % 2 === 0 ? SUPPRESS_RECEIPT : CLEAR_READ_FLAG));
    await expect(receive(shared, transport('three'), host)).rejects.toMatchObject({ hr: MAPI_E_OBJECT_CHANGED });
    expect(marked).toBe(10);
  });

  test('that a transport tells of, when the profile is gone from under the session, is a line in the log', async () => {
    provokes(/a test could not be asked for its mail/);
    let asked: () => void = () => undefined;
    const told = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const receiving = new Receiving({
      transports: [],
      get inbox(): IMsgStore {
        asked();
        throw new ComError(MAPI_E_OBJECT_DELETED, 'the profile was deleted');
      },
      hook: host.hook,
    });
    receiving.soon(transport());
    await told;
    await new Promise((resolve) => setImmediate(resolve));
    await receiving.close();
  });
});
