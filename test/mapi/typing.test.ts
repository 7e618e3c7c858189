import { describe, expectTypeOf, test } from 'vitest';
import type { Iid, Impl, IUnknown, Out } from '../../src/com/index.js';
import {
  type AdrList,
  type IAttach,
  IMAPIFolder,
  IMAPIProp,
  type IMAPITable,
  IMessage,
  type IMsgStore,
  type OpenedEntry,
  PR_MESSAGE_FLAGS,
  PR_SUBJECT,
  PropRow,
  type PropTag,
} from '../../src/mapi/index.js';

declare const message: IMessage;
declare const folder: IMAPIFolder;
declare const store: IMsgStore;
declare const table: IMAPITable;

// Nothing here runs: the compiler is the test.
describe('what the compiler knows about a call', () => {
  test('the row has the types of the tags, in their order', () => {
    const typed = () => message.GetProps([PR_SUBJECT, PR_MESSAGE_FLAGS]);
    expectTypeOf(typed).returns.toEqualTypeOf<Out<PropRow<readonly [typeof PR_SUBJECT, typeof PR_MESSAGE_FLAGS]>>>();
    const all = () => message.GetProps(null);
    expectTypeOf(all).returns.toEqualTypeOf<Out<PropRow<readonly PropTag[]>>>();
  });

  test('the result follows the interface asked for, and without one it is the usual one', () => {
    expectTypeOf(() => store.OpenEntry(null, IMAPIFolder)).returns.toEqualTypeOf<Out<OpenedEntry<IMAPIFolder>>>();
    expectTypeOf(() => store.OpenEntry(null, null)).returns.toEqualTypeOf<Out<OpenedEntry<IMAPIProp>>>();
    expectTypeOf(() => folder.CreateMessage(IMessage)).returns.toEqualTypeOf<Out<IMessage>>();
    expectTypeOf(() => folder.CreateMessage(null)).returns.toEqualTypeOf<Out<IMessage>>();
    expectTypeOf(() => message.OpenAttach(0, null)).returns.toEqualTypeOf<Out<IAttach>>();
  });

  test('the target of a copy has the interface named, or one that extends it', () => {
    void (() => message.CopyTo(null, null, 0, null, IMAPIProp, folder));
    // @ts-expect-error a message is no folder
    void (() => folder.CopyMessages([], IMAPIFolder, message, 0, null));
    // @ts-expect-error nor is it the usual interface of a target
    void (() => folder.CopyMessages([], null, message, 0, null));
  });

  test('rows are typed by the columns that the caller has set', () => {
    const columns = [PR_SUBJECT, PR_MESSAGE_FLAGS] as const;
    expectTypeOf(() => table.QueryRows<typeof columns>(50)).returns.toEqualTypeOf<
      Out<readonly PropRow<typeof columns>[]>
    >();
    expectTypeOf(() => table.QueryRows(50)).returns.toEqualTypeOf<Out<readonly PropRow<readonly PropTag[]>[]>>();
  });

  test('an implementation takes what callers give and returns values', () => {
    class Box implements Pick<Impl<IMessage>, 'GetProps' | 'ModifyRecipients' | 'OpenAttach'> {
      GetProps(tags: readonly PropTag[] | null): PropRow {
        return new PropRow(tags ?? [], []);
      }
      async ModifyRecipients(_ulFlags: number, _lpMods: AdrList): Promise<void> {}
      OpenAttach(_ulAttachmentNum: number, _lpInterface: Iid<IUnknown> | null): IUnknown {
        throw new TypeError('nothing is attached');
      }
    }
    expectTypeOf<Box>().toExtend<Pick<Impl<IMessage>, 'GetProps'>>();
  });
});
