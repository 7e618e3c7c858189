import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStream, type IUnknown, ok, S_OK, slots } from '../../../src/com/index.js';
import {
  IMAPIFolder,
  type IMAPISession,
  IMAPISupport,
  IMessage,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_MODIFY,
  PR_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
} from '../../../src/mapi/index.js';
import { type Hands, pester } from '../../providers/store/conformance/nonsense.js';
import { useLedger } from '../../support/ledger.js';
import { testBook } from '../addressbook/testbook.js';
import { testStore } from '../session/test-store.js';
import { PostOffice, testTransport } from '../spooler/post-office.js';

type Kind = 'store' | 'transport' | 'address book' | 'message service';
const kinds: readonly Kind[] = ['store', 'transport', 'address book', 'message service'];
const methods = slots(IMAPISupport).filter((slot) => slot.declaredBy.base !== null);
const mortal = methods.filter(({ name }) => name === 'MakeInvalid');
/** What is made invalid is of no use to the methods after it. */
const inOrder = [...methods.filter((slot) => !mortal.includes(slot)), ...mortal];

describe('A support object that is called with nonsense answers by a code, never by an exception', () => {
  useLedger();
  let office: PostOffice;
  let held: Map<Kind, IMAPISupport>;

  beforeEach(async () => {
    held = new Map();
    const keep = (kind: Kind) => (support: IMAPISupport) => {
      if (held.has(kind)) return;
      support.AddRef();
      held.set(kind, support);
    };
    office = await PostOffice.open(
      testStore('STORE', {
        logon: (support) => {
          keep('store')(support);
          return S_OK;
        },
      }),
      testBook('BOOK', [], { logon: keep('address book') }),
      testTransport('XP', { submit: () => [], loggedOn: async (support) => keep('transport')(support) }),
    );
  });
  afterEach(() => office.close());

  /** Runs a step with the support objects of all kinds, of a session in which all providers are logged on. */
  const within = (step: (session: IMAPISession, hands: Hands) => Promise<void>) =>
    office.session(async (session, store) => {
      using stores = await ok(session.GetMsgStoresTable(0));
      expect(await ok(stores.GetRowCount(0))).toBe(2);
      using _book = await ok(session.OpenAddressBook(0, null, 0));
      await ok(session.EnumAdrTypes(0));
      const transport = held.get('transport') as IMAPISupport;
      held.set('message service', await ok(transport.GetSvcConfigSupportObj(0)));
      const root = (await ok(store.GetProps([PR_IPM_SUBTREE_ENTRYID], 0))).get(PR_IPM_SUBTREE_ENTRYID);
      const opened = await ok(store.OpenEntry(root, IMAPIFolder, MAPI_MODIFY));
      using folder = opened.lppUnk;
      using message = await ok(folder.CreateMessage(IMessage, 0));
      await ok(message.SaveChanges(2));
      const entryId = (await ok(message.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
      using section = await ok(transport.OpenProfileSection(null, MAPI_MODIFY));
      using stream = createMemoryStream(new Uint8Array(10));
      const released = createMemoryStream();
      released.Release();
      await step(session, {
        alive: [folder, message, section, stream],
        released,
        entryIds: [entryId, root as Uint8Array],
      });
    });

  test.each(kinds)('the one of a %s', async (kind) => {
    await within(async (_session, hands) => {
      try {
        const support = held.get(kind) as IMAPISupport;
        for (const { name, signature } of inOrder) {
          // MAPI releases the messages that it has done with.
          const given = name === 'DoSentMail' ? 15 : 0;
          for (let i = 0; i < given; i++) hands.alive[1]?.AddRef();
          const codes = await pester(support, name, signature.inputs, hands);
          for (let i = codes.filter((hr) => hr === S_OK).length; i < given; i++) hands.alive[1]?.Release();
          expect(codes, name).toHaveLength(15);
        }
      } finally {
        for (const support of held.values()) support.Release();
      }
    });
  });

  test('whoever still has one when the session is over is told so, or gets what needs no session', async () => {
    let hands: Hands | null = null;
    await within(async (_session, given) => {
      hands = { ...given, alive: [] };
    });
    const none = hands as unknown as Hands;
    try {
      for (const kind of kinds) {
        const support = held.get(kind) as IMAPISupport;
        const nothing = { ...none, alive: [support as IUnknown] };
        for (const { name, signature } of inOrder.slice(0, -1))
          await pester(support, name, signature.inputs, nothing, 4);
      }
    } finally {
      for (const support of held.values()) support.Release();
    }
  });

  test('one that was made invalid or was released is MAPI_E_INVALID_OBJECT, or nothing at all', async () => {
    await within(async () => {
      const support = held.get('message service') as IMAPISupport;
      expect(await support.MakeInvalid(0, support, 1, 3)).toBe(S_OK);
      expect((await support.NewUID())[0]).toBe(MAPI_E_INVALID_OBJECT);
      for (const each of held.values()) each.Release();
    });
  });

  test('GetMemAllocRoutines: more memory than there is, is MAPI_E_NOT_ENOUGH_MEMORY', async () => {
    await within(async () => {
      const support = held.get('transport') as IMAPISupport;
      const { lpAllocateBuffer, lpAllocateMore, lpFreeBuffer } = await ok(support.GetMemAllocRoutines());
      for (const huge of [-1, 2 ** 53]) {
        expect(lpAllocateBuffer(huge)[0]).toBe(MAPI_E_NOT_ENOUGH_MEMORY);
        expect(lpAllocateMore(huge, new Uint8Array(1))[0]).toBe(MAPI_E_NOT_ENOUGH_MEMORY);
      }
      expect(lpFreeBuffer(null as never)).toBe(S_OK);
      for (const each of held.values()) each.Release();
    });
  });
});
