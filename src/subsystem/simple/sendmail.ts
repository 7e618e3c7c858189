import { ok } from '../../com/index.js';
import {
  type AdrList,
  MAPI_DIALOG,
  MAPI_DIALOG_MODELESS,
  MAPI_E_AMBIGUOUS_RECIPIENT,
  MAPI_E_FAILURE,
  MAPI_E_INVALID_RECIPS,
  MAPI_E_UNKNOWN_RECIPIENT,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_SENTMAIL_ENTRYID,
  type PropValue,
  prop,
  SUCCESS_SUCCESS,
} from '../../mapi/index.js';
import { type AnsiMessage, messageFromAnsi } from './ansi.js';
import { answered, SimpleError } from './answer.js';
import { compose, ownMail } from './compose.js';
import { recipientRows } from './recipients.js';
import { type SimpleSession, within } from './sessions.js';
import { simpleSettings, tell } from './settings.js';
import type { MapiMessage } from './structures.js';

/**
 * Sends a message: when the promise is fulfilled, the message with its attachments survives a crash and will be sent or reported.
 *
 * There is no desktop: `MAPI_DIALOG` saves the message to Drafts, or sends it where `setSimpleSettings` says so. Either way
 * `SUCCESS_SUCCESS` is answered, and the settings' listener is told which.
 *
 * @param lhSession the session; 0 for one of the default profile that is over afterwards
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpMessage the message; its texts may be bytes in the code page of the settings, or of UTF-8 when `ulReserved` is 65001
 * @param flFlags `MAPI_DIALOG`, `MAPI_NEW_SESSION`, `MAPI_LOGON_UI`
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS`; `MAPI_E_INVALID_RECIPS` for a recipient without anything that tells who it is, and for none at all when there is
 *   no dialog; `MAPI_E_UNKNOWN_RECIPIENT` and `MAPI_E_AMBIGUOUS_RECIPIENT` for names; `MAPI_E_BAD_RECIPTYPE`;
 *   `MAPI_E_ATTACHMENT_NOT_FOUND`, `MAPI_E_ATTACHMENT_OPEN_FAILURE`, `MAPI_E_ATTACHMENT_TOO_LARGE`; `MAPI_E_TOO_MANY_FILES`,
 *   `MAPI_E_TOO_MANY_RECIPIENTS`, `MAPI_E_TEXT_TOO_LARGE`; `MAPI_E_LOGIN_FAILURE`, `MAPI_E_INVALID_SESSION`; `MAPI_E_FAILURE`
 * @example
 * ```ts
 * const lpRecips = [{ ulRecipClass: MAPI_TO, lpszName: 'Ann', lpszAddress: 'SMTP:ann@example.com' }];
 * const lpFiles = [{ nPosition: -1, lpszPathName: 'figures.csv' }];
 * const code = await MAPISendMail(0, 0, { lpszSubject: 'Figures', lpszNoteText: 'Attached.', lpRecips, lpFiles }, 0);
 * ```
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapisendmail.md
 */
export function MAPISendMail(
  lhSession: number,
  _ulUIParam: number,
  lpMessage: MapiMessage | AnsiMessage,
  flFlags: number,
  _ulReserved = 0,
): Promise<number> {
  return send('MAPISendMail', lhSession, () => messageFromAnsi(lpMessage, simpleSettings().codePage), flFlags);
}

/**
 * As `MAPISendMail`, with texts of all of Unicode.
 *
 * @param lhSession the session; 0 for one of the default profile that is over afterwards
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpMessage the message
 * @param flFlags `MAPI_DIALOG`, `MAPI_DIALOG_MODELESS` with `lhSession` 0, `MAPI_NEW_SESSION`, `MAPI_LOGON_UI`, and `MAPI_FORCE_UNICODE`, which
 *   changes nothing: comail never makes less of a text
 * @param _ulReserved 0
 * @returns as `MAPISendMail`
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapisendmailw.md
 */
export function MAPISendMailW(
  lhSession: number,
  _ulUIParam: number,
  lpMessage: MapiMessage,
  flFlags: number,
  _ulReserved = 0,
): Promise<number> {
  return send('MAPISendMailW', lhSession, () => lpMessage, flFlags);
}

/**
 * Saves a message to Drafts, and tells.
 *
 * @param name the function that wanted a dialog
 * @param session the session
 * @param message the message; recipients who are not known stay names
 * @param why why it is not sent
 * @param more properties besides
 */
export async function saveDraft(
  name: string,
  session: SimpleSession,
  message: MapiMessage,
  why: string,
  more: readonly PropValue[] = [],
): Promise<void> {
  const rows = await recipientRows(session.raw, message.lpRecips ?? [], false);
  const entryId = await session.places.of(PR_IPM_DRAFTS_ENTRYID);
  using drafts = await session.folder(entryId);
  using draft = await compose(drafts, message, rows, [ownMail, ...more]);
  await ok(draft.SaveChanges(0));
  const words = `"${message.lpszSubject ?? ''}" is in Drafts: ${why}`;
  tell({ function: name, what: 'saved', code: SUCCESS_SUCCESS, words });
}

/**
 * Sends a message in one of the two ways of the page.
 *
 * @param name the function
 * @param handle the session, 0 for one of its own
 * @param given the message
 * @param flags its flags
 * @param more properties besides
 */
export async function send(
  name: string,
  handle: number,
  given: () => MapiMessage,
  flags: number,
  more: readonly PropValue[] = [],
): Promise<number> {
  const [code] = await answered(name, async () => {
    const modeless = (flags & MAPI_DIALOG_MODELESS) === MAPI_DIALOG_MODELESS;
    if (modeless && handle !== 0)
      throw new SimpleError(MAPI_E_FAILURE, 'MAPI_DIALOG_MODELESS is for a session of its own: lhSession is 0');
    const message = given();
    if (typeof message !== 'object' || message === null)
      throw new SimpleError(MAPI_E_FAILURE, 'there is no message to send');
    await within(handle, modeless ? 0 : flags, async (session) => {
      if ((flags & MAPI_DIALOG) !== 0) await instead(name, session, message, more);
      else await submit(session, message, await finishedRows(session, message), more);
    });
  });
  return code;
}

/** What is done instead of a dialog. */
async function instead(
  name: string,
  session: SimpleSession,
  message: MapiMessage,
  more: readonly PropValue[],
): Promise<void> {
  if (simpleSettings().dialog === 'draft')
    return await saveDraft(name, session, message, 'a dialog was asked for, and there is no desktop', more);
  let rows: AdrList;
  try {
    rows = await finishedRows(session, message);
  } catch (error) {
    if (!(error instanceof SimpleError) || !unfinished.has(error.code)) throw error;
    return await saveDraft(name, session, message, error.message, more);
  }
  await submit(session, message, rows, more);
  const words = `"${message.lpszSubject ?? ''}" is sent as it is: there is no desktop for the dialog`;
  tell({ function: name, what: 'sent', code: SUCCESS_SUCCESS, words });
}

/** What the user would have mended in the dialog. */
export const unfinished: ReadonlySet<number> = new Set([
  MAPI_E_AMBIGUOUS_RECIPIENT,
  MAPI_E_UNKNOWN_RECIPIENT,
  MAPI_E_INVALID_RECIPS,
]);

/** The recipients of a message that is ready to be sent. */
export async function finishedRows(session: SimpleSession, { lpRecips = [] }: MapiMessage): Promise<AdrList> {
  if (lpRecips.length === 0) throw new SimpleError(MAPI_E_INVALID_RECIPS, 'the message has no recipients');
  return await recipientRows(session.raw, lpRecips, true);
}

async function submit(
  session: SimpleSession,
  message: MapiMessage,
  rows: AdrList,
  more: readonly PropValue[],
): Promise<void> {
  const sentMail = await session.places.of(PR_IPM_SENTMAIL_ENTRYID);
  using outgoing = await compose(await session.places.outbox(), message, rows, [
    ownMail,
    prop(PR_SENTMAIL_ENTRYID, sentMail),
    ...more,
  ]);
  // Saved and submitted at once, or neither: the caller who hears that it failed finds nothing of it in the Outbox.
  await ok(outgoing.SubmitMessage(0));
  session.submitted = true;
}
