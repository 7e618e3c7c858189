import { log } from '../../base/index.js';
import { ComError, nameOf, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  changePropType,
  type EntryId,
  eq,
  IABContainer,
  isPropError,
  MAPI_AMBIGUOUS,
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_NO_SUPPORT,
  MAPI_RESOLVED,
  MAPI_UNICODE,
  MAPI_UNRESOLVED,
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
 * @param unicode whether the texts of resolved recipients are PT_UNICODE, else PT_STRING8
 * @spec iaddrbook-resolvename
 */
export async function resolveNames(
  core: SessionCore,
  given: AdrList,
  path: () => Promise<readonly EntryId[]>,
  unicode: boolean,
): Promise<Resolution> {
  const first = given.map((entry) => (isResolved(entry) ? entry : oneOffOf(entry)));
  let resolution: Resolution = {
    list: first.map((entry, at) => entry ?? (given[at] as AdrEntry)),
    states: first.map((entry) => (entry ? MAPI_RESOLVED : MAPI_UNRESOLVED)),
  };
  // Providers are not logged on for addresses alone.
  const containers = resolution.states.includes(MAPI_UNRESOLVED) ? await path() : [];
  for (const entryId of containers)
    if (resolution.states.includes(MAPI_UNRESOLVED)) resolution = await within(core, entryId, resolution);
  const list = resolution.list.map((entry, at) => (unicode || entry === given[at] ? entry : narrow(entry)));
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
async function within(core: SessionCore, entryId: EntryId, before: Resolution): Promise<Resolution> {
  try {
    const { lppUnk } = await core.openEntry(entryId, IABContainer, 0);
    using container = lppUnk as IABContainer;
    const [hr, found] = await container.ResolveNames(null, MAPI_UNICODE, before.list, before.states);
    if (found) return { list: found.lpAdrList, states: found.lpFlagList };
    if (hr !== MAPI_E_NO_SUPPORT && hr !== MAPI_E_BAD_CHARWIDTH)
      throw new ComError(hr, `a container of the address book cannot look for names: ${nameOf(hr)}`);
    return await byRestriction(container, before);
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    log.warn(error.message);
    return before;
  }
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

/** The texts that the page names are in the width asked for. */
const narrow = (entry: AdrEntry): AdrEntry =>
  entry.map((one) =>
    propType(one[0]) === PT_UNICODE && texts.includes(propId(one[0]))
      ? [changePropType(one[0], PT_STRING8), narrowed(one[1] as string, defaultCodePage)]
      : one,
  );

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
