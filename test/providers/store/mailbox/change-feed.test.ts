import { afterEach, describe, expect, test, vi } from 'vitest';
import { setLog } from '../../../../src/base/index.js';
import { ChangeFeed } from '../../../../src/providers/store/mailbox/change-feed.js';
import type { LoggedChange } from '../../../../src/providers/store/sql/index.js';
import { newStore, openAgain, p, tags } from '../sql/fixture.js';

const realSetTimeout = setTimeout;

const feeds: ChangeFeed[] = [];

afterEach(() => {
  for (const feed of feeds.splice(0)) feed.close();
  vi.useRealTimers();
  setLog(null);
});

/** Waits with the real clock until something is so, however long it takes. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds(); turn++) {
    if (turn > 1500) throw new Error('it did not come');
    await new Promise((resolve) => realSetTimeout(resolve, 10));
  }
}

/** A store that two have open, and what the feed of the first one tells. */
async function watched(watch?: (file: string, written: () => void) => () => void) {
  const { store, inbox } = await newStore();
  const other = await openAgain(store.file);
  const feed = watch ? new ChangeFeed(store, watch) : new ChangeFeed(store);
  feeds.push(feed);
  const heard: LoggedChange[] = [];
  const end = feed.listen((batch) => heard.push(...(batch ?? [])));
  const post = (subject: string) =>
    other.write('message.save', { id: null, folder: inbox, changes: { set: [p(tags.subject, subject)] } });
  return { store, inbox, other, feed, heard, end, post };
}

describe('A feed of changes', () => {
  test('hears of other connections by looking from time to time where nothing can be watched', async () => {
    const { heard, end, post } = await watched(() => () => undefined);
    const first = await post('one');
    await until(() => heard.length === 1);
    const second = await post('two');
    await until(() => heard.length === 2);
    expect(heard.map(({ id }) => id)).toEqual([first.id, second.id]);
    end();
  });

  test('hears of them by the watch alone', async () => {
    // The clock that looks from time to time stands still.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { heard, end, post } = await watched();
    const first = await post('one');
    await until(() => heard.length === 1);
    const second = await post('two');
    await until(() => heard.length === 2);
    expect(heard.map(({ id }) => id)).toEqual([first.id, second.id]);
    end();
  });

  test('tells a watch that fails once, and goes on looking', async () => {
    const warned: string[] = [];
    setLog({ error: () => undefined, warn: (message) => void warned.push(message) });
    const { watchFile } = await import('../../../../src/providers/store/mailbox/file-watch.js');
    watchFile('/no/such/folder/mail.store', () => undefined)();
    expect(warned).toEqual([expect.stringContaining('cannot be watched')]);
  });

  test('reads what happened in pieces, all of it, in order and once', async () => {
    const { heard, end, other, inbox } = await watched();
    const many = Array.from({ length: 2300 }, () => ({
      name: 'message.save' as const,
      args: { id: null, folder: inbox },
    }));
    await other.writeAll(many);
    await until(() => heard.length >= 2300);
    const seqs = heard.map(({ seq }) => seq);
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    expect(seqs.length).toBe(2300);
    end();
  });

  test('says when the log does not reach back far enough', async () => {
    const { store, feed, post, inbox } = await watched(() => () => undefined);
    const batches: (number | null)[] = [];
    const end = feed.listen((batch) => batches.push(batch?.length ?? null));
    await store.write('message.save', { id: null, folder: inbox });
    feed.pump();
    await post('gone from the log');
    store.db.run('DELETE FROM change_log WHERE seq < (SELECT max(seq) FROM change_log)');
    await post('more');
    store.db.run('DELETE FROM change_log WHERE seq < (SELECT max(seq) FROM change_log)');
    feed.pump();
    expect(batches).toEqual([1, null]);
    end();
  });

  test('tells one listener even when another fails', async () => {
    setLog({ error: () => undefined, warn: () => undefined });
    const { store, inbox, feed, heard, end } = await watched(() => () => undefined);
    const failures: unknown[] = [];
    const fails = () => {
      throw new Error('a listener failed');
    };
    const endOther = feed.listen(fails, (error) => failures.push(error));
    const { id } = await store.write('message.save', { id: null, folder: inbox });
    feed.pump();
    expect(heard.map((change) => change.id)).toEqual([id]);
    expect(failures).toEqual([expect.objectContaining({ message: 'a listener failed' })]);
    endOther();
    end();
  });

  test('is told once that the file is gone, not at every look', async () => {
    const logged: string[] = [];
    setLog({ error: (message) => void logged.push(message), warn: () => undefined });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { store, feed } = await watched(() => () => undefined);
    const failures: unknown[] = [];
    const end = feed.listen(
      () => undefined,
      (error) => failures.push(error),
    );
    const { rmSync } = await import('node:fs');
    rmSync(store.file);
    vi.advanceTimersByTime(10_000);
    expect(failures).toEqual([expect.objectContaining({ code: 'DISK_ERROR' })]);
    expect(logged).toHaveLength(1);
    end();
  });

  test('watches on for a moment after the last listener has left, and hears of nothing that was meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const watches: string[] = [];
    const { feed, heard, end, post } = await watched(() => {
      watches.push('begun');
      return () => void watches.push('ended');
    });
    end();
    await post('nobody listens');
    vi.advanceTimersByTime(900);
    const again: LoggedChange[] = [];
    feed.listen((batch) => again.push(...(batch ?? [])))();
    expect(watches).toEqual(['begun']);
    vi.advanceTimersByTime(2000);
    expect(watches).toEqual(['begun', 'ended']);
    expect([...heard, ...again]).toEqual([]);
    const last = feed.listen((batch) => again.push(...(batch ?? [])));
    const { id } = await post('somebody listens');
    vi.advanceTimersByTime(300);
    expect(again.map((change) => change.id)).toEqual([id]);
    expect(watches).toEqual(['begun', 'ended', 'begun']);
    last();
  });

  test('has the file not watched while its own process writes much, and looks often instead', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const watches: string[] = [];
    const { store, inbox, feed, heard, end, post } = await watched(() => {
      watches.push('begun');
      return () => void watches.push('ended');
    });
    const write = async (commits: number): Promise<void> => {
      for (let n = 0; n < commits; n++) {
        await store.write('message.save', { id: null, folder: inbox });
        feed.follow();
      }
    };
    await write(49);
    vi.advanceTimersByTime(250);
    expect(watches).toEqual(['begun']);
    await write(50);
    vi.advanceTimersByTime(250);
    expect(watches).toEqual(['begun', 'ended']);
    expect(heard).toHaveLength(99);
    const { id } = await post('somebody else');
    vi.advanceTimersByTime(10);
    expect(heard.at(-1)?.id).toBe(id);
    vi.advanceTimersByTime(250);
    expect(watches).toEqual(['begun', 'ended', 'begun']);
    end();
  });
});
