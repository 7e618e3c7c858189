import { readdirSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  fnevObjectCreated,
  IAttach,
  IMessage,
  MAPI_MODIFY,
  PR_ENTRYID,
  PR_SUBJECT_W,
  prop,
} from '../../../../src/mapi/index.js';
import { openStore } from '../../../../src/providers/store/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, messageOf, newPath, newStore, post, propOf, recipient } from '../mailbox/stores.js';
import { Ear } from './sinks.js';

useLedger();

const linux = process.platform === 'linux';

/** The open files of this process that lie in a folder. */
function openIn(folder: string): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`);
      return target.startsWith(folder) ? [target] : [];
    } catch (error) {
      // The handle that read the list is gone already.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });
}

describe.runIf(linux)('The files of a store', () => {
  test('are closed after the last release of anything of it, in whatever order, and its log is gone', async () => {
    const path = newPath();
    const folder = dirname(path);
    {
      const store = await newStore(path);
      using other = await openStore(path);
      const inbox = await inboxOf(store);
      const table = await ok(inbox.GetContentsTable());
      const message = await messageOf(store, await post(inbox, 'one'), MAPI_MODIFY);
      const { lppAttach } = await ok(message.CreateAttach(IAttach));
      const ear = new Ear();
      await ear.on(store, null, fnevObjectCreated);
      expect(openIn(folder).length).toBeGreaterThan(0);
      // The store first: what was opened from it keeps the file.
      store.Release();
      expect(await propOf(message, PR_SUBJECT_W)).toBe('one');
      for (const pointer of [table, inbox, lppAttach, message]) pointer.Release();
      using again = await inboxOf(other);
      expect(await propOf(again, PR_ENTRYID)).toBeDefined();
    }
    await vi.waitFor(() => expect(openIn(folder)).toEqual([]), 15_000);
    expect(readdirSync(folder)).toEqual(['mail.store']);
  });

  test('are closed after an opening that failed', async () => {
    const path = newPath();
    {
      using store = await newStore(path);
      expect(store).toBeDefined();
    }
    await vi.waitFor(() => expect(openIn(dirname(path))).toEqual([]), 15_000);
    await expect(openStore(path, { mode: 'create' })).rejects.toMatchObject({ name: 'ComError' });
    expect(openIn(dirname(path))).toEqual([]);
  });
});

describe('A thousand openings and saves', () => {
  test('leave the heap as high as it was', async () => {
    const collect = globalThis.gc;
    if (!collect) throw new Error('the tests run with --expose-gc');
    using store = await newStore();
    using inbox = await inboxOf(store);
    const entryId = await post(inbox, 'one');
    const round = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n++) {
        using message = await messageOf(store, entryId);
        await ok(message.SetProps([prop(PR_SUBJECT_W, `subject ${n}`)]));
        await ok(message.ModifyRecipients(0, [recipient('Ann')]));
        await ok(message.SaveChanges());
        using fresh = await ok(inbox.CreateMessage(IMessage));
        await ok(fresh.SetProps([prop(PR_SUBJECT_W, 'never saved')]));
      }
    };
    const heap = async (): Promise<number> => {
      for (let turn = 0; turn < 4; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
        collect();
      }
      return process.memoryUsage().heapUsed;
    };
    await round(300);
    const before = await heap();
    await round(1000);
    const grown = (await heap()) - before;
    // Two thousand objects that were kept would be several megabytes.
    expect(grown / 2 ** 20).toBeLessThan(1.5);
  }, 60_000);
});
