import { ComError } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  isPropError,
  MAPI_AMBIGUOUS,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_RESOLVED,
  MAPI_UNRESOLVED,
  matches,
  PR_DISPLAY_NAME_W,
  PropRow,
  type PropTag,
  type PropValue,
  PT_STRING8,
  propError,
  propId,
  propType,
  type ResolvedNames,
  type Restriction,
} from '../../mapi/index.js';
import { exactly, meant } from './anrtable.js';
import { propInWidth, recipientTags } from './columns.js';

/**
 * Looks for names among entries: who is named exactly so, or else who may be meant.
 *
 * @param entries the properties of each entry
 * @param wanted the properties that resolved recipients get; null for what a recipient list needs
 * @param unicode whether texts are PT_UNICODE
 * @param list the recipients
 * @param flags what became of each so far
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when there are not as many flags as recipients
 * @spec iabcontainer-resolvenames
 */
export function resolveAmong(
  entries: readonly ReadonlyMap<number, PropValue>[],
  wanted: readonly PropTag[] | null,
  unicode: boolean,
  list: AdrList,
  flags: readonly number[],
): ResolvedNames {
  if (!Array.isArray(list) || !Array.isArray(flags) || list.length !== flags.length)
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpFlagList has not a flag for each recipient of lpAdrList');
  const rows = entries.map((props) => ({ props, row: PropRow.fromProps([...props.values()]) }));
  const found = (test: Restriction) => rows.filter(({ row }) => matches(test, row));
  const [lpAdrList, lpFlagList] = [[...list], [...flags]];
  for (const [at, entry] of (list as AdrList).entries()) {
    const name = entry.find(([tag]) => propId(tag) === propId(PR_DISPLAY_NAME_W))?.[1];
    if (flags[at] !== MAPI_UNRESOLVED || typeof name !== 'string' || name.trim() === '') continue;
    const exact = found(exactly(name));
    const [match, another] = exact.length > 0 ? exact : found(meant(name));
    if (!match) continue;
    lpFlagList[at] = another ? MAPI_AMBIGUOUS : MAPI_RESOLVED;
    if (!another) lpAdrList[at] = withProps(entry, match.props, wanted, unicode);
  }
  return Object.freeze({ lpAdrList: Object.freeze(lpAdrList), lpFlagList: Object.freeze(lpFlagList) });
}

/**
 * A recipient with properties of the entry that it is: those wanted first, `PT_ERROR` where there is none, then what it had.
 *
 * @param entry the recipient
 * @param props the entry's properties
 * @param wanted the properties; null for what a recipient list needs
 * @param unicode whether texts are PT_UNICODE
 */
export function withProps(
  entry: AdrEntry,
  props: ReadonlyMap<number, PropValue>,
  wanted: readonly PropTag[] | null,
  unicode: boolean,
): AdrEntry {
  const tags = wanted ?? recipientTags.filter((tag) => props.has(propId(tag)));
  const set = tags.map((tag) => {
    const has = props.get(propId(tag)) ?? entry.find(([own]) => propId(own) === propId(tag));
    return has ? propInWidth(has, unicode) : propError(tag, MAPI_E_NOT_FOUND);
  });
  // Resolved is who has an entry ID, asked for or not.
  const always = recipientTags.slice(0, 1).flatMap((tag) => (tags.includes(tag) ? [] : [props.get(propId(tag))]));
  const all = [...set, ...always.filter((one) => one !== undefined)];
  const ids = new Set(all.map(([tag]) => propId(tag)));
  return Object.freeze([...all, ...entry.filter(([tag]) => !ids.has(propId(tag)))]);
}

/**
 * A recipient made ready to be stored: the properties wanted first, in their order, as it has them already or else as the entry
 * does, `PT_ERROR` where neither has one; then what it had besides.
 *
 * @param entry the recipient
 * @param props the properties of the entry that it is
 * @param wanted the properties
 * @spec iablogon-preparerecips
 */
export function prepared(entry: AdrEntry, props: ReadonlyMap<number, PropValue>, wanted: readonly PropTag[]): AdrEntry {
  const first = wanted.map((tag) => {
    const has = entry.find((own) => propId(own[0]) === propId(tag) && !isPropError(own)) ?? props.get(propId(tag));
    return has ? propInWidth(has, propType(tag) !== PT_STRING8) : propError(tag, MAPI_E_NOT_FOUND);
  });
  const ids = new Set(wanted.map(propId));
  return Object.freeze([...first, ...entry.filter(([tag]) => !ids.has(propId(tag)))]);
}
