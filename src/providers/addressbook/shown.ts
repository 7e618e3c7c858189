import type { Guid } from '../../com/index.js';
import {
  DT_MAILUSER,
  DT_PRIVATE_DISTLIST,
  MAPI_DISTLIST,
  MAPI_MAILUSER,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  PR_RECORD_KEY,
  PR_SEARCH_KEY,
  PR_SMTP_ADDRESS_W,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  type PropTag,
  type PropValue,
  prop,
  propId,
} from '../../mapi/index.js';
import { recipientSearchKey } from '../../subsystem/index.js';
import type { BookEntry } from './bookfile.js';
import { entryIdOf } from './entryid.js';

/** The address type of personal lists, unless somebody gave them another one: MAPI expands them when a message is submitted. */
export const listType = 'MAPIPDL';

/** What an entry is told to be by the book itself. */
export const computedTags: readonly PropTag[] = [
  PR_ENTRYID,
  PR_RECORD_KEY,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  PR_DISPLAY_TYPE,
  PR_SEARCH_KEY,
];

/**
 * All properties of an entry: those stored, and those that follow.
 *
 * @param book the book's UID
 * @param id the entry's number
 * @param entry the entry
 * @returns the properties by identifier
 */
export function shown(book: Guid, id: string, entry: BookEntry): ReadonlyMap<number, PropValue> {
  const isList = entry.kind === 'list';
  const all = new Map(entry.props);
  const put = (one: PropValue): void => void all.set(propId(one[0]), one);
  const text = (tag: PropTag<string>): string => (entry.props.get(propId(tag))?.[1] as string | undefined) ?? '';
  const entryId = entryIdOf(book, entry.kind, id);
  const [name, type, address] = [text(PR_DISPLAY_NAME_W), text(PR_ADDRTYPE_W), text(PR_EMAIL_ADDRESS_W)];
  put(prop(PR_ENTRYID, entryId));
  put(prop(PR_RECORD_KEY, entryId));
  put(prop(PR_INSTANCE_KEY, new Uint8Array(Buffer.from(id, 'hex'))));
  put(prop(PR_OBJECT_TYPE, isList ? MAPI_DISTLIST : MAPI_MAILUSER));
  put(prop(PR_DISPLAY_TYPE, isList ? DT_PRIVATE_DISTLIST : DT_MAILUSER));
  // A list of another type has an address: the messaging system knows its members.
  put(prop(PR_SEARCH_KEY, isList && address === '' ? entryId : recipientSearchKey(type || listType, address)));
  if (isList && type === '') put(prop(PR_ADDRTYPE_W, listType));
  if (!all.has(propId(PR_TRANSMITABLE_DISPLAY_NAME_W))) put(prop(PR_TRANSMITABLE_DISPLAY_NAME_W, name));
  if (!isList && type === 'SMTP' && !all.has(propId(PR_SMTP_ADDRESS_W))) put(prop(PR_SMTP_ADDRESS_W, address));
  return all;
}
