import { com, type Guid, guidToBytes } from '../../com/index.js';
import {
  ascend,
  IMAPITable,
  PR_DEFAULT_PROFILE,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_INSTANCE_KEY,
  PR_PROVIDER_DISPLAY_A,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_A,
  PR_PROVIDER_DLL_NAME_W,
  PR_PROVIDER_ORDINAL,
  PR_PROVIDER_UID,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_ROWID,
  PR_SERVICE_DLL_NAME_W,
  PR_SERVICE_ENTRY_NAME,
  PR_SERVICE_NAME_A,
  PR_SERVICE_NAME_W,
  PR_SERVICE_SUPPORT_FILES_W,
  PR_SERVICE_UID,
  type PropTag,
  type PropValue,
  prop,
  type SSortOrderSet,
  sortBy,
  TBLTYPE_SNAPSHOT,
} from '../../mapi/index.js';
import { MemoryRows, Table } from '../tables/index.js';
import type { ProfileDocument, ProfileEntry, SectionEntry } from './document.js';
import { providerKinds } from './services.js';
import { extraSectionsOf, providersOf, servicesOf, shownFlags } from './tree.js';

/** A table of the rows as they are now, which follows nothing: in their own order unless told. */
export function snapshot(
  columns: readonly PropTag[],
  rows: readonly (readonly PropValue[])[],
  index: PropTag = PR_INSTANCE_KEY,
  order: SSortOrderSet = sortBy(),
): IMAPITable {
  const held = new MemoryRows({ index, columns, tableType: TBLTYPE_SNAPSHOT });
  held.put(rows);
  return com(new Table(held, { columns, order }), IMAPITable);
}

/**
 * The table of profiles: names, and which is the default one.
 *
 * @param document the profiles
 * @param apps whether profiles of programs are listed, too
 * @spec profile-tables
 */
export function profileTable({ profiles, default: named }: ProfileDocument, apps: boolean): IMAPITable {
  const shown = [...profiles].filter(([, { app, pending }]) => (apps || !app) && pending?.what !== 'delete');
  const rows = shown.map(([name]) => [prop(PR_DISPLAY_NAME_W, name), prop(PR_DEFAULT_PROFILE, name === named)]);
  return snapshot([PR_DISPLAY_NAME_W, PR_DEFAULT_PROFILE], rows, PR_DISPLAY_NAME_W);
}

/**
 * The table of a profile's services, by their names unless somebody sorts it.
 *
 * @spec message-service-tables
 */
export function serviceTable(entry: ProfileEntry): IMAPITable {
  const rows = servicesOf(entry).map((uid, index) => [
    prop(PR_INSTANCE_KEY, guidToBytes(uid)),
    prop(PR_ROWID, index),
    ...chosen(entry.sections.get(uid), serviceColumns),
    prop(PR_RESOURCE_FLAGS, shownFlags(entry, uid)),
  ]);
  return snapshot([PR_INSTANCE_KEY, ...serviceColumns], rows, PR_INSTANCE_KEY, sortBy(ascend(PR_DISPLAY_NAME_W)));
}

/**
 * The table of providers, those of one kind after those of another, each kind in its order.
 *
 * @param entry the profile
 * @param service shows the providers of one service alone
 * @param unicode whether texts are Unicode unless columns are set
 * @spec provider-tables
 */
export function providerTable(entry: ProfileEntry, service: Guid | null = null, unicode = true): IMAPITable {
  const rows = providerKinds.flatMap((kind) =>
    providersOf(entry, kind).flatMap((uid, ordinal) => {
      const section = entry.sections.get(uid);
      if (service !== null && section?.owner !== service) return [];
      return [
        [
          prop(PR_INSTANCE_KEY, guidToBytes(uid)),
          prop(PR_PROVIDER_ORDINAL, ordinal),
          ...chosen(section, providerColumns),
          prop(PR_RESOURCE_FLAGS, shownFlags(entry, uid)),
        ],
      ];
    }),
  );
  // What a service keeps besides its providers is no provider: its rows have no PR_RESOURCE_TYPE.
  const extra = service === null ? [] : extraSectionsOf(entry, service).map((uid) => extraRow(entry, uid, service));
  const columns = unicode ? providerColumns : providerColumns.map((tag) => narrow.get(tag) ?? tag);
  return snapshot([PR_INSTANCE_KEY, PR_PROVIDER_ORDINAL, ...columns], [...rows, ...extra]);
}

function extraRow(entry: ProfileEntry, uid: Guid, service: Guid): readonly PropValue[] {
  const shown = chosen(entry.sections.get(uid), [PR_DISPLAY_NAME_W, PR_PROVIDER_DISPLAY_W]);
  const own = [prop(PR_PROVIDER_UID, guidToBytes(uid)), prop(PR_SERVICE_UID, guidToBytes(service))];
  return [prop(PR_INSTANCE_KEY, guidToBytes(uid)), ...shown, ...own];
}

const serviceColumns: readonly PropTag[] = [
  PR_DISPLAY_NAME_W,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  PR_SERVICE_DLL_NAME_W,
  PR_SERVICE_ENTRY_NAME,
  PR_SERVICE_SUPPORT_FILES_W,
  PR_RESOURCE_FLAGS,
];

const providerColumns: readonly PropTag[] = [
  PR_DISPLAY_NAME_W,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_W,
  PR_PROVIDER_UID,
  PR_RESOURCE_TYPE,
  PR_RESOURCE_FLAGS,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
];

const narrow: ReadonlyMap<PropTag, PropTag> = new Map<PropTag, PropTag>([
  [PR_DISPLAY_NAME_W, PR_DISPLAY_NAME_A],
  [PR_PROVIDER_DISPLAY_W, PR_PROVIDER_DISPLAY_A],
  [PR_PROVIDER_DLL_NAME_W, PR_PROVIDER_DLL_NAME_A],
  [PR_SERVICE_NAME_W, PR_SERVICE_NAME_A],
]);

/** Properties of a section; the flags that tables show are others than those that it has. */
const chosen = (section: SectionEntry | undefined, tags: readonly PropTag[]): readonly PropValue[] =>
  tags
    .filter((tag) => tag !== PR_RESOURCE_FLAGS)
    .map((tag) => section?.props.get(tag >>> 16))
    .filter((entry) => entry !== undefined);
