import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseSqlite, thisProcess } from '../../../src/base/index.js';
import { keptSubmissions, pieceBytes, unfinishedFactor } from '../../../src/providers/pipeline/limits.js';
import { forgetOld } from '../../../src/providers/pipeline/queue/cleaning.js';
import { Queue } from '../../../src/providers/pipeline/queue/queue.js';
import type { NewSubmission } from '../../../src/providers/pipeline/queue/types.js';
import { fromReadable } from '../../../src/wire/index.js';

const DAY = 86_400_000;
const month = { milliseconds: 30 * DAY, submissions: keptSubmissions };

let folder = '';
let queue: Queue;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comail-queue-'));
  queue = new Queue(folder);
});
afterEach(() => {
  queue.close();
  rmSync(folder, { recursive: true });
});

const submission = (id: string, entry = id): NewSubmission => ({
  id,
  entry,
  mailbox: 'ann@town.example',
  sender: 'ann@town.example',
  author: 'ann@town.example',
  messageId: `<${id}@town.example>`,
  subject: id,
  utf8: false,
  eightBit: false,
  submittedAt: 1,
  notifiedAt: 2,
  recipients: [{ address: 'carl@far.example', reportSuccess: false, reportFailure: true }],
});

const bytes = Buffer.from('Subject: x\r\n\r\nHello.\r\n');

/** Takes a submission, and sends it if it is to be done with. */
function take(id: string, now: number, { done = true, finished = true } = {}): void {
  queue.file.transaction(() => {
    queue.intake.accept(submission(id), { kind: 'whole', bytes }, now);
    if (!done) return;
    const [one] = queue.intake.unrouted(now, 100).filter(({ submission: { id: other } }) => other === id);
    if (!one) throw new Error('it is not there');
    const copy = {
      address: 'carl@far.example',
      original: 'carl@far.example',
      reportSuccess: false,
      reportFailure: true,
    };
    queue.intake.routed(one.submission, [{ ...copy, hop: 'smtp://far.example:25', fields: '' }], [], now);
    for (const each of queue.copies.due(now, 100, []))
      queue.copies.settle(each, { at: now, step: 6, outcome: 'relayed', recipient: null, hop: null, reply: null });
    if (finished) queue.journal.finished(id, now, { became: 'moved', why: '' });
    queue.intake.closeIfDone(id, now);
  });
}

const count = (table: string): number => Number(queue.file.get(`SELECT count(*) AS n FROM ${table}`)?.['n']);

describe('A body', () => {
  const large = Buffer.alloc(2 * pieceBytes + 10, 'x');
  async function* chunks(size: number): AsyncGenerator<Uint8Array> {
    // One buffer for all of them, as a source may do.
    const chunk = Buffer.alloc(size);
    for (let at = 0; at < large.length; at += size) {
      large.copy(chunk, 0, at);
      yield chunk.subarray(0, Math.min(size, large.length - at));
    }
  }

  test('goes into the queue and out of it in pieces, with the fields of its copy before it', async () => {
    large.write('Subject: large\r\n\r\n');
    const body = await queue.bodies.take(fromReadable(chunks(70_000)));
    expect(body.kind).toBe('staged');
    expect(queue.bodies.header(body)).toBe('Subject: large');
    queue.file.transaction(() => queue.intake.accept(submission('large'), body, 1));
    const [one] = queue.intake.unrouted(1, 1);
    const source = queue.bodies.source(one?.submission.body ?? 0, 'X-Mark: yes\r\n');
    expect(source.bytes).toBeUndefined();
    for (let again = 0; again < 2; again++) {
      const got: Uint8Array[] = [];
      for await (const chunk of source.chunks()) got.push(chunk);
      expect(Math.max(...got.map(({ length }) => length))).toBe(pieceBytes);
      expect(Buffer.concat(got).equals(Buffer.concat([Buffer.from('X-Mark: yes\r\n'), large]))).toBe(true);
    }
    expect(source.size).toBe(large.length + 13);
  });

  test('that breaks off in the middle leaves nothing', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield large;
      throw new Error('lost');
    }
    await expect(queue.bodies.take(fromReadable(broken()))).rejects.toThrow('lost');
    expect([count('body'), count('piece')]).toEqual([0, 0]);
  });

  test('that a dead process had begun is swept away; that of one that runs is not', async () => {
    const body = await queue.bodies.take(fromReadable(chunks(pieceBytes)));
    expect(queue.bodies.sweep()).toBe(0);
    // A process that is certainly gone: this one, but started at another time.
    queue.file.run('UPDATE body SET owner = ?', thisProcess.replace(/-\d+-/, '-1-'));
    expect(queue.bodies.sweep()).toBe(1);
    expect([count('body'), count('piece')]).toEqual([0, 0]);
    queue.bodies.discard(body);
  });

  test('is dropped when everybody is done with it; what happened stays', () => {
    take('one', 1);
    expect([count('piece'), count('recipient')]).toEqual([0, 1]);
    expect(queue.journal.trace('one')?.done).toBe(true);
  });
});

describe('What is taken', () => {
  test('once stays as it is when it is offered again', () => {
    take('one', 1);
    const before = queue.journal.trace('one');
    take('two', 2, { done: false });
    queue.file.transaction(() => queue.intake.accept(submission('one'), { kind: 'whole', bytes }, 3));
    expect(queue.journal.trace('one')).toEqual(before);
    expect(count('piece')).toBe(1);
  });

  test('at the same time shares one transaction; one that fails does not harm the others', async () => {
    let transactions = 0;
    const { transaction } = queue.file;
    queue.file.transaction = <T>(work: () => T): T => {
      transactions++;
      return transaction.call(queue.file, work) as T;
    };
    const all = ['a', 'b', 'c'].map((id) =>
      queue.file.soon(() => queue.intake.accept(submission(id), { kind: 'whole', bytes }, 1)),
    );
    await Promise.all(all);
    expect(transactions).toBe(1);
    const ends = await Promise.allSettled([
      queue.file.soon(() => queue.intake.accept(submission('d'), { kind: 'whole', bytes }, 1)),
      queue.file.soon(() => {
        throw new Error('no');
      }),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(queue.journal.recent(10)).toHaveLength(4);
  });
});

describe('What is done with', () => {
  test('is forgotten after its time, and nothing else', () => {
    take('old', 0);
    take('waiting', 0, { done: false });
    take('new', 10 * DAY);
    expect(forgetOld(queue.file, month, 31 * DAY)).toBe(false);
    expect(queue.journal.trace('old')).toBeNull();
    expect(queue.journal.trace('waiting')?.done).toBe(false);
    expect(queue.journal.trace('new')?.done).toBe(true);
    expect(count('body')).toBe(2);
    expect(queue.file.all('PRAGMA foreign_key_check')).toEqual([]);
  });

  test('and is more than what is kept is forgotten, the oldest first', () => {
    for (let i = 0; i < 5; i++) take(`number ${i}`, i);
    forgetOld(queue.file, { ...month, submissions: 2 }, 10);
    expect(queue.journal.recent(10)).toEqual(['number 4', 'number 3']);
  });

  test('but for what its spooler may offer again: that is known for longer', () => {
    take('open', 0, { finished: false });
    forgetOld(queue.file, { ...month, submissions: 0 }, 31 * DAY);
    expect(queue.journal.trace('open')?.done).toBe(true);
    forgetOld(queue.file, month, unfinishedFactor * 30 * DAY);
    expect(queue.journal.trace('open')).toBeNull();
  });
});

describe('A queue of the first version', () => {
  test('is brought up to date with all that waits in it; one of a newer comail is refused', () => {
    queue.close();
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'comail-queue-'));
    const old = chooseSqlite().open(join(folder, 'queue.sqlite'), { readOnly: false });
    old.exec(FIRST);
    old.close();
    queue = new Queue(folder);
    const [copy] = queue.copies.due(9, 100, []);
    expect(copy).toMatchObject({ address: 'carl@far.example', hop: 'smtp://far.example:25', fields: '', attempts: 2 });
    expect(Buffer.from(queue.bodies.bytes(copy?.body ?? 0))).toEqual(bytes);
    expect(queue.copies.countLocal('bob@town.example', 9)).toBe(1);
    expect(queue.journal.trace('one')?.done).toBe(false);
    expect(queue.journal.trace('two')?.done).toBe(true);
    queue.file.run('PRAGMA user_version = 99');
    queue.close();
    expect(() => new Queue(folder)).toThrow('newer comail');
    const again = chooseSqlite().open(join(folder, 'queue.sqlite'), { readOnly: false });
    again.exec('PRAGMA user_version = 2');
    again.close();
    queue = new Queue(folder);
  });
});

const FIRST = `
CREATE TABLE mailbox (address TEXT PRIMARY KEY, name TEXT NOT NULL, profile TEXT) WITHOUT ROWID;
CREATE TABLE permission (mailbox TEXT NOT NULL REFERENCES mailbox ON DELETE CASCADE, grantee TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (mailbox, grantee, kind)) WITHOUT ROWID;
CREATE TABLE body (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE submission (id TEXT PRIMARY KEY, entry TEXT NOT NULL, mailbox TEXT NOT NULL, sender TEXT NOT NULL,
  author TEXT NOT NULL, message_id TEXT NOT NULL, subject TEXT NOT NULL, body INTEGER NOT NULL REFERENCES body,
  at INTEGER NOT NULL, queued INTEGER NOT NULL, due INTEGER NOT NULL, wide INTEGER NOT NULL, eight INTEGER NOT NULL,
  routed INTEGER NOT NULL, origin TEXT) WITHOUT ROWID;
CREATE INDEX submission_entry ON submission (entry);
CREATE INDEX submission_new ON submission (routed, queued);
CREATE TABLE recipient (id INTEGER PRIMARY KEY, submission TEXT NOT NULL REFERENCES submission, address TEXT NOT NULL,
  original TEXT NOT NULL, report_success INTEGER NOT NULL, report_failure INTEGER NOT NULL, state TEXT NOT NULL,
  hop TEXT NOT NULL, body INTEGER NOT NULL REFERENCES body, attempts INTEGER NOT NULL, next INTEGER NOT NULL, owner TEXT,
  token TEXT NOT NULL, words TEXT NOT NULL);
CREATE INDEX recipient_due ON recipient (state, hop, next);
CREATE INDEX recipient_of ON recipient (submission);
CREATE TABLE event (id INTEGER PRIMARY KEY, submission TEXT NOT NULL REFERENCES submission, at INTEGER NOT NULL,
  step INTEGER NOT NULL, outcome TEXT NOT NULL, recipient TEXT, hop TEXT, reply TEXT);
CREATE INDEX event_of ON event (submission, id);
INSERT INTO body VALUES (1, x'${bytes.toString('hex')}');
INSERT INTO submission VALUES ('one', 'e1', 'ann@town.example', 'ann@town.example', 'ann@town.example', '<1>', 'One', 1, 1, 2, 2, 0, 0, 1, NULL);
INSERT INTO submission VALUES ('two', 'e2', 'ann@town.example', 'ann@town.example', 'ann@town.example', '<2>', 'Two', 1, 1, 2, 2, 0, 0, 1, NULL);
INSERT INTO recipient VALUES (1, 'one', 'carl@far.example', 'carl@far.example', 0, 1, 'waiting', 'smtp://far.example:25', 1, 2, 5, NULL, '', '');
INSERT INTO recipient VALUES (2, 'one', 'bob@town.example', 'bob@town.example', 0, 1, 'waiting', 'local:bob@town.example', 1, 0, 5, NULL, '', '');
INSERT INTO recipient VALUES (3, 'two', 'bob@town.example', 'bob@town.example', 0, 1, 'done', 'local:bob@town.example', 1, 0, 5, NULL, '', '');
PRAGMA user_version = 1;
`;
