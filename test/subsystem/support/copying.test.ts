import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ComError,
  check,
  com,
  guidToBytes,
  type HResult,
  type Impl,
  IStream,
  IUnknown,
  newGuid,
  ok,
  S_OK,
  STGM_WRITE,
} from '../../../src/com/index.js';
import {
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  COPY_SUBFOLDERS,
  type EntryId,
  FOLDER_DIALOG,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  GENERATE_RECEIPT_ONLY,
  IAttach,
  IMAPIContainer,
  IMAPIFolder,
  IMAPIProgress,
  IMAPIProp,
  type IMAPISession,
  type IMAPISupport,
  IMessage,
  type IMsgStore,
  MAPI_ASSOCIATED,
  MAPI_CREATE,
  MAPI_DECLINE_OK,
  MAPI_DIALOG,
  MAPI_E_COLLISION,
  MAPI_E_COMPUTED,
  MAPI_E_DECLINE_COPY,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_INVALID_TYPE,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNEXPECTED_TYPE,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_MODIFY,
  MAPI_MOVE,
  MAPI_NO_MAIL,
  MAPI_NOREPLACE,
  MAPI_TO,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_DIALOG,
  MESSAGE_MOVE,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_METHOD,
  PR_BODY_W,
  PR_COMMENT_W,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_HIERARCHY,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_FOLDER_ASSOCIATED_CONTENTS,
  PR_IMPORTANCE,
  PR_IPM_SUBTREE_ENTRYID,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_RECIPIENTS,
  PR_RECIPIENT_TYPE,
  PR_STORE_RECORD_KEY,
  PR_SUBJECT_W,
  PropRow,
  type PropTag,
  type PropValue,
  PT_BOOLEAN,
  prop,
  propError,
  propId,
  propTag,
  type SPropProblem,
} from '../../../src/mapi/index.js';
import { recipientsOf, valueIn } from '../../../src/subsystem/submit/recipients.js';
import { columnOf } from '../../../src/subsystem/support/messageparts.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { testStore } from '../session/test-store.js';
import { PostOffice } from '../spooler/post-office.js';
import { foreign } from './foreign.js';

const PR_LARGE: PropTag<Uint8Array> = 0x66010102 as PropTag<Uint8Array>;

describe('IMAPISupport copies between objects of whichever implementation', () => {
  useLedger();
  let office: PostOffice;
  let support: IMAPISupport | null;
  const calls: string[] = [];

  beforeEach(async () => {
    calls.length = 0;
    support = null;
    office = await PostOffice.open(
      testStore('FOREIGN', {
        logon: (given) => {
          support?.Release();
          given.AddRef();
          support = given;
          return S_OK;
        },
      }),
    );
  });
  afterEach(() => office.close());

  /** Runs a step with a support object and a folder of its own. */
  const within = (step: (support: IMAPISupport, folder: IMAPIFolder, store: IMsgStore) => Promise<void>) =>
    office.session(async (session: IMAPISession, store) => {
      {
        // The stores table asks the store who it is, which logs it on.
        using table = await ok(session.GetMsgStoresTable(0));
        expect(await ok(table.GetRowCount(0))).toBe(2);
      }
      using held = support as IMAPISupport;
      const root = (await ok(store.GetProps([PR_IPM_SUBTREE_ENTRYID], 0))).get(PR_IPM_SUBTREE_ENTRYID);
      const opened = await ok(store.OpenEntry(root, IMAPIFolder, MAPI_MODIFY));
      using top = opened.lppUnk;
      using folder = await ok(top.CreateFolder(FOLDER_GENERIC, 'Copies', 'about', IMAPIFolder, MAPI_UNICODE));
      await step(held, folder, store);
      support = null;
    }, MAPI_NO_MAIL);

  /** A message with recipients, a file, a message within and a value too large for GetProps. */
  async function letter(folder: IMAPIFolder, subject: string): Promise<EntryId> {
    using message = await ok(folder.CreateMessage(IMessage, 0));
    await ok(
      message.SetProps([prop(PR_MESSAGE_CLASS_W, 'IPM.Note'), prop(PR_SUBJECT_W, subject), prop(PR_BODY_W, 'Hi')]),
    );
    {
      using stream = await ok(message.OpenProperty(PR_LARGE, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
      await ok(stream.Write(new Uint8Array(100_000).fill(7)));
      await ok(stream.Commit(0));
    }
    await ok(
      message.ModifyRecipients(MODRECIP_ADD, [
        [
          prop(PR_RECIPIENT_TYPE, MAPI_TO),
          prop(PR_DISPLAY_NAME_W, 'Ann'),
          prop(PR_ADDRTYPE_W, 'SMTP'),
          prop(PR_EMAIL_ADDRESS_W, 'ann@example.com'),
        ],
      ]),
    );
    {
      const { lppAttach } = await ok(message.CreateAttach(IAttach, 0));
      using file = lppAttach;
      await ok(
        file.SetProps([prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE), prop(PR_ATTACH_DATA_BIN, new Uint8Array([1, 2]))]),
      );
      await ok(file.SaveChanges(0));
    }
    {
      const { lppAttach } = await ok(message.CreateAttach(IAttach, 0));
      using file = lppAttach;
      await ok(file.SetProps([prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG)]));
      using inner = await ok(file.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
      await ok(inner.SetProps([prop(PR_MESSAGE_CLASS_W, 'IPM.Note'), prop(PR_SUBJECT_W, 'within')]));
      await ok(inner.SaveChanges(0));
      await ok(file.SaveChanges(0));
    }
    await ok(message.SaveChanges(2));
    return (await ok(message.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
  }

  async function opened(folder: IMAPIFolder, entryId: EntryId, held: IMAPISupport): Promise<IMessage> {
    const { lppUnk } = await ok(folder.OpenEntry(entryId, IMessage, MAPI_MODIFY));
    return foreign<IMessage>(lppUnk, IMessage, held, calls);
  }

  async function told(message: IMessage): Promise<unknown> {
    const row = await ok(message.GetProps([PR_SUBJECT_W, PR_BODY_W], MAPI_UNICODE));
    const people = (await recipientsOf(message)).map((entry) => valueIn(entry, PR_EMAIL_ADDRESS_W));
    const parts: unknown[] = [];
    for (const num of [0, 1]) {
      const [, attachment] = await message.OpenAttach(num, IAttach, 0);
      if (!attachment) continue;
      using file = attachment;
      const method = (await ok(file.GetProps([PR_ATTACH_METHOD], 0))).get(PR_ATTACH_METHOD);
      if (method === ATTACH_BY_VALUE)
        parts.push((await ok(file.GetProps([PR_ATTACH_DATA_BIN], 0))).get(PR_ATTACH_DATA_BIN)?.length);
      else {
        using inner = await ok(file.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, 0));
        parts.push((await ok(inner.GetProps([PR_SUBJECT_W], MAPI_UNICODE))).get(PR_SUBJECT_W));
      }
    }
    let large = 0;
    const [, found] = await message.OpenProperty(PR_LARGE, IStream, 0, 0);
    if (found) {
      using stream = found;
      large = (await ok(stream.Read(200_000))).length;
    }
    return { subject: row.get(PR_SUBJECT_W), body: row.get(PR_BODY_W), people, parts, large };
  }
  const whole = { subject: 'a letter', body: 'Hi', people: ['ann@example.com'], parts: [2, 'within'], large: 100_000 };

  test('DoCopyTo: an object whose CopyTo asks for help is copied with all that is in it', () =>
    within(async (held, folder) => {
      using source = await opened(folder, await letter(folder, 'a letter'), held);
      using copy = await ok(folder.CreateMessage(IMessage, 0));
      await ok(source.CopyTo(null, null, 0, null, IMessage, copy, 0));
      await ok(copy.SaveChanges(2));
      expect(await told(copy)).toEqual(whole);
      // It asked once, and nobody asked it or what is in it again.
      expect(calls.filter((name) => name.startsWith('Copy'))).toEqual(['CopyTo']);
    }));

  test('DoCopyTo leaves out what is named, and what of the target is not to be replaced', () =>
    within(async (held, folder) => {
      using source = await opened(folder, await letter(folder, 'a letter'), held);
      using copy = await ok(folder.CreateMessage(IMessage, 0));
      await ok(copy.SetProps([prop(PR_SUBJECT_W, 'mine')]));
      const exclude = [PR_MESSAGE_ATTACHMENTS, PR_MESSAGE_RECIPIENTS, PR_BODY_W];
      await ok(held.DoCopyTo(IMessage, source, null, exclude, 0, null, IMessage, copy, MAPI_NOREPLACE));
      await ok(copy.SaveChanges(2));
      expect(await told(copy)).toMatchObject({ subject: 'mine', people: [], parts: [], large: 100_000 });
      using bare = await ok(folder.CreateMessage(IMessage, 0));
      // Leaving an interface out leaves out what only it gives: recipients and attachments are those of IMessage.
      await ok(held.DoCopyTo(IMessage, source, [IMessage], null, 0, null, IMessage, bare, 0));
      await ok(bare.SaveChanges(2));
      expect(await told(bare)).toMatchObject({ subject: 'a letter', people: [], parts: [] });
    }));

  test('DoCopyTo with MAPI_MOVE takes away from the source', () =>
    within(async (held, folder) => {
      using source = await opened(folder, await letter(folder, 'a letter'), held);
      using copy = await ok(folder.CreateMessage(IMessage, 0));
      await ok(held.DoCopyTo(IMessage, source, null, null, 0, null, IMessage, copy, MAPI_MOVE));
      await ok(copy.SaveChanges(2));
      expect(await told(copy)).toEqual(whole);
      await ok(source.SaveChanges(2));
      expect(await told(source)).toMatchObject({ subject: null, people: [], parts: [], large: 0 });
    }));

  test('DoCopyTo refuses senseless calls', () =>
    within(async (held, folder) => {
      using source = await opened(folder, await letter(folder, 'a letter'), held);
      using copy = await ok(folder.CreateMessage(IMessage, 0));
      const attempt = async (...args: readonly unknown[]) => {
        const [from, object, exclude, to, target, flags] = args as never[];
        return (
          await held.DoCopyTo(
            from as never,
            object as never,
            null,
            exclude as never,
            0,
            null,
            to as never,
            target as never,
            flags,
          )
        )[0];
      };
      expect(await attempt(null, source, null, IMessage, copy, 0)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await attempt(IMAPIFolder, source, null, IMessage, copy, 0)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect(await attempt(IMessage, source, null, IMAPIFolder, copy, 0)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect(await attempt(IMessage, source, [], IMessage, copy, 0)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await attempt(IMessage, source, null, IMessage, source, 0)).toBe(MAPI_E_NO_ACCESS);
      expect(await attempt(IMessage, source, null, IMessage, copy, 0x4000)).toBe(MAPI_E_UNKNOWN_FLAGS);
      // As its sister has it, and what is no object at all, of which the page promises nothing.
      expect(await attempt(IMessage, source, null, null, copy, 0)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await attempt(IMessage, null, null, IMessage, copy, 0)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await attempt(IMessage, source, null, IMessage, null, 0)).toBe(MAPI_E_INVALID_PARAMETER);
      // Nothing was copied by any of them.
      expect((await ok(copy.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W)).toBeNull();
    }));

  test('DoCopyProps refuses senseless calls', () =>
    within(async (held, folder) => {
      using source = await opened(folder, await letter(folder, 'a letter'), held);
      using copy = await ok(folder.CreateMessage(IMessage, 0));
      const attempt = async (from: unknown, object: unknown, tags: unknown, to: unknown, target: unknown, flags = 0) =>
        (
          await held.DoCopyProps(
            from as never,
            object as never,
            tags as never,
            0,
            null,
            to as never,
            target as never,
            flags,
          )
        )[0];
      const some = [PR_SUBJECT_W];
      expect(await attempt(null, source, some, IMessage, copy)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await attempt(IMessage, null, some, IMessage, copy)).toBe(MAPI_E_INVALID_PARAMETER);
      // lpIncludeProps cannot be NULL, nor name nothing.
      for (const tags of [null, [], [0]])
        expect(await attempt(IMessage, source, tags, IMessage, copy)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await attempt(IMessage, source, some, null, copy)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await attempt(IMessage, source, some, IMessage, null)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await attempt(IMessage, source, some, IMAPIFolder, copy)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect(await attempt(IMessage, source, some, IMessage, copy, 0x4000)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await ok(copy.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W)).toBeNull();
      // With MAPI_NOREPLACE what is there stays, and is neither a failure nor a problem.
      await ok(copy.SetProps([prop(PR_SUBJECT_W, 'mine')]));
      const tags = [PR_SUBJECT_W, PR_BODY_W];
      const kept = await ok(held.DoCopyProps(IMessage, source, tags, 0, null, IMessage, copy, MAPI_NOREPLACE));
      expect(kept).toEqual([]);
      const row = await ok(copy.GetProps(tags, 0));
      expect([row.get(PR_SUBJECT_W), row.get(PR_BODY_W)]).toEqual(['mine', 'Hi']);
    }));

  test('DoCopyProps copies what is named, and tells of what is not there', () =>
    within(async (held, folder) => {
      using source = await opened(folder, await letter(folder, 'a letter'), held);
      using copy = await ok(folder.CreateMessage(IMessage, 0));
      const tags = [PR_SUBJECT_W, PR_COMMENT_W, PR_MESSAGE_RECIPIENTS];
      const problems = await ok(source.CopyProps(tags, 0, null, IMessage, copy, 0));
      expect(problems.map(({ ulIndex, scode }) => [ulIndex, scode])).toEqual([[1, MAPI_E_NOT_FOUND]]);
      await ok(copy.SaveChanges(2));
      expect(await told(copy)).toMatchObject({ subject: 'a letter', people: ['ann@example.com'], parts: [], large: 0 });
      const none = await held.DoCopyProps(IMessage, source, tags, 0, null, null as never, copy, 0);
      expect(none[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect(calls.filter((name) => name.startsWith('Copy'))).toEqual(['CopyProps']);
    }));

  test('DoCopyTo and DoCopyProps: MAPI_DIALOG moves the indicator, computed properties are problems, a folder does not come into itself', () =>
    within(async (held, folder) => {
      using source = await opened(folder, await letter(folder, 'a letter'), held);
      using copy = await ok(folder.CreateMessage(IMessage, 0));
      let told = 0;
      const indicator = {
        Progress: () => {
          told++;
          return S_OK;
        },
        GetFlags: () => 0,
        GetMax: () => 100,
        GetMin: () => 0,
        SetLimits: () => undefined,
      };
      using progress = com(indicator as unknown as Impl<IMAPIProgress>, IMAPIProgress);
      const tags = [PR_SUBJECT_W, PR_ENTRYID];
      const problems = await ok(held.DoCopyProps(IMessage, source, tags, 0, progress, IMessage, copy, MAPI_DIALOG));
      expect(problems.map(({ ulIndex, scode }) => [ulIndex, scode])).toEqual([[1, MAPI_E_COMPUTED]]);
      expect(told).toBeGreaterThan(0);
      told = 0;
      await ok(held.DoCopyTo(IMessage, source, null, null, 0, progress, IMessage, copy, 0));
      expect(told).toBe(0);
      await ok(held.DoCopyTo(IMessage, source, null, null, 0, progress, IMessage, copy, MAPI_DIALOG));
      expect(told).toBeGreaterThan(0);
      using inner = await ok(folder.CreateFolder(FOLDER_GENERIC, 'inner', null, IMAPIFolder, MAPI_UNICODE));
      const into = await held.DoCopyTo(IMAPIFolder, folder, null, null, 0, null, IMAPIFolder, inner, 0);
      expect(into[0]).toBe(MAPI_E_FOLDER_CYCLE);
      const hierarchy = [PR_CONTAINER_HIERARCHY];
      const again = await held.DoCopyProps(IMAPIFolder, folder, hierarchy, 0, null, IMAPIFolder, inner, 0);
      expect(again[0]).toBe(MAPI_E_FOLDER_CYCLE);
      const wrong = await held.DoCopyProps(IMAPIFolder, source as never, tags, 0, null, IMessage, copy, 0);
      expect(wrong[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await held.DoCopyProps(IMessage, source, tags, 0, null, IMessage, source, 0))[0]).toBe(MAPI_E_NO_ACCESS);
    }));

  /** The subjects in a folder. */
  async function subjects(folder: IMAPIFolder): Promise<readonly string[]> {
    using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
    return [...(await columnOf(table, PR_SUBJECT_W))].sort();
  }

  test('CopyMessages copies and moves between folders, and says when some stay behind', () =>
    within(async (held, folder) => {
      const one = await letter(folder, 'one');
      const two = await letter(folder, 'two');
      using target = await ok(folder.CreateFolder(FOLDER_GENERIC, 'target', null, IMAPIFolder, MAPI_UNICODE));
      folder.AddRef();
      using source = foreign<IMAPIFolder>(folder, IMAPIFolder, held, calls);
      await check(source.CopyMessages([one], IMAPIFolder, target, 0, null, 0));
      expect([await subjects(folder), await subjects(target)]).toEqual([['one', 'two'], ['one']]);
      const hr = await source.CopyMessages([two, one, one], IMAPIFolder, target, 0, null, MESSAGE_MOVE);
      expect(hr).toBe(MAPI_W_PARTIAL_COMPLETION);
      expect([await subjects(folder), await subjects(target)]).toEqual([[], ['one', 'one', 'two']]);
      expect(calls.filter((name) => name.startsWith('Copy'))).toEqual(['CopyMessages', 'CopyMessages']);
    }));

  test('CopyMessages stops when the user cancels, and refuses what is no folder', () =>
    within(async (held, folder) => {
      const list = [await letter(folder, 'one'), await letter(folder, 'two')];
      using target = await ok(folder.CreateFolder(FOLDER_GENERIC, 'target', null, IMAPIFolder, MAPI_UNICODE));
      const cancelling = {
        Progress: () => MAPI_E_USER_CANCEL,
        GetFlags: () => 0,
        GetMax: () => 100,
        GetMin: () => 0,
        SetLimits: () => undefined,
      };
      using progress = com(cancelling as unknown as Impl<IMAPIProgress>, IMAPIProgress);
      const copy = (flags: number) => held.CopyMessages(null, folder, list, null, target, 0, progress, flags);
      expect(await copy(MESSAGE_DIALOG)).toBe(MAPI_E_USER_CANCEL);
      expect(await subjects(target)).toEqual(['one']);
      // Without the flag nobody asks the indicator.
      expect(await copy(0)).toBe(S_OK);
      expect(await copy(0x8000)).toBe(MAPI_E_UNKNOWN_FLAGS);
      using message = await ok(folder.CreateMessage(IMessage, 0));
      const wrong = (from: IUnknown, to: IUnknown) =>
        held.CopyMessages(null, from as never, list, null, to as never, 0, null, 0);
      expect(await wrong(message, target)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect(await wrong(folder, message)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      const other = await held.CopyMessages(IMAPIProp, folder, list, IMessage as never, target, 0, null, 0);
      expect(other).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    }));

  test('CopyMessages into another store has the reports sent that are due, whatever becomes of the copies', async () => {
    provokes(/read reports could not be sent/);
    await within(async (held, folder) => {
      const list = [await letter(folder, 'one')];
      const key = (await ok(folder.GetProps([PR_STORE_RECORD_KEY], 0))).get(PR_STORE_RECORD_KEY) as Uint8Array;
      const asked: unknown[] = [];
      let answer: HResult = S_OK;
      const from = {
        GetProps: () => ok(folder.GetProps([PR_STORE_RECORD_KEY], 0)),
        OpenEntry: async (...[id, iid, flags]: Parameters<IMAPIFolder['OpenEntry']>) =>
          ok(folder.OpenEntry(id, iid, flags)),
        SetReadFlags: (messages: readonly EntryId[] | null, _ui: number, _progress: unknown, flags: number) => {
          asked.push([messages, flags]);
          if (answer !== S_OK) throw new ComError(answer, 'no reports');
        },
      };
      using source = com(from as unknown as Impl<IMAPIFolder>, IMAPIFolder);
      const target = (props: readonly PropValue[]) =>
        com(
          {
            GetProps: () => PropRow.fromProps(props),
            CreateMessage: () => {
              throw new ComError(MAPI_E_NO_ACCESS, 'full');
            },
          } as unknown as Impl<IMAPIFolder>,
          IMAPIFolder,
        );
      using same = target([prop(PR_STORE_RECORD_KEY, key)]);
      using other = target([prop(PR_STORE_RECORD_KEY, guidToBytes(newGuid()))]);
      using unknown = target([propError(PR_STORE_RECORD_KEY, MAPI_E_NOT_FOUND)]);
      const copy = (into: IMAPIFolder, messages = list) =>
        held.CopyMessages(IMAPIFolder, source, messages, IMAPIFolder, into, 0, null, 0);
      expect(await copy(same)).toBe(MAPI_W_PARTIAL_COMPLETION);
      expect(await copy(other, [])).toBe(S_OK);
      expect(asked).toEqual([]);
      // A store without reports, or one that cannot be changed, has none to send; another failure is told in the log alone.
      for (const code of [S_OK, MAPI_E_NO_SUPPORT, MAPI_E_NO_ACCESS, MAPI_E_NETWORK_ERROR]) {
        answer = code;
        for (const into of [other, unknown]) {
          expect(await copy(into)).toBe(MAPI_W_PARTIAL_COMPLETION);
          expect(asked.splice(0)).toEqual([[list, GENERATE_RECEIPT_ONLY]]);
        }
      }
    });
  });

  test('MAPI_DECLINE_OK, which a provider hands on, is MAPI_E_DECLINE_COPY, and nothing is copied', () =>
    within(async (held, folder) => {
      const list = [await letter(folder, 'one')];
      using inner = await ok(folder.CreateFolder(FOLDER_GENERIC, 'inner', null, IMAPIFolder, MAPI_UNICODE));
      using target = await ok(folder.CreateFolder(FOLDER_GENERIC, 'target', null, IMAPIFolder, MAPI_UNICODE));
      const entryId = (await ok(inner.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
      const flags = MAPI_DECLINE_OK;
      const codes = [
        await held.CopyMessages(null, folder, list, null, target, 0, null, flags),
        await held.CopyFolder(null, folder, entryId, null, target, null, 0, null, flags | COPY_SUBFOLDERS),
        (await held.DoCopyTo(IMAPIFolder, inner, null, null, 0, null, IMAPIFolder, target, flags))[0],
        (await held.DoCopyProps(IMAPIFolder, inner, [PR_COMMENT_W], 0, null, IMAPIFolder, target, flags))[0],
      ];
      expect(codes).toEqual(codes.map(() => MAPI_E_DECLINE_COPY));
      expect([await subjects(target), await tree(target)]).toEqual([[], {}]);
    }));

  test('DoCopyProps and DoCopyTo of a folder: its messages, its associated messages and its folders, each when it is named or not left out', () =>
    within(async (held, folder) => {
      using source = await ok(folder.CreateFolder(FOLDER_GENERIC, 'source', 'about', IMAPIFolder, MAPI_UNICODE));
      using below = await ok(source.CreateFolder(FOLDER_GENERIC, 'below', null, IMAPIFolder, MAPI_UNICODE));
      await letter(source, 'one');
      await letter(below, 'two');
      {
        using rule = await ok(source.CreateMessage(IMessage, MAPI_ASSOCIATED));
        await ok(rule.SetProps([prop(PR_SUBJECT_W, 'rule')]));
        await ok(rule.SaveChanges(0));
      }
      let count = 0;
      const target = async () =>
        await ok(folder.CreateFolder(FOLDER_GENERIC, `target ${count++}`, null, IMAPIFolder, MAPI_UNICODE));
      const has = async (copy: IMAPIFolder) => {
        using associated = await ok(copy.GetContentsTable(MAPI_ASSOCIATED | MAPI_UNICODE));
        using folders = await ok(copy.GetHierarchyTable(MAPI_UNICODE));
        return [
          ...(await subjects(copy)),
          ...(await columnOf(associated, PR_SUBJECT_W)),
          ...(await columnOf(folders, PR_DISPLAY_NAME_W)),
        ];
      };
      for (const [tags, found] of [
        [[PR_CONTAINER_CONTENTS], ['one']],
        [[PR_FOLDER_ASSOCIATED_CONTENTS], ['rule']],
        [[PR_CONTAINER_HIERARCHY], ['below']],
        [[PR_COMMENT_W], []],
      ] as const) {
        using copy = await target();
        expect(await ok(held.DoCopyProps(IMAPIFolder, source, tags, 0, null, IMAPIFolder, copy, 0))).toEqual([]);
        expect(await has(copy)).toEqual(found);
        // A folder that comes along comes with all that is in it.
        if (found[0] !== 'below') continue;
        using hierarchy = await ok(copy.GetHierarchyTable(0));
        const [entryId] = await columnOf(hierarchy, PR_ENTRYID);
        using inner = (await ok(copy.OpenEntry(entryId as EntryId, IMAPIFolder, 0))).lppUnk;
        expect(await subjects(inner)).toEqual(['two']);
      }
      const all = [PR_CONTAINER_CONTENTS, PR_FOLDER_ASSOCIATED_CONTENTS, PR_CONTAINER_HIERARCHY];
      for (const [iids, tags, found] of [
        [null, [PR_DISPLAY_NAME_W], ['one', 'rule', 'below']],
        [null, [PR_DISPLAY_NAME_W, PR_CONTAINER_HIERARCHY], ['one', 'rule']],
        [null, [PR_DISPLAY_NAME_W, PR_CONTAINER_CONTENTS], ['rule', 'below']],
        // The type that stands in a tag does not matter.
        [null, [PR_DISPLAY_NAME_W, ...all.map((tag) => propTag(PT_BOOLEAN, propId(tag)))], []],
        // An interface goes with those derived from it; one that a folder does not have changes nothing.
        [[IMAPIContainer], [PR_DISPLAY_NAME_W], []],
        [[IAttach], [PR_DISPLAY_NAME_W], ['one', 'rule', 'below']],
      ] as const) {
        using copy = await target();
        await ok(held.DoCopyTo(IMAPIFolder, source, iids, tags, 0, null, IMAPIFolder, copy, 0));
        expect(await has(copy)).toEqual(found);
        expect((await ok(copy.GetProps([PR_COMMENT_W], 0))).get(PR_COMMENT_W)).toBe('about');
      }
      using copy = await target();
      for (const iid of [IMAPIProp, IUnknown]) {
        const hr = (await held.DoCopyTo(IMAPIFolder, source, [iid], null, 0, null, IMAPIFolder, copy, 0))[0];
        expect(hr).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      }
      expect(await has(copy)).toEqual([]);
    }));

  test('DoCopyTo and DoCopyProps: what the target cannot have of this type is a problem, and the rest is copied', () =>
    within(async (held, folder) => {
      const odd = propTag(0x99, 0x6611);
      const important = propTag(PT_BOOLEAN, propId(PR_IMPORTANCE));
      const has = [prop(PR_SUBJECT_W, 'a letter'), prop(odd, 1), prop(important, true)];
      const strange = {
        GetPropList: () => has.map(([tag]) => tag),
        GetProps: (tags: readonly PropTag[]) =>
          PropRow.fromProps(
            tags.map((tag) => has.find(([own]) => propId(own) === propId(tag)) ?? propError(tag, MAPI_E_NOT_FOUND)),
          ),
      };
      using source = com(strange as unknown as Impl<IMAPIProp>, IMAPIProp);
      const codes = (problems: readonly SPropProblem[]) =>
        problems.map(({ ulIndex, ulPropTag, scode }) => [ulIndex, ulPropTag, scode]);
      {
        using copy = await ok(folder.CreateMessage(IMessage, 0));
        const problems = await ok(held.DoCopyTo(IMAPIProp, source, null, null, 0, null, IMessage, copy, 0));
        expect(codes(problems)).toEqual([
          [1, odd, MAPI_E_INVALID_TYPE],
          [2, important, MAPI_E_UNEXPECTED_TYPE],
        ]);
        expect((await ok(copy.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W)).toBe('a letter');
      }
      using copy = await ok(folder.CreateMessage(IMessage, 0));
      const tags = [important, PR_COMMENT_W, odd, PR_SUBJECT_W];
      const problems = await ok(held.DoCopyProps(IMAPIProp, source, tags, 0, null, IMessage, copy, 0));
      expect(codes(problems)).toEqual([
        [0, important, MAPI_E_UNEXPECTED_TYPE],
        [1, PR_COMMENT_W, MAPI_E_NOT_FOUND],
        [2, odd, MAPI_E_INVALID_TYPE],
      ]);
      expect((await ok(copy.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W)).toBe('a letter');
    }));

  test('CopyFolder copies one folder, with COPY_SUBFOLDERS all below it, and moves', () =>
    within(async (held, folder) => {
      using inner = await ok(folder.CreateFolder(FOLDER_GENERIC, 'inner', 'a comment', IMAPIFolder, MAPI_UNICODE));
      using deeper = await ok(inner.CreateFolder(FOLDER_GENERIC, 'deeper', null, IMAPIFolder, MAPI_UNICODE));
      using target = await ok(folder.CreateFolder(FOLDER_GENERIC, 'target', null, IMAPIFolder, MAPI_UNICODE));
      await letter(inner, 'one');
      await letter(deeper, 'two');
      const id = async (of: IMAPIFolder) => (await ok(of.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
      const copy = async (name: string | null, flags: number, to: IMAPIFolder = target) =>
        await held.CopyFolder(IMAPIFolder, folder, await id(inner), null, to, name, 0, null, flags);
      expect(await copy('shallow', MAPI_UNICODE)).toBe(S_OK);
      expect(await copy(null, COPY_SUBFOLDERS)).toBe(S_OK);
      expect(await copy(null, COPY_SUBFOLDERS)).toBe(MAPI_E_COLLISION);
      expect(await copy('round', COPY_SUBFOLDERS, deeper)).toBe(MAPI_E_FOLDER_CYCLE);
      expect(await copy('round', FOLDER_MOVE, inner)).toBe(MAPI_E_FOLDER_CYCLE);
      expect(await copy(null, 0x1000_0000)).toBe(MAPI_E_UNKNOWN_FLAGS);
      const strange = await held.CopyFolder(null, folder, await id(inner), IMessage as never, target, null, 0, null, 0);
      expect(strange).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect(await tree(target)).toEqual({ inner: { deeper: {} }, shallow: {} });
      expect(await copy('moved', FOLDER_MOVE)).toBe(S_OK);
      expect(await tree(folder)).toEqual({
        target: { inner: { deeper: {} }, moved: { deeper: {} }, shallow: {} },
      });
    }));

  test('CopyFolder with FOLDER_DIALOG moves the indicator, which may stop it; messages that stay make it MAPI_W_PARTIAL_COMPLETION', () =>
    within(async (held, folder) => {
      using inner = await ok(folder.CreateFolder(FOLDER_GENERIC, 'inner', null, IMAPIFolder, MAPI_UNICODE));
      for (const subject of ['one', 'two']) await letter(inner, subject);
      using target = await ok(folder.CreateFolder(FOLDER_GENERIC, 'target', null, IMAPIFolder, MAPI_UNICODE));
      const entryId = (await ok(inner.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
      const told: number[] = [];
      let answer: number = S_OK;
      const indicator = {
        Progress: (value: number) => {
          told.push(value);
          return answer;
        },
        GetFlags: () => 0,
        GetMax: () => 100,
        GetMin: () => 0,
        SetLimits: () => undefined,
      };
      using progress = com(indicator as unknown as Impl<IMAPIProgress>, IMAPIProgress);
      const copy = (name: string, flags: number, to: IMAPIFolder = target) =>
        held.CopyFolder(null, folder, entryId, null, to, name, 0, progress, flags);
      expect(await copy('silent', 0)).toBe(S_OK);
      expect(told).toEqual([]);
      expect(await copy('shown', FOLDER_DIALOG)).toBe(S_OK);
      expect(told).toEqual([50, 100]);
      answer = MAPI_E_USER_CANCEL;
      expect(await copy('stopped', FOLDER_DIALOG)).toBe(MAPI_E_USER_CANCEL);
      // A target that takes no messages takes the folder.
      const poor = {
        CreateFolder: async () => {
          const made = { CreateMessage: refuse, GetProps: () => [], SetProps: () => [] };
          return com(made as unknown as Impl<IMAPIFolder>, IMAPIFolder);
        },
      };
      const refuse = () => {
        throw new ComError(MAPI_E_NO_ACCESS, 'no messages here');
      };
      using limited = com(poor as unknown as Impl<IMAPIFolder>, IMAPIFolder);
      expect(await copy('poor', 0, limited)).toBe(MAPI_W_PARTIAL_COMPLETION);
    }));

  /** The folders below one, and that each has kept its message and its comment. */
  async function tree(folder: IMAPIFolder): Promise<unknown> {
    using table = await ok(folder.GetHierarchyTable(MAPI_UNICODE));
    const below: Record<string, unknown> = {};
    for (const entryId of await columnOf(table, PR_ENTRYID)) {
      const { lppUnk } = await ok(folder.OpenEntry(entryId, IMAPIFolder, 0));
      using child = lppUnk;
      const row = await ok(child.GetProps([PR_DISPLAY_NAME_W, PR_COMMENT_W], MAPI_UNICODE));
      const name = row.get(PR_DISPLAY_NAME_W) as string;
      if (name !== 'target') expect(await subjects(child)).toEqual([name === 'deeper' ? 'two' : 'one']);
      if (name !== 'target' && name !== 'deeper') expect(row.get(PR_COMMENT_W)).toBe('a comment');
      below[name] = await tree(child);
    }
    return below;
  }
});
