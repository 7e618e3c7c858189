import { ComError } from '../../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  changePropType,
  describeTag,
  isPropError,
  isString,
  isValueFor,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_MAILUSER,
  MAPI_TO,
  MODRECIP_ADD,
  MODRECIP_MODIFY,
  MODRECIP_REMOVE,
  MV_FLAG,
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
  PR_SPOOLER_STATUS,
  type PropTag,
  type PropValue,
  PT_NULL,
  PT_OBJECT,
  PT_UNICODE,
  prop,
  propId,
  propType,
} from '../../../mapi/index.js';
import { isOneOffEntryId, parseOneOffEntryId, recipientSearchKey, requireFlags } from '../../../subsystem/index.js';

/** The columns that recipient tables begin with. */
export const recipientColumns: readonly PropTag[] = Object.freeze([
  PR_ROWID,
  PR_DISPLAY_NAME_W,
  PR_RECIPIENT_TYPE,
  PR_ADDRTYPE_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_SEARCH_KEY,
  PR_OBJECT_TYPE,
  PR_DISPLAY_TYPE,
  PR_RESPONSIBILITY,
  PR_SPOOLER_STATUS,
]);

/**
 * The recipients after ModifyRecipients.
 *
 * @param before the recipients by row id
 * @param ulFlags 0, `MODRECIP_ADD`, `MODRECIP_MODIFY` or `MODRECIP_REMOVE`
 * @param mods the recipients given; entries without properties are nobody
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for a missing or misplaced PR_ROWID, a PT_NULL, a wrong value, several flags;
 *   `MAPI_E_UNKNOWN_FLAGS`; `MAPI_E_NOT_FOUND` for a row id that there is not. Nothing is changed then
 * @spec imessage-modifyrecipients
 */
export function modifiedRecipients(
  before: ReadonlyMap<number, AdrEntry>,
  ulFlags: number,
  mods: AdrList,
): ReadonlyMap<number, AdrEntry> {
  const flags = requireFlags(ulFlags, MODRECIP_ADD | MODRECIP_MODIFY | MODRECIP_REMOVE);
  if ((flags & (flags - 1)) !== 0) throw invalid('only one of the MODRECIP flags may be set');
  if (!Array.isArray(mods)) throw invalid('lpMods is no list of recipients');
  const given = (mods as AdrList).filter((entry) => entry?.length > 0);
  const entries = given.map((entry) => keptEntry(entry, before.get(rowIdOf(entry) ?? -1) ?? nothing));
  const named = (flags & (MODRECIP_MODIFY | MODRECIP_REMOVE)) !== 0;
  const next = new Map(flags === 0 ? [] : before);
  let free = Math.max(-1, ...before.keys()) + 1;
  if (flags === 0) free = 0;
  for (const entry of entries) {
    const rowId = rowIdOf(entry);
    if (named !== (rowId !== undefined))
      throw invalid(named ? 'an entry lacks PR_ROWID' : 'new recipients have no PR_ROWID yet');
    const id = rowId ?? free++;
    if (named && !before.has(id)) throw new ComError(MAPI_E_NOT_FOUND, `there is no recipient ${id}`);
    if ((flags & MODRECIP_REMOVE) !== 0) next.delete(id);
    else next.set(id, completed(typed(entry.filter(isNoRowId))));
  }
  return next;
}

/** Recipients as rows of their table. */
export function recipientRows(all: ReadonlyMap<number, AdrEntry>): readonly (readonly PropValue[])[] {
  const rows: (readonly PropValue[])[] = [];
  all.forEach((entry, rowId) => {
    const row: PropValue[] = [];
    for (const each of defaults) if (!hasId(entry, propId(each[0]))) row.push(each);
    for (const each of entry) if (each[0] !== PR_ROWID) row.push(each);
    row.push(prop(PR_ROWID, rowId));
    rows.push(row);
  });
  return rows;
}

const defaults: readonly PropValue[] = [prop(PR_OBJECT_TYPE, MAPI_MAILUSER), prop(PR_DISPLAY_TYPE, 0)];

// The recipients of a message that is sent are read and written half a dozen times. Loops say what `find` and `filter` say, without
// taking each property apart into objects of their own.
function rowIdOf(entry: AdrEntry): number | undefined {
  // What a caller gave may hold anything.
  for (const each of entry) if (each?.[0] === PR_ROWID) return each[1] as number;
  return undefined;
}

function hasId(entry: AdrEntry, id: number): boolean {
  for (let at = 0; at < entry.length; at++) if (propId((entry[at] as PropValue)[0]) === id) return true;
  return false;
}

const isNoRowId = (value: PropValue): boolean => value[0] !== PR_ROWID;

const nothing: AdrEntry = Object.freeze([]);

const typed = (entry: AdrEntry): AdrEntry =>
  Object.freeze(hasId(entry, propId(PR_RECIPIENT_TYPE)) ? entry : [...entry, prop(PR_RECIPIENT_TYPE, MAPI_TO)]);

/**
 * A recipient with what its one-off entry identifier tells and the caller left out, so that whoever looks at the table alone
 * knows the address. What the caller gave stays, as its page leaves open when the two disagree.
 *
 * @spec one-off-entry-identifiers
 */
function completed(entry: AdrEntry): AdrEntry {
  // Programs that write an identifier mostly write all that it tells, too.
  if (toldIds.every((id) => hasId(entry, id))) return entry;
  const entryId = entry.find((each) => each[0] === PR_ENTRYID)?.[1] as Uint8Array | undefined;
  if (!entryId || !isOneOffEntryId(entryId)) return entry;
  const told = oneOffProps(entryId).filter((each) => !hasId(entry, propId(each[0])));
  return told.length === 0 ? entry : Object.freeze([...entry, ...told]);
}

const toldIds: readonly number[] = [PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W, PR_DISPLAY_NAME_W, PR_SEARCH_KEY].map(propId);

function oneOffProps(entryId: Uint8Array): readonly PropValue[] {
  try {
    const { name, addressType, address } = parseOneOffEntryId(entryId);
    return [
      prop(PR_ADDRTYPE_W, addressType),
      prop(PR_EMAIL_ADDRESS_W, address),
      prop(PR_DISPLAY_NAME_W, name === '' ? address : name),
      prop(PR_SEARCH_KEY, recipientSearchKey(addressType, address)),
    ];
  } catch (error) {
    // An identifier that is damaged tells nothing; the recipient is taken as it was given.
    if (error instanceof ComError) return [];
    throw error;
  }
}

/**
 * What is kept of a recipient that was given: of several properties with one identifier the last.
 *
 * @param before what is kept of it already, which needs no second look and no second copy
 */
function keptEntry(entry: AdrEntry, before: AdrEntry): PropValue[] {
  const all: PropValue[] = [];
  for (const value of entry) {
    if (before.includes(value)) {
      keep(all, value);
      continue;
    }
    if (!Array.isArray(value) || value.length !== 2) throw invalid('a recipient holds something that is no property');
    const tag = (value as PropValue)[0];
    if (isPropError(value as PropValue)) continue;
    if (propType(tag) === PT_NULL || propType(tag) === PT_OBJECT)
      throw invalid('a recipient has a property without value');
    if (!isValueFor(tag, value[1])) throw invalid(`the value of ${describeTag(tag)} of a recipient is not of its type`);
    if (propId(tag) === propId(PR_RECIPIENT_TYPE) && tag !== PR_RECIPIENT_TYPE)
      throw invalid('PR_RECIPIENT_TYPE is a PT_LONG');
    keep(all, Object.freeze([wide(tag), own(value[1])] as const));
  }
  return all;
}

function keep(all: PropValue[], value: PropValue): void {
  const id = propId(value[0]);
  for (let at = 0; at < all.length; at++)
    if (propId((all[at] as PropValue)[0]) === id) {
      all[at] = value;
      return;
    }
  all.push(value);
}

const wide = (tag: PropTag): PropTag =>
  isString(tag) ? changePropType(tag, PT_UNICODE | (propType(tag) & MV_FLAG)) : tag;

// Nothing that the caller may still change.
const own = (value: unknown): unknown =>
  value instanceof Uint8Array
    ? Uint8Array.prototype.slice.call(value)
    : Array.isArray(value)
      ? Object.freeze(value.map(own))
      : value;

const invalid = (words: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, words);
