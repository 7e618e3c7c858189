import { afterEach, describe, expect, test } from 'vitest';
import { ComError, check, ok, S_OK } from '../../../src/com/index.js';
import {
  ABORT_XP_HEADER_OPERATION,
  CONFIG_CHANGED,
  FLUSH_ASYNC_OK,
  FLUSH_DOWNLOAD,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  IMAPIFolder,
  type IMAPISession,
  IMAPIStatus,
  MAPI_AB,
  MAPI_E_BUSY,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_NO_MAIL,
  MAPI_SPOOLER,
  MAPI_STATUS,
  MAPI_SUBSYSTEM,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  PR_AB_DEFAULT_PAB,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_W,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_METHODS,
  PR_RESOURCE_TYPE,
  PR_ROWID,
  PR_STATUS_CODE,
  type PropRow,
  prop,
  STATUS_AVAILABLE,
  STATUS_FAILURE,
  STATUS_FLUSH_QUEUES,
  STATUS_VALIDATE_STATE,
  SUPPRESS_UI,
  UI_READONLY,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { PostOffice, submit, testTransport } from '../spooler/post-office.js';
import { testStore } from './test-store.js';

const own = [MAPI_SUBSYSTEM, MAPI_SPOOLER, MAPI_AB];

describe('the status table and IMAPIStatus', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  async function rows(session: IMAPISession): Promise<readonly PropRow[]> {
    using table = await ok(session.GetStatusTable(MAPI_UNICODE));
    return await ok(table.QueryRows(30, 0));
  }
  async function rowOf(session: IMAPISession, type: number, name?: string): Promise<PropRow> {
    const found = (await rows(session)).find(
      (row) => row.get(PR_RESOURCE_TYPE) === type && (!name || row.get(PR_DISPLAY_NAME_W) === name),
    );
    if (!found) throw new Error(`no row of ${type}`);
    return found;
  }
  /** Opens the object of a row. */
  async function status(session: IMAPISession, type: number, name?: string): Promise<IMAPIStatus> {
    const entryId = (await rowOf(session, type, name)).get(PR_ENTRYID) as Uint8Array;
    const opened = await ok(session.OpenEntry(entryId, IMAPIStatus, 0));
    expect(opened.lpulObjType).toBe(MAPI_STATUS);
    return opened.lppUnk;
  }

  test('has a row for the subsystem, the spooler, the address book and each transport, with all required columns', async () => {
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked }));
    await office.session(async (session) => {
      const found = await rows(session);
      for (const type of [...own, MAPI_TRANSPORT_PROVIDER])
        expect(found.filter((row) => row.get(PR_RESOURCE_TYPE) === type)).toHaveLength(1);
      const required = [PR_DISPLAY_NAME_W, PR_PROVIDER_DLL_NAME_W, PR_STATUS_CODE, PR_RESOURCE_METHODS];
      const computed = [PR_RESOURCE_FLAGS, PR_RESOURCE_TYPE, PR_ENTRYID, PR_INSTANCE_KEY, PR_OBJECT_TYPE, PR_ROWID];
      for (const row of found) {
        for (const tag of [...required, ...computed]) expect(row.has(tag)).toBe(true);
        expect(row.get(PR_OBJECT_TYPE)).toBe(MAPI_STATUS);
      }
      expect(new Set(found.map((row) => row.get(PR_ROWID))).size).toBe(found.length);
      const methods = new Map(found.map((row) => [row.get(PR_RESOURCE_TYPE), row.get(PR_RESOURCE_METHODS)]));
      expect(own.map((type) => methods.get(type))).toEqual([
        STATUS_VALIDATE_STATE,
        STATUS_VALIDATE_STATE | STATUS_FLUSH_QUEUES,
        STATUS_VALIDATE_STATE,
      ]);
      expect((await session.GetStatusTable(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    });
  });

  test('under MAPI_NO_MAIL has no transports, and the spooler is STATUS_FAILURE', async () => {
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked }));
    await office.session(async (session) => {
      expect((await rows(session)).some((row) => row.get(PR_RESOURCE_TYPE) === MAPI_TRANSPORT_PROVIDER)).toBe(false);
      expect((await rowOf(session, MAPI_SPOOLER)).get(PR_STATUS_CODE)).toBe(STATUS_FAILURE);
      using spooler = await status(session, MAPI_SPOOLER);
      expect(await spooler.ValidateState(0, SUPPRESS_UI)).toBe(S_OK);
      expect(await spooler.FlushQueues(0, null, FLUSH_UPLOAD)).toBe(S_OK);
    }, MAPI_NO_MAIL);
    await office.session(async (session) => {
      const code = (await rowOf(session, MAPI_SPOOLER)).get(PR_STATUS_CODE) ?? 0;
      expect(code & (STATUS_AVAILABLE | STATUS_FAILURE)).toBe(STATUS_AVAILABLE);
    });
  });

  test('MAPI’s own objects: properties to read alone, ValidateState, and of the rest what PR_RESOURCE_METHODS says', async () => {
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked }));
    await office.session(async (session) => {
      for (const type of own) {
        using object = await status(session, type);
        const row = await ok(
          object.GetProps([PR_DISPLAY_NAME_W, PR_PROVIDER_DISPLAY_W, PR_PROVIDER_DLL_NAME_W, PR_RESOURCE_TYPE], 0),
        );
        expect(row.toProps().map(([tag]) => row.has(tag))).toEqual([true, true, true, true]);
        expect((await object.SetProps([prop(PR_DISPLAY_NAME_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
        expect(await object.ValidateState(0, SUPPRESS_UI)).toBe(S_OK);
        expect(await object.ValidateState(0, ABORT_XP_HEADER_OPERATION)).toBe(S_OK);
        expect(await object.ValidateState(0, 2)).toBe(MAPI_E_UNKNOWN_FLAGS);
        expect(await object.SettingsDialog(0, UI_READONLY)).toBe(MAPI_E_NO_SUPPORT);
        expect(await object.SettingsDialog(0, 0x10)).toBe(MAPI_E_UNKNOWN_FLAGS);
        expect(await object.ChangePassword('old', 'new', MAPI_UNICODE)).toBe(MAPI_E_NO_SUPPORT);
        expect(await object.ChangePassword('old', 'new', 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
        const flushed = await object.FlushQueues(0, null, FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_NO_UI);
        expect(flushed).toBe(type === MAPI_SPOOLER ? S_OK : MAPI_E_NO_SUPPORT);
        expect(await object.FlushQueues(0, null, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
      }
      const entryId = (await rowOf(session, MAPI_SPOOLER)).get(PR_ENTRYID) as Uint8Array;
      expect((await session.OpenEntry(entryId, IMAPIFolder, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      const gone = Uint8Array.from(entryId);
      gone[20] = 0xff;
      expect((await session.OpenEntry(gone, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
    });
  });

  test('ValidateState of the spooler logs transports on that were not, and with CONFIG_CHANGED asks for AddressTypes again', async () => {
    provokes(/the transport XP2 could not be logged on/);
    const log: string[] = [];
    let down = true;
    const loggedOn = async () => {
      if (down) throw new ComError(MAPI_E_NO_ACCESS, 'not now');
    };
    office = await PostOffice.open(
      testTransport('XP1', { submit: (asked) => asked }, log),
      testTransport('XP2', { submit: (asked) => asked, types: ['FAX'], loggedOn }),
    );
    await office.session(async (session) => {
      expect(await ok(session.EnumAdrTypes(MAPI_UNICODE))).toEqual(['SMTP']);
      using spooler = await status(session, MAPI_SPOOLER);
      down = false;
      log.length = 0;
      await check(spooler.ValidateState(0, SUPPRESS_UI));
      expect(log).toEqual([`ValidateState ${SUPPRESS_UI}`]);
      expect(await ok(session.EnumAdrTypes(0))).toEqual(['SMTP', 'FAX']);
      expect((await session.EnumAdrTypes(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      log.length = 0;
      await check(spooler.ValidateState(0, CONFIG_CHANGED));
      expect(log).toEqual([`ValidateState ${CONFIG_CHANGED}`, 'AddressTypes']);
    });
  });

  test('ValidateState is MAPI_E_BUSY while a transport is', async () => {
    let busy = true;
    const validate = () => {
      if (busy) throw new ComError(MAPI_E_BUSY, 'in the middle of something');
    };
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked, validate }));
    await office.session(async (session) => {
      for (const type of [MAPI_SPOOLER, MAPI_SUBSYSTEM]) {
        busy = true;
        using object = await status(session, type);
        expect(await object.ValidateState(0, 0)).toBe(MAPI_E_BUSY);
        busy = false;
        expect(await object.ValidateState(0, 0)).toBe(S_OK);
      }
    });
  });

  test('ValidateState of the spooler asks every transport: busy comes first, then what the first has failed with', async () => {
    const answers: (number | null)[] = [null, null, null];
    const logs: readonly string[][] = [[], [], []];
    office = await PostOffice.open(
      ...answers.map((_, at) => {
        const validate = () => {
          const hr = answers[at];
          if (hr) throw new ComError(hr as never, 'as the test wants it');
        };
        return testTransport(`XP${at}`, { submit: (asked) => asked, types: [`T${at}`], validate }, logs[at]);
      }),
    );
    await office.session(async (session) => {
      using spooler = await status(session, MAPI_SPOOLER);
      using subsystem = await status(session, MAPI_SUBSYSTEM);
      const validated = async (...wanted: readonly (number | null)[]) => {
        answers.splice(0, 3, ...wanted);
        for (const log of logs) log.length = 0;
        const hr = await spooler.ValidateState(0, CONFIG_CHANGED);
        // None is spared by what another one says, and each is asked for what it takes.
        for (const log of logs) expect(log).toEqual([`ValidateState ${CONFIG_CHANGED}`, 'AddressTypes']);
        expect(await subsystem.ValidateState(0, CONFIG_CHANGED)).toBe(hr);
        return hr;
      };
      expect(await validated(null, null, null)).toBe(S_OK);
      expect(await validated(null, MAPI_E_NETWORK_ERROR, MAPI_E_USER_CANCEL)).toBe(MAPI_E_NETWORK_ERROR);
      expect(await validated(MAPI_E_NETWORK_ERROR, MAPI_E_BUSY, null)).toBe(MAPI_E_BUSY);
      expect(await validated(null, null, MAPI_E_USER_CANCEL)).toBe(MAPI_E_USER_CANCEL);
      // A transport that has nothing for a flag of the page has not failed.
      expect(await validated(MAPI_E_NO_SUPPORT, MAPI_E_UNKNOWN_FLAGS, null)).toBe(S_OK);
      expect(await validated(MAPI_E_NO_SUPPORT, null, MAPI_E_NETWORK_ERROR)).toBe(MAPI_E_NETWORK_ERROR);
      answers.splice(0, 3, null, MAPI_E_NETWORK_ERROR, null);
      const hr = await spooler.ValidateState(0, 0);
      const { lpszError } = await ok(spooler.GetLastError(hr, MAPI_UNICODE));
      expect(lpszError).toContain('XP1');
    });
  });

  test('ValidateState(CONFIG_CHANGED) of the spooler asks the others although one does not say what it takes', async () => {
    let silent = false;
    const log: string[] = [];
    const mute = {
      submit: (asked: readonly string[]) => asked,
      get types(): readonly string[] {
        if (silent) throw new ComError(MAPI_E_NOT_ENOUGH_MEMORY, 'no room for the list');
        return ['FAX'];
      },
    };
    office = await PostOffice.open(testTransport('XP1', mute), testTransport('XP2', { submit: (asked) => asked }, log));
    await office.session(async (session) => {
      expect(await ok(session.EnumAdrTypes(MAPI_UNICODE))).toEqual(['FAX', 'SMTP']);
      using spooler = await status(session, MAPI_SPOOLER);
      silent = true;
      log.length = 0;
      expect(await spooler.ValidateState(0, CONFIG_CHANGED)).toBe(MAPI_E_NOT_ENOUGH_MEMORY);
      expect(log).toEqual([`ValidateState ${CONFIG_CHANGED}`, 'AddressTypes']);
      // What it has told before still counts.
      expect(await ok(session.EnumAdrTypes(MAPI_UNICODE))).toEqual(['FAX', 'SMTP']);
    });
  });

  test('ValidateState of the subsystem asks all providers, whatever one of them says', async () => {
    const log: string[] = [];
    let reached = 0;
    const validate = () => {
      reached++;
      throw new ComError(MAPI_E_BUSY, 'in the middle of something');
    };
    office = await PostOffice.open(
      testTransport('XP1', { submit: (asked) => asked, validate }),
      testStore(
        'A',
        {
          validate: () => {
            reached++;
          },
        },
        log,
      ),
    );
    await office.session(async (session) => {
      using stores = await ok(session.GetMsgStoresTable(0));
      expect(await ok(stores.GetRowCount(0))).toBe(2);
      using object = await status(session, MAPI_SUBSYSTEM);
      expect(await object.ValidateState(0, 0)).toBe(MAPI_E_BUSY);
      expect(reached).toBe(2);
    });
  });

  test('ValidateState of the address book checks what its profile section says', async () => {
    office = await PostOffice.open();
    await office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      const gone = new Uint8Array(24).fill(9);
      await check(book.SetPAB(gone));
      await check(book.SetSearchPath(0, [[prop(PR_ENTRYID, gone)]]));
      const kept = async () => (await ok(book.GetProps([PR_AB_DEFAULT_PAB], 0))).get(PR_AB_DEFAULT_PAB);
      expect(await kept()).toEqual(gone);
      using object = await status(session, MAPI_AB);
      await check(object.ValidateState(0, 0));
      expect(await kept()).toBeNull();
    }, MAPI_NO_MAIL);
  });

  test('FlushQueues of the spooler sends and fetches, for one transport when it is named', async () => {
    const sent: string[] = [];
    const logs: [string[], string[]] = [[], []];
    const submitting = (asked: readonly string[]) => {
      sent.push(...asked);
      return asked;
    };
    office = await PostOffice.open(
      testTransport('XP1', { submit: submitting, types: ['SMTP'] }, logs[0]),
      testTransport('XP2', { submit: (asked) => asked, types: ['FAX'] }, logs[1]),
    );
    await office.session(async (session, store) => {
      using spooler = await status(session, MAPI_SPOOLER);
      await submit(store, 'Hi', ['ann@example.com']);
      expect(await spooler.FlushQueues(0, null, FLUSH_UPLOAD)).toBe(S_OK);
      expect(sent).toEqual(['ann@example.com']);
      const second = (await rowOf(session, MAPI_TRANSPORT_PROVIDER, 'XP2')).get(PR_ENTRYID) as Uint8Array;
      for (const log of logs) log.length = 0;
      expect(await spooler.FlushQueues(0, second, FLUSH_DOWNLOAD | FLUSH_NO_UI)).toBe(S_OK);
      expect(logs[0]).toEqual([]);
      expect(logs[1].slice(0, 2)).toEqual(['FlushQueues', 'StartMessage']);
      const spoolerId = (await rowOf(session, MAPI_SPOOLER)).get(PR_ENTRYID) as Uint8Array;
      expect(await spooler.FlushQueues(0, spoolerId, FLUSH_UPLOAD)).toBe(MAPI_E_NOT_FOUND);
      // Each direction alone.
      logs[0].length = 0;
      expect(await spooler.FlushQueues(0, null, FLUSH_UPLOAD)).toBe(S_OK);
      expect(logs[0]).not.toContain('StartMessage');
    });
  });

  test('FLUSH_ASYNC_OK comes back at once; while a flush is under way it is MAPI_E_BUSY', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const incoming = async () => {
      begun();
      await gate;
      return false;
    };
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked, incoming }));
    await office.session(async (session) => {
      using spooler = await status(session, MAPI_SPOOLER);
      expect(await spooler.FlushQueues(0, null, FLUSH_DOWNLOAD | FLUSH_ASYNC_OK)).toBe(S_OK);
      await started;
      expect(await spooler.FlushQueues(0, null, FLUSH_DOWNLOAD | FLUSH_ASYNC_OK)).toBe(MAPI_E_BUSY);
      const waits = spooler.FlushQueues(0, null, FLUSH_DOWNLOAD);
      go();
      expect(await waits).toBe(S_OK);
      expect(await spooler.FlushQueues(0, null, FLUSH_DOWNLOAD | FLUSH_ASYNC_OK)).toBe(S_OK);
    });
  });

  test('a provider with a row and no object supports nothing; its properties are those of the row', async () => {
    office = await PostOffice.open(testStore('A', {}));
    await office.session(async (session) => {
      using stores = await ok(session.GetMsgStoresTable(0));
      expect(await ok(stores.GetRowCount(0))).toBe(2);
      using object = await status(session, 33, 'A');
      expect((await ok(object.GetProps([PR_DISPLAY_NAME_W], 0))).get(PR_DISPLAY_NAME_W)).toBe('A');
      expect(await object.ValidateState(0, 0)).toBe(MAPI_E_NO_SUPPORT);
      expect(await object.FlushQueues(0, null, FLUSH_UPLOAD)).toBe(MAPI_E_NO_SUPPORT);
    }, MAPI_NO_MAIL);
  });
});
