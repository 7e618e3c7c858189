import { ok } from '../../com/index.js';
import {
  type IMessage,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONVERSATION_INDEX,
  PR_CONVERSATION_TOPIC_W,
  PR_CORRELATE_MTSID,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_TO_W,
  PR_IMPORTANCE,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_ORIG_MESSAGE_CLASS_W,
  PR_ORIGINAL_AUTHOR_ADDRTYPE_W,
  PR_ORIGINAL_AUTHOR_EMAIL_ADDRESS_W,
  PR_ORIGINAL_AUTHOR_ENTRYID,
  PR_ORIGINAL_AUTHOR_NAME_W,
  PR_ORIGINAL_AUTHOR_SEARCH_KEY,
  PR_ORIGINAL_DELIVERY_TIME,
  PR_ORIGINAL_DISPLAY_BCC_W,
  PR_ORIGINAL_DISPLAY_CC_W,
  PR_ORIGINAL_DISPLAY_TO_W,
  PR_ORIGINAL_SEARCH_KEY,
  PR_ORIGINAL_SENDER_ADDRTYPE_W,
  PR_ORIGINAL_SENDER_EMAIL_ADDRESS_W,
  PR_ORIGINAL_SENDER_ENTRYID,
  PR_ORIGINAL_SENDER_NAME_W,
  PR_ORIGINAL_SENDER_SEARCH_KEY,
  PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE_W,
  PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_ORIGINAL_SENT_REPRESENTING_ENTRYID,
  PR_ORIGINAL_SENT_REPRESENTING_NAME_W,
  PR_ORIGINAL_SENT_REPRESENTING_SEARCH_KEY,
  PR_ORIGINAL_SUBJECT_W,
  PR_ORIGINAL_SUBMIT_TIME,
  PR_PARENT_KEY,
  PR_PRIORITY,
  PR_REPORT_TAG,
  PR_REPORT_TEXT_W,
  PR_REPORT_TIME,
  PR_SEARCH_KEY,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SENDER_SEARCH_KEY,
  PR_SENSITIVITY,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_ENTRYID,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SENT_REPRESENTING_SEARCH_KEY,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  prop,
} from '../../mapi/index.js';

/** What a report says of a message: that it was read, or not; delivered, or not. */
export type ReportKind = 'IPNRN' | 'IPNNRN' | 'DR' | 'NDR';

const prefixes: Readonly<Record<ReportKind, string>> = {
  IPNRN: 'Read: ',
  IPNNRN: 'Not read: ',
  DR: 'Delivered: ',
  NDR: 'Undeliverable: ',
};

/**
 * Fills a new message with the properties of a report about another.
 *
 * @param report the empty message; not saved
 * @param original what the report is about
 * @param kind what it says
 * @param text PR_REPORT_TEXT, for people
 * @param time PR_REPORT_TIME
 * @param extra further properties
 * @spec required-report-message-properties @spec optional-report-message-properties
 */
export async function fillReport(
  report: IMessage,
  original: IMessage,
  kind: ReportKind,
  text: string,
  time: bigint,
  extra: readonly PropValue[] = [],
): Promise<void> {
  const row = await ok(original.GetProps([...taken.keys(), PR_MESSAGE_CLASS_W, PR_SUBJECT_W], 0));
  const messageClass = row.get(PR_MESSAGE_CLASS_W) ?? 'IPM.Note';
  const props: PropValue[] = [
    prop(PR_MESSAGE_CLASS_W, `REPORT.${messageClass}.${kind}`),
    prop(PR_ORIG_MESSAGE_CLASS_W, messageClass),
    prop(PR_SUBJECT_W, `${prefixes[kind]}${row.get(PR_SUBJECT_W) ?? ''}`),
    prop(PR_ORIGINAL_SUBJECT_W, row.get(PR_SUBJECT_W) ?? ''),
    prop(PR_REPORT_TEXT_W, text),
    prop(PR_REPORT_TIME, time),
    ...extra,
  ];
  for (const [from, to] of taken) {
    // When each recipient got it is said of each (PR_DELIVER_TIME) where a report is about delivery.
    if (from === PR_MESSAGE_DELIVERY_TIME && kind.endsWith('DR')) continue;
    const value = row.get(from);
    for (const tag of value === null ? [] : to) props.push([tag, value]);
  }
  await ok(report.SetProps(props));
}

/** What a report takes from the message it is about, and under which names. */
const taken: ReadonlyMap<PropTag, readonly PropTag[]> = new Map<PropTag, readonly PropTag[]>([
  [PR_DISPLAY_TO_W, [PR_ORIGINAL_DISPLAY_TO_W]],
  [PR_DISPLAY_CC_W, [PR_ORIGINAL_DISPLAY_CC_W]],
  [PR_DISPLAY_BCC_W, [PR_ORIGINAL_DISPLAY_BCC_W]],
  [PR_CLIENT_SUBMIT_TIME, [PR_ORIGINAL_SUBMIT_TIME]],
  [PR_MESSAGE_DELIVERY_TIME, [PR_ORIGINAL_DELIVERY_TIME]],
  [PR_CONVERSATION_TOPIC_W, [PR_CONVERSATION_TOPIC_W]],
  [PR_CONVERSATION_INDEX, [PR_CONVERSATION_INDEX]],
  [PR_SEARCH_KEY, [PR_ORIGINAL_SEARCH_KEY, PR_PARENT_KEY]],
  [PR_REPORT_TAG, [PR_REPORT_TAG]],
  [PR_CORRELATE_MTSID, [PR_CORRELATE_MTSID]],
  [PR_IMPORTANCE, [PR_IMPORTANCE]],
  [PR_PRIORITY, [PR_PRIORITY]],
  [PR_SENSITIVITY, [PR_SENSITIVITY]],
  [PR_SENDER_NAME_W, [PR_ORIGINAL_SENDER_NAME_W]],
  [PR_SENDER_ADDRTYPE_W, [PR_ORIGINAL_SENDER_ADDRTYPE_W]],
  [PR_SENDER_EMAIL_ADDRESS_W, [PR_ORIGINAL_SENDER_EMAIL_ADDRESS_W]],
  [PR_SENDER_ENTRYID, [PR_ORIGINAL_SENDER_ENTRYID]],
  [PR_SENDER_SEARCH_KEY, [PR_ORIGINAL_SENDER_SEARCH_KEY]],
  [PR_SENT_REPRESENTING_NAME_W, [PR_ORIGINAL_SENT_REPRESENTING_NAME_W]],
  [PR_SENT_REPRESENTING_ADDRTYPE_W, [PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE_W]],
  [PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, [PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS_W]],
  [PR_SENT_REPRESENTING_ENTRYID, [PR_ORIGINAL_SENT_REPRESENTING_ENTRYID]],
  [PR_SENT_REPRESENTING_SEARCH_KEY, [PR_ORIGINAL_SENT_REPRESENTING_SEARCH_KEY]],
  [PR_ORIGINAL_AUTHOR_NAME_W, [PR_ORIGINAL_AUTHOR_NAME_W]],
  [PR_ORIGINAL_AUTHOR_ADDRTYPE_W, [PR_ORIGINAL_AUTHOR_ADDRTYPE_W]],
  [PR_ORIGINAL_AUTHOR_EMAIL_ADDRESS_W, [PR_ORIGINAL_AUTHOR_EMAIL_ADDRESS_W]],
  [PR_ORIGINAL_AUTHOR_ENTRYID, [PR_ORIGINAL_AUTHOR_ENTRYID]],
  [PR_ORIGINAL_AUTHOR_SEARCH_KEY, [PR_ORIGINAL_AUTHOR_SEARCH_KEY]],
]);
