import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  assertLedgerEmpty,
  com,
  E_NOINTERFACE,
  hexOf,
  ISequentialStream,
  ledgerTotals,
  ok,
  RPC_E_CANTCALLOUT_INASYNCCALL,
  S_OK,
} from '../../src/com/index.js';
import {
  IMAPIAdviseSink,
  IMAPIFolder,
  IMAPIProp,
  IMAPITable,
  IMessage,
  type IMsgStore,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  type NOTIFICATION,
  PR_DISPLAY_NAME_A,
  PR_IMPORTANCE,
  PR_INSTANCE_KEY,
  PR_IPM_OUTBOX_ENTRYID,
  PR_SUBJECT_W,
  PropRow,
  PT_MV_LONG,
  prop,
  propError,
  propTag,
  TABLE_ROW_ADDED,
} from '../../src/mapi/index.js';
import { loadLibrary, openNative } from '../../src/native/index.js';
import { openStore } from '../../src/providers/store/index.js';
import { eventually } from '../support/native/eventually.js';
import { legacyLibrary } from '../support/native/legacy/build.js';
import { loadTrials } from '../support/native/trials.js';

const loaded = loadTrials();
const built = legacyLibrary();
const missing = loaded.addon ? built.missing : loaded.missing;
if (missing) console.log(`skipped: ${missing}`);

describe.skipIf(missing !== null)('a legacy library that knows MAPI by its tables alone', () => {
  const before = ledgerTotals();
  const native = missing ? (null as never) : openNative({ deadline: 10_000 });
  const legacy = missing
    ? (null as never)
    : loadLibrary(built.path as string, {
        Use: { result: 'void', parameters: ['pointer', 'pointer', 'pointer'] },
        Living: { result: 'LONG', parameters: [] },
        FillMessage: { result: 'HRESULT', parameters: ['pointer', 'text', 'pointer'] },
        ListImportant: { result: 'HRESULT', parameters: ['pointer', 'pointer'] },
        WhatWentWrong: { result: 'HRESULT', parameters: ['pointer', 'pointer'] },
        CountRecipients: { result: 'HRESULT', parameters: ['pointer', 'pointer'] },
        CountRecipientsInThread: { result: 'HRESULT', parameters: ['pointer', 'pointer'] },
        MakeSink: { result: 'pointer', parameters: [] },
        MakeProps: { result: 'pointer', parameters: [] },
        Heard: { result: 'void', parameters: ['pointer', 'pointer', 'ULONG'] },
        Tell: { result: 'ULONG', parameters: ['pointer'] },
        Memory: { result: 'pointer', parameters: ['ULONG'] },
        Free: { result: 'void', parameters: ['pointer'] },
      });
  let folder: string;
  let store: IMsgStore;
  let outbox: IMAPIFolder;
  let memory: bigint;

  beforeAll(async () => {
    const { MAPIAllocateBuffer, MAPIAllocateMore, MAPIFreeBuffer } = native.allocators;
    legacy.now.Use(MAPIAllocateBuffer, MAPIAllocateMore, MAPIFreeBuffer);
    memory = legacy.now.Memory(4096);
    folder = mkdtempSync(join(tmpdir(), 'comail-legacy-'));
    store = await openStore(join(folder, 'store.comail'), { mode: 'open-or-create' });
    const [entryId] = await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID]));
    outbox = (await ok(store.OpenEntry(entryId, IMAPIFolder, 1))).lppUnk;
  });
  afterEach(async () => {
    await eventually(() => native.counts.exposed === 0 && native.counts.blocks === 0);
    expect(native.exposed).toBe(0);
    expect(legacy.now.Living()).toBe(0);
  });
  afterAll(async () => {
    if (missing) return;
    legacy.now.Free(memory);
    outbox.Release();
    store.Release();
    legacy[Symbol.dispose]();
    rmSync(folder, { recursive: true });
    await eventually(() => ledgerTotals().objects === before.objects);
    assertLedgerEmpty(before);
  });

  const said = (): string => native.peek(memory, -1).toString('latin1');
  const number = (): number => native.peek(memory, 4).readUInt32LE(0);
  const heard = (object: bigint): string => {
    legacy.now.Heard(object, memory, 4096);
    return said();
  };

  describe('calls the objects of a store', () => {
    test('SetProps, ModifyRecipients, GetProps and SaveChanges with structures of the headers', async () => {
      using message = await ok(outbox.CreateMessage(IMessage));
      const address = native.expose(message, IMessage);
      const hr = await legacy.later.FillMessage(address, 'Monthly report', memory);
      native.release(address);
      expect(hr).toBe(S_OK);
      // The fourth tag has no value: MAPI_W_ERRORS_RETURNED, and PT_ERROR in its place.
      expect(said()).toBe('00040380 5: Monthly report, 2, 3 numbers, second -7, fourth 3FF0000A 8004010F');
      const [subject, numbers] = await ok(message.GetProps([PR_SUBJECT_W, propTag(PT_MV_LONG, 0x6671)] as const));
      expect(subject).toBe('Monthly report');
      expect(numbers).toEqual([3, -7, 2147483647]);
    });

    test('an object that is handed out comes with a reference, which the library gives back', async () => {
      using message = await ok(outbox.CreateMessage(IMessage));
      const address = native.expose(message, IMessage);
      await legacy.later.FillMessage(address, 'Two recipients', memory);
      expect(await legacy.later.CountRecipients(address, memory)).toBe(S_OK);
      expect(number()).toBe(2);
      expect(await legacy.later.CountRecipientsInThread(address, memory)).toBe(S_OK);
      expect(number()).toBe(2);
      native.release(address);
    });

    test('on the JavaScript thread a method that answers later is refused at once', async () => {
      using message = await ok(outbox.CreateMessage(IMessage));
      const address = native.expose(message, IMessage);
      expect(legacy.now.CountRecipients(address, memory)).toBe(RPC_E_CANTCALLOUT_INASYNCCALL);
      native.release(address);
    });

    test('an interface that answers at once is called on it, and on any other', async () => {
      const heard: (readonly NOTIFICATION[])[] = [];
      using sink = com({ OnNotify: (events) => 16 + heard.push(events) }, IMAPIAdviseSink);
      const address = native.expose(sink, IMAPIAdviseSink);
      expect(legacy.now.Tell(address)).toBe(17);
      expect(await legacy.later.Tell(address)).toBe(18);
      native.release(address);
      const event = {
        ulEventType: 2,
        info: {
          lpEntryID: Uint8Array.of(1, 2, 3, 4),
          lpParentID: Uint8Array.of(1, 2),
          ulFlags: MAPI_UNICODE,
          lpszMessageClass: 'IPM.Note.Ä',
          ulMessageFlags: 5,
        },
      };
      expect(heard).toEqual([[event], [event]]);
    });

    test('restrictions, sort orders and rows; FreeProws frees every row and the set', async () => {
      for (const subject of ['Alpha', 'Beta', 'Gamma']) {
        using message = await ok(outbox.CreateMessage(IMessage));
        await ok(message.SetProps([prop(PR_SUBJECT_W, subject), prop(PR_IMPORTANCE, subject === 'Beta' ? 1 : 2)]));
        await ok(message.SaveChanges());
      }
      using table = await ok(outbox.GetContentsTable());
      const address = native.expose(table, IMAPITable);
      expect(await legacy.later.ListImportant(address, memory)).toBe(S_OK);
      native.release(address);
      const subjects = said().trim().split('\n');
      expect(subjects.filter((subject) => /^(Alpha|Beta|Gamma)$/.test(subject))).toEqual(['Gamma', 'Alpha']);
    });

    test('GetLastError tells the reason in a block that MAPIFreeBuffer frees', async () => {
      using message = await ok(outbox.CreateMessage(IMessage));
      const address = native.expose(message, IMessage);
      expect(await legacy.later.WhatWentWrong(address, memory)).toBe(MAPI_E_NOT_FOUND);
      native.release(address);
      expect(said()).toMatch(/^.+ \/ MAPI_E_NOT_FOUND: .*4711/);
    });
  });

  describe('has objects of its own', () => {
    test('an advise sink hears of new mail and of rows', () => {
      const address = legacy.now.MakeSink();
      using sink = native.adopt(address, IMAPIAdviseSink) as IMAPIAdviseSink;
      const entryId = Uint8Array.of(1, 2, 3);
      const row = PropRow.fromProps([prop(PR_DISPLAY_NAME_A, 'Ann'), prop(PR_IMPORTANCE, 2)]);
      sink.OnNotify([
        {
          ulEventType: 0x2,
          info: {
            lpEntryID: entryId,
            lpParentID: entryId,
            ulFlags: 0,
            lpszMessageClass: 'IPM.Note',
            ulMessageFlags: 9,
          },
        },
        {
          ulEventType: 0x100,
          info: {
            ulTableEvent: TABLE_ROW_ADDED,
            hResult: S_OK,
            propIndex: prop(PR_INSTANCE_KEY, entryId),
            propPrior: prop(PR_INSTANCE_KEY, new Uint8Array(0)),
            row,
          },
        },
      ]);
      expect(heard(address)).toBe(
        'new mail 3 bytes, IPM.Note, flags 9\ntable 3, index 3 bytes, 2 columns, first Ann\n',
      );
    });

    test('what a method allocates is read and freed; a warning stays a warning', async () => {
      using props = native.adopt(legacy.now.MakeProps(), IMAPIProp) as IMAPIProp;
      const [hr, row] = await props.GetProps(null, 0);
      expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
      expect(row?.toProps()).toEqual([
        prop(PR_DISPLAY_NAME_A, 'from native code'),
        prop(PR_IMPORTANCE, 1),
        propError(propTag(0x1e, 0x3ff0), MAPI_E_NOT_FOUND),
      ]);
      expect(await ok(props.GetPropList(0))).toEqual([PR_DISPLAY_NAME_A, PR_IMPORTANCE]);
      expect(await props.SaveChanges(0)).toBe(MAPI_E_NO_SUPPORT);
    });

    test('problems of single properties come back as an array', async () => {
      const address = legacy.now.MakeProps();
      using props = native.adopt(address, IMAPIProp) as IMAPIProp;
      const problems = await ok(props.SetProps([prop(PR_DISPLAY_NAME_A, 'x'), prop(PR_IMPORTANCE, 0)]));
      expect(problems.map(({ ulIndex, ulPropTag, scode }) => [ulIndex, ulPropTag, hexOf(scode)])).toEqual([
        [0, PR_DISPLAY_NAME_A, '0x8004011A'],
      ]);
      expect(heard(address)).toBe('set 3001001E\nset 00170003\n');
    });

    test('QueryInterface on the TypeScript pointer asks the native object', () => {
      using props = native.adopt(legacy.now.MakeProps(), IMAPIProp) as IMAPIProp;
      expect(props.QueryInterface(IMAPITable)).toEqual([E_NOINTERFACE, null]);
      expect(props.QueryInterface(ISequentialStream)).toEqual([E_NOINTERFACE, null]);
      const [hr, same] = props.QueryInterface(IMAPIProp);
      expect(hr).toBe(S_OK);
      same?.Release();
    });
  });
});
