import { log } from '../../base/index.js';
import { ComError, type HResult, nameOf, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  changePropType,
  type EntryId,
  eq,
  IABContainer,
  isPropError,
  MAPI_AMBIGUOUS,
  MAPI_CACHE_ONLY,
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_RESOLVED,
  MAPI_UNICODE,
  MAPI_UNRESOLVED,
  PR_7BIT_DISPLAY_NAME_A,
  PR_ADDRTYPE_W,
  PR_ANR_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_SEARCH_KEY,
  PR_SMTP_ADDRESS_W,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  type PropValue,
  PT_STRING8,
  PT_UNICODE,
  propId,
  propType,
} from '../../mapi/index.js';
import { defaultCodePage, narrowed } from '../props/index.js';
import type { SessionCore } from '../session/core.js';
import { oneOffProps } from './mailuser.js';
import { createOneOffEntryId } from './oneoff.js';
import { addressInName } from './resolve.js';

/** Recipients on their way to being resolved. */
export interface Resolution {
  /** The recipients, those resolved with their properties. */
  readonly list: AdrList;
  /** MAPI_RESOLVED, MAPI_AMBIGUOUS or MAPI_UNRESOLVED of each. */
  readonly states: readonly number[];
}

/**
 * Finds who is meant: an address becomes a one-off recipient, a name is looked for in one container after the other.
 *
 * @param core the session
 * @param given the recipients; one with an entry ID is resolved already
 * @param path the containers
 * @param flags `MAPI_UNICODE` for recipients whose texts are PT_UNICODE, else they are PT_STRING8; `MAPI_CACHE_ONLY` for containers that
 *   can look into a copy
 * @spec iaddrbook-resolvename
 */
export async function resolveNames(
  core: SessionCore,
  given: AdrList,
  path: () => Promise<readonly EntryId[]>,
  flags: number,
): Promise<Resolution> {
  const first = given.map((entry) => (isResolved(entry) ? entry : oneOffOf(entry)));
  let resolution: Resolution = {
    list: first.map((entry, at) => entry ?? (given[at] as AdrEntry)),
    states: first.map((entry) => (entry ? MAPI_RESOLVED : MAPI_UNRESOLVED)),
  };
  // Providers are not logged on for addresses alone.
  const containers = resolution.states.includes(MAPI_UNRESOLVED) ? await path() : [];
  for (const entryId of containers)
    if (resolution.states.includes(MAPI_UNRESOLVED)) resolution = await within(core, entryId, resolution, flags);
  const type = (flags & MAPI_UNICODE) !== 0 ? PT_UNICODE : PT_STRING8;
  const list = resolution.list.map((entry, at) =>
    entry === given[at] || resolution.states[at] !== MAPI_RESOLVED ? entry : inWidth(entry, type),
  );
  return { list: Object.freeze(list), states: resolution.states };
}

/** The name of a recipient who is to be resolved. */
export const nameIn = (entry: AdrEntry): string => {
  const name = entry.find(([tag]) => propId(tag) === propId(PR_DISPLAY_NAME_W))?.[1];
  return typeof name === 'string' ? name : '';
};

/** One without properties stands for nobody: dialogs leave it where a recipient was taken away. */
const isResolved = (entry: AdrEntry): boolean => entry.length === 0 || entry.some(([tag]) => tag === PR_ENTRYID);

function oneOffOf(entry: AdrEntry): AdrEntry | null {
  const oneOff = addressInName(nameIn(entry));
  return oneOff && merged(entry, oneOffProps(createOneOffEntryId(oneOff), oneOff));
}

/** Asks one container. One that fails does not keep the others from knowing the name. */
async function within(core: SessionCore, entryId: EntryId, before: Resolution, flags: number): Promise<Resolution> {
  try {
    const { lppUnk } = await core.openEntry(entryId, IABContainer, 0);
    using container = lppUnk as IABContainer;
    const [hr, found] = await asked(container, before, flags & MAPI_CACHE_ONLY);
    if (found) return found;
    if (hr !== MAPI_E_NO_SUPPORT)
      throw new ComError(hr, `a container of the address book cannot look for names: ${nameOf(hr)}`);
    return await byRestriction(container, before);
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    log.warn(error.message);
    return before;
  }
}

/** Has a container look for the names itself: without the flag of caches when it has none, and in 8 bits when it knows no others. */
async function asked(
  container: IABContainer,
  before: Resolution,
  cache: number,
): Promise<readonly [HResult, Resolution | null]> {
  const [hr, found] = await container.ResolveNames(null, (MAPI_UNICODE | cache) >>> 0, before.list, before.states);
  if (found) return [hr, { list: found.lpAdrList, states: found.lpFlagList }];
  if (hr === MAPI_E_UNKNOWN_FLAGS && cache !== 0) return await asked(container, before, 0);
  if (hr !== MAPI_E_BAD_CHARWIDTH) return [hr, null];
  const list = before.list.map((entry) => inWidth(entry, PT_STRING8));
  const [failure, narrow] = await container.ResolveNames(null, cache, list, before.states);
  if (!narrow) return [failure, null];
  // Who was not found stays as he was.
  const left = narrow.lpAdrList.map((entry, at) =>
    before.states[at] === MAPI_UNRESOLVED && narrow.lpFlagList[at] === MAPI_RESOLVED
      ? entry
      : (before.list[at] as AdrEntry),
  );
  return [failure, { list: left, states: narrow.lpFlagList }];
}

async function byRestriction(container: IABContainer, { list, states }: Resolution): Promise<Resolution> {
  using table = await ok(container.GetContentsTable(MAPI_UNICODE));
  await ok(table.SetColumns(columns, 0));
  const [entries, after] = [[...list], [...states]];
  for (const [at, entry] of list.entries()) {
    const name = nameIn(entry).trim();
    if (states[at] !== MAPI_UNRESOLVED || name === '') continue;
    await ok(table.Restrict(eq(PR_ANR_W, name), 0));
    const [match, another] = await ok(table.QueryRows(2, 0));
    if (match && !another)
      entries[at] = merged(
        entry,
        match.toProps().filter((one) => !isPropError(one)),
      );
    if (match) after[at] = another ? MAPI_AMBIGUOUS : MAPI_RESOLVED;
  }
  return { list: entries, states: after };
}

function merged(entry: AdrEntry, props: readonly PropValue[]): AdrEntry {
  const set = new Set(props.map(([tag]) => propId(tag)));
  return Object.freeze([...entry.filter(([tag]) => !set.has(propId(tag))), ...props]);
}

/** The texts that the page names are in the width asked for; one of them is always in 8 bits. */
const inWidth = (entry: AdrEntry, type: number): AdrEntry =>
  entry.map((one) => {
    if (propId(one[0]) === propId(PR_7BIT_DISPLAY_NAME_A)) return inType(one, PT_STRING8);
    return texts.includes(propId(one[0])) ? inType(one, type) : one;
  });

function inType(one: PropValue, type: number): PropValue {
  const own = propType(one[0]);
  if (own === type || (own !== PT_UNICODE && own !== PT_STRING8)) return one;
  const text = one[1] as string;
  return [changePropType(one[0], type), type === PT_STRING8 ? narrowed(text, defaultCodePage) : text];
}

const texts = [PR_ADDRTYPE_W, PR_DISPLAY_NAME_W, PR_EMAIL_ADDRESS_W, PR_TRANSMITABLE_DISPLAY_NAME_W].map(propId);

const columns = [
  PR_ENTRYID,
  PR_DISPLAY_NAME_W,
  PR_ADDRTYPE_W,
  PR_EMAIL_ADDRESS_W,
  PR_SMTP_ADDRESS_W,
  PR_OBJECT_TYPE,
  PR_DISPLAY_TYPE,
  PR_SEARCH_KEY,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
] as const;
