import { log } from '../../base/index.js';
import { ComError, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  IDistList,
  IMAPIProp,
  type IMessage,
  isPropError,
  MAPI_DISTLIST,
  MAPI_P1,
  MAPI_UNICODE,
  MODRECIP_ADD,
  MODRECIP_MODIFY,
  MODRECIP_REMOVE,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_RECIPIENT_TYPE,
  PR_RESPONSIBILITY,
  PR_ROWID,
  PR_SEARCH_KEY,
  PR_SMTP_ADDRESS_W,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  prop,
  propId,
} from '../../mapi/index.js';
import { oneOffProps } from '../addressbook/mailuser.js';
import { isOneOffEntryId, parseOneOffEntryId } from '../addressbook/oneoff.js';
import { type Awaitable, andThen } from '../props/awaitable.js';
import type { SessionCore } from '../session/core.js';
import { messageTags, recipientTags } from '../spooler/tags.js';
import { listDepth, maxRows } from './limits.js';
import { deleteFrom, recipientsOf, valueIn, withProps } from './recipients.js';

/** The address type of personal distribution lists, the only ones that MAPI expands. */
const personalList = 'MAPIPDL';

/**
 * Completes the recipients of a message that is being submitted: what their rows lack comes from their entry IDs, personal
 * distribution lists are replaced by their members, and display names that a client changed become the transmittable ones again. Of several rows for one address the first is sent to;
 * the others that the sender wrote are marked (PR_RESPONSIBILITY true, so that no transport takes them) and stay, because the
 * header is made of them, while a member of a list who is a recipient already is not added. What the spooler has kept on an
 * earlier way of the message, or of the one it was copied from, goes: it would take its recipients for done.
 *
 * @param core the session, whose address book knows the lists
 * @param message the message; not saved
 * @throws {ComError} `MAPI_E_NOT_FOUND` and others when a list can't be opened: the message would miss people
 * @spec imapisupport-expandrecips
 */
export function expandRecips(core: SessionCore, message: IMessage): Awaitable<void> {
  // Most messages go to a few people each of whom is written out, and were never on their way: nothing waits then.
  return andThen(recipientsOf(message), (before) =>
    andThen(areComplete(before) ? undefined : complete(core, message, before), () => deleteFrom(message, messageTags)),
  );
}

/** Whether {@link complete} would change nothing. */
function areComplete(rows: AdrList): boolean {
  if (!rows.every(isComplete)) return false;
  return rows.length < 2 || new Set(rows.map(keyOf)).size === rows.length;
}

function isComplete(row: AdrEntry): boolean {
  let type: unknown = null;
  let address: unknown = null;
  let name: unknown = null;
  let transmitted: unknown = null;
  for (const each of row) {
    const id = propId(each[0]);
    if (id === typeId) type = each[1];
    else if (id === addressId) address = each[1];
    else if (id === nameId) name = each[1];
    else if (id === transmittedId) transmitted = each[1];
    else if (traceIds.includes(id)) return false;
  }
  return Boolean(type && address) && type !== personalList && (transmitted === null || transmitted === name);
}

const [typeId, addressId, nameId, transmittedId] = [
  PR_ADDRTYPE_W,
  PR_EMAIL_ADDRESS_W,
  PR_DISPLAY_NAME_W,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
].map(propId) as [number, number, number, number];
const traceIds: readonly number[] = recipientTags.map(propId);

async function complete(core: SessionCore, message: IMessage, before: AdrList): Promise<void> {
  const all: AdrEntry[] = [];
  for (const row of before) all.push(await fromBook(core, resolved(withoutTraces(row))));
  const lists = all.filter(isList);
  const written = marked(all.filter((row) => !isList(row)).map(restoredName));
  const joining: AdrEntry[] = [];
  for (const row of lists) joining.push(...(await members(core, row, [])));
  const kept = [...written, ...fresh(written, joining.map(restoredName))];
  const keptIds = new Set(kept.map((row) => valueIn(row, PR_ROWID)));
  const gone = before.filter((row) => !keptIds.has(valueIn(row, PR_ROWID)));
  const changed = kept.filter((row) => valueIn(row, PR_ROWID) !== null && !before.includes(row));
  const added = kept.filter((row) => valueIn(row, PR_ROWID) === null);
  if (gone.length > 0) await ok(message.ModifyRecipients(MODRECIP_REMOVE, gone));
  if (changed.length > 0) await ok(message.ModifyRecipients(MODRECIP_MODIFY, changed));
  if (added.length > 0) await ok(message.ModifyRecipients(MODRECIP_ADD, added));
}

const withoutTraces = (row: AdrEntry): AdrEntry =>
  recipientTags.some((tag) => valueIn(row, tag) !== null) ? row.filter(([tag]) => !recipientTags.includes(tag)) : row;

const isList = (row: AdrEntry): boolean => valueIn(row, PR_ADDRTYPE_W) === personalList;

/** A recipient, or the members of a list in its place. */
async function members(core: SessionCore, row: AdrEntry, within: readonly string[]): Promise<AdrList> {
  if (!isList(row)) return [row];
  const entryId = valueIn(row, PR_ENTRYID);
  const key = entryId ? Buffer.from(entryId).toString('hex') : '';
  if (!entryId || within.includes(key)) return [];
  if (within.length >= listDepth) {
    log.warn('a distribution list is nested too deep; what lies deeper is not expanded');
    return [];
  }
  const { lpulObjType, lppUnk } = await core.openEntry(entryId, null, 0);
  using opened = lppUnk;
  const [hr, list] = opened.QueryInterface(IDistList);
  if (lpulObjType !== MAPI_DISTLIST || !list) throw new ComError(hr, 'a recipient says it is a list, but is none');
  using held = list;
  using table = await ok(held.GetContentsTable(MAPI_UNICODE));
  await ok(table.SetColumns(memberColumns, 0));
  const rows = await ok(table.QueryRows(maxRows, 0));
  const type = valueIn(row, PR_RECIPIENT_TYPE) ?? 1;
  const all: AdrEntry[] = [];
  for (const member of rows) {
    const entry = member.toProps().filter((one) => !isPropError(one));
    const own = withProps(entry, [prop(PR_RECIPIENT_TYPE, type), prop(PR_RESPONSIBILITY, false)]);
    all.push(...(await members(core, own, [...within, key])));
  }
  return all;
}

const memberColumns = [
  PR_ENTRYID,
  PR_DISPLAY_NAME_W,
  PR_ADDRTYPE_W,
  PR_EMAIL_ADDRESS_W,
  PR_SMTP_ADDRESS_W,
  PR_OBJECT_TYPE,
  PR_DISPLAY_TYPE,
  PR_SEARCH_KEY,
] as const;

/** All that there is to know of a one-off recipient stands in its entry ID. */
function resolved(row: AdrEntry): AdrEntry {
  const entryId = valueIn(row, PR_ENTRYID);
  if (valueIn(row, PR_EMAIL_ADDRESS_W) !== null || !entryId || !isOneOffEntryId(entryId)) return row;
  const has = new Set(row.map(([tag]) => propId(tag)));
  return [...row, ...oneOffProps(entryId, parseOneOffEntryId(entryId)).filter(([tag]) => !has.has(propId(tag)))];
}

/** What a client need not write of somebody in an address book, who has an entry ID. Who is not to be found stays as he is. */
async function fromBook(core: SessionCore, row: AdrEntry): Promise<AdrEntry> {
  const entryId = valueIn(row, PR_ENTRYID);
  const type = valueIn(row, PR_ADDRTYPE_W);
  if (!entryId || (type && (type === personalList || valueIn(row, PR_EMAIL_ADDRESS_W)))) return row;
  try {
    using entry = (await core.openEntry(entryId, IMAPIProp, 0)).lppUnk as IMAPIProp;
    const known = (await ok(entry.GetProps(addressColumns, MAPI_UNICODE))).toProps();
    return withProps(
      row,
      known.filter((one) => !isPropError(one) && !valueIn(row, one[0])),
    );
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    log.warn(`a recipient could not be looked up: ${error.message}`);
    return row;
  }
}

const addressColumns = [
  PR_DISPLAY_NAME_W,
  PR_ADDRTYPE_W,
  PR_EMAIL_ADDRESS_W,
  PR_SMTP_ADDRESS_W,
  PR_SEARCH_KEY,
] as const;

/** A client may show another name than the one to transmit. */
function restoredName(row: AdrEntry): AdrEntry {
  const name = valueIn(row, PR_TRANSMITABLE_DISPLAY_NAME_W);
  return name === null || name === valueIn(row, PR_DISPLAY_NAME_W)
    ? row
    : withProps(row, [prop(PR_DISPLAY_NAME_W, name)]);
}

/** The rows that the sender wrote, those marked that name an address once more. */
function marked(rows: AdrList): AdrList {
  const seen = new Set<string>();
  return rows.map((row) => {
    const key = keyOf(row);
    if (key === null || !seen.has(key)) {
      if (key !== null) seen.add(key);
      return row;
    }
    return valueIn(row, PR_RESPONSIBILITY) === true ? row : withProps(row, [prop(PR_RESPONSIBILITY, true)]);
  });
}

/** The members of lists who are not among the recipients yet. */
function fresh(rows: AdrList, joining: AdrList): AdrList {
  const seen = new Set(rows.map(keyOf));
  return joining.filter((row) => {
    const key = keyOf(row);
    if (key === null) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whom a row means. Rows of one sending and those of another (MAPI_P1) are no duplicates of each other. */
function keyOf(row: AdrEntry): string | null {
  const [type, address] = [valueIn(row, PR_ADDRTYPE_W), valueIn(row, PR_EMAIL_ADDRESS_W)];
  if (!type || !address) return null;
  const again = ((valueIn(row, PR_RECIPIENT_TYPE) ?? 0) & MAPI_P1) !== 0;
  return `${again ? 'again' : ''}:${type.toUpperCase()}:${address.toUpperCase()}`;
}
