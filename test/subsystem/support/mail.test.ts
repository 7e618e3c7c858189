import { afterEach, describe, expect, test } from 'vitest';
import { check, com, guidToBytes, type Impl, newGuid, ok, S_OK } from '../../../src/com/index.js';
import {
  type AdrEntry,
  type AdrList,
  HOOK_OUTBOUND,
  IMAPIFolder,
  type IMAPISession,
  type IMAPISupport,
  IMessage,
  IMSProvider,
  type IMsgStore,
  ISpoolerHook,
  KEEP_OPEN_READWRITE,
  MAPI_BCC,
  MAPI_CC,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_HOOK_PROVIDER,
  MAPI_MODIFY,
  MAPI_NON_READ,
  MAPI_P1,
  MAPI_STORE_PROVIDER,
  MAPI_SUBMITTED,
  MAPI_TO,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  MODRECIP_ADD,
  MODRECIP_MODIFY,
  NEEDS_PREPROCESSING,
  NEEDS_SPOOLER,
  NOTIFY_CONFIG_CHANGE,
  NOTIFY_CRITSEC,
  NOTIFY_NONCRIT,
  PR_ADDRTYPE_W,
  PR_DELETE_AFTER_SUBMIT,
  PR_DELIVER_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_READ_RECEIPT_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_REPORT_TEXT_W,
  PR_RESPONSIBILITY,
  PR_ROWID,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  type PropTag,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';
import { storeMessageService } from '../../../src/providers/store/index.js';
import { createOneOffEntryId } from '../../../src/subsystem/addressbook/oneoff.js';
import type { MessageService } from '../../../src/subsystem/index.js';
import { recipientsOf, valueIn } from '../../../src/subsystem/submit/recipients.js';
import { useLedger } from '../../support/ledger.js';
import { column, compose, contents, folderOf, inboxOf, recipient } from '../../support/store-programs/client.js';
import { type Behaviour, download, PostOffice, testTransport } from '../spooler/post-office.js';

/** comail's store, which tells with which support object MAPI logs it on. */
const storeTold = (told: (support: IMAPISupport) => void): MessageService => ({
  ...storeMessageService,
  // comail's own is there, too, where a test of this process came in by the front door.
  name: `${storeMessageService.name}-TOLD`,
  providers: storeMessageService.providers.map((one) => {
    if (one.resourceType !== MAPI_STORE_PROVIDER) return one;
    return {
      ...one,
      init: async (flags, version) => {
        const [hr, made] = await one.init(flags, version);
        if (!made) return [hr, null];
        const inner = made.lppMSProvider;
        const provider = {
          Logon: async (...args: Parameters<IMSProvider['Logon']>) => {
            const result = await ok(inner.Logon(...args));
            // A store that is open already keeps the support object of its first logon.
            if (result && 'lppMSLogon' in result && result.lppMSLogon) told(args[0]);
            return result;
          },
          SpoolerLogon: (...args: Parameters<IMSProvider['SpoolerLogon']>) => ok(inner.SpoolerLogon(...args)),
          CompareStoreIDs: (...args: Parameters<IMSProvider['CompareStoreIDs']>) => ok(inner.CompareStoreIDs(...args)),
          Shutdown: () => inner.Shutdown(0),
          finalRelease: () => void inner.Release(),
        };
        return [S_OK, { ...made, lppMSProvider: com(provider as unknown as Impl<IMSProvider>, IMSProvider) }];
      },
    };
  }),
});

describe('IMAPISupport of stores and transports, about mail', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  interface Desk {
    readonly session: IMAPISession;
    readonly store: IMsgStore;
    /** The support objects of the store and of the transport. */
    readonly ofStore: IMAPISupport;
    readonly ofTransport: IMAPISupport;
  }
  async function desk(
    step: (desk: Desk) => Promise<void>,
    behaviour: Partial<Behaviour> = {},
    log: string[] = [],
    ...more: readonly MessageService[]
  ): Promise<void> {
    let ofStore: IMAPISupport | null = null;
    let ofTransport: IMAPISupport | null = null;
    office = await PostOffice.open(
      storeTold((support) => {
        ofStore = support;
      }),
      testTransport(
        'XP1',
        {
          submit: (asked) => asked,
          ...behaviour,
          loggedOn: async (support, flags) => {
            ofTransport = support;
            await behaviour.loggedOn?.(support, flags);
          },
        },
        log,
      ),
      ...more,
    );
    await office.session(async (session, store) => {
      await ok(session.EnumAdrTypes(0));
      if (!ofStore || !ofTransport) throw new Error('somebody was not logged on');
      await step({ session, store, ofStore, ofTransport });
    });
  }
  const typesOf = async (message: IMessage) =>
    (await recipientsOf(message)).map((row) => [
      valueIn(row, PR_DISPLAY_NAME_W),
      valueIn(row, PR_RECIPIENT_TYPE),
      valueIn(row, PR_RESPONSIBILITY),
    ]);

  test('PrepareSubmit: who has MAPI_SUBMITTED loses it, everybody else becomes MAPI_P1; its flags are reserved', () =>
    desk(async ({ store, ofStore }) => {
      const rows = [
        recipient('ann@x.test', MAPI_TO | MAPI_SUBMITTED),
        recipient('bob@x.test', MAPI_BCC | MAPI_SUBMITTED),
        recipient('bob@x.test', MAPI_P1),
        recipient('cid@x.test', MAPI_CC),
      ];
      using message = await compose(store, 'again', rows);
      expect((await ofStore.PrepareSubmit(message, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await ofStore.PrepareSubmit(message, 0)).toEqual([S_OK, 0]);
      // Decision 19 (1): true means that there is nothing to be done.
      expect(await typesOf(message)).toEqual([
        ['ann@x.test', MAPI_TO, true],
        ['bob@x.test', MAPI_BCC, true],
        ['bob@x.test', MAPI_P1, false],
        ['cid@x.test', MAPI_P1, false],
      ]);
    }));

  test('ExpandRecips: names that were changed are the original ones again, one-off addresses are resolved, duplicates marked', () =>
    desk(async ({ store, ofStore }) => {
      const oneOff = { name: 'Eve', addressType: 'SMTP', address: 'eve@x.test', richInfo: false };
      const rows: AdrEntry[] = [
        [...recipient('ann@x.test'), prop(PR_TRANSMITABLE_DISPLAY_NAME_W, 'Ann Arbor')],
        [prop(PR_RECIPIENT_TYPE, MAPI_CC), prop(PR_ENTRYID, createOneOffEntryId(oneOff)), prop(PR_DISPLAY_NAME_W, 'E')],
        recipient('ANN@x.test', MAPI_BCC),
      ];
      using message = await compose(store, 'to some', rows);
      // No transport is coupled with the store.
      expect(await ofStore.ExpandRecips(message)).toEqual([S_OK, NEEDS_SPOOLER]);
      const now = await recipientsOf(message);
      expect(now.map((row) => valueIn(row, PR_DISPLAY_NAME_W))).toEqual(['Ann Arbor', 'E', 'ANN@x.test']);
      expect(now.map((row) => valueIn(row, PR_RESPONSIBILITY) === true)).toEqual([false, false, true]);
      expect([valueIn(now[1] as AdrEntry, PR_ADDRTYPE_W), valueIn(now[1] as AdrEntry, PR_EMAIL_ADDRESS_W)]).toEqual([
        'SMTP',
        'eve@x.test',
      ]);
      expect((await ofStore.ExpandRecips(null as never))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    }));

  test('ExpandRecips resolves one-off addresses for stores that do not', () =>
    desk(async ({ ofStore }) => {
      const oneOff = { name: 'Eve', addressType: 'FAX', address: '555', richInfo: false };
      const rows = [
        [prop(PR_ROWID, 1), prop(PR_RECIPIENT_TYPE, MAPI_TO), prop(PR_ENTRYID, createOneOffEntryId(oneOff))],
      ];
      const changes: (readonly [number, AdrList])[] = [];
      const ModifyRecipients = (flags: number, list: AdrList) => void changes.push([flags, list]);
      const bare = { recipientsAtHand: () => rows, ModifyRecipients, DeleteProps: () => [] };
      using message = com(bare as unknown as Impl<IMessage>, IMessage);
      expect((await ofStore.ExpandRecips(message))[0]).toBe(S_OK);
      expect(changes.map(([flags]) => flags)).toEqual([MODRECIP_MODIFY]);
      const [row] = changes[0]?.[1] ?? [];
      const tags = [PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W, PR_DISPLAY_NAME_W, PR_ROWID, PR_RECIPIENT_TYPE] as const;
      expect(tags.map((tag) => valueIn(row ?? [], tag as PropTag<unknown>))).toEqual(['FAX', '555', 'Eve', 1, MAPI_TO]);
    }));

  test('RegisterPreprocessor: by UID, by address type, by either, for all; ExpandRecips says NEEDS_PREPROCESSING', async () => {
    const uid = newGuid();
    const known = new Uint8Array(Buffer.concat([Buffer.alloc(4), guidToBytes(uid), Buffer.from('me')]));
    for (const [muid, type, fits] of [
      [uid, null, [false, true, false, true]],
      [null, 'FAX', [false, false, true, true]],
      [uid, 'FAX', [false, true, true, true]],
      [null, null, [true, true, true, true]],
    ] as const) {
      await desk(
        async ({ store, ofStore }) => {
          const found: boolean[] = [];
          for (const row of [
            recipient('ann@x.test'),
            recipient('ann@x.test', MAPI_TO, [prop(PR_ENTRYID, known)]),
            recipient('FAX:555'),
            recipient('FAX:555', MAPI_TO, [prop(PR_ENTRYID, known)]),
          ]) {
            using message = await compose(store, 'x', [row]);
            found.push(((await ok(ofStore.ExpandRecips(message))) & NEEDS_PREPROCESSING) !== 0);
          }
          expect(found).toEqual(fits);
        },
        {
          types: ['SMTP', 'FAX'],
          loggedOn: async (support) => {
            await ok(support.RegisterPreprocessor(muid, type, 'NONE', 'Preprocess', null, MAPI_UNICODE));
          },
        },
      );
      if (muid !== null || type !== null) office.close();
    }
  });

  test('ReadReceipt: a report that the message was read, or with MAPI_NON_READ that it was not, ready to be submitted', () =>
    desk(async ({ store, ofStore }) => {
      using read = await compose(store, 'a question', [recipient('me@x.test')], [prop(PR_SENDER_NAME_W, 'Bob')]);
      const asks = createOneOffEntryId({ name: 'Ann', addressType: 'SMTP', address: 'ann@x.test', richInfo: false });
      using nobody = await compose(store, '', []);
      // Nobody is known who could get it.
      expect(await ofStore.ReadReceipt(0, read, nobody)).toEqual([S_OK, null]);
      await ok(read.SetProps([prop(PR_READ_RECEIPT_ENTRYID, asks)]));
      for (const [flags, kind] of [
        [0, 'IPNRN'],
        [MAPI_NON_READ, 'IPNNRN'],
      ] as const) {
        using empty = await compose(store, 'to be replaced', [recipient('old@x.test')]);
        const [hr, made] = await ofStore.ReadReceipt(flags, read, empty);
        using report = made as IMessage;
        expect(hr).toBe(S_OK);
        const row = await ok(report.GetProps([PR_MESSAGE_CLASS_W, PR_DELETE_AFTER_SUBMIT, PR_SUBJECT_W], 0));
        expect([row.get(PR_MESSAGE_CLASS_W), row.get(PR_DELETE_AFTER_SUBMIT)]).toEqual([
          `REPORT.IPM.Note.${kind}`,
          true,
        ]);
        expect(row.get(PR_SUBJECT_W)).toContain('a question');
        expect((await recipientsOf(report)).map((one) => valueIn(one, PR_EMAIL_ADDRESS_W))).toEqual(['ann@x.test']);
        expect(await report.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
      }
      // Without anybody named, the sender gets it.
      await ok(read.DeleteProps([PR_READ_RECEIPT_ENTRYID]));
      await ok(read.SetProps([prop(PR_SENDER_ADDRTYPE_W, 'FAX'), prop(PR_SENDER_EMAIL_ADDRESS_W, '555')]));
      using empty = await compose(store, '', []);
      using report = (await ok(ofStore.ReadReceipt(0, read, empty))) as IMessage;
      expect((await recipientsOf(report)).map((one) => valueIn(one, PR_ADDRTYPE_W))).toEqual(['FAX']);
      expect((await ofStore.ReadReceipt(2, read, empty))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await ofStore.ReadReceipt(0, null as never, empty))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await ofStore.ReadReceipt(0, read, null)).toEqual([S_OK, null]);
    }));

  test('DoSentMail shows the message to the hooks, does what they want, and releases it', async () => {
    const seen: (string | null)[] = [];
    let target: Uint8Array = new Uint8Array(0);
    const hook = {
      name: 'HOOK',
      displayName: 'Hook',
      dllName: 'test',
      providers: [
        {
          resourceType: MAPI_HOOK_PROVIDER,
          resourceFlags: HOOK_OUTBOUND,
          name: 'HP',
          displayName: 'Hook',
          providerDisplay: 'Hook',
          init: async () =>
            [
              S_OK,
              com(
                {
                  InboundMsgHook: () => ({ lpulFlags: 0, lppEntryID: new Uint8Array(0) }),
                  OutboundMsgHook: async (message: IMessage) => {
                    seen.push((await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W));
                    return { lpulFlags: 0, lppEntryID: target };
                  },
                },
                ISpoolerHook,
              ),
            ] as const,
        },
      ],
    } as const;
    await desk(
      async ({ store, ofStore }) => {
        const sent = await folderOf(store, PR_IPM_SENTMAIL_ENTRYID);
        using folder = (await ok(store.OpenEntry(sent, IMAPIFolder, MAPI_MODIFY))).lppUnk;
        using other = await ok(folder.CreateFolder(1, 'elsewhere', null, null, 0));
        target = (await ok(other.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
        using usual = await ok(folder.CreateFolder(1, 'for sent mail', null, null, 0));
        const wanted = (await ok(usual.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
        const message = await ok(folder.CreateMessage(null, 0));
        // The hooks have the first word.
        await ok(message.SetProps([prop(PR_SUBJECT_W, 'was sent'), prop(PR_SENTMAIL_ENTRYID, wanted)]));
        await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
        message.AddRef();
        expect(await ofStore.DoSentMail(1, message)).toBe(MAPI_E_UNKNOWN_FLAGS);
        expect(await ofStore.DoSentMail(0, message)).toBe(S_OK);
        // One reference was its own to release.
        expect(message.Release()).toBe(0);
        expect(seen).toEqual(['was sent']);
        expect([await column(store, sent, PR_SUBJECT_W), await column(store, target, PR_SUBJECT_W)]).toEqual([
          [],
          ['was sent'],
        ]);
        expect(await column(store, wanted, PR_SUBJECT_W)).toEqual([]);
        expect(await ofStore.CompleteMsg(1, target)).toBe(MAPI_E_UNKNOWN_FLAGS);
      },
      {},
      [],
      hook,
    );
  });

  test('DoSentMail moves or deletes a message as its sender wants it, where the store has not', () =>
    desk(async ({ store, ofStore }) => {
      const sent = await folderOf(store, PR_IPM_SENTMAIL_ENTRYID);
      using folder = (await ok(store.OpenEntry(sent, IMAPIFolder, MAPI_MODIFY))).lppUnk;
      using other = await ok(folder.CreateFolder(1, 'where it was sent from', null, null, 0));
      using passing = await ok(folder.CreateFolder(1, 'passing', null, null, 0));
      const idOf = async (one: IMAPIFolder) => (await ok(one.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
      const [from, gone] = [await idOf(other), await idOf(passing)];
      await ok(folder.DeleteFolder(gone, 0, null, 0));
      const wishes: readonly (readonly [string, readonly PropValue[], readonly [string[], string[]]])[] = [
        ['to be moved', [prop(PR_SENTMAIL_ENTRYID, sent)], [[], ['to be moved']]],
        ['to be deleted', [prop(PR_DELETE_AFTER_SUBMIT, true)], [[], []]],
        // Decision 19 (4): both is deleted.
        ['both', [prop(PR_SENTMAIL_ENTRYID, sent), prop(PR_DELETE_AFTER_SUBMIT, true)], [[], []]],
        ['neither', [prop(PR_DELETE_AFTER_SUBMIT, false)], [['neither'], []]],
        ['is there', [prop(PR_SENTMAIL_ENTRYID, from)], [['is there'], []]],
        ['homeless', [prop(PR_SENTMAIL_ENTRYID, gone)], [['homeless'], []]],
      ];
      for (const [subject, props, left] of wishes) {
        const message = await ok(other.CreateMessage(null, 0));
        await ok(message.SetProps([prop(PR_SUBJECT_W, subject), ...props]));
        await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
        // The store ensures that nobody else has it open.
        const hr = await ofStore.DoSentMail(0, message);
        // It was sent: whoever calls must not take a folder that is gone for a failure.
        expect(hr).toBe(subject === 'homeless' ? MAPI_W_PARTIAL_COMPLETION : S_OK);
        if (hr !== S_OK)
          expect((await ok(ofStore.GetLastError(hr, MAPI_UNICODE))).lpszError).toContain('stays where it is');
        expect([await column(store, from, PR_SUBJECT_W), await column(store, sent, PR_SUBJECT_W)]).toEqual(left);
        for (const [one, entryId] of [
          [other, from],
          [folder, sent],
        ] as const)
          for (const [id] of await contents(store, entryId, [PR_ENTRYID]))
            await check(one.DeleteMessages([id as Uint8Array], 0, null, 0));
      }
    }));

  test('StatusRecips: who has PR_DELIVER_TIME was reached, the others were not; each kind is one report, to who asked', () =>
    desk(async ({ store, ofTransport }) => {
      const rows = [
        [...recipient('ann@x.test'), prop(PR_DELIVER_TIME, 1n), prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true)],
        [...recipient('bob@x.test'), prop(PR_REPORT_TEXT_W, 'no such user')],
        // Nobody asked for a report about her.
        [...recipient('eve@x.test'), prop(PR_DELIVER_TIME, 1n)],
      ];
      using message = await compose(store, 'reported', rows);
      await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
      expect(await ofTransport.StatusRecips(message, rows)).toBe(S_OK);
      const inbox = await inboxOf(store, 'REPORT.IPM.Note.NDR');
      const classes = await column(store, inbox, PR_MESSAGE_CLASS_W);
      expect([...classes].sort()).toEqual(['REPORT.IPM.Note.DR', 'REPORT.IPM.Note.NDR']);
      const about: unknown[] = [];
      for (const [entryId, kind] of await contents(store, inbox, [PR_ENTRYID, PR_MESSAGE_CLASS_W])) {
        using report = (await ok(store.OpenEntry(entryId as Uint8Array, IMessage, 0))).lppUnk;
        about.push([kind, (await recipientsOf(report)).map((row) => valueIn(row, PR_EMAIL_ADDRESS_W))]);
      }
      expect(about).toEqual(
        expect.arrayContaining([
          ['REPORT.IPM.Note.DR', ['ann@x.test']],
          ['REPORT.IPM.Note.NDR', ['bob@x.test']],
        ]),
      );
      expect(await ofTransport.StatusRecips(message, [])).toBe(S_OK);
      expect(await ofTransport.StatusRecips(message, null as never)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await ofTransport.StatusRecips(null as never, rows)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await column(store, inbox, PR_MESSAGE_CLASS_W)).toHaveLength(2);
    }));

  test('SpoolerNotify: nothing is fetched within a critical section; NOTIFY_CONFIG_CHANGE asks for AddressTypes', async () => {
    const log: string[] = [];
    const types = ['SMTP'];
    await desk(
      async ({ session, ofTransport }) => {
        const fetched = async (): Promise<boolean> => {
          log.length = 0;
          await download(session);
          return log.includes('StartMessage');
        };
        expect(await fetched()).toBe(true);
        expect(await ofTransport.SpoolerNotify(NOTIFY_CRITSEC, null)).toBe(S_OK);
        expect(await fetched()).toBe(false);
        expect(log).not.toContain('Idle');
        expect(await ofTransport.SpoolerNotify(NOTIFY_NONCRIT, null)).toBe(S_OK);
        expect(await fetched()).toBe(true);
        expect(await ok(session.EnumAdrTypes(0))).toEqual(['SMTP']);
        types.push('FAX');
        log.length = 0;
        expect(await ofTransport.SpoolerNotify(NOTIFY_CONFIG_CHANGE, null)).toBe(S_OK);
        expect(log).toEqual(['AddressTypes']);
        expect(await ok(session.EnumAdrTypes(0))).toEqual(['SMTP', 'FAX']);
        expect(await ofTransport.SpoolerYield(0)).toBe(S_OK);
      },
      { types },
      log,
    );
  });

  test('a message that nobody was added to has nothing to prepare or expand', () =>
    desk(async ({ store, ofStore }) => {
      using message = await compose(store, 'to nobody', []);
      expect(await ofStore.PrepareSubmit(message, 0)).toEqual([S_OK, 0]);
      expect(await ofStore.ExpandRecips(message)).toEqual([S_OK, NEEDS_SPOOLER]);
      expect(await message.ModifyRecipients(MODRECIP_ADD, [recipient('late@x.test')])).toBe(S_OK);
      expect(await typesOf(message)).toEqual([['late@x.test', MAPI_TO, null]]);
    }));
});
