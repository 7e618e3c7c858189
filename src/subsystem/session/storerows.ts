import { type Guid, guidToBytes, ok } from '../../com/index.js';
import {
  type EntryId,
  type IMsgStore,
  MAPI_STORE,
  MAPI_STORE_PROVIDER,
  MAPI_UNICODE,
  PR_DEFAULT_STORE,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_MDB_PROVIDER,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_A,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_W,
  PR_RECORD_KEY,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  type PropTag,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import type { SectionEntry } from '../profile/document.js';
import type { Profile } from '../profile/profile.js';
import { propOf, setProps } from '../profile/tree.js';
import { isWrappedStore, unwrapStoreEntryId, wrapStoreEntryId } from './storewrap.js';

/** The columns of the table of stores. @spec message-store-tables */
export const storeColumns: readonly PropTag[] = [
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_DEFAULT_STORE,
  PR_INSTANCE_KEY,
  PR_MDB_PROVIDER,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_W,
  PR_RECORD_KEY,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
];

/** The same with text in 8 bits. */
export const narrowStoreColumns: readonly PropTag[] = storeColumns.map((tag) =>
  tag === PR_DISPLAY_NAME_W ? PR_DISPLAY_NAME_A : tag === PR_PROVIDER_DISPLAY_W ? PR_PROVIDER_DISPLAY_A : tag,
);

/** A store's own entry ID, as the profile has it: some providers write it wrapped. */
export function ownEntryId(section: SectionEntry | undefined): EntryId | null {
  const entryId = propOf(section, PR_ENTRYID);
  return entryId && isWrappedStore(entryId) ? unwrapStoreEntryId(entryId).entryId : entryId;
}

/** The entry ID of a store as clients see it. */
export const wrappedIn = (section: SectionEntry | undefined, entryId: EntryId): EntryId =>
  wrapStoreEntryId(propOf(section, PR_PROVIDER_DLL_NAME_W) ?? '', entryId);

/**
 * A store of the profile as a row of the table.
 *
 * @param uid PR_PROVIDER_UID
 * @param section its section of the profile
 * @param flags its resource flags
 * @param isDefault whether it is the default store
 * @returns the row; none for a store that never told its entry ID
 */
export function storeRow(
  uid: Guid,
  section: SectionEntry | undefined,
  flags: number,
  isDefault: boolean,
): readonly (readonly PropValue[])[] {
  const entryId = ownEntryId(section);
  if (!section || !entryId) return [];
  const taken = [PR_DISPLAY_NAME_W, PR_PROVIDER_DISPLAY_W, PR_RECORD_KEY, PR_MDB_PROVIDER] as readonly PropTag[];
  return [
    [
      prop(PR_INSTANCE_KEY, guidToBytes(uid)),
      prop(PR_ENTRYID, wrappedIn(section, entryId)),
      prop(PR_OBJECT_TYPE, MAPI_STORE),
      prop(PR_RESOURCE_TYPE, MAPI_STORE_PROVIDER),
      prop(PR_RESOURCE_FLAGS, flags),
      prop(PR_DEFAULT_STORE, isDefault),
      ...taken.flatMap((tag) => {
        const value = propOf(section, tag);
        return value === null ? [] : [[tag, value] as const];
      }),
    ],
  ];
}

/**
 * Has a store tell its entry ID, name and keys, and keeps them in the profile.
 *
 * @param profile the profile
 * @param uid PR_PROVIDER_UID
 * @param store the store
 */
export async function learnStore(profile: Profile, uid: Guid, store: IMsgStore): Promise<void> {
  const wanted = [PR_STORE_ENTRYID, PR_DISPLAY_NAME_W, PR_STORE_RECORD_KEY, PR_MDB_PROVIDER] as const;
  const row = await ok(store.GetProps(wanted, MAPI_UNICODE));
  const entryId = row.get(PR_STORE_ENTRYID);
  if (!entryId) return;
  // A store that has written its part of the profile itself knows best.
  if (ownEntryId(profile.section(uid))) return;
  const own = isWrappedStore(entryId) ? unwrapStoreEntryId(entryId).entryId : entryId;
  const key = row.get(PR_STORE_RECORD_KEY);
  const kind = row.get(PR_MDB_PROVIDER);
  const name = row.get(PR_DISPLAY_NAME_W);
  profile.change((entry) => {
    const section = entry.sections.get(uid);
    if (!section) return;
    setProps(section, [
      prop(PR_ENTRYID, own),
      ...(key ? [prop(PR_RECORD_KEY, key)] : []),
      ...(kind ? [prop(PR_MDB_PROVIDER, kind)] : []),
      ...(name ? [prop(PR_DISPLAY_NAME_W, name)] : []),
    ]);
  });
}
