import { fileTimeNow } from '../../base/index.js';
import { ok } from '../../com/index.js';
import {
  type AdrEntry,
  type IMessage,
  MAPI_NON_READ,
  MAPI_TO,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_DELETE_AFTER_SUBMIT,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_MESSAGE_RECIPIENTS,
  PR_READ_RECEIPT_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_REPORT_ENTRYID,
  PR_REPORT_NAME_W,
  PR_SEARCH_KEY,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  prop,
} from '../../mapi/index.js';
import { createOneOffEntryId, isOneOffEntryId, parseOneOffEntryId, recipientSearchKey } from '../addressbook/oneoff.js';
import { requireFlags } from '../props/arguments.js';
import type { SessionCore } from '../session/core.js';
import { fillReport } from './report.js';

/**
 * Writes a report that a message was read, or not, to whom the message wants it sent: PR_READ_RECEIPT_ENTRYID, else
 * PR_REPORT_ENTRYID, else its sender.
 *
 * @param core the session
 * @param ulFlags `MAPI_NON_READ` for a report that it was not read
 * @param read the message
 * @param empty an empty message for the report
 * @returns the report, with a reference of its own; null when nobody is known who could get it
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when there is no empty message
 * @spec imapisupport-readreceipt
 */
export async function readReceipt(
  core: SessionCore,
  ulFlags: number,
  read: IMessage,
  empty: IMessage | null,
): Promise<IMessage | null> {
  const unread = (requireFlags(ulFlags, MAPI_NON_READ) & MAPI_NON_READ) !== 0;
  if (!empty) return null;
  const to = await addressee(core, read);
  if (!to) return null;
  const names = await ok(read.GetProps([PR_SUBJECT_W, PR_DISPLAY_TO_W], 0));
  const now = fileTimeNow();
  const what = unread ? 'was deleted without being read' : 'was read';
  const text = `Your message "${names.get(PR_SUBJECT_W) ?? ''}" to ${names.get(PR_DISPLAY_TO_W) ?? ''} ${what}.`;
  await fillReport(empty, read, unread ? 'IPNNRN' : 'IPNRN', text, now, [prop(PR_DELETE_AFTER_SUBMIT, true)]);
  await ok(empty.DeleteProps([PR_MESSAGE_RECIPIENTS]));
  await ok(empty.ModifyRecipients(MODRECIP_ADD, [to]));
  empty.AddRef();
  return empty;
}

/** Who gets the report. */
async function addressee(core: SessionCore, message: IMessage): Promise<AdrEntry | null> {
  const row = await ok(
    message.GetProps(
      [
        PR_READ_RECEIPT_ENTRYID,
        PR_REPORT_ENTRYID,
        PR_SENDER_ENTRYID,
        PR_REPORT_NAME_W,
        PR_SENDER_NAME_W,
        PR_SENDER_ADDRTYPE_W,
        PR_SENDER_EMAIL_ADDRESS_W,
      ],
      0,
    ),
  );
  const [type, address] = [row.get(PR_SENDER_ADDRTYPE_W), row.get(PR_SENDER_EMAIL_ADDRESS_W)];
  const wanted = row.get(PR_READ_RECEIPT_ENTRYID) ?? row.get(PR_REPORT_ENTRYID);
  const name = (wanted ? row.get(PR_REPORT_NAME_W) : null) ?? row.get(PR_SENDER_NAME_W) ?? address ?? '';
  const entryId = wanted ?? row.get(PR_SENDER_ENTRYID);
  if (entryId && isOneOffEntryId(entryId)) {
    const one = parseOneOffEntryId(entryId);
    return entry(one.name || name, one.addressType, one.address, entryId);
  }
  if (entryId && wanted) return await core.addressOf(entryId);
  if (!type || !address) return entryId ? await core.addressOf(entryId) : null;
  const own = { name, addressType: type, address, richInfo: type.toUpperCase() !== 'SMTP' };
  return entry(name, type, address, entryId ?? createOneOffEntryId(own));
}

const entry = (name: string, type: string, address: string, entryId: Uint8Array): AdrEntry => [
  prop(PR_RECIPIENT_TYPE, MAPI_TO),
  prop(PR_DISPLAY_NAME_W, name),
  prop(PR_ADDRTYPE_W, type),
  prop(PR_EMAIL_ADDRESS_W, address),
  prop(PR_ENTRYID, entryId),
  prop(PR_SEARCH_KEY, recipientSearchKey(type, address)),
];
