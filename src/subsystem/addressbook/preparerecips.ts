import { ComError, failed, nameOf } from '../../com/index.js';
import {
  type AdrEntry,
  changePropType,
  isPropError,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  type MutableAdrList,
  PR_ENTRYID,
  type PropTag,
  type PropValue,
  PT_STRING8,
  PT_UNICODE,
  propError,
  propId,
  propType,
} from '../../mapi/index.js';
import { defaultCodePage, narrowed } from '../props/codepage.js';
import type { SessionCore } from '../session/core.js';
import { oneOffProps } from './mailuser.js';
import { isOneOffEntryId, parseOneOffEntryId } from './oneoff.js';

/**
 * Makes recipients ready to be stored: their providers give them long-term entry IDs and the properties wanted, which then come
 * first.
 *
 * @param core the session
 * @param flags of `IABLogon::PrepareRecips`
 * @param wanted the properties; null for none
 * @param list the recipients, changed in place
 * @throws {ComError} what a provider answers but `MAPI_E_NOT_FOUND`, which the recipient itself says
 * @spec iaddrbook-preparerecips
 */
export async function prepareRecips(
  core: SessionCore,
  flags: number,
  wanted: readonly PropTag[] | null,
  list: MutableAdrList,
): Promise<void> {
  const idOf = (entry: AdrEntry): Uint8Array | null =>
    (entry.find(([tag]) => tag === PR_ENTRYID)?.[1] as Uint8Array | undefined) ?? null;
  const foreign = list.some((entry) => {
    const entryId = idOf(entry);
    return entryId !== null && !isOneOffEntryId(entryId);
  });
  if (foreign) await core.addressBooks.start();
  for (const logon of core.addressBooks.logons) {
    const places = [...list.keys()].filter((at) => {
      const entryId = idOf(list[at] as AdrEntry);
      return entryId !== null && core.addressBooks.logonOf(entryId) === logon;
    });
    if (places.length === 0) continue;
    const own = places.map((at) => list[at] as AdrEntry);
    let hr = await logon.PrepareRecips(flags, wanted, own);
    // Only who has a cache knows the flag of caches.
    if (hr === MAPI_E_UNKNOWN_FLAGS && flags !== 0) hr = await logon.PrepareRecips(0, wanted, own);
    if (failed(hr) && hr !== MAPI_E_NOT_FOUND)
      throw new ComError(hr, `an address book could not prepare recipients: ${nameOf(hr)}`);
    for (const [index, at] of places.entries()) list[at] = own[index] as AdrEntry;
  }
  for (const [at, entry] of list.entries()) list[at] = arranged(completed(entry, idOf(entry)), wanted ?? []);
}

/** All that there is to know of a one-off recipient stands in its entry ID. */
function completed(entry: AdrEntry, entryId: Uint8Array | null): AdrEntry {
  if (!entryId || !isOneOffEntryId(entryId)) return entry;
  const has = new Set(entry.filter((one) => !isPropError(one)).map(([tag]) => propId(tag)));
  const more = oneOffProps(entryId, parseOneOffEntryId(entryId)).filter(([tag]) => !has.has(propId(tag)));
  return [...entry.filter((one) => !isPropError(one)), ...more];
}

function arranged(entry: AdrEntry, wanted: readonly PropTag[]): AdrEntry {
  const first = wanted.map((tag) => {
    const own = entry.find(([one]) => propId(one) === propId(tag));
    return own ? inWidth(own, propType(tag)) : propError(tag, MAPI_E_NOT_FOUND);
  });
  const ids = new Set(wanted.map(propId));
  return [...first, ...entry.filter(([tag]) => !ids.has(propId(tag)))];
}

/** A text as it was asked for. */
function inWidth(one: PropValue, type: number): PropValue {
  const own = propType(one[0]);
  if (type === PT_STRING8 && own === PT_UNICODE)
    return [changePropType(one[0], type), narrowed(one[1] as string, defaultCodePage)];
  return type === PT_UNICODE && own === PT_STRING8 ? [changePropType(one[0], type), one[1]] : one;
}
