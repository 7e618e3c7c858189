import { afterEach, describe, expect, test } from 'vitest';
import { type Guid, guid, guidFromBytes, guidToBytes, ok } from '../../../src/com/index.js';
import {
  LOGON_SP_RESOLVE,
  MAPI_CC,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_PROVIDER_UID,
  PR_RECIPIENT_TYPE,
  PR_RESOURCE_TYPE,
  PR_SUBJECT_W,
  prop,
  STATUS_XP_PREFER_LAST,
} from '../../../src/mapi/index.js';
import { MAPIAdminProfiles } from '../../../src/subsystem/index.js';
import { chosenTransport, type Taker } from '../../../src/subsystem/spooler/choose.js';
import { recipientsOf, valueIn } from '../../../src/subsystem/submit/recipients.js';
import { useLedger } from '../../support/ledger.js';
import { compose, recipient, submitted } from '../../support/store-programs/client.js';
import { type Behaviour, column, flush, inboxOf, PostOffice, submit, testTransport } from './post-office.js';

const book: Guid = guid('11111111-2222-3333-4444-555555555555');
const otherBook: Guid = guid('99999999-2222-3333-4444-555555555555');

/** An entry identifier that a provider with this UID has made. */
const entryOf = (uid: Guid): Uint8Array => new Uint8Array([0, 0, 0, 0, ...guidToBytes(uid), 1, 2, 3, 4]);

describe('The transport that gets the first try at a recipient (IXPLogon::AddressTypes)', () => {
  const taker = (
    name: string,
    addressTypes: readonly string[],
    ...uids: readonly Guid[]
  ): Taker & { name: string } => ({
    uid: guid('00000000-0000-0000-0000-000000000000'),
    name,
    addressTypes,
    uids,
  });
  const chosen = (takers: readonly (Taker & { name: string })[], address: string, uid: Guid | null = null) =>
    chosenTransport(recipient(address, 1, uid === null ? [] : [prop(PR_ENTRYID, entryOf(uid))]), takers)?.name ?? null;

  test('is by UID before it is by address type, though another transport of that type comes first', () => {
    const takers = [taker('by type', ['SMTP']), taker('by uid', [], book)];
    expect(chosen(takers, 'a@x.org', book)).toBe('by uid');
    expect(chosen(takers, 'a@x.org', otherBook)).toBe('by type');
    expect(chosen(takers, 'a@x.org')).toBe('by type');
  });

  test('is the first in transport order of several that take the UID, or the type', () => {
    const takers = [taker('one', ['FAX']), taker('two', ['SMTP'], book), taker('three', ['SMTP'], book)];
    expect(chosen(takers, 'a@x.org', book)).toBe('two');
    expect(chosen(takers, 'a@x.org')).toBe('two');
    expect(chosen([...takers].reverse(), 'a@x.org')).toBe('three');
  });

  test('takes recipients of any type when it tells no types at all, of none when it tells an empty one', () => {
    const takers = [taker('none', ['']), taker('fax', ['FAX']), taker('any', [])];
    expect(chosen(takers, 'a@x.org')).toBe('any');
    expect(chosen([...takers].reverse(), 'a@x.org', otherBook)).toBe('any');
    expect(chosen(takers.slice(0, 2), 'a@x.org')).toBeNull();
    // One who has no type was never resolved.
    const nobody = [prop(PR_DISPLAY_NAME_W, 'Ann'), prop(PR_ADDRTYPE_W, '')];
    expect(chosenTransport(nobody, takers)).toBeNull();
    expect(chosenTransport(nobody.slice(0, 1), takers)).toBeNull();
  });

  test('is nobody for a type that differs in case, and for nobody’s UID and type', () => {
    expect(chosen([taker('one', ['smtp'], book)], 'a@x.org', otherBook)).toBeNull();
    expect(chosen([], 'a@x.org', book)).toBeNull();
  });
});

describe('Transports in a session', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  let asked: string[] = [];
  const transport = (name: string, takes: (address: string) => boolean, more: Partial<Behaviour> = {}) =>
    testTransport(name, {
      submit: (all) => {
        asked.push(`${name}: ${all.join(', ')}`);
        return all.filter(takes);
      },
      ...more,
    });

  async function send(to: readonly string[], uid: Guid | null = null): Promise<void> {
    asked = [];
    await office.session(async (session, store) => {
      await submit(store, 'Hi', to, [], uid === null ? [] : [prop(PR_ENTRYID, entryOf(uid))]);
      await flush(session);
    });
  }

  test('one that declines by UID leaves the recipient to the next by UID, then to those by address type', async () => {
    office = await PostOffice.open(
      transport('TYPE', () => true),
      transport('UID1', () => false, { types: [''], uids: [book] }),
      transport('UID2', () => false, { types: [''], uids: [book] }),
    );
    await send(['a@x.org'], book);
    expect(asked).toEqual(['UID1: a@x.org', 'UID2: a@x.org', 'TYPE: a@x.org']);
  });

  test('one with STATUS_XP_PREFER_LAST comes last, whenever it was added; MsgServiceTransportOrder overrides it', async () => {
    office = await PostOffice.open(
      transport('LAST', () => true, { resourceFlags: STATUS_XP_PREFER_LAST }),
      transport('ONE', (address) => address.startsWith('one')),
    );
    await send(['one@x.org', 'two@x.org']);
    expect(asked).toEqual(['ONE: one@x.org, two@x.org', 'LAST: two@x.org']);
    {
      using admin = await ok(MAPIAdminProfiles(0));
      using services = await ok(admin.AdminServices('Work', null, 0, 0));
      using table = await ok(services.GetProviderTable(0));
      await ok(table.SetColumns([PR_PROVIDER_UID, PR_RESOURCE_TYPE], 0));
      const uids = (await ok(table.QueryRows(20, 0)))
        .filter((row) => row.get(PR_RESOURCE_TYPE) === MAPI_TRANSPORT_PROVIDER)
        .map((row) => guidFromBytes(row.get(PR_PROVIDER_UID) as Uint8Array));
      await ok(services.MsgServiceTransportOrder([...uids].reverse(), 0));
    }
    await send(['one@x.org', 'two@x.org']);
    expect(asked).toEqual(['LAST: one@x.org, two@x.org']);
  });

  test('NULL for the types is any type; an empty type is in nobody’s list (EnumAdrTypes)', async () => {
    const none = { types: [''] };
    office = await PostOffice.open(
      transport('Hook', () => true, none),
      transport('LAN', () => true, { types: null as never, uids: null as never }),
      transport('LETTERS', () => true),
    );
    await office.session(async (session) => expect(await ok(session.EnumAdrTypes(0))).toEqual(['SMTP']));
    await send(['a@x.org']);
    expect(asked).toEqual(['LAN: a@x.org']);
  });

  test('sees the whole address of those whom another one takes, as LOGON_SP_RESOLVE asks for', async () => {
    const seen: (readonly (string | null)[])[] = [];
    const resolving: Partial<Behaviour> = {
      flags: LOGON_SP_RESOLVE,
      submit: async (all, _subject, message) => {
        for (const row of await recipientsOf(message))
          seen.push([PR_DISPLAY_NAME_W, PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W].map((tag) => valueIn(row, tag)));
        return all;
      },
    };
    office = await PostOffice.open(
      transport('MAIL', () => true, resolving),
      transport('FAXES', () => true, { types: ['FAX'] }),
    );
    await office.session(async (session, store) => {
      using addressBook = await ok(session.OpenAddressBook(0, null, 0));
      const fay = await ok(addressBook.CreateOneOff('Fay', 'FAX', '555-1234', MAPI_UNICODE));
      // The sender has written no more of her than whose entry it is.
      const named = [prop(PR_DISPLAY_NAME_W, 'Fay'), prop(PR_ENTRYID, fay), prop(PR_RECIPIENT_TYPE, MAPI_CC)];
      using message = await compose(store, 'Hi', [recipient('a@x.org'), named]);
      await submitted(message);
      await flush(session);
    });
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(['Fay', 'FAX', '555-1234']);
  });

  test('when none is left that takes a recipient, a report says so', async () => {
    office = await PostOffice.open(transport('UID1', () => false, { types: [''], uids: [book] }));
    await send(['a@x.org'], book);
    expect(asked).toEqual(['UID1: a@x.org']);
    await office.session(async (_session, store) => {
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(['Undeliverable: Hi']);
    });
  });
});
