import { afterEach, describe, expect, test, vi } from 'vitest';
import { ComError, com, type Impl, ok, type Ret, S_OK, slots } from '../../../src/com/index.js';
import {
  CURRENT_SPI_VERSION,
  IXPLogon,
  IXPProvider,
  LOGON_SP_IDLE,
  LOGON_SP_POLL,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_WAIT,
  MAPI_NO_MAIL,
  NOTIFY_CANCEL_MESSAGE,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PropTag,
  type TransportLogon,
  type XPPROVIDERINIT,
} from '../../../src/mapi/index.js';
import { type MessageService, watchSpooler } from '../../../src/subsystem/index.js';
import { callMs, lastWordMs, logonMs } from '../../../src/subsystem/spooler/limits.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { Passing } from './passing.js';
import { column, download, flush, folderOf, PostOffice, submit, testTransport } from './post-office.js';

type Methods = Record<string, (...args: never[]) => unknown>;

const mistake = (): never => {
  throw new TypeError('a mistake in the transport');
};
const never = () => new Promise<never>(() => undefined);

/** A message service for faxes whose transport starts in its own way. */
function faxes(init: XPPROVIDERINIT): MessageService {
  const service = testTransport('FAXES', { types: ['FAX'], submit: (asked) => asked });
  return { ...service, providers: service.providers.map((one) => ({ ...one, init }) as typeof one) };
}

/** A transport for faxes that works, but for some of its methods. */
function faxesBut(
  methods: Methods,
  ofProvider: Methods = {},
  { version = CURRENT_SPI_VERSION, flags = polled }: { readonly version?: number; readonly flags?: number } = {},
): MessageService {
  const [sound] = testTransport('FAXES', { types: ['FAX'], submit: (asked) => asked, flags }).providers;
  return faxes(async () => {
    const { lppXPProvider: inner } = await ok((sound as { init: XPPROVIDERINIT }).init(0, CURRENT_SPI_VERSION));
    const provider = {
      TransportLogon: async (...args: Parameters<IXPProvider['TransportLogon']>) => {
        const told = (await ok(inner.TransportLogon(...args))) as TransportLogon;
        return { lpulFlags: told.lpulFlags, lppMAPIError: null, lppXPLogon: but(IXPLogon, told.lppXPLogon, methods) };
      },
      Shutdown: async () => await ok(inner.Shutdown(0)),
      finalRelease: () => void inner.Release(),
      ...ofProvider,
    };
    return [
      S_OK,
      {
        lpulProviderVer: version,
        lppXPProvider: com(provider as unknown as Impl<IXPProvider>, IXPProvider),
      },
    ];
  });
}
const polled = LOGON_SP_POLL | LOGON_SP_IDLE;

/** An object that does what another one does, but for some methods. */
function but(iid: typeof IXPLogon, inner: IXPLogon, methods: Methods): IXPLogon {
  const forwarding = slots(iid)
    .filter((slot) => slot.declaredBy.base !== null)
    .map(({ name }) => {
      const call = (...args: unknown[]) =>
        (inner as unknown as Record<string, Methods[string]>)[name]?.(...(args as never[]));
      return [name, async (...args: unknown[]) => await ok(call(...args) as Promise<Ret<unknown>>)] as const;
    });
  const impl = { ...Object.fromEntries(forwarding), finalRelease: () => void inner.Release(), ...methods };
  return com(impl as unknown as Impl<IXPLogon>, iid);
}

describe('A transport that is no good keeps nobody else from mail', () => {
  const ledger = useLedger();
  let office: PostOffice;
  afterEach(() => {
    vi.useRealTimers();
    office.close();
  });

  /** Sends a fax and a letter beside the bad transport, and tells what was sent and what waits. */
  async function both(bad: MessageService): Promise<{ sent: unknown[]; waits: unknown[] }> {
    office = await PostOffice.open(bad, testTransport('LETTERS', { submit: (asked) => asked }));
    return await office.session(async (session, store) => {
      await submit(store, 'fax', ['FAX:1']);
      await submit(store, 'letter', ['ann@example.org']);
      await flush(session);
      await download(session);
      return {
        sent: [...(await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W))].sort(),
        waits: [...(await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W))],
      };
    });
  }

  test.each<[string, readonly RegExp[], () => MessageService]>([
    ['its entry point throws', [/XPProviderInit of FAXES threw/], () => faxes(mistake)],
    [
      'its entry point answers nothing',
      [/answered nothing that is an answer/],
      () => faxes(async () => undefined as never),
    ],
    ['it is a provider without objects', [/is no transport/], () => faxes(async () => [S_OK, {} as never])],
    [
      'it is of an older MAPI',
      [/FAXES is of an older MAPI/],
      () => faxesBut({}, {}, { version: CURRENT_SPI_VERSION - 1 }),
    ],
    ['TransportLogon throws', [/TransportLogon threw/], () => faxesBut({}, { TransportLogon: mistake })],
    ['AddressTypes throws', [/AddressTypes threw/], () => faxesBut({ AddressTypes: mistake })],
    ['AddressTypes is no list', [/is no transport/], () => faxesBut({ AddressTypes: () => ({ lpppAdrTypeArray: 7 }) })],
    [
      'AddressTypes is a text',
      [/is no transport/],
      () => faxesBut({ AddressTypes: () => ({ lpppAdrTypeArray: 'FAX' }) }),
    ],
    ['its options are no list', [/is no transport/], () => faxesBut({ RegisterOptions: () => ({ lppOptions: 7 }) })],
  ])('that cannot be started, as %s: what is for it waits', async (_how, lines, bad) => {
    provokes(/FAXES|a transport of the profile/, ...lines);
    expect(await both(bad())).toEqual({ sent: ['letter'], waits: ['fax'] });
  });

  test.each<[string, () => MessageService]>([
    ['its entry point', () => faxes(never)],
    ['TransportLogon', () => faxesBut({}, { TransportLogon: never })],
  ])('that does not return from %s: what is for it waits, and the session ends', async (_how, bad) => {
    provokes(/FAXES does not return from its logon/);
    // Time passes when the test says so.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let over = false;
    const passing = (async () => {
      while (!over) {
        await new Promise((resolve) => setImmediate(resolve));
        vi.advanceTimersByTime(logonMs + lastWordMs);
      }
    })();
    expect(await both(bad())).toEqual({ sent: ['letter'], waits: ['fax'] });
    over = true;
    await passing;
    // What the transport holds is never let go of.
    ledger.forgive();
  });

  test('that does not return from SubmitMessage: the session ends, and the message waits for the next one', async () => {
    provokes(
      /does not return from SubmitMessage; it is told to/,
      /does not return from SubmitMessage; it gets nothing/,
      /FAXES failed on a message with E_FAIL/,
    );
    const notified: unknown[] = [];
    let hangs: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => {
      hangs = resolve;
    });
    office = await PostOffice.open(
      testTransport('FAXES', {
        types: ['FAX'],
        notified: (flags, data) => void notified.push([flags >>> 0, data]),
        submit: () => {
          hangs();
          return never();
        },
      }),
    );
    const clock = new Passing();
    await office.session(async (_session, store) => {
      await submit(store, 'fax', ['FAX:1']);
      await hanging;
      clock.begin();
    });
    expect(clock.stop()).toBeLessThan(callMs / 2);
    expect(notified).toContainEqual([NOTIFY_CANCEL_MESSAGE >>> 0, 0]);
    vi.useRealTimers();
    await office.session(async (_session, store) => {
      expect(await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W)).toEqual(['fax']);
    }, MAPI_NO_MAIL);
    ledger.forgive();
  });

  test('that does not return from TransportLogoff: the session does not wait for long', async () => {
    provokes(/FAXES does not return from TransportLogoff; it gets nothing more to do/);
    office = await PostOffice.open(faxesBut({ TransportLogoff: never }));
    const clock = new Passing();
    await office.session(async (session, store) => {
      await submit(store, 'fax', ['FAX:1']);
      await flush(session);
      clock.begin();
    });
    expect(clock.stop()).toBeLessThan(callMs / 2);
    ledger.forgive();
  });

  test('that answers SubmitMessage as callers are answered: nothing counts as sent or lost, and the message waits', async () => {
    provokes(
      /SubmitMessage threw[\s\S]*return an object with lpulMsgRef and lpulReturnParm/,
      /FAXES failed on a message/,
    );
    const pair = () => [MAPI_E_WAIT, { lpulMsgRef: 0, lpulReturnParm: 60 }];
    expect(await both(faxesBut({ SubmitMessage: pair }))).toEqual({ sent: ['letter'], waits: ['fax'] });
  });

  test('whose logon says in words why not, or is no object: who looks at what waits reads that', async () => {
    provokes(/could not be logged on: the line is dead/, /could not be logged on: its lppXPLogon is no IXPLogon/);
    const words: string[] = [];
    const stop = watchSpooler((event) => {
      if (event.what === 'waiting') words.push(event.why);
    });
    const dead = () => {
      throw new ComError(MAPI_E_FAILONEPROVIDER, 'the line is dead');
    };
    expect(await both(faxesBut({}, { TransportLogon: dead }))).toEqual({ sent: ['letter'], waits: ['fax'] });
    office.close();
    const plain = () => ({ lpulFlags: 0, lppMAPIError: null, lppXPLogon: {} });
    expect(await both(faxesBut({}, { TransportLogon: plain }))).toEqual({ sent: ['letter'], waits: ['fax'] });
    stop();
    expect([...new Set(words)]).toEqual([
      'the transport FAXES could not be logged on: the line is dead',
      'the transport FAXES could not be logged on: its lppXPLogon is no IXPLogon, which com(object, IXPLogon) makes',
    ]);
  });

  test('whose methods throw: its messages are sent, as are those of others, and the session ends', async () => {
    const methods = ['TransportNotify', 'EndMessage', 'Poll', 'StartMessage', 'Idle', 'FlushQueues', 'TransportLogoff'];
    provokes(...methods.map((name) => new RegExp(`IXPLogon::${name} threw`)));
    provokes(/EndMessage of FAXES answered E_FAIL/, /FAXES could not hand over a message/);
    const bad = faxesBut(Object.fromEntries(methods.map((name) => [name, mistake])));
    expect(await both(bad)).toEqual({ sent: ['fax', 'letter'], waits: [] });
  });

  test.each<[method: string, lines: readonly RegExp[]]>([
    ['TransportNotify', []],
    ['EndMessage', [/EndMessage of FAXES answered E_FAIL/, /FAXES does not return from EndMessage; it is told/]],
    ['Poll', []],
    ['StartMessage', [/FAXES does not return from StartMessage; it is told/, /FAXES could not hand over a message/]],
    ['Idle', []],
    ['FlushQueues', []],
    ['TransportLogoff', []],
  ])(
    'that does not return from %s: nothing is lost, mail of others goes on, and the session ends',
    async (method, lines) => {
      provokes(...lines, new RegExp(`FAXES does not return from ${method}; it gets nothing more to do`));
      // Time passes when the test says so: as soon as somebody waits in vain.
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      let given: () => void = () => undefined;
      const givenUp = new Promise<void>((resolve) => {
        given = resolve;
      });
      const pass = (times: number): void => {
        if (vi.isFakeTimers()) vi.advanceTimersByTime(callMs);
        if (times === 0) given();
        else setImmediate(() => pass(times - 1));
      };
      const hang = () => {
        setImmediate(() => pass(3));
        return never();
      };
      office = await PostOffice.open(
        faxesBut({ [method]: hang }, {}, { flags: ['Poll', 'Idle'].includes(method) ? polled : 0 }),
        testTransport('LETTERS', { submit: (asked) => asked }),
      );
      const left = await office.session(async (session, store) => {
        const lies = async (tag: PropTag<Uint8Array>) => column(store, await folderOf(store, tag), PR_SUBJECT_W);
        await submit(store, 'fax', ['FAX:1']);
        await flush(session);
        await download(session);
        // The time to poll it.
        vi.advanceTimersByTime(1);
        if (method !== 'TransportLogoff') await givenUp;
        await submit(store, 'letter', ['ann@example.org']);
        await flush(session);
        const sent = await lies(PR_IPM_SENTMAIL_ENTRYID);
        expect(sent).toContain('letter');
        return [...sent, ...(await lies(PR_IPM_OUTBOX_ENTRYID))].sort();
      });
      expect(left).toEqual(['fax', 'letter']);
      // What the transport holds is never let go of.
      ledger.forgive();
    },
  );

  test('whose Shutdown throws: the session ends', async () => {
    provokes(/IXPProvider::Shutdown threw/);
    expect(await both(faxesBut({}, { Shutdown: mistake }))).toEqual({ sent: ['fax', 'letter'], waits: [] });
  });
});
