import { expect } from 'vitest';
import { Desk } from '../flows/desk.js';
import { Mail, nextSession } from './aftermath.js';
import type { StoreProcess, StorePrograms } from './store-process.js';
import { coveringSmtp, registerCoverPages } from './store-programs/preprocessing.js';

/** What is known of the attempt that a process was in the middle of when it died. */
type Record = 'all recorded' | 'in doubt' | 'not submitted' | 'perhaps submitted';

/** The points of a send at which a process is killed, and what the next session finds. */
export const sendPoints = {
  // Around the client's SubmitMessage.
  'saved as a draft': 'not submitted',
  submitting: 'perhaps submitted',
  queued: 'all recorded',
  // In the spooler, by name.
  opened: 'all recorded',
  // The store locks a message in the transaction that says that an attempt begins.
  locked: 'in doubt',
  reporting: 'all recorded',
  reported: 'in doubt',
  prepared: 'all recorded',
  marked: 'in doubt',
  submitted: 'in doubt',
  ended: 'in doubt',
  saved: 'all recorded',
  'put off': 'all recorded',
  // What became of the last recipients is recorded in the transaction in which the message leaves the queue.
  finishing: 'in doubt',
  finished: 'all recorded',
  // A preprocessor makes a further message for each, which is sent as often as the message: once.
  preprocessed: 'all recorded',
  'extras saved': 'all recorded',
  resubmitted: 'all recorded',
  'extra submitted': 'all recorded',
  // On the wire: the server kills it.
  'the server is asked for a recipient': 'in doubt',
  'the server has the message and says nothing': 'in doubt',
  'the server says 250': 'in doubt',
} as const satisfies { readonly [point: string]: Record };

/** One of {@link sendPoints}. */
export type SendPoint = keyof typeof sendPoints;

const preprocessing: ReadonlySet<SendPoint> = new Set([
  'preprocessed',
  'extras saved',
  'resubmitted',
  'extra submitted',
]);

const recipients = ['ann@example.org', 'nobody@example.org', 'X500:lost'];

/**
 * Kills a process at one point of a send, lets the next session finish the work, and looks at who got what: nobody nothing, and
 * nobody anything twice but where the end of an attempt was not recorded, and then under the same Message-ID.
 *
 * @param programs who starts the process
 * @param point where it dies
 * @param round how many messages it sends, and which of them it dies of
 */
export async function crashOfSender(programs: StorePrograms, point: SendPoint, round: number): Promise<void> {
  const count = 1 + (round % 3);
  const times = 1 + (Math.floor(round / 3) % count);
  const mails: Mail[] = [];
  const killer = new Killer(point, times);
  const covers = preprocessing.has(point);
  using _known = covers ? coverPages() : null;
  await using _desk = await Desk.open({
    ...(covers ? { transport: coveringSmtp } : {}),
    server: {
      onRcptTo: (address, _session, done) => {
        if (killer.strikes('the server is asked for a recipient')) return;
        const code = address.address.startsWith('nobody@') ? 550 : killer.putsOff ? 451 : null;
        done(code === null ? null : Object.assign(new Error('as the test says'), { responseCode: code }));
      },
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          mails.push(new Mail(to, Buffer.concat(pieces).toString('latin1')));
          if (killer.strikes('the server has the message and says nothing')) return;
          done(null, 'taken');
          if (point === 'the server says 250') setImmediate(() => killer.strikes('the server says 250'));
        });
      },
    },
  });
  const victim = programs.start('sender', [
    point,
    `${times}`,
    `${count}`,
    `${round % 10}`,
    covers ? 'covers' : '',
    ...recipients,
  ]);
  killer.victim = victim;
  const acknowledged: string[] = [];
  for await (const line of victim.lines()) acknowledged.push(line);
  expect(await victim.ended, `it was to die when ${point}: ${victim.errors}`).toBeNull();
  killer.over = true;
  const left = await nextSession();
  for (let number = 1; number <= count; number++) {
    const subject = `letter ${number}`;
    const copies = mails.filter((mail) => mail.subject === subject);
    const message = left.sent.filter((each) => each.subject === subject);
    if (message.length === 0) {
      // It was never promised that it would be sent: it is a draft still, or was not even saved.
      expect(acknowledged).not.toContain(subject);
      const drafts = left.outbox.filter((each) => each === subject).length;
      expect(sendPoints[point] === 'not submitted' ? [1] : [0, 1]).toContain(drafts);
      expect(copies).toEqual([]);
      continue;
    }
    expect(message, subject).toHaveLength(1);
    const doubts = message[0]?.doubts ?? 0;
    const allowed = Array.from({ length: 1 + doubts }, (_, i) => i + 1);
    expect(doubts, `doubts about ${subject}`).toBeLessThanOrEqual(1);
    if (count === 1) expect(doubts, `doubts about ${subject}`).toBe(sendPoints[point] === 'in doubt' ? 1 : 0);
    expect(copies.every(({ to }) => to.join() === 'ann@example.org')).toBe(true);
    expect(allowed, `copies of ${subject} after ${doubts} doubts`).toContain(copies.length);
    expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
    for (const lost of ['nobody@example.org', 'lost']) {
      const reports = left.reports.filter((each) => each.subject === subject && each.body.includes(`\r\n${lost}\r\n`));
      expect(allowed, `reports about ${lost} of ${subject} after ${doubts} doubts`).toContain(reports.length);
    }
    if (!covers) continue;
    const cover = left.sent.filter((each) => each.subject === `cover of ${subject}`);
    expect(cover, `cover of ${subject}`).toHaveLength(1);
    const sent = mails.filter((mail) => mail.subject === `cover of ${subject}`);
    expect([1, 1 + (cover[0]?.doubts ?? 0)], `copies of the cover of ${subject}`).toContain(sent.length);
  }
  if (covers) expect(left.outbox).toEqual([]);
}

/** A preprocessor that makes cover pages; the transport registers it. */
function coverPages(): Disposable {
  const undo = registerCoverPages();
  return { [Symbol.dispose]: () => undo() };
}

/** Ends the process when the server is at its point. */
class Killer {
  victim: StoreProcess | null = null;
  /** Whether the process has died: its successor is left in peace. */
  over = false;
  readonly #point: SendPoint;
  #left: number;

  constructor(point: SendPoint, times: number) {
    this.#point = point;
    this.#left = times;
  }

  /** Whether the server has everybody come again later, so that the process gets to where it puts the message off. */
  get putsOff(): boolean {
    return this.#point === 'put off' && !this.over;
  }

  strikes(point: SendPoint): boolean {
    if (this.over || point !== this.#point || --this.#left > 0) return false;
    this.victim?.kill();
    return true;
  }
}
