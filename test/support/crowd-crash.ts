import { readFileSync, writeFileSync } from 'node:fs';
import type { SMTPServerOptions } from 'smtp-server';
import { expect } from 'vitest';
import { ok } from '../../src/com/index.js';
import { MAPI_EXTENDED, MAPI_NEW_SESSION, MAPI_NO_MAIL, PR_SUBJECT_W, prop } from '../../src/mapi/index.js';
import { PR_SMTP_CONNECTIONS } from '../../src/providers/smtp/index.js';
import { check, message, outgoing, StoreFile } from '../../src/providers/store/sql/index.js';
import { MAPIInitialize, MAPILogonEx, MAPIUninitialize } from '../../src/subsystem/index.js';
import { PR_SPOOL_DOUBTS, PR_SPOOL_IN_DOUBT } from '../../src/subsystem/spooler/tags.js';
import { Desk } from '../flows/desk.js';
import { type Left, Mail, nextSession } from './aftermath.js';
import type { StoreProcess, StorePrograms } from './store-process.js';
import { defaultStore, submit } from './store-programs/client.js';

/**
 * Where a process dies that has as many messages on their way as there may be, and how many come to that point at least before the one
 * that it dies of. The first eighty begin when nothing leaves yet: where more come by, the process dies later.
 */
export const crowdPoints = {
  // In the spooler, by name.
  opened: 90,
  prepared: 90,
  locked: 90,
  marked: 90,
  submitted: 60,
  ended: 60,
  saved: 40,
  'put off': 1,
  finishing: 60,
  finished: 60,
  // What one transaction is to do together waits for each other.
  'several wait to begin': 60,
  'several wait to leave': 30,
  // The transaction in which some leave and others begin.
  'written, not committed': 1,
  'committed, not forced': 1,
  'forced, nobody told': 1,
  // On the wire: the server kills it.
  'the server is asked for a recipient': 90,
  'the server has messages of all connections and says nothing': 60,
  'the server says 250': 60,
} as const satisfies { readonly [point: string]: number };

/** One of {@link crowdPoints}. */
export type CrowdPoint = keyof typeof crowdPoints;

const queuedLetters = 180;
const connections = 10;
/** So many further messages each process submits while it sends. */
const submittedMeanwhile = 20;

/** To whom each of the waiting messages goes: some to people whom the server refuses or puts off, some where nobody can send. */
function recipientsOf(number: number): readonly string[] {
  const all = number % 40 === 11 ? [] : ['ann@example.org'];
  if (number % 13 === 11) all.push('nobody@example.org');
  if (number % 16 === 5) all.push('later@example.org');
  if (number % 29 === 7) all.push('X500:lost');
  return all.length === 0 ? ['nobody@example.org'] : all;
}

/** A store in which many messages wait, made once and copied for each round. */
export class Crowd {
  readonly #bytes: Buffer;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Submits them in a session without a spooler. */
  static async gather(): Promise<Crowd> {
    await using desk = await Desk.open();
    MAPIInitialize(null);
    try {
      using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_NO_MAIL));
      {
        using store = await defaultStore(session);
        const numbers = Array.from({ length: queuedLetters }, (_, i) => i + 1);
        await Promise.all(numbers.map((number) => submit(store, `letter ${number}`, recipientsOf(number))));
      }
      await ok(session.Logoff(0, 0, 0));
    } finally {
      MAPIUninitialize();
    }
    // A copy is whole, whether the store has been let go of by now or not.
    const copy = `${desk.storePath}.copy`;
    const file = await StoreFile.open(desk.storePath, 'read-only');
    try {
      await file.backup(copy);
    } finally {
      await file.close();
    }
    return new Crowd(readFileSync(copy));
  }

  /** Makes a profile whose store is a copy of it. */
  async fill(desk: Desk): Promise<void> {
    writeFileSync(desk.storePath, this.#bytes);
    await desk.makeProfile('Work');
  }
}

/**
 * Kills a process that has eighty messages on their way over ten connections, in odd rounds its successor, too, lets the next session
 * finish the work, and looks at who got what: nobody nothing, and nobody anything twice but by a message of which the store of the
 * dead process said that it was in doubt, as often as it said so, and under the same Message-ID.
 *
 * @param programs who starts the processes
 * @param waiting what waits
 * @param point where they die
 * @param round which of those that come to the point they die of
 */
export async function crashOfCrowd(
  programs: StorePrograms,
  waiting: Crowd,
  point: CrowdPoint,
  round: number,
): Promise<void> {
  const server = new Server();
  await using desk = await Desk.open({
    profile: false,
    account: [prop(PR_SMTP_CONNECTIONS, connections)],
    server: server.options,
  });
  await waiting.fill(desk);
  const acknowledged = new Set<string>();
  let last = queuedLetters;
  let told = new Map<string, number>();
  const least = crowdPoints[point];
  const lives = [
    { dies: point, times: least === 1 ? 1 + (round % 2) : least + (round % 20), crowd: 'crowd' },
    { dies: 'finishing', times: 1 + round, crowd: '' },
  ] as const;
  for (const { dies, times, crowd } of lives.slice(0, 1 + (round % 2))) {
    server.point = dies;
    server.times = times;
    const more = [`${last + 1}`, `${last + submittedMeanwhile}`];
    const victim = programs.start('crowd-sender', [dies, `${times}`, crowd, ...more]);
    last += submittedMeanwhile;
    server.victim = victim;
    const lines: string[] = [];
    for await (const line of victim.lines()) lines.push(line);
    expect(await victim.ended, `it was to die when ${dies}: ${victim.errors}`).toBeNull();
    server.victim = null;
    if (crowd !== '') expect(lines).toContain('eighty on their way');
    for (const line of lines) if (line.startsWith('letter')) acknowledged.add(line);
    told = await doubtsIn(desk.storePath);
  }
  server.over = true;
  const left = await nextSession();
  for (let number = 1; number <= last; number++) {
    const subject = `letter ${number}`;
    const queued = number <= queuedLetters;
    if (!queued && !left.sent.some((each) => each.subject === subject)) {
      // It was never promised that it would be sent: it is a draft still, or was not even saved.
      expect(acknowledged).not.toContain(subject);
      expect(left.outbox.filter((each) => each === subject).length).toBeLessThanOrEqual(1);
      expect(server.mails.filter((mail) => mail.subject === subject)).toEqual([]);
      continue;
    }
    lookAt(subject, queued ? recipientsOf(number) : ['ann@example.org'], left, server.mails, told.get(subject) ?? 0);
  }
}

/** Looks at what became of one message. */
function lookAt(subject: string, to: readonly string[], left: Left, mails: readonly Mail[], told: number): void {
  const sent = left.sent.filter((each) => each.subject === subject);
  expect(sent, subject).toHaveLength(1);
  expect(sent[0]?.doubts, `doubts about ${subject}`).toBe(told);
  const copies = mails.filter((mail) => mail.subject === subject);
  const allowed = Array.from({ length: 1 + told }, (_, i) => i + 1);
  for (const address of to) {
    const name = address.replace('X500:', '');
    const got = copies.filter((mail) => mail.to.includes(name)).length;
    if (/^(ann|later)@/.test(address)) {
      expect(allowed, `copies of ${subject} for ${address} after ${told} doubts`).toContain(got);
      continue;
    }
    expect(got).toBe(0);
    const reports = left.reports.filter((each) => each.subject === subject && each.body.includes(`\r\n${name}\r\n`));
    expect(allowed, `reports about ${address} of ${subject} after ${told} doubts`).toContain(reports.length);
  }
  expect(new Set(copies.flatMap((mail) => mail.to)).size).toBe(to.filter((each) => /^(ann|later)@/.test(each)).length);
  if (copies.length > 0) expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
}

/** What the store of a dead process says: how many attempts at each message ended in doubt, the last one included. It is sound. */
async function doubtsIn(path: string): Promise<Map<string, number>> {
  const file = await StoreFile.open(path);
  try {
    expect(await check(file.db)).toEqual([]);
    const begun = new Map(outgoing(file.db).map((each) => [each.message, each.begun]));
    const doubts = new Map<string, number>();
    for (const row of file.db.all('SELECT id FROM message WHERE folder IS NOT NULL')) {
      const id = row['id'] as number;
      const held = message(file.db, id);
      const now = begun.get(id) === true || held?.value(PR_SPOOL_IN_DOUBT) === true;
      doubts.set(`${held?.value(PR_SUBJECT_W)}`, Number(held?.value(PR_SPOOL_DOUBTS) ?? 0) + Number(now));
    }
    return doubts;
  } finally {
    await file.close();
  }
}

/** The server: it refuses `nobody`, puts `later` off while processes die, and kills them where that is its part. */
class Server {
  readonly mails: Mail[] = [];
  victim: StoreProcess | null = null;
  /** How many come to the point before. */
  times = 1;
  /** Whether no process dies any more. */
  over = false;
  /** Where it dies. */
  point: CrowdPoint | null = null;
  /** Connections whose message is here and not answered. */
  #silent = 0;

  readonly options: SMTPServerOptions = {
    onConnect: (_session, done) => done(),
    onRcptTo: (address, _session, done) => {
      if (this.#strikes('the server is asked for a recipient')) return;
      const code = address.address.startsWith('nobody@')
        ? 550
        : address.address.startsWith('later@') && !this.over
          ? 451
          : null;
      done(code === null ? null : Object.assign(new Error('as the test says'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        this.mails.push(new Mail(to, Buffer.concat(pieces).toString('latin1')));
        if (this.#keepsSilent()) return;
        done(null, 'taken');
        if (this.point === 'the server says 250') setImmediate(() => this.#strikes('the server says 250'));
      });
    },
  };

  #keepsSilent(): boolean {
    const point = 'the server has messages of all connections and says nothing';
    if (this.over || this.point !== point || --this.times > 0) return false;
    if (++this.#silent < connections) return true;
    this.#silent = 0;
    this.victim?.kill();
    return true;
  }

  #strikes(point: CrowdPoint): boolean {
    if (this.over || point !== this.point || --this.times > 0) return false;
    this.victim?.kill();
    return true;
  }
}
