import { setImmediate } from 'node:timers/promises';
import { fileTimeNow } from '../../base/index.js';
import { ComError, ok } from '../../com/index.js';
import { type MailSource, readMail } from '../../convert/index.js';
import {
  type IMAPISupport,
  type IMessage,
  MAPI_E_CORRUPT_DATA,
  MAPI_E_STORE_FULL,
  MAPI_E_TOO_BIG,
  PR_MESSAGE_DELIVERY_ID,
  PR_RECEIVED_BY_ADDRTYPE_W,
  PR_RECEIVED_BY_EMAIL_ADDRESS_W,
  PR_RECEIVED_BY_ENTRYID,
  PR_RECEIVED_BY_NAME_W,
  prop,
} from '../../mapi/index.js';
import { wasTaken } from '../../subsystem/index.js';
import type { Engine } from './engine.js';
import { linesOf } from './mail/header.js';
import type { QueuedCopy } from './queue/types.js';
import type { Settings } from './settings.js';
import { passing } from './trial.js';

/** Who takes mail over. */
export interface Receiver {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly support: IMAPISupport;
  /** The mailbox as a one-off entry. */
  readonly entryId: Uint8Array;
}

/**
 * Fills a message with the next copy for a mailbox and saves it: delivery by this system. A copy that can't be taken over comes
 * back to its sender, or waits, and the next has its turn. Nothing is saved when there is none.
 *
 * @param message the message that the spooler hands over
 * @param receiver whose mailbox
 * @spec ixplogon-startmessage
 */
export async function takeOver(message: IMessage, receiver: Receiver): Promise<void> {
  const { engine, settings } = receiver;
  for (;;) {
    const copy = engine.queue.copies.dueLocal(settings.address, Date.now());
    if (!copy) return;
    try {
      if (await delivered(message, copy, receiver)) return;
    } catch (error) {
      if (!(error instanceof ComError)) {
        engine.queue.copies.giveBack(copy);
        throw error;
      }
      const status = LASTING.get(error.hr);
      if (status === undefined) await engine.late(copy, error.message);
      else await engine.undelivered(copy, status, error.message);
      // What was written into the message can't be taken out of it again: the next copy gets a new one.
      return;
    }
  }
}

/** @returns false when it lay there already */
async function delivered(message: IMessage, copy: QueuedCopy, receiver: Receiver): Promise<boolean> {
  const { engine, settings } = receiver;
  const token = new Uint8Array(Buffer.from(copy.token.replaceAll('-', ''), 'hex'));
  const again = copy.inherited && (await wasTaken(message, token, receiver.support));
  if (!again) {
    await readMail(message, mailOf(copy, engine), { now: fileTimeNow() });
    await ok(
      message.SetProps([
        prop(PR_RECEIVED_BY_NAME_W, settings.name || settings.address),
        prop(PR_RECEIVED_BY_ADDRTYPE_W, 'SMTP'),
        prop(PR_RECEIVED_BY_EMAIL_ADDRESS_W, settings.address),
        prop(PR_RECEIVED_BY_ENTRYID, receiver.entryId),
        // Saved with the message, so that whoever finds the copy after a crash can see whether that was done.
        prop(PR_MESSAGE_DELIVERY_ID, token),
      ]),
    );
    passing('filled');
    await ok(message.SaveChanges(0));
    passing('saved');
  }
  await engine.delivered(copy);
  passing('delivered');
  return !again;
}

/** The copy as it comes to lie in a mailbox. @spec RFC 5321 section 4.4 */
function mailOf({ submission, address, fields, body }: QueuedCopy, { queue }: Engine): MailSource {
  const sender = queue.intake.submission(submission)?.sender ?? '';
  const last = linesOf([
    ['Return-Path', `<${sender}>`],
    ['Delivered-To', address],
  ]);
  const before = Buffer.from(last + fields);
  return {
    size: before.length + queue.bodies.size(body),
    async *chunks(from, to) {
      if (from < before.length) yield before.subarray(from, to);
      for (const piece of queue.bodies.pieces(body, from - before.length, to - before.length)) {
        yield piece;
        // Whoever reads a large message does not hold up the others.
        await setImmediate();
      }
    },
  };
}

/** What no second try would mend, by the code that a report says. @spec RFC 3463 section 3 */
const LASTING: ReadonlyMap<number, string> = new Map([
  [MAPI_E_STORE_FULL, '5.2.2'],
  [MAPI_E_TOO_BIG, '5.2.3'],
  [MAPI_E_CORRUPT_DATA, '5.6.0'],
]);

// Hundreds of nanoseconds since 1601.
