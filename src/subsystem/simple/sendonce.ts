import { ok } from '../../com/index.js';
import {
  and,
  type EntryId,
  eq,
  ge,
  type IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_DIALOG,
  MAPI_MODIFY,
  MAPI_UNICODE,
  MSGFLAG_SUBMIT,
  PR_CLIENT_SUBMIT_TIME,
  PR_ENTRYID,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_SENTMAIL_ENTRYID,
  type PropTag,
  PT_BINARY,
  prop,
  propTag,
} from '../../mapi/index.js';
import { answered, SimpleError } from './answer.js';
import { compose, ownMail } from './compose.js';
import { sendDocuments, subjectOf } from './senddocuments.js';
import { finishedRows, saveDraft, send, unfinished } from './sendmail.js';
import { type SimpleSession, withinProfile } from './sessions.js';
import { simpleSettings } from './settings.js';
import type { MapiMessage } from './structures.js';

/** What says which call a message came from; it stays on this machine. */
const PR_COMAIL_CALL_ID: PropTag<Uint8Array> = propTag(PT_BINARY, 0x67f0);

/** How much earlier than a call was left behind it may have been submitted, in units of 100 ns: an hour. */
const longestCall = 36_000_000_000n;

/** Calls that are under way, by their identifiers. */
const underWay = new Map<string, Promise<number>>();

/**
 * A call of `MAPISendMail`, `MAPISendMailW` or `MAPISendDocuments` that has an identifier: its caller may lose the connection, leave it behind with the same
 * identifier, and {@link sendOnce} knows then what has become of it.
 *
 * @param id sixteen bytes that no other call has
 * @param name the function
 * @param lhSession the session, 0 for one of its own
 * @param message the message
 * @param flFlags its flags
 * @returns what the function answers
 */
export async function sendMarked(
  id: Uint8Array,
  name: string,
  lhSession: number,
  message: MapiMessage,
  flFlags: number,
): Promise<number> {
  const key = keyOf(id);
  const mark = [prop(PR_COMAIL_CALL_ID, id)];
  const call =
    name === 'MAPISendDocuments'
      ? sendDocuments(message?.lpFiles ?? [], mark)
      : send(name, lhSession, () => message, flFlags, mark);
  underWay.set(key, call);
  try {
    return await call;
  } finally {
    underWay.delete(key);
  }
}

/** A call of `MAPISendMail` that was answered while nobody could serve it, or while it was not known whether somebody had. */
export interface CallOnce {
  /** Its identifier: sixteen bytes that no other call has. */
  readonly id: Uint8Array;
  /** When it was left behind, as FILETIME. */
  readonly time: bigint;
  /** The function, such as `MAPISendMailW`. */
  readonly function: string;
  /** The profile of its session; null for the default one. */
  readonly profile: string | null;
  /** Its flags. */
  readonly flFlags: number;
  /** Its message. */
  readonly message: MapiMessage;
  /** Whether {@link CallOnce.onPlaced} was over when somebody was interrupted who did this before. */
  readonly wasPlaced: boolean;
  /** Has to make durable, before it ends, that the message lies in the Outbox and will be submitted next. */
  onPlaced(): void;
}

/**
 * Does what was answered before, once: when it is interrupted anywhere and done again, it finds what was done. Its caller keeps the
 * call until this function has answered, and keeps whether the message was placed.
 *
 * What can't be sent as it is goes to Drafts, because nobody waits for an answer any more.
 *
 * @param call what was called
 * @returns `SUCCESS_SUCCESS` when the message is submitted or in Drafts; `MAPI_E_LOGIN_FAILURE` when there is nothing to send from;
 *   otherwise what is wrong with the message
 */
export async function sendOnce(call: CallOnce): Promise<number> {
  // The caller was lost, the call goes on: what becomes of it is seen when it is over.
  await underWay.get(keyOf(call.id));
  const [code] = await answered(call.function, () =>
    withinProfile(call.profile, async (session) => {
      const outbox = await session.places.outbox();
      const begun = await marked(outbox, call.id);
      if (begun) await finish(session, outbox, begun, call);
      // Placed and not there any more: it was sent, or somebody has thrown it away.
      else if (!call.wasPlaced) await begin(session, outbox, call);
    }),
  );
  return code;
}

async function begin(session: SimpleSession, outbox: IMAPIFolder, call: CallOnce): Promise<void> {
  using drafts = await session.folder(await session.places.of(PR_IPM_DRAFTS_ENTRYID));
  if ((await marked(drafts, call.id)) || (await wasSent(session, call))) return;
  const documents = call.function === 'MAPISendDocuments';
  const message = documents ? { ...call.message, lpszSubject: subjectOf(call.message.lpFiles ?? []) } : call.message;
  const mark = prop(PR_COMAIL_CALL_ID, call.id);
  const asDraft = (why: string): Promise<void> => saveDraft(call.function, session, message, why, [mark]);
  if (documents) return await asDraft('somebody has to say whom it is for');
  if ((call.flFlags & MAPI_DIALOG) !== 0 && simpleSettings().dialog === 'draft')
    return await asDraft('a dialog was asked for, and there is no desktop');
  let rows: Awaited<ReturnType<typeof finishedRows>>;
  try {
    rows = await finishedRows(session, message);
  } catch (error) {
    if (!(error instanceof SimpleError) || !unfinished.has(error.code)) throw error;
    return await asDraft(error.message);
  }
  const sentMail = await session.places.of(PR_IPM_SENTMAIL_ENTRYID);
  using outgoing = await compose(outbox, message, rows, [ownMail, prop(PR_SENTMAIL_ENTRYID, sentMail), mark]);
  await ok(outgoing.SaveChanges(KEEP_OPEN_READWRITE));
  call.onPlaced();
  await submit(session, outgoing);
}

/** Whether a service has submitted it, and sent it, that could not answer any more. */
async function wasSent(session: SimpleSession, { id, time }: CallOnce): Promise<boolean> {
  using sent = await session.folder(await session.places.of(PR_IPM_SENTMAIL_ENTRYID));
  // A machine without a clock may say that it is 1601.
  return (await marked(sent, id, time > longestCall ? time - longestCall : 0n)) !== null;
}

async function finish(
  session: SimpleSession,
  outbox: IMAPIFolder,
  { entryId, flags }: Marked,
  call: CallOnce,
): Promise<void> {
  if ((flags & MSGFLAG_SUBMIT) !== 0) return;
  using outgoing = (await ok(outbox.OpenEntry(entryId, IMessage, MAPI_MODIFY))).lppUnk;
  if (!call.wasPlaced) call.onPlaced();
  await submit(session, outgoing);
}

async function submit(session: SimpleSession, outgoing: IMessage): Promise<void> {
  await ok(outgoing.SubmitMessage(0));
  session.submitted = true;
}

/** A message that bears the identifier of a call. */
interface Marked {
  readonly entryId: EntryId;
  readonly flags: number;
}

/** @param since what was submitted before is passed over, without a look at its properties */
async function marked(folder: IMAPIFolder, id: Uint8Array, since: bigint | null = null): Promise<Marked | null> {
  using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_MESSAGE_FLAGS], 0));
  const bears = eq(PR_COMAIL_CALL_ID, id);
  await ok(table.Restrict(since === null ? bears : and(ge(PR_CLIENT_SUBMIT_TIME, since), bears), 0));
  const [row] = await ok(table.QueryRows(1, 0));
  const entryId = row?.get(PR_ENTRYID);
  return entryId ? { entryId, flags: row?.get(PR_MESSAGE_FLAGS) ?? 0 } : null;
}

const keyOf = (id: Uint8Array): string => Buffer.from(id).toString('hex');
