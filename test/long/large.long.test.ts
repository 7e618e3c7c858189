import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { IStream, ok } from '../../src/com/index.js';
import {
  ATTACH_BY_VALUE,
  type EntryId,
  IMessage,
  MAPI_CREATE,
  MAPI_MODIFY,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ENTRYID,
  PR_SUBJECT_W,
  prop,
} from '../../src/mapi/index.js';
import { exchange, steps, Town } from '../providers/pipeline/town.js';
import { useLedger } from '../support/ledger.js';
import { compose, contents, inboxOf, recipient, submitted } from '../support/store-programs/client.js';
import { rounds } from './rounds.js';

useLedger();

const MEGABYTE = 1024 * 1024;

/** A hundred megabytes, a piece at a time, no two alike. */
function* file(): Generator<Buffer> {
  for (let piece = 0; piece < 100; piece++)
    yield createHash('shake256', { outputLength: MEGABYTE }).update(`${piece}`).digest();
}

const hashOf = (): string => {
  const hash = createHash('sha256');
  for (const piece of file()) hash.update(piece);
  return hash.digest('hex');
};

// One commit in ten finds out.
test.skipIf(!rounds(10).includes(7))(
  'A message of 137 megabytes goes from one mailbox to another in less memory than its size',
  async () => {
    await using town = await Town.open();
    const [ann, bob] = [await town.stays('ann'), await town.stays('bob')];
    for (const one of [ann, bob]) await exchange(one);
    let entryId: unknown;
    {
      using message = await compose(ann.store, 'Film', [recipient('bob@town.example')]);
      const { lppAttach } = await ok(message.CreateAttach(null));
      using attach = lppAttach;
      await ok(attach.SetProps([prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE), prop(PR_ATTACH_LONG_FILENAME_W, 'film.bin')]));
      {
        using stream = await ok(attach.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 2, MAPI_CREATE | MAPI_MODIFY));
        for (const piece of file()) await ok(stream.Write(piece));
        await ok(stream.Commit(0));
      }
      await ok(attach.SaveChanges(0));
      entryId = await submitted(message);
    }
    let most = 0;
    const usage = (): number => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = usage();
    const watch = setInterval(() => {
      most = Math.max(most, usage());
    }, 5);
    await exchange(ann);
    const submittedMost = most - before;
    most = 0;
    await exchange(bob);
    clearInterval(watch);
    // What is garbage already is counted, too; a copy of the message in whatever form would be beyond.
    expect(Math.max(submittedMost, most - before) / MEGABYTE).toBeLessThan(137);
    expect(steps(town.trace(entryId)).at(-1)).toBe('6 delivered bob@town.example');
    const rows = await contents(bob.store, await inboxOf(bob.store), [PR_SUBJECT_W, PR_ENTRYID]);
    const found = rows.find(([subject]) => subject === 'Film')?.[1] as EntryId;
    using arrived = (await ok(bob.store.OpenEntry(found, IMessage, 0))).lppUnk;
    using attach = await ok(arrived.OpenAttach(0, null, 0));
    using stream = await ok(attach.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0, 0));
    const hash = createHash('sha256');
    for (;;) {
      const piece = await ok(stream.Read(MEGABYTE));
      if (piece.length === 0) break;
      hash.update(piece);
    }
    expect(hash.digest('hex')).toBe(hashOf());
  },
);
