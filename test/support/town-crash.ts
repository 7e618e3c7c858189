import { expect } from 'vitest';
import { PR_IPM_SENTMAIL_ENTRYID, PR_MESSAGE_CLASS_W, PR_SUBJECT_W } from '../../src/mapi/index.js';
import type { PipelinePoint } from '../../src/providers/pipeline/trial.js';
import { arrived, exchange, type Resident, Town } from '../providers/pipeline/town.js';
import type { StoreProcess, StorePrograms } from './store-process.js';
import { column, contents, folderOf, inboxOf } from './store-programs/client.js';

/** Where a process dies that sends through a mail system, and whether its attempt at the server outside is then in doubt. */
export const townPoints = {
  rendered: 'recorded',
  accepted: 'recorded',
  decided: 'recorded',
  routed: 'recorded',
  taken: 'in doubt',
  answered: 'in doubt',
  recorded: 'recorded',
  filled: 'perhaps in doubt',
  saved: 'perhaps in doubt',
  delivered: 'perhaps in doubt',
  'the server has the message and says nothing': 'in doubt',
  'the server says 250': 'perhaps in doubt',
} as const satisfies { readonly [point in PipelinePoint | `the server ${string}`]?: string };

/** One of {@link townPoints}. */
export type TownPoint = keyof typeof townPoints;

const DOUBTS = { recorded: [0], 'in doubt': [1], 'perhaps in doubt': [0, 1] };

const recipients = ['bob@town.example', 'carl@far.example', 'nobody@far.example'];

/**
 * Kills a process at one point of its work at the queue, lets the next one finish it, and looks at who got what: nobody nothing, and
 * nobody anything twice but outside, where the end of an attempt was not recorded, and then under the same Message-ID.
 *
 * @param programs who starts the process
 * @param point where it dies
 * @param round how many messages it sends, and at which of them it dies
 */
export async function crashInTown(programs: StorePrograms, point: TownPoint, round: number): Promise<void> {
  const count = 1 + (round % 2);
  const times = 1 + (Math.floor(round / 2) % count);
  const mails: { readonly to: readonly string[]; readonly text: string }[] = [];
  let victim: StoreProcess | null = null;
  let left = times;
  const strikes = (here: TownPoint): boolean => {
    if (here !== point || victim === null || --left > 0) return false;
    victim.kill();
    victim = null;
    return true;
  };
  await using town = await Town.open(
    {},
    {
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (piece: Buffer) => (text += piece.toString('latin1')));
        stream.on('end', () => {
          mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
          if (strikes('the server has the message and says nothing')) return;
          done(null, 'taken');
          setImmediate(() => strikes('the server says 250'));
        });
      },
    },
  );
  for (const name of ['ann', 'bob']) await town.profile(name);
  const process = programs.start('town-sender', [point, `${times}`, `${count}`, ...recipients]);
  victim = process;
  const acknowledged: string[] = [];
  for await (const line of process.lines()) acknowledged.push(line);
  expect(await process.ended, `it was to die when ${point}: ${process.errors}`).toBeNull();
  victim = null;
  const { inbox, sent, reports } = await finished(town);
  const submitted = count === sent.length ? count : acknowledged.length;
  expect(submitted).toBeGreaterThan(0);
  for (let number = 1; number <= submitted; number++) {
    const subject = `letter ${number}`;
    const only = (all: readonly unknown[]): number => all.filter((one) => one === subject).length;
    const trace = town.look((system) =>
      system
        .recent()
        .flatMap((id) => system.trace(id) ?? [])
        .find((one) => one.subject === subject),
    );
    expect(trace?.done, subject).toBe(true);
    const doubts = trace?.events.filter(
      ({ outcome, recipient }) => outcome === 'in-doubt' && recipient === 'carl@far.example',
    );
    const doubt = doubts?.length ?? 0;
    // What becomes of another message at the same time is not known.
    const certain = count === 1 ? DOUBTS[townPoints[point]] : [0, 1];
    expect(certain, `doubts about ${subject}`).toContain(doubt);
    const copies = mails.filter(({ text }) => text.includes(`\r\nSubject: ${subject}\r\n`));
    expect(copies.every(({ to }) => to.join() === 'carl@far.example')).toBe(true);
    expect(copies.length, `copies of ${subject}`).toBeGreaterThan(0);
    expect(copies.length, `copies of ${subject} after ${doubt} doubts`).toBeLessThanOrEqual(1 + doubt);
    expect(new Set(copies.map(({ text }) => /^Message-ID: (.*)\r$/im.exec(text)?.[1])).size).toBe(1);
    expect([only(inbox), only(sent), only(reports)], subject).toEqual([1, 1, 1]);
    const steps = trace?.events.filter(({ step }) => step === 4 || step === 7).map(({ outcome }) => outcome);
    expect(
      steps?.filter((outcome) => outcome === 'reported'),
      subject,
    ).toHaveLength(1);
  }
}

/** The next process: it takes up all that the dead one has left. */
async function finished(town: Town): Promise<{
  readonly inbox: readonly unknown[];
  readonly sent: readonly unknown[];
  readonly reports: readonly unknown[];
}> {
  return await town.with(['ann', 'bob'], async (ann: Resident, bob: Resident) => {
    for (const each of [ann, bob, ann]) await exchange(each);
    const got = await contents(ann.store, await inboxOf(ann.store), [PR_SUBJECT_W, PR_MESSAGE_CLASS_W]);
    return {
      inbox: await arrived(bob, PR_SUBJECT_W),
      sent: await column(ann.store, await folderOf(ann.store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W),
      reports: got
        .filter(([, messageClass]) => messageClass === 'REPORT.IPM.Note.NDR')
        .map(([subject]) => String(subject).replace('Undeliverable: ', '')),
    };
  });
}
