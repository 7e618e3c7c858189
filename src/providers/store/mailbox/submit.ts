import { fileTimeNow } from '../../../base/index.js';
import { ComError, ok } from '../../../com/index.js';
import {
  type AdrEntry,
  type IMessage,
  KEEP_OPEN_READONLY,
  KEEP_OPEN_READWRITE,
  MAPI_E_NO_RECIPIENTS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_SUBMITTED,
  MSGFLAG_RESEND,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNSENT,
  NEEDS_PREPROCESSING,
  PR_CLIENT_SUBMIT_TIME,
  PR_MESSAGE_FLAGS,
  PR_RESPONSIBILITY,
  type PropValue,
  prop,
  SUBMITFLAG_PREPROCESS,
} from '../../../mapi/index.js';
import { queued } from '../sql/index.js';
import type { MessageBag } from './message-bag.js';
import { roomToSend } from './quota.js';

/** A message that is being submitted. */
export interface Submittable {
  /** Its properties and parts. */
  readonly bag: MessageBag;
  /** PR_MESSAGE_FLAGS, with what was set and not saved. */
  readonly flags: number;
  /** The object, as MAPI gets to see it; no reference of its own. */
  readonly pointer: IMessage;
  /** Saves it with what the bag has for its submission. */
  save(keepOpen: number): Promise<void>;
}

/**
 * Submits a message: what is unsaved, what MAPI makes of the recipients, the flags, the time and the place in the queue become
 * permanent in one transaction, or nothing does and the message stays as it was.
 *
 * @param message the message
 * @returns whether the client is done with the object; false when the spooler goes on with it
 * @throws {ComError} `MAPI_E_NO_RECIPIENTS`; `MAPI_E_STORE_FULL` beyond a quota; `MAPI_E_NO_SUPPORT` for embedded and associated messages, and for one that is sent
 *   again without a session, which alone knows who has it; `MAPI_E_SUBMITTED` when it is in the queue; whatever `PrepareSubmit`,
 *   `ExpandRecips` and `SaveChanges` answer
 * @spec sending-messages-message-store-provider-tasks
 */
export async function submit(message: Submittable): Promise<boolean> {
  const { bag } = message;
  if (bag.embedded || bag.associated)
    throw new ComError(MAPI_E_NO_SUPPORT, 'embedded and associated messages are not sent');
  const before = bag.row === null ? null : bag.mailbox.read((db) => queued(db, bag.row?.id ?? 0));
  if (before) {
    await submitAgain(message, before.flags);
    return false;
  }
  const recipients = bag.recipients();
  if (recipients.size === 0) throw new ComError(MAPI_E_NO_RECIPIENTS, 'add recipients with ModifyRecipients first');
  try {
    const flags = await prepared(message);
    bag.submission = {
      set: [prop(PR_CLIENT_SUBMIT_TIME, fileTimeNow()), prop(PR_MESSAGE_FLAGS, MSGFLAG_SUBMIT | MSGFLAG_UNSENT)],
      queue: { flags },
      bounds: roomToSend,
    };
    await message.save(KEEP_OPEN_READONLY);
  } catch (error) {
    bag.setRecipients(recipients);
    throw error;
  } finally {
    bag.submission = null;
  }
  return true;
}

/**
 * The spooler's call after it has preprocessed the message: it keeps its place in the queue, and its lock.
 *
 * @throws {ComError} `MAPI_E_SUBMITTED` from anybody else, and when no preprocessing is due
 */
async function submitAgain({ bag, save }: Submittable, flags: number): Promise<void> {
  if (bag.mailbox.caller.role !== 'spooler' || (flags & SUBMITFLAG_PREPROCESS) === 0)
    throw new ComError(MAPI_E_SUBMITTED, 'the message is in the queue: AbortSubmit comes first');
  bag.submission = { set: [], queue: { flags: flags & ~SUBMITFLAG_PREPROCESS }, bounds: null };
  try {
    await save(KEEP_OPEN_READWRITE);
  } finally {
    bag.submission = null;
  }
}

/** Has MAPI complete the recipients, and answers what PR_SUBMIT_FLAGS says. */
async function prepared({ bag, flags, pointer }: Submittable): Promise<number> {
  const { caller } = bag.mailbox;
  const { support } = caller;
  const resent = (flags & MSGFLAG_RESEND) !== 0;
  if (!support) {
    if (resent) throw new ComError(MAPI_E_NO_SUPPORT, 'a message is sent again through a session alone');
    bag.setRecipients(everyone(bag.recipients(), undone));
    return 0;
  }
  const readiness = caller.ready();
  if (readiness) await readiness;
  // Who has a resent message already is said by PrepareSubmit, in the very property that all other messages begin without.
  if (resent) await ok(support.PrepareSubmit(pointer, 0));
  bag.setRecipients(everyone(bag.recipients(), resent ? told : undone));
  const needs = await ok(support.ExpandRecips(pointer));
  const expanded = bag.recipients();
  if (expanded.size === 0) throw new ComError(MAPI_E_NO_RECIPIENTS, 'all recipients were empty lists');
  if (!areTold(expanded)) bag.setRecipients(everyone(expanded, told));
  return (needs & NEEDS_PREPROCESSING) !== 0 ? SUBMITFLAG_PREPROCESS : 0;
}

const unsent: PropValue = prop(PR_RESPONSIBILITY, false);

function undone(entry: AdrEntry): AdrEntry {
  const begun: PropValue[] = [];
  for (const own of entry) if (own[0] !== PR_RESPONSIBILITY) begun.push(own);
  begun.push(unsent);
  return begun;
}

const isTold = (entry: AdrEntry): boolean => entry.some((own) => own[0] === PR_RESPONSIBILITY);

function areTold(all: ReadonlyMap<number, AdrEntry>): boolean {
  for (const entry of all.values()) if (!isTold(entry)) return false;
  return true;
}

const told = (entry: AdrEntry): AdrEntry => (isTold(entry) ? entry : [...entry, unsent]);

const everyone = (
  all: ReadonlyMap<number, AdrEntry>,
  step: (entry: AdrEntry) => AdrEntry,
): ReadonlyMap<number, AdrEntry> => {
  const made = new Map<number, AdrEntry>();
  all.forEach((entry, id) => {
    made.set(id, step(entry));
  });
  return made;
};
