import { afterEach, describe, expect, test } from 'vitest';
import {
  check,
  com,
  createMemoryStream,
  guid,
  ILockBytes,
  type Impl,
  IStream,
  newGuid,
  ok,
  S_OK,
  STG_E_ACCESSDENIED,
  STG_E_FILEALREADYEXISTS,
  STG_E_INVALIDHEADER,
  STGM_READ,
  STGM_READWRITE,
  STGM_SHARE_EXCLUSIVE,
  STREAM_SEEK_SET,
} from '../../../src/com/index.js';
import {
  CALLBACK_DISCONTINUE,
  fnevNewMail,
  fnevObjectModified,
  fnevTableModified,
  IAddrBook,
  IMAPIAdviseSink,
  IMAPIProp,
  type IMAPISession,
  type IMAPISupport,
  IMailUser,
  IProfSect,
  LOGOFF_ABORT,
  LOGOFF_COMPLETE,
  LOGOFF_NO_WAIT,
  LOGOFF_ORDERLY,
  LOGOFF_PURGE,
  LOGOFF_QUIET,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_NO_MAIL,
  MAPI_SEND_NO_RICH_INFO,
  MAPI_TOP_LEVEL,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  MDB_TEMPORARY,
  MSG_SERVICE_CREATE,
  type NOTIFICATION,
  NOTIFY_CANCELED,
  NOTIFY_CRITICAL_ERROR,
  NOTIFY_CRITSEC,
  NOTIFY_NEWMAIL_RECEIVED,
  NOTIFY_NONCRIT,
  NOTIFY_READYTOSEND,
  NOTIFY_SENTDEFERRED,
  NOTIFY_SYNC,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_PROVIDER_DLL_NAME_W,
  PR_PROVIDER_UID,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_SEND_RICH_INFO,
  PR_STATUS_STRING_W,
  prop,
  STATUS_TEMP_SECTION,
  STGSTRM_CREATE,
  STGSTRM_CURRENT,
  STGSTRM_MODIFY,
  STGSTRM_RESET,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { testStore } from '../session/test-store.js';
import { PostOffice, testTransport } from '../spooler/post-office.js';

describe('IMAPISupport, method by method', () => {
  useLedger();
  let office: PostOffice | null = null;
  afterEach(() => office?.close());

  /** Runs a step with the support object of a transport. */
  async function transport(step: (support: IMAPISupport, session: IMAPISession) => Promise<void>): Promise<void> {
    let kept: IMAPISupport | null = null;
    office = await PostOffice.open(
      testTransport('XP1', {
        submit: (asked) => asked,
        loggedOn: async (support) => {
          kept = support;
        },
      }),
    );
    await office.session(async (session) => {
      await ok(session.EnumAdrTypes(0));
      if (!kept) throw new Error('the transport was not logged on');
      await step(kept, session);
    });
  }
  /** Runs a step with the support object of a store. */
  async function store(step: (support: IMAPISupport, session: IMAPISession) => Promise<void>): Promise<void> {
    let kept: IMAPISupport | null = null;
    office = await PostOffice.open(
      testStore('A', {
        logon: (support) => {
          // A store that is open is not logged on again: the first one is in use.
          kept ??= support;
          return S_OK;
        },
      }),
    );
    await office.session(async (session) => {
      using table = await ok(session.GetMsgStoresTable(0));
      const row = (await ok(table.QueryRows(9, 0))).find((one) => one.get(PR_DISPLAY_NAME_W) === 'A');
      const entryId = row?.get(PR_ENTRYID) as Uint8Array;
      using opened = await ok(session.OpenMsgStore(0, entryId, null, 0));
      expect(opened).not.toBeNull();
      if (!kept) throw new Error('the store was not logged on');
      await step(kept, session);
    }, MAPI_NO_MAIL);
  }
  const listener = (told: NOTIFICATION[], answer = 0): IMAPIAdviseSink => {
    const OnNotify = (list: readonly NOTIFICATION[]) => {
      told.push(...list);
      return answer;
    };
    return com({ OnNotify } as unknown as Impl<IMAPIAdviseSink>, IMAPIAdviseSink);
  };
  /** Bytes of a program's own. */
  const lockBytes = (told: string[]): ILockBytes => {
    let held = Buffer.alloc(0);
    const impl = {
      ReadAt: (at: bigint, cb: number) => new Uint8Array(held.subarray(Number(at), Number(at) + cb)),
      WriteAt: (at: bigint, pv: Uint8Array) => {
        held = Buffer.concat([held.subarray(0, Number(at)), pv]);
        return pv.length;
      },
      SetSize: () => void told.push('SetSize'),
      Flush: () => void told.push('Flush'),
      Stat: () => ({ cbSize: BigInt(held.length) }),
    };
    return com(impl as unknown as Impl<ILockBytes>, ILockBytes);
  };
  const event = (type: typeof fnevObjectModified): NOTIFICATION =>
    ({
      ulEventType: type,
      info: {
        lpEntryID: new Uint8Array([1]),
        ulObjType: 5,
        lpParentID: null,
        lpOldID: null,
        lpOldParentID: null,
        lpPropTagArray: null,
      },
    }) as unknown as NOTIFICATION;
  const key = new Uint8Array([7, 7]);

  test('Subscribe and Notify: those of the key who want the event are told, after the call', () =>
    transport(async (support) => {
      const told: NOTIFICATION[] = [];
      using sink = listener(told);
      const connection = await ok(support.Subscribe(key, fnevObjectModified, 0, sink));
      expect(connection).not.toBe(0);
      expect(await support.Notify(key, [event(fnevObjectModified)], MAPI_UNICODE)).toEqual([S_OK, 0]);
      expect(await support.Notify(new Uint8Array([8]), [event(fnevObjectModified)], 0)).toEqual([S_OK, 0]);
      await expect.poll(() => told.map(({ ulEventType }) => ulEventType)).toEqual([fnevObjectModified]);
      expect(await support.Unsubscribe(connection)).toBe(S_OK);
      expect(await support.Unsubscribe(connection)).toBe(MAPI_E_NOT_FOUND);
      expect((await support.Subscribe(new Uint8Array(0), fnevNewMail, 0, sink))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await support.Subscribe(key, fnevNewMail, 1, sink))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      for (const flags of [0, NOTIFY_SYNC])
        expect((await support.Subscribe(key, fnevNewMail, flags, null as never))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await support.Notify(key, null as never, 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await support.Notify(null as never, [], 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await support.Notify(key, [], 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('Subscribe with NOTIFY_SYNC: Notify returns when all were told; CALLBACK_DISCONTINUE is NOTIFY_CANCELED', () =>
    transport(async (support) => {
      const told: NOTIFICATION[] = [];
      using goes = listener(told);
      using stops = listener(told, CALLBACK_DISCONTINUE);
      const first = await ok(support.Subscribe(key, fnevObjectModified, NOTIFY_SYNC, goes));
      expect(await ok(support.Notify(key, [event(fnevObjectModified)], 0))).toBe(0);
      expect(told).toHaveLength(1);
      const second = await ok(support.Subscribe(key, fnevObjectModified, NOTIFY_SYNC, stops));
      expect(await ok(support.Notify(key, [event(fnevObjectModified)], 0))).toBe(NOTIFY_CANCELED);
      expect(told).toHaveLength(3);
      await check(support.Unsubscribe(second));
      expect(await ok(support.Notify(key, [event(fnevObjectModified)], NOTIFY_CANCELED))).toBe(0);
      await check(support.Unsubscribe(first));
      // How a sink is told is said when it is subscribed.
      expect((await support.Notify(key, [event(fnevObjectModified)], NOTIFY_SYNC))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('Subscribe with NOTIFY_SYNC: who answers CALLBACK_DISCONTINUE ends the notification for those after it, and no other', () =>
    transport(async (support) => {
      const [before, stopping, after, aside]: NOTIFICATION[][] = [[], [], [], []];
      let answer: number = CALLBACK_DISCONTINUE;
      const stop = (list: readonly NOTIFICATION[]) => {
        stopping?.push(...list);
        return answer;
      };
      using first = listener(before as NOTIFICATION[]);
      using second = com({ OnNotify: stop } as unknown as Impl<IMAPIAdviseSink>, IMAPIAdviseSink);
      using third = listener(after as NOTIFICATION[]);
      using other = listener(aside as NOTIFICATION[]);
      const connections: number[] = [];
      for (const sink of [first, second, third])
        connections.push(await ok(support.Subscribe(key, fnevObjectModified, NOTIFY_SYNC, sink)));
      // Who is told later is told all the same.
      connections.push(await ok(support.Subscribe(key, fnevObjectModified, 0, other)));
      const told = () => [before, stopping, after].map((list) => list?.length);
      const events = [event(fnevObjectModified), event(fnevObjectModified)];
      expect(await support.Notify(key, events, 0)).toEqual([S_OK, NOTIFY_CANCELED]);
      expect(told()).toEqual([2, 2, 0]);
      answer = S_OK;
      expect(await support.Notify(key, events, 0)).toEqual([S_OK, 0]);
      expect(told()).toEqual([4, 4, 2]);
      await expect.poll(() => aside?.length).toBe(4);
      for (const connection of connections) await check(support.Unsubscribe(connection));
    }));

  test('Notify waits for the sinks of its key whichever support object subscribed them', async () => {
    const kept: IMAPISupport[] = [];
    const loggedOn = async (support: IMAPISupport) => void kept.push(support);
    office = await PostOffice.open(
      testTransport('XP1', { submit: (asked) => asked, loggedOn }),
      testTransport('XP2', { submit: (asked) => asked, loggedOn }),
    );
    await office.session(async (session) => {
      await ok(session.EnumAdrTypes(0));
      const [one, two] = kept as [IMAPISupport, IMAPISupport];
      const told: NOTIFICATION[] = [];
      using sink = listener(told, CALLBACK_DISCONTINUE);
      const connection = await ok(one.Subscribe(key, fnevObjectModified, NOTIFY_SYNC, sink));
      expect(await two.Notify(key, [event(fnevObjectModified)], 0)).toEqual([S_OK, NOTIFY_CANCELED]);
      expect(told).toHaveLength(1);
      // Whoever subscribed it ends it, and then nobody is waited for.
      expect(await two.Unsubscribe(connection)).toBe(MAPI_E_NOT_FOUND);
      await check(one.Unsubscribe(connection));
      expect(await two.Notify(key, [event(fnevObjectModified)], 0)).toEqual([S_OK, 0]);
      expect(told).toHaveLength(1);
    });
  });

  test('ModifyStatusRow makes the row, STATUSROW_UPDATE merges into it, and who watches the table is told', () =>
    transport(async (support, session) => {
      const STATUSROW_UPDATE = 0x10000000;
      using table = await ok(session.GetStatusTable(MAPI_UNICODE));
      await check(
        table.SetColumns(
          [PR_DISPLAY_NAME_W, PR_STATUS_STRING_W, PR_COMMENT_W, PR_PROVIDER_DLL_NAME_W, PR_RESOURCE_TYPE],
          0,
        ),
      );
      const own = async () => {
        await ok(table.SeekRow(0, 0));
        const found = await ok(table.QueryRows(20, 0));
        const row = found.find((one) => one.get(PR_RESOURCE_TYPE) === MAPI_TRANSPORT_PROVIDER);
        return [PR_DISPLAY_NAME_W, PR_STATUS_STRING_W, PR_COMMENT_W].map((tag) => row?.get(tag) ?? null);
      };
      expect(await own()).toEqual(['XP1', null, null]);
      const told: NOTIFICATION[] = [];
      using sink = listener(told);
      const connection = await ok(table.Advise(fnevTableModified, sink));
      const update = [prop(PR_STATUS_STRING_W, 'busy'), prop(PR_RESOURCE_TYPE, 1)];
      await check(support.ModifyStatusRow(update, STATUSROW_UPDATE));
      await expect.poll(() => told.length).toBeGreaterThan(0);
      // What MAPI says of the row stays.
      expect(await own()).toEqual(['XP1', 'busy', null]);
      await check(support.ModifyStatusRow([prop(PR_DISPLAY_NAME_W, 'new'), prop(PR_COMMENT_W, 'row')], 0));
      expect(await own()).toEqual(['new', null, 'row']);
      expect(await support.ModifyStatusRow([], 0)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await support.ModifyStatusRow(update, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
      await check(table.Unadvise(connection));
    }));

  test('OpenProfileSection: NULL is the provider’s own; it may read what others have', () =>
    transport(async (support) => {
      {
        using own = await ok(support.OpenProfileSection(null, MAPI_MODIFY | MAPI_DEFERRED_ERRORS));
        expect((await ok(own.GetProps([PR_RESOURCE_TYPE], 0))).get(PR_RESOURCE_TYPE)).toBe(MAPI_TRANSPORT_PROVIDER);
        expect((await support.OpenProfileSection(null, 0))[0]).toBe(MAPI_E_NO_ACCESS);
        const uid = (await ok(own.GetProps([PR_PROVIDER_UID], 0))).get(PR_PROVIDER_UID) as never;
        expect(uid).toHaveLength(16);
      }
      const made = newGuid();
      expect((await support.OpenProfileSection(made, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      expect((await support.OpenProfileSection(made, 1 << 12))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      {
        using section = await ok(support.OpenProfileSection(made, MAPI_MODIFY));
        await ok(section.SetProps([prop(PR_COMMENT_W, 'x')]));
      }
      using again = await ok(support.OpenProfileSection(made, 0));
      expect((await again.SetProps([prop(PR_COMMENT_W, 'y')]))[0]).toBe(MAPI_E_NO_ACCESS);
    }));

  test('NewUID makes another one each time; GetMemAllocRoutines hands out memory', () =>
    transport(async (support) => {
      expect(await ok(support.NewUID())).not.toBe(await ok(support.NewUID()));
      const { lpAllocateBuffer, lpAllocateMore, lpFreeBuffer } = await ok(support.GetMemAllocRoutines());
      const [hr, buffer] = lpAllocateBuffer(16);
      expect([hr, buffer?.length]).toEqual([S_OK, 16]);
      const [more, second] = lpAllocateMore(8, buffer as never);
      expect([more, second?.length]).toEqual([S_OK, 8]);
      expect(lpFreeBuffer(buffer as never)).toBe(S_OK);
    }));

  test('MakeInvalid: afterwards all but AddRef and Release is MAPI_E_INVALID_OBJECT', () =>
    transport(async (support) => {
      using section = await ok(support.OpenProfileSection(newGuid(), MAPI_MODIFY));
      expect(await support.MakeInvalid(1, section, 1, 3)).toBe(MAPI_E_UNKNOWN_FLAGS);
      // It has at least three methods.
      for (const count of [0, 2, 'three' as never])
        expect(await support.MakeInvalid(0, section, 1, count)).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await section.GetPropList(0))[0]).toBe(S_OK);
      expect(await support.MakeInvalid(0, section, 1, 3)).toBe(S_OK);
      expect((await section.GetPropList(0))[0]).toBe(MAPI_E_INVALID_OBJECT);
      expect(section.AddRef()).toBe(2);
      expect(section.Release()).toBe(1);
      expect(await support.MakeInvalid(0, {} as never, 1, 3)).not.toBe(S_OK);
    }));

  test('CreateOneOff, OpenEntry and CompareEntryIDs reach what is anywhere in the session', () =>
    store(async (support) => {
      const ann = await ok(support.CreateOneOff('Ann', 'SMTP', 'ann@example.com', MAPI_UNICODE));
      const plain = await ok(support.CreateOneOff('Ann', 'SMTP', 'ann@example.com', MAPI_SEND_NO_RICH_INFO));
      const { lppUnk } = await ok(support.OpenEntry(plain, IMailUser, 0));
      using user = lppUnk;
      const row = await ok(user.GetProps([PR_EMAIL_ADDRESS_W, PR_SEND_RICH_INFO], 0));
      expect([row.get(PR_EMAIL_ADDRESS_W), row.get(PR_SEND_RICH_INFO)]).toEqual(['ann@example.com', false]);
      expect(await ok(support.CompareEntryIDs(ann, plain, 0))).toBe(1);
      expect((await support.CompareEntryIDs(ann, new Uint8Array(30).fill(9), 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      expect((await support.CompareEntryIDs(ann, ann, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await support.OpenEntry(new Uint8Array(30).fill(9), null, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      expect((await support.OpenEntry(ann, null, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
      expect((await support.CreateOneOff(null, '', 'x', 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await support.CreateOneOff(null, 'SMTP', 'x', 0x10))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      using book = await ok(support.OpenAddressBook(IAddrBook, 0));
      expect(await ok(book.GetPAB())).toHaveLength(0);
      expect((await support.OpenAddressBook(IProfSect, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await support.OpenAddressBook(IAddrBook, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('SetProviderUID leads MAPI to the provider; WrapStoreEntryID names its store to clients', () =>
    store(async (support, session) => {
      const uid = guid('6F4C1A60-5B0E-4D0B-9F5B-0A0D6B1E7777');
      const bytes = Buffer.from('601A4C6F0E5B0B4D9F5B0A0D6B1E7777', 'hex');
      const entryId = new Uint8Array(Buffer.concat([Buffer.alloc(4), bytes, Buffer.from('x')]));
      expect((await session.CompareEntryIDs(entryId, entryId, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      for (const _ of [1, 2]) expect(await support.SetProviderUID(uid, 0)).toBe(S_OK);
      expect(await ok(session.CompareEntryIDs(entryId, entryId, 0))).toBe(1);
      expect(await support.SetProviderUID(uid, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
      const own = new Uint8Array([1, 2, 3, 4, 5]);
      const wrapped = await ok(support.WrapStoreEntryID(own));
      expect(Buffer.from(wrapped).subarray(-5)).toEqual(Buffer.from(own));
      expect(wrapped.length % 4).toBe(1);
      expect((await support.WrapStoreEntryID(new Uint8Array(0)))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    }));

  test('ModifyProfile makes a temporary store permanent and lists it; with MDB_TEMPORARY it does nothing', () =>
    store(async (support, session) => {
      using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
      const listed = async () => {
        await ok(table.SeekRow(0, 0));
        return (await ok(table.QueryRows(9, 0))).map((row) => row.get(PR_DISPLAY_NAME_W));
      };
      expect(await listed()).toContain('A');
      const flags = async () => {
        using section = await ok(support.OpenProfileSection(null, 0));
        return (await ok(section.GetProps([PR_RESOURCE_FLAGS], 0))).get(PR_RESOURCE_FLAGS);
      };
      {
        using section = await ok(support.OpenProfileSection(null, MAPI_MODIFY));
        await ok(section.SetProps([prop(PR_RESOURCE_FLAGS, STATUS_TEMP_SECTION)]));
      }
      (await ok(session.GetMsgStoresTable(0))).Release();
      expect(await listed()).not.toContain('A');
      await check(support.ModifyProfile(MDB_TEMPORARY));
      expect(await flags()).toBe(STATUS_TEMP_SECTION);
      expect(await listed()).not.toContain('A');
      await check(support.ModifyProfile(0));
      expect(await flags()).toBe(0);
      // Who looks at the table sees it come.
      expect(await listed()).toContain('A');
      expect(await support.ModifyProfile(1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('DoProgressDialog: an indicator that begins as all do, and keeps its limits (IMAPIProgress)', () =>
    store(async (support) => {
      using progress = await ok(support.DoProgressDialog(0, MAPI_TOP_LEVEL));
      const now = () => [ok(progress.GetMin()), ok(progress.GetMax()), ok(progress.GetFlags())];
      expect(now()).toEqual([1, 1000, MAPI_TOP_LEVEL]);
      expect(progress.SetLimits(5, null, 0)).toBe(S_OK);
      expect(now()).toEqual([5, 1000, 0]);
      expect(progress.SetLimits(null, 10, MAPI_TOP_LEVEL)).toBe(S_OK);
      expect(now()).toEqual([5, 10, MAPI_TOP_LEVEL]);
      expect(progress.SetLimits(null, null, 2)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(progress.Progress(6, 1, 5)).toBe(S_OK);
      expect((await support.DoProgressDialog(0, 2))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('SpoolerNotify: each kind of provider has its own flags', async () => {
    provokes(/asks for a message that it was not to send/);
    await store(async (support) => {
      expect(await support.SpoolerNotify(NOTIFY_READYTOSEND, null)).toBe(S_OK);
      // Which message it was, its store has to say.
      expect(await support.SpoolerNotify(NOTIFY_NEWMAIL_RECEIVED, null)).toBe(MAPI_E_INVALID_PARAMETER);
      // With MAPI_NO_MAIL nobody looks at it.
      const news = { lpEntryID: key, lpParentID: key, ulFlags: 0, lpszMessageClass: 'IPM.Note', ulMessageFlags: 0 };
      expect(await support.SpoolerNotify(NOTIFY_NEWMAIL_RECEIVED, news as never)).toBe(S_OK);
      expect(await support.SpoolerNotify(NOTIFY_CRITSEC, null)).toBe(MAPI_E_UNKNOWN_FLAGS);
    });
    office?.close();
    await transport(async (support) => {
      for (const flags of [NOTIFY_CRITSEC, NOTIFY_NONCRIT, NOTIFY_READYTOSEND])
        expect(await support.SpoolerNotify(flags, null)).toBe(S_OK);
      expect(await support.SpoolerNotify(NOTIFY_NEWMAIL_RECEIVED, null)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await support.SpoolerNotify(NOTIFY_SENTDEFERRED | NOTIFY_CRITICAL_ERROR, null)).toBe(
        MAPI_E_INVALID_PARAMETER,
      );
      // Which message it was, the transport has to say; one that is not deferred any more is no failure.
      for (const nothing of [null, new Uint8Array(0), {} as never])
        expect(await support.SpoolerNotify(NOTIFY_SENTDEFERRED, nothing)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await support.SpoolerNotify(NOTIFY_SENTDEFERRED, new Uint8Array(24))).toBe(S_OK);
    });
  });

  test('StoreLogoffTransports takes one of its flags, and says what is under way', () =>
    store(async (support) => {
      for (const flag of [LOGOFF_ABORT, LOGOFF_NO_WAIT, LOGOFF_ORDERLY, LOGOFF_PURGE, LOGOFF_QUIET])
        expect(await ok(support.StoreLogoffTransports(flag))).toBe(LOGOFF_COMPLETE);
      for (const wrong of [0, LOGOFF_ABORT | LOGOFF_QUIET, LOGOFF_COMPLETE])
        expect((await support.StoreLogoffTransports(wrong))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    }));

  test('SpoolerYield and RegisterPreprocessor refuse what the page does not know', () =>
    transport(async (support) => {
      expect(await support.SpoolerYield(0)).toBe(S_OK);
      expect(await support.SpoolerYield(1)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await support.RegisterPreprocessor(null, null, 'dll', null, null, 0)).toBe(S_OK);
      expect(await support.RegisterPreprocessor(null, null, '', 'f', null, 0)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await support.RegisterPreprocessor(null, null, 'dll', 'f', null, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('IStorageFromStream lays a storage over a stream: new or there, at its start or where it stands, to read or to write', () =>
    transport(async (support) => {
      const mode = STGM_READWRITE | STGM_SHARE_EXCLUSIVE;
      using file = createMemoryStream(Buffer.from('head'));
      expect((await support.IStorageFromStream(file, null, 0))[0]).toBe(STG_E_INVALIDHEADER);
      await ok(file.Seek(4, STREAM_SEEK_SET));
      {
        using storage = await ok(support.IStorageFromStream(file, IStream, STGSTRM_CREATE | STGSTRM_CURRENT));
        using stream = await ok(storage.CreateStream('a', mode));
        await ok(stream.Write(Buffer.from('text')));
        await check(storage.Commit());
      }
      await ok(file.Seek(4, STREAM_SEEK_SET));
      {
        using storage = await ok(support.IStorageFromStream(file, null, STGSTRM_CURRENT));
        expect((await storage.CreateStream('b', mode))[0]).toBe(STG_E_ACCESSDENIED);
        using stream = await ok(storage.OpenStream('a', null, STGM_READ | STGM_SHARE_EXCLUSIVE));
        expect(Buffer.from(await ok(stream.Read(4))).toString()).toBe('text');
      }
      {
        using storage = await ok(support.IStorageFromStream(file, null, STGSTRM_CREATE | STGSTRM_MODIFY));
        // The storage holds the stream.
        expect([file.AddRef(), file.Release()]).toEqual([3, 2]);
        await check(storage.Commit());
      }
      {
        using storage = await ok(support.IStorageFromStream(file, null, STGSTRM_RESET | STGSTRM_MODIFY));
        (await ok(storage.CreateStream('b', mode))).Release();
      }
      expect(file.AddRef()).toBe(2);
      file.Release();
      const told: string[] = [];
      using bytes = lockBytes(told);
      {
        using storage = await ok(support.IStorageFromStream(bytes, ILockBytes, STGSTRM_CREATE));
        (await ok(storage.CreateStream('kept', mode))).Release();
        await check(storage.Commit());
        expect(told.slice(-2)).toEqual(['SetSize', 'Flush']);
      }
      {
        using storage = await ok(support.IStorageFromStream(bytes, ILockBytes, 0));
        (await ok(storage.OpenStream('kept', null, STGM_READ | STGM_SHARE_EXCLUSIVE))).Release();
      }
      expect((await support.IStorageFromStream(file, ILockBytes, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      using empty = createMemoryStream();
      expect((await support.IStorageFromStream(empty, null, 0))[0]).toBe(STG_E_FILEALREADYEXISTS);
      expect((await support.IStorageFromStream(file, null, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await support.IStorageFromStream(file, IMAPIProp, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await support.IStorageFromStream(support, null, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await support.IStorageFromStream(null as never, null, 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    }));

  test('there are no dialogs; the object of a service has GetSvcConfigSupportObj', async () => {
    let seen: readonly unknown[] = [];
    office = await PostOffice.open(
      testStore('A', {
        entry: async (support, _ui, _flags, context) => {
          if (context !== MSG_SERVICE_CREATE) return [S_OK, { lppMAPIError: null }];
          using own = await ok(support.GetSvcConfigSupportObj(0));
          seen = [
            (await own.NewUID())[0],
            (await own.OpenProfileSection(null, 0))[0] === S_OK,
            (await support.GetSvcConfigSupportObj(1))[0],
            await support.DoConfigPropsheet(0, 0, '', null as never, null as never, 0),
          ];
          return [S_OK, { lppMAPIError: null }];
        },
      }),
    );
    await office.session(async (session) => {
      using table = await ok(session.GetMsgStoresTable(0));
      expect(await ok(table.GetRowCount(0))).toBe(2);
    }, MAPI_NO_MAIL);
    expect(seen).toEqual([S_OK, false, MAPI_E_UNKNOWN_FLAGS, MAPI_E_NO_SUPPORT]);
  });
});
