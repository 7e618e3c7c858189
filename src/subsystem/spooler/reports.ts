import { fileTimeNow, log } from '../../base/index.js';
import { check, ok } from '../../com/index.js';
import {
  type AdrEntry,
  ATTACH_EMBEDDED_MSG,
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  MAPI_CREATE,
  MAPI_MODIFY,
  MAPI_UNICODE,
  MODRECIP_ADD,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_METHOD,
  PR_BODY_W,
  PR_DELIVER_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_NDR_DIAG_CODE,
  PR_NDR_REASON_CODE,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED,
  PR_REPORT_TEXT_W,
  PR_REPORT_TIME,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SENDER_SEARCH_KEY,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_ENTRYID,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SENT_REPRESENTING_SEARCH_KEY,
  PR_SUBJECT_W,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { createOneOffEntryId, recipientSearchKey } from '../addressbook/oneoff.js';
import { valueIn } from '../submit/recipients.js';
import { fillReport } from '../submit/report.js';
import { markCopy, reportRows, type Told } from './reportrows.js';
import { messageTags } from './tags.js';

/** A recipient that a message did not reach. */
export interface Undelivered {
  readonly recipient: AdrEntry;
  /** PR_NDR_DIAG_CODE. */
  readonly diagnostic: number;
  /** Why, for people: the server's own words where there are some. */
  readonly text: string;
}

/**
 * Writes a report that recipients were not reached into the sender's mailbox, with the message attached, so that it can be sent
 * again. Recipients that asked for none (PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED false) are left out.
 *
 * @param store the default store
 * @param message the message; may be open for writing
 * @param lost the recipients
 * @spec mapi-report-messages
 */
export async function reportUndelivered(
  store: IMsgStore,
  message: IMessage,
  lost: readonly Undelivered[],
): Promise<void> {
  const wanted = await requested(message, PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED, true);
  const told = lost.filter(
    ({ recipient }) => valueIn(recipient, PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED) ?? wanted,
  );
  if (told.length === 0) return;
  const now = fileTimeNow();
  const rows = told.map(({ recipient, diagnostic, text }) => ({
    recipient,
    fate: [
      prop(PR_NDR_REASON_CODE, valueIn(recipient, PR_NDR_REASON_CODE) ?? transferFailed),
      prop(PR_NDR_DIAG_CODE, diagnostic),
      prop(PR_REPORT_TEXT_W, text),
      prop(PR_REPORT_TIME, now),
    ],
  }));
  const lines = told.map(
    ({ recipient, text }) => `${nameOfRow(recipient)}\r\n    ${text.replaceAll(/\r?\n/g, '\r\n    ')}`,
  );
  const words = `Your message did not reach some or all of its recipients.\r\n\r\n${lines.join('\r\n\r\n')}\r\n`;
  await write(store, message, 'NDR', words, rows, now);
}

/**
 * Writes a report that recipients were reached, for those that asked for one.
 *
 * @param store the default store
 * @param message the message
 * @param reached the recipients with PR_DELIVER_TIME
 * @spec mapi-report-messages
 */
export async function reportDelivered(
  store: IMsgStore,
  message: IMessage,
  reached: readonly AdrEntry[],
): Promise<void> {
  const wanted = await requested(message, PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, false);
  const told = reached.filter((row) => valueIn(row, PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED) ?? wanted);
  if (told.length === 0) return;
  const now = fileTimeNow();
  const rows = told.map((recipient) => ({ recipient, fate: [prop(PR_REPORT_TIME, now)] }));
  const words = `Your message was delivered to:\r\n\r\n${told.map(nameOfRow).join('\r\n')}\r\n`;
  await write(store, message, 'DR', words, rows, now);
}

/** Whether a recipient in a list of StatusRecips was reached. @spec imapisupport-statusrecips */
export const wasReached = (row: AdrEntry): boolean => valueIn(row, PR_DELIVER_TIME) !== null;

async function requested(message: IMessage, tag: typeof PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, usual: boolean) {
  return (await ok(message.GetProps([tag], 0))).get(tag) ?? usual;
}

async function write(
  store: IMsgStore,
  original: IMessage,
  kind: 'DR' | 'NDR',
  words: string,
  told: readonly Told[],
  now: bigint,
): Promise<void> {
  const messageClass = (await ok(original.GetProps([PR_MESSAGE_CLASS_W], 0))).get(PR_MESSAGE_CLASS_W) ?? 'IPM.Note';
  const { lppEntryID } = await ok(store.GetReceiveFolder(`REPORT.${messageClass}.${kind}`, MAPI_UNICODE));
  const opened = await ok(store.OpenEntry(lppEntryID, IMAPIFolder, MAPI_MODIFY));
  using folder = opened.lppUnk;
  using report = await ok(folder.CreateMessage(null, 0));
  await fillReport(report, original, kind, words, now, [
    prop(PR_BODY_W, words),
    prop(PR_MESSAGE_DELIVERY_TIME, now),
    prop(PR_MESSAGE_FLAGS, 0),
    ...system,
  ]);
  await ok(report.ModifyRecipients(MODRECIP_ADD, await reportRows(original, told)));
  if (kind === 'NDR') await attach(report, original, told);
  await ok(report.SaveChanges(0));
}

/** Attaches the message as it was submitted, and what became of its recipients. */
async function attach(report: IMessage, original: IMessage, told: readonly Told[]): Promise<void> {
  const { lppAttach } = await ok(report.CreateAttach(null, 0));
  using attachment = lppAttach;
  const name = (await ok(original.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W) ?? '';
  await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG), prop(PR_DISPLAY_NAME_W, name)]));
  const opened = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
  using copy = opened as IMessage;
  const [, problems] = await check(original.CopyTo(null, notCopied, 0, null, IMessage, copy, 0));
  if (problems.length > 0) log.warn(`${problems.length} properties of a message are missing in the report about it`);
  await markCopy(original, copy, told);
  await ok(copy.SaveChanges(0));
  await ok(attachment.SaveChanges(0));
}

const notCopied = [...messageTags];

function nameOfRow(row: AdrEntry): string {
  const [name, address] = [valueIn(row, PR_DISPLAY_NAME_W), valueIn(row, PR_EMAIL_ADDRESS_W)];
  return name && address && name !== address ? `${name} <${address}>` : (address ?? name ?? 'an unnamed recipient');
}

/** Whom reports are from: MAPI itself, to which no transport carries an answer. */
const systemAddress = { name: 'System Administrator', addressType: 'SYSTEM', address: 'System Administrator' } as const;
const systemEntryId = createOneOffEntryId({ ...systemAddress, richInfo: true });
const systemKey = recipientSearchKey(systemAddress.addressType, systemAddress.address);
const system: readonly PropValue[] = [
  prop(PR_SENDER_NAME_W, systemAddress.name),
  prop(PR_SENDER_ADDRTYPE_W, systemAddress.addressType),
  prop(PR_SENDER_EMAIL_ADDRESS_W, systemAddress.address),
  prop(PR_SENDER_ENTRYID, systemEntryId),
  prop(PR_SENDER_SEARCH_KEY, systemKey),
  prop(PR_SENT_REPRESENTING_NAME_W, systemAddress.name),
  prop(PR_SENT_REPRESENTING_ADDRTYPE_W, systemAddress.addressType),
  prop(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, systemAddress.address),
  prop(PR_SENT_REPRESENTING_ENTRYID, systemEntryId),
  prop(PR_SENT_REPRESENTING_SEARCH_KEY, systemKey),
];

/** PR_NDR_REASON_CODE of a message that could not be transferred: MAPI_REASON_TRANSFER_FAILED, which no header has. */
const transferFailed = 0;
