import { afterEach, describe, test } from 'vitest';
import { type AnyIid, guidFromBytes, type IUnknown, ok, slots } from '../../../src/com/index.js';
import {
  IAddrBook,
  IMAPISession,
  IMAPIStatus,
  IMsgServiceAdmin,
  IProfAdmin,
  IProfSect,
  IProviderAdmin,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  PR_ENTRYID,
  PR_SERVICE_UID,
} from '../../../src/mapi/index.js';
import { MAPIAdminProfiles, MAPILogonEx } from '../../../src/subsystem/index.js';
import { type Hands, pester } from '../../providers/store/conformance/nonsense.js';
import { useLedger } from '../../support/ledger.js';
import { PostOffice, testTransport } from '../spooler/post-office.js';

const targets: readonly (readonly [AnyIid, keyof Objects])[] = [
  [IMAPISession, 'session'],
  [IAddrBook, 'book'],
  [IMAPIStatus, 'status'],
  [IProfAdmin, 'profiles'],
  [IMsgServiceAdmin, 'services'],
  [IProviderAdmin, 'providers'],
  [IProfSect, 'section'],
];

interface Objects {
  readonly session: IMAPISession;
  readonly book: IAddrBook;
  readonly status: IMAPIStatus;
  readonly profiles: IProfAdmin;
  readonly services: IMsgServiceAdmin;
  readonly providers: IProviderAdmin;
  readonly section: IProfSect;
}

const cases = targets.flatMap(([iid, name]) =>
  slots(iid)
    // Whoever logs off has nothing more to say.
    .filter((slot) => slot.declaredBy.base !== null && slot.name !== 'Logoff')
    .map((slot) => ({ name, method: slot.name, inputs: slot.signature.inputs })),
);

describe('A call that makes no sense is answered by a code, never by an exception', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  /** One of each object of a session, and of the administration of its profile. */
  async function opened(): Promise<Objects> {
    const session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_NO_MAIL));
    using table = await ok(session.GetStatusTable(0));
    const [row] = await ok(table.QueryRows(1, 0));
    const entry = await ok(session.OpenEntry(row?.get(PR_ENTRYID) as Uint8Array, IMAPIStatus, 0));
    const profiles = await ok(MAPIAdminProfiles(0));
    const services = await ok(session.AdminServices(0));
    using list = await ok(services.GetMsgServiceTable(0));
    const [first] = await ok(list.QueryRows(1, 0));
    const providers = await ok(services.AdminProviders(guidFromBytes(first?.get(PR_SERVICE_UID) as Uint8Array), 0));
    return {
      session,
      book: await ok(session.OpenAddressBook(0, null, 0)),
      status: entry.lppUnk,
      profiles,
      services,
      providers,
      section: await ok(profilesSection(session)),
    };
  }
  const profilesSection = (session: IMAPISession) =>
    session.OpenProfileSection('{01020304-0506-0708-090A-0B0C0D0E0F10}' as never, IProfSect, MAPI_MODIFY);

  test.each(targets.map(([, name]) => name))('by the %s', async (name) => {
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked }));
    const objects = await opened();
    const released = await ok(MAPIAdminProfiles(0));
    released.Release();
    const hands: Hands = { alive: Object.values(objects), released, entryIds: [new Uint8Array(24).fill(7)] };
    try {
      for (const { method, inputs } of cases.filter((each) => each.name === name))
        await pester(objects[name], method, inputs, hands);
    } finally {
      for (const one of Object.values(objects).reverse() as IUnknown[]) if (one !== objects.session) one.Release();
      await objects.session.Logoff(0, 0, 0);
      objects.session.Release();
    }
  });
});
