import { ok } from '../../com/index.js';
import {
  type EntryId,
  eq,
  type IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_DIALOG,
  MAPI_MODIFY,
  MAPI_UNICODE,
  MSGFLAG_SUBMIT,
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
import { compose } from './compose.js';
import { subjectOf } from './senddocuments.js';
import { finishedRows, saveDraft, unfinished } from './sendmail.js';
import { type SimpleSession, withinProfile } from './sessions.js';
import { simpleSettings } from './settings.js';
import type { MapiMessage } from './structures.js';

/** What says which call a message came from; it stays on this machine. */
const PR_COMAIL_CALL_ID: PropTag<Uint8Array> = propTag(PT_BINARY, 0x67f0);

/** A call of `MAPISendMail` that was answered while nobody could serve it. */
export interface CallOnce {
  /** Its identifier: sixteen bytes that no other call has. */
  readonly id: Uint8Array;
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
  if (await marked(drafts, call.id)) return;
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
  using outgoing = await compose(outbox, message, rows, [prop(PR_SENTMAIL_ENTRYID, sentMail), mark]);
  await ok(outgoing.SaveChanges(KEEP_OPEN_READWRITE));
  call.onPlaced();
  await submit(session, outgoing);
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

async function marked(folder: IMAPIFolder, id: Uint8Array): Promise<Marked | null> {
  using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_MESSAGE_FLAGS], 0));
  await ok(table.Restrict(eq(PR_COMAIL_CALL_ID, id), 0));
  const [row] = await ok(table.QueryRows(1, 0));
  const entryId = row?.get(PR_ENTRYID);
  return entryId ? { entryId, flags: row?.get(PR_MESSAGE_FLAGS) ?? 0 } : null;
}
