import {
  type AdrEntry,
  type AdrList,
  DT_MAILUSER,
  type IMessage,
  MAPI_MAILUSER,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_ORIGINAL_DISPLAY_NAME_W,
  PR_ORIGINAL_ENTRYID,
  PR_ORIGINAL_SEARCH_KEY,
  PR_RESPONSIBILITY,
  PR_ROWID,
  PR_SEARCH_KEY,
  type PropTag,
  type PropValue,
  prop,
  propId,
} from '../../mapi/index.js';
import { createOneOffEntryId, recipientSearchKey } from '../addressbook/oneoff.js';
import { recipientsOf, valueIn, withProps, writeRecipients } from '../submit/recipients.js';
import { recipientTags } from './tags.js';

/** What a report says of one recipient. */
export interface Told {
  /** The recipient, as whoever tells of it names it. */
  readonly recipient: AdrEntry;
  /** What became of it. */
  readonly fate: readonly PropValue[];
}

/**
 * The recipients of a report: whom it tells of, each as the message has it, and what became of it.
 *
 * @param message the message
 * @param told whom it tells of
 * @spec recipient-properties-for-delivery-status-reports
 */
export async function reportRows(message: IMessage, told: readonly Told[]): Promise<AdrList> {
  const all = await recipientsOf(message);
  return told.map(({ recipient, fate }) => {
    const known = all[indexIn(all, recipient)];
    return withProps(identified(plain(known ? withProps(known, recipient) : recipient)), fate);
  });
}

/**
 * Writes what became of recipients into the copy of the message that a report holds: who looks at a report, or sends the message again,
 * reads it there.
 *
 * @param original the message
 * @param copy its copy; not saved
 * @param told whom the report tells of
 * @spec mapi-report-messages
 */
export async function markCopy(original: IMessage, copy: IMessage, told: readonly Told[]): Promise<void> {
  const [all, copies] = [await recipientsOf(original), await recipientsOf(copy)];
  const marked = told.flatMap(({ recipient, fate }) => {
    // A copy has its recipients in the same order.
    const row = copies[indexIn(all, recipient)];
    return row ? [withProps(row, fate)] : [];
  });
  await writeRecipients(copy, marked);
}

/** Which recipient of a message is meant: by its number, unless that is another one's, or else by its address. @returns -1 when none is */
function indexIn(all: AdrList, recipient: AdrEntry): number {
  const [id, key] = [valueIn(recipient, PR_ROWID), keyOf(recipient)];
  const byId = id === null ? -1 : all.findIndex((row) => valueIn(row, PR_ROWID) === id);
  if (byId >= 0 && (key === null || keyOf(all[byId] as AdrEntry) === key)) return byId;
  return key === null ? -1 : all.findIndex((row) => keyOf(row) === key);
}

function keyOf(row: AdrEntry): string | null {
  const [type, address] = [valueIn(row, PR_ADDRTYPE_W), valueIn(row, PR_EMAIL_ADDRESS_W)];
  return type === null || address === null ? null : `${type}:${address}`.toUpperCase();
}

/** A recipient without what the spooler keeps in it. */
const plain = (row: AdrEntry): AdrEntry => row.filter(([tag]) => !own.has(propId(tag)));

const own: ReadonlySet<number> = new Set([...recipientTags, PR_ROWID, PR_RESPONSIBILITY].map(propId));

/** A recipient that says who it is in all the ways in which reports are asked for that. */
function identified(row: AdrEntry): AdrEntry {
  const [type, address] = [valueIn(row, PR_ADDRTYPE_W), valueIn(row, PR_EMAIL_ADDRESS_W)];
  const name = valueIn(row, PR_DISPLAY_NAME_W);
  const made: PropValue[] = [];
  const entry = <T>(tag: PropTag<T>, value: () => T | null): T | null => {
    const had = valueIn(row, tag);
    const found = had ?? value();
    if (had === null && found !== null) made.push(prop(tag, found));
    return found;
  };
  const isAddress = type !== null && address !== null && type !== '' && address !== '';
  const oneOff = { name: name ?? '', addressType: type ?? '', address: address ?? '' };
  const richInfo = type?.toUpperCase() !== 'SMTP';
  const entryId = entry(PR_ENTRYID, () => (isAddress ? createOneOffEntryId({ ...oneOff, richInfo }) : null));
  const searchKey = entry(PR_SEARCH_KEY, () => (isAddress ? recipientSearchKey(type, address) : null));
  entry(PR_OBJECT_TYPE, () => MAPI_MAILUSER);
  entry(PR_DISPLAY_TYPE, () => DT_MAILUSER);
  // Of whom a list stood for, whoever has expanded that has set these.
  entry(PR_ORIGINAL_ENTRYID, () => entryId);
  entry(PR_ORIGINAL_SEARCH_KEY, () => searchKey);
  entry(PR_ORIGINAL_DISPLAY_NAME_W, () => name);
  return [...row, ...made];
}
