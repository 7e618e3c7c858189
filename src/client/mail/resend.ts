import { ComError, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type IMAPIProp,
  IMessage,
  isPropError,
  MAPI_E_NOT_FOUND,
  MAPI_P1,
  MAPI_SUBMITTED,
  MAPI_UNICODE,
  MODRECIP_ADD,
  MSGFLAG_RESEND,
  MSGFLAG_UNSENT,
  PR_ADDRTYPE_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIPIENTS,
  PR_RECIPIENT_TYPE,
  PR_SEARCH_KEY,
  PR_SMTP_ADDRESS_W,
  type PropTag,
  prop,
} from '../../mapi/index.js';
import type { Draft } from './draft.js';
import type { MailMessage } from './message.js';
import type { MailSession } from './session.js';

/** Begins a message that is another one once more: see {@link MailMessage.resend}. */
export async function resend(session: MailSession, mail: MailMessage): Promise<Draft> {
  if (!/^REPORT\..*\.NDR$/i.test(mail.class)) return await copyOf(session, mail.raw, await rowsOf(mail.raw), null);
  const lost = await rowsOf(mail.raw);
  for await (const attachment of mail.attachments()) {
    if (attachment.kind !== 'message') continue;
    using original = await attachment.message();
    return await copyOf(session, original.raw, againTo(await rowsOf(original.raw), lost), MSGFLAG_RESEND);
  }
  throw new ComError(MAPI_E_NOT_FOUND, 'the report does not hold the message that it is about');
}

async function copyOf(session: MailSession, original: IMessage, rows: AdrList, again: number | null): Promise<Draft> {
  const draft = await session.outbox.compose();
  try {
    // To those who did not get it it is the same message; as another one it needs an identifier of its own, or receivers who have
    // the first take it for a duplicate.
    const left = again === null ? [...notCopied, PR_INTERNET_MESSAGE_ID_W] : notCopied;
    await ok((original as IMAPIProp).CopyTo(null, left, 0, null, IMessage, draft.raw, 0));
    await ok(draft.raw.SetProps([prop(PR_MESSAGE_FLAGS, MSGFLAG_UNSENT | (again ?? 0))]));
    if (rows.length > 0) await ok(draft.raw.ModifyRecipients(MODRECIP_ADD, rows));
    return draft;
  } catch (error) {
    draft[Symbol.dispose]();
    throw error;
  }
}

/** What a message that is sent again has not from the one before: when that went, and who got it. */
const notCopied: readonly PropTag[] = [
  PR_MESSAGE_RECIPIENTS,
  PR_MESSAGE_FLAGS,
  PR_CLIENT_SUBMIT_TIME,
  PR_MESSAGE_DELIVERY_TIME,
  PR_SEARCH_KEY,
];

/**
 * The recipients of a message that is sent again: all of before for people to see, and those that it did not reach once more, to be
 * sent to.
 *
 * @spec imapisupport-preparesubmit
 */
function againTo(before: AdrList, lost: AdrList): AdrList {
  const withType = (row: AdrEntry, bits: number): AdrEntry => [
    ...row.filter(([tag]) => tag !== PR_RECIPIENT_TYPE),
    prop(PR_RECIPIENT_TYPE, typeOf(row) | bits),
  ];
  return [...before.map((row) => withType(row, MAPI_SUBMITTED)), ...lost.map((row) => withType(row, MAPI_P1))];
}

const typeOf = (row: AdrEntry): number =>
  (row.find(([tag]) => tag === PR_RECIPIENT_TYPE)?.[1] as number | undefined) ?? 1;

async function rowsOf(message: IMessage): Promise<AdrList> {
  using table = await ok(message.GetRecipientTable(MAPI_UNICODE));
  await ok(table.SetColumns(copied));
  return (await ok(table.QueryRows(1_000_000, 0))).map((row) => row.toProps().filter((one) => !isPropError(one)));
}

const copied = [
  PR_RECIPIENT_TYPE,
  PR_DISPLAY_NAME_W,
  PR_ADDRTYPE_W,
  PR_EMAIL_ADDRESS_W,
  PR_SMTP_ADDRESS_W,
  PR_ENTRYID,
  PR_SEARCH_KEY,
] as const;
