import { afterEach, describe, expect, test } from 'vitest';
import { ComError, com, ok, S_OK } from '../../../src/com/index.js';
import {
  FOLDER_GENERIC,
  HOOK_CANCEL,
  HOOK_DELETE,
  HOOK_INBOUND,
  HOOK_OUTBOUND,
  type HookVerdict,
  IMAPIFolder,
  type IMessage,
  type IMsgStore,
  ISpoolerHook,
  MAPI_E_CALL_FAILED,
  MAPI_E_VERSION,
  MAPI_HOOK_PROVIDER,
  MAPI_MODIFY,
  MAPI_NO_MAIL,
  MAPI_UNICODE,
  PR_BODY_W,
  PR_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import type { MessageService } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { column, contents } from '../../support/store-programs/client.js';
import { bringing, download, flush, folderOf, inboxOf, PostOffice, submit, testTransport } from './post-office.js';

const nothing: HookVerdict = { lpulFlags: 0, lppEntryID: new Uint8Array(0) };

describe('Message hooks (ISpoolerHook)', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  let seen: string[] = [];
  /** A hook that notes what it sees in both directions. */
  function hook(
    name: string,
    decide: (message: IMessage) => Promise<HookVerdict> | HookVerdict = () => nothing,
    flags: number = HOOK_INBOUND | HOOK_OUTBOUND,
  ): MessageService {
    const note = (way: string) => async (message: IMessage) => {
      seen.push(`${name} ${way} ${(await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W)}`);
      return await decide(message);
    };
    const methods = { InboundMsgHook: note('in'), OutboundMsgHook: note('out') };
    return {
      name,
      displayName: name,
      dllName: 'test',
      providers: [
        {
          resourceType: MAPI_HOOK_PROVIDER,
          resourceFlags: flags,
          name: 'HP',
          displayName: name,
          providerDisplay: name,
          init: async () => [S_OK, com(methods, ISpoolerHook)] as const,
        },
      ],
    };
  }

  /** A profile with hooks and a transport that sends everything and has one message to fetch. */
  async function open(...hooks: readonly MessageService[]): Promise<void> {
    seen = [];
    const arriving = ['news'];
    office = await PostOffice.open(
      testTransport('XP1', {
        submit: (all) => all,
        incoming: bringing(arriving),
      }),
      ...hooks,
    );
  }
  async function bothWays(step: (store: IMsgStore) => Promise<void> = async () => undefined): Promise<void> {
    await office.session(async (session, store) => {
      await submit(store, 'letter', ['a@x.org']);
      await flush(session);
      await download(session);
      await step(store);
    });
  }
  const sentItems = async (store: IMsgStore) => await folderOf(store, PR_IPM_SENTMAIL_ENTRYID);

  test('see what was sent and what has come, in the order of the profile', async () => {
    await open(hook('ONE'), hook('TWO'));
    await bothWays();
    expect(seen).toEqual(['ONE out letter', 'TWO out letter', 'ONE in news', 'TWO in news']);
  });

  test('see what their PR_RESOURCE_FLAGS name: HOOK_INBOUND, HOOK_OUTBOUND', async () => {
    await open(hook('IN', undefined, HOOK_INBOUND), hook('OUT', undefined, HOOK_OUTBOUND));
    await bothWays();
    expect(seen).toEqual(['OUT out letter', 'IN in news']);
  });

  test.each([
    ['null for its folder', { lpulFlags: 0, lppEntryID: null }],
    ['no folder', { lpulFlags: 0 }],
  ])('answer %s: the message stays where it is, and counts as taken over', async (_what, verdict) => {
    await open(
      hook('ONE', () => verdict as never),
      hook('TWO'),
    );
    await bothWays(async (store) => {
      expect(await column(store, await sentItems(store), PR_SUBJECT_W)).toEqual(['letter']);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(['news']);
    });
    expect(seen).toEqual(['ONE out letter', 'TWO out letter', 'ONE in news', 'TWO in news']);
  });

  test('HOOK_CANCEL keeps the message from further hooks', async () => {
    await open(
      hook('ONE', () => ({ ...nothing, lpulFlags: HOOK_CANCEL })),
      hook('TWO'),
    );
    await bothWays(async (store) => {
      expect(await column(store, await sentItems(store), PR_SUBJECT_W)).toEqual(['letter']);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(['news']);
    });
    expect(seen).toEqual(['ONE out letter', 'ONE in news']);
  });

  test('HOOK_DELETE deletes it, and further hooks do not see it', async () => {
    await open(
      hook('ONE', () => ({ ...nothing, lpulFlags: HOOK_DELETE })),
      hook('TWO'),
    );
    await bothWays(async (store) => {
      expect(await column(store, await sentItems(store), PR_SUBJECT_W)).toEqual([]);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual([]);
    });
    expect(seen).toEqual(['ONE out letter', 'ONE in news']);
  });

  test('an entry identifier moves it there, the last one that a hook gives', async () => {
    const targets: Uint8Array[] = [];
    const moving = (index: number) => () => ({ ...nothing, lppEntryID: targets[index] as Uint8Array });
    await open(hook('ONE', moving(0)), hook('TWO', moving(1)));
    await office.session(async (session, store) => {
      const top = await folderOf(store, PR_IPM_SUBTREE_ENTRYID);
      using subtree = (await ok(store.OpenEntry(top, IMAPIFolder, MAPI_MODIFY))).lppUnk;
      for (const name of ['one', 'two']) {
        using made = await ok(subtree.CreateFolder(FOLDER_GENERIC, name, null, null, MAPI_UNICODE));
        targets.push((await ok(made.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array);
      }
      await submit(store, 'letter', ['a@x.org']);
      await flush(session);
      await download(session);
      expect(await column(store, targets[0] as Uint8Array, PR_SUBJECT_W)).toEqual([]);
      expect([...(await column(store, targets[1] as Uint8Array, PR_SUBJECT_W))].sort()).toEqual(['letter', 'news']);
    });
  });

  test('what a hook changes in the message stays', async () => {
    await open(
      hook('ONE', async (message) => {
        await ok(message.SetProps([prop(PR_BODY_W, 'seen')]));
        return nothing;
      }),
    );
    await bothWays(async (store) => {
      expect(await contents(store, await inboxOf(store), [PR_SUBJECT_W, PR_BODY_W])).toEqual([['news', 'seen']]);
    });
  });

  test('one that fails, and one that cannot be started, keep nobody from the message', async () => {
    provokes(/the message hook ONE answered E_FAIL/, /the message hook OLD could not be started: MAPI_E_VERSION/);
    const old = hook('OLD');
    await open(
      {
        ...old,
        providers: old.providers.map((one) => ({ ...one, init: async () => [MAPI_E_VERSION, null] as never })),
      },
      hook('ONE', () => {
        throw new ComError(MAPI_E_CALL_FAILED, 'as the test says');
      }),
      hook('TWO'),
    );
    await bothWays(async (store) => {
      expect(await column(store, await sentItems(store), PR_SUBJECT_W)).toEqual(['letter']);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(['news']);
    });
    expect(seen).toEqual(['ONE out letter', 'TWO out letter', 'ONE in news', 'TWO in news']);
  });

  test.each<[string, RegExp, () => Promise<unknown>]>([
    [
      'throws what its code would be',
      /the message hook OLD could not be started: .*MAPI_E_VERSION.*: too old/,
      async () => {
        throw new ComError(MAPI_E_VERSION, 'too old');
      },
    ],
    [
      'throws anything else',
      /HPProviderInit of the message hook OLD threw|the message hook OLD could not be started: E_FAIL/,
      async () => {
        throw new TypeError('as the test says');
      },
    ],
    [
      'answers no object of MAPI',
      /the message hook OLD could not be started: it is no ISpoolerHook/,
      async () => [S_OK, {}],
    ],
  ])(
    'one whose HPProviderInit %s keeps nobody from the message, nor from the end of the session',
    async (_how, line, init) => {
      provokes(line);
      const old = hook('OLD');
      await open({ ...old, providers: old.providers.map((one) => ({ ...one, init: init as never })) }, hook('TWO'));
      await bothWays();
      expect(seen).toEqual(['TWO out letter', 'TWO in news']);
    },
  );

  test('are not run under MAPI_NO_MAIL', async () => {
    await open(hook('ONE'));
    await office.session(async (_session, store) => {
      await submit(store, 'letter', ['a@x.org']);
    }, MAPI_NO_MAIL);
    expect(seen).toEqual([]);
  });
});
