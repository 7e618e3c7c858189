import {
  ComError,
  com,
  type Guid,
  guidToBytes,
  type HResult,
  type Impl,
  newGuid,
  ok,
  S_OK,
} from '../../../src/com/index.js';
import {
  AB_RECIPIENTS,
  AB_UNMODIFIABLE,
  CURRENT_SPI_VERSION,
  DT_GLOBAL,
  DT_MAILUSER,
  type EntryId,
  IABContainer,
  IABLogon,
  IABProvider,
  type IMAPISupport,
  IMAPITable,
  MAPI_AB_PROVIDER,
  MAPI_ABCONT,
  MAPI_E_NO_SUPPORT,
  MAPI_MAILUSER,
  type MSGSERVICEENTRY,
  PR_ADDRTYPE_W,
  PR_ANR_W,
  PR_CONTAINER_FLAGS,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_RESOURCE_METHODS,
  PR_STATUS_CODE,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  TBLTYPE_SNAPSHOT,
} from '../../../src/mapi/index.js';
import { MemoryRows, type MessageService, Table } from '../../../src/subsystem/index.js';

/** What an address book of a test's own does. */
export interface BookBehaviour {
  /** Called at logon; throws to fail. */
  logon?(support: IMAPISupport): void | Promise<void>;
  /** The entry point of its service. */
  readonly entry?: MSGSERVICEENTRY;
  /** Methods of its logon besides or instead of the usual ones. */
  readonly methods?: Partial<Impl<IABLogon>>;
  /** Methods of its container instead of the usual ones. */
  readonly container?: Readonly<Record<string, unknown>>;
  /** The answer of ResolveNames; `MAPI_E_NO_SUPPORT` without it. */
  readonly resolve?: HResult;
}

/** A message service with a global address list of the test's own, which cannot resolve names but by a restriction. */
export function testBook(name: string, people: readonly string[], behaviour: BookBehaviour = {}): MessageService {
  const uid: Guid = newGuid();
  const idOf = (text: string): EntryId =>
    new Uint8Array(Buffer.concat([Buffer.alloc(4), guidToBytes(uid), Buffer.from(text)]));
  const table = (rows: readonly (readonly PropValue[])[], columns: readonly PropValue[]): IMAPITable => {
    const held = new MemoryRows({
      index: PR_ENTRYID,
      columns: columns.map(([tag]) => tag),
      tableType: TBLTYPE_SNAPSHOT,
    });
    held.put(rows);
    return com(new Table(held), IMAPITable);
  };
  const self: readonly PropValue[] = [
    prop(PR_ENTRYID, idOf('list')),
    prop(PR_DISPLAY_NAME_W, name),
    prop(PR_OBJECT_TYPE, MAPI_ABCONT),
    prop(PR_DISPLAY_TYPE, DT_GLOBAL),
    prop(PR_CONTAINER_FLAGS, AB_RECIPIENTS | AB_UNMODIFIABLE),
    prop(PR_DEPTH, 0),
  ];
  const rows = people.map((one) => [
    prop(PR_ENTRYID, idOf(one)),
    prop(PR_DISPLAY_NAME_W, one),
    prop(PR_ANR_W, one.split(' ')[0] as string),
    prop(PR_ADDRTYPE_W, 'SMTP'),
    prop(PR_EMAIL_ADDRESS_W, `${one.replaceAll(' ', '.')}@${name}`),
    prop(PR_OBJECT_TYPE, MAPI_MAILUSER),
    prop(PR_DISPLAY_TYPE, DT_MAILUSER),
  ]);
  const container = {
    GetHierarchyTable: () => table([self], self),
    GetContentsTable: () => table(rows, rows[0] ?? self),
    ResolveNames: (): never => {
      throw new ComError(behaviour.resolve ?? MAPI_E_NO_SUPPORT, 'as the test says');
    },
  };
  const logon = {
    OpenEntry: () => ({
      lpulObjType: MAPI_ABCONT,
      lppUnk: com({ ...container, ...behaviour.container } as unknown as Impl<IABContainer>, IABContainer),
    }),
    CompareEntryIDs: (one: EntryId, other: EntryId) => (Buffer.compare(one, other) === 0 ? 1 : 0),
    Logoff: () => {},
    OpenStatusEntry: (): never => {
      throw new ComError(MAPI_E_NO_SUPPORT, 'no status object');
    },
  };
  const provider = {
    Logon: async (support: IMAPISupport) => {
      await behaviour.logon?.(support);
      await ok(support.SetProviderUID(uid, 0));
      await ok(
        support.ModifyStatusRow(
          [prop(PR_DISPLAY_NAME_W, name), prop(PR_STATUS_CODE, STATUS_AVAILABLE), prop(PR_RESOURCE_METHODS, 0)],
          0,
        ),
      );
      const lppABLogon = com({ ...logon, ...behaviour.methods } as unknown as Impl<IABLogon>, IABLogon);
      return { lppbSecurity: new Uint8Array(0), lppMAPIError: null, lppABLogon };
    },
    Shutdown: () => {},
  };
  return {
    name,
    displayName: name,
    dllName: 'test',
    ...(behaviour.entry ? { entry: { name: 'ServiceEntry', call: behaviour.entry } } : {}),
    providers: [
      {
        resourceType: MAPI_AB_PROVIDER,
        name: 'AB',
        displayName: name,
        providerDisplay: 'Test address books',
        init: async () => [
          S_OK,
          {
            lpulProviderVer: CURRENT_SPI_VERSION,
            lppABProvider: com({ ...provider } as unknown as Impl<IABProvider>, IABProvider),
          },
        ],
      },
    ],
  };
}
