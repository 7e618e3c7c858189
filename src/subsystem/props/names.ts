import { ComError, type Guid, type Warning, warn } from '../../com/index.js';
import {
  MAPI_CREATE,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_TOO_BIG,
  MAPI_NO_IDS,
  MAPI_NO_STRINGS,
  MAPI_W_ERRORS_RETURNED,
  type MAPINAMEID,
  MNID_ID,
  MNID_STRING,
  namedProp,
  type PropNames,
  type PropTag,
  PS_MAPI,
  PT_ERROR,
  PT_UNSPECIFIED,
  propId,
  propTag,
} from '../../mapi/index.js';
import { requireFlags, requireTags } from './arguments.js';
import { namedTags } from './limits.js';
import type { NameMap } from './namemap.js';

/**
 * Finds the names of identifiers, as `IMAPIProp::GetNamesFromIDs` does. Identifiers below 0x8000 have numbers in PS_MAPI.
 * Without tags but with a property set, the names of that set come back: the pages leave this open.
 *
 * @param map the names, null for an object without
 * @param tags the tags; null for all that have names
 * @param set the property set; null for any, ignored when tags are given
 * @param ulFlags `MAPI_NO_STRINGS`, `MAPI_NO_IDS`
 * @returns tags and names, with `MAPI_W_ERRORS_RETURNED` when some have none
 * @throws {ComError} `MAPI_E_NO_SUPPORT`, `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_INVALID_PARAMETER` for an empty array
 * @spec imapiprop-getnamesfromids
 */
export async function namesFromIds(
  map: NameMap | null,
  tags: readonly PropTag[] | null,
  set: Guid | null,
  ulFlags: number,
): Promise<PropNames | Warning<PropNames>> {
  const flags = requireFlags(ulFlags, MAPI_NO_STRINGS | MAPI_NO_IDS);
  const names = supported(map);
  const wanted = (name: MAPINAMEID): boolean =>
    name.ulKind === MNID_ID ? (flags & MAPI_NO_IDS) === 0 : (flags & MAPI_NO_STRINGS) === 0;
  if (tags === null) {
    const all = (await names.all()).filter(({ name }) => wanted(name) && (set === null || name.lpguid === set));
    return answer(
      all.map(({ id }) => propTag(PT_UNSPECIFIED, id)),
      all.map(({ name }) => name),
    );
  }
  const ids = requireTags(tags, 'lppPropTags').map(propId);
  const found = await names.namesOf(ids);
  const named = ids.map((id, index) => (id !== 0 && id < 0x8000 ? namedProp(PS_MAPI, id) : (found[index] ?? null)));
  const kept = named.map((name) => (name && wanted(name) ? name : null));
  // Nothing to tell because the flags leave everything out is no failure.
  if (!kept.some((name) => name) && named.every((name) => name)) return answer([], []);
  const real = tags.map((tag, index) => (kept[index] ? tag : propTag(PT_ERROR, propId(tag))));
  return kept.includes(null) ? warn(MAPI_W_ERRORS_RETURNED, answer(real, kept)) : answer(real, kept);
}

/**
 * Finds or makes the identifiers of names, as `IMAPIProp::GetIDsFromNames` does.
 *
 * @param map the names, null for an object without
 * @param wanted the names; null for all
 * @param ulFlags `MAPI_CREATE`
 * @returns one tag for each name, with `MAPI_W_ERRORS_RETURNED` when some have none
 * @throws {ComError} `MAPI_E_NO_SUPPORT`, `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_TOO_BIG`, `MAPI_E_INVALID_PARAMETER` for what is no
 *   name, an empty array, or null together with `MAPI_CREATE`
 * @spec imapiprop-getidsfromnames
 */
export async function idsFromNames(
  map: NameMap | null,
  wanted: readonly MAPINAMEID[] | null,
  ulFlags: number,
): Promise<readonly PropTag[] | Warning<readonly PropTag[]>> {
  const create = (requireFlags(ulFlags, MAPI_CREATE) & MAPI_CREATE) !== 0;
  const names = supported(map);
  if (wanted === null) {
    if (create) throw new ComError(MAPI_E_INVALID_PARAMETER, 'MAPI_CREATE needs names to make identifiers for');
    return Object.freeze((await names.all()).map(({ id }) => propTag(PT_UNSPECIFIED, id)));
  }
  requireNames(wanted);
  const ids = wanted.map((name) => (name.lpguid === PS_MAPI ? ownId(name) : undefined));
  const asked = wanted.filter((_, index) => ids[index] === undefined);
  const found = asked.length === 0 ? [] : await names.idsOf(asked, create);
  let next = 0;
  const tags = ids.map((own) => {
    const id = own === undefined ? (found[next++] ?? null) : own;
    return id === null ? propTag(PT_ERROR, 0) : propTag(PT_UNSPECIFIED, id);
  });
  Object.freeze(tags);
  return tags.some((tag) => propId(tag) === 0) ? warn(MAPI_W_ERRORS_RETURNED, tags) : tags;
}

// PS_MAPI stands for the identifiers that need no names; it can't be used to make new ones.
const ownId = (name: MAPINAMEID): number | null =>
  name.ulKind === MNID_ID && name.Kind > 0 && name.Kind < 0x8000 ? name.Kind : null;

function supported(map: NameMap | null): NameMap {
  if (map) return map;
  throw new ComError(MAPI_E_NO_SUPPORT, 'the object has no named properties');
}

function requireNames(names: readonly MAPINAMEID[]): void {
  if (!Array.isArray(names) || names.length === 0)
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'lppPropNames must be an array with at least one name');
  if (names.length > namedTags)
    throw new ComError(MAPI_E_TOO_BIG, `${names.length} names are more than there can be identifiers (${namedTags})`);
  for (const name of names as readonly (MAPINAMEID | null | undefined)[]) {
    const sound =
      typeof name?.lpguid === 'string' &&
      ((name.ulKind === MNID_ID && Number.isInteger(name.Kind)) ||
        (name.ulKind === MNID_STRING && typeof name.Kind === 'string'));
    if (!sound) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lppPropNames holds something that is no name');
  }
}

const answer = (lppPropTags: readonly PropTag[], lpppPropNames: readonly (MAPINAMEID | null)[]): PropNames =>
  Object.freeze({ lppPropTags: Object.freeze(lppPropTags), lpppPropNames: Object.freeze(lpppPropNames) });
