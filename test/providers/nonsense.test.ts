import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ComError, createMemoryStream, ok, slots } from '../../src/com/index.js';
import {
  CURRENT_SPI_VERSION,
  IXPLogon,
  IXPProvider,
  MAPI_E_INVALID_OBJECT,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_BEGIN_OUTBOUND,
  PR_BODY_W,
  type PropValue,
  prop,
  type XPPROVIDERINIT,
} from '../../src/mapi/index.js';
import { XPProviderInit as DropFolderInit, PR_DROPFOLDER_PATH } from '../../src/providers/dropfolder/index.js';
import {
  MailSystem,
  XPProviderInit as PipelineInit,
  PR_PIPELINE_ADDRESS,
  PR_PIPELINE_NAME,
  PR_PIPELINE_PATH,
} from '../../src/providers/pipeline/index.js';
import { XPProviderInit as SmtpInit } from '../../src/providers/smtp/index.js';
import { MailServer } from '../client/mail-server.js';
import { letter, to } from '../convert/mime/letters.js';
import { useLedger } from '../support/ledger.js';
import { account, Desk } from './smtp/desk.js';
import { type Hands, pester } from './store/conformance/nonsense.js';
import { inboxOf, newStore } from './store/mailbox/stores.js';

const own = (iid: typeof IXPLogon | typeof IXPProvider) => slots(iid).filter((slot) => slot.declaredBy.base !== null);
const last = ['TransportLogoff', 'Shutdown'];
const methods = [...own(IXPLogon)].sort((a, b) => last.indexOf(a.name) - last.indexOf(b.name));

const transports: readonly (readonly [
  string,
  XPPROVIDERINIT,
  (folder: string, port: number) => readonly PropValue[],
])[] = [
  ['SMTP', SmtpInit, (_folder, port) => account(port)],
  ['drop folder', DropFolderInit, (folder) => [prop(PR_DROPFOLDER_PATH, folder)]],
  [
    'mail system',
    PipelineInit,
    (folder) => {
      writeFileSync(join(folder, 'pipeline.json'), JSON.stringify({ hostName: 'mx.town.example', domains: {} }));
      const system = new MailSystem(folder);
      system.addMailbox('ann@town.example', 'ann', 'ann');
      system.close();
      return [
        prop(PR_PIPELINE_PATH, folder),
        prop(PR_PIPELINE_NAME, 'ann'),
        prop(PR_PIPELINE_ADDRESS, 'ann@town.example'),
      ];
    },
  ],
];

describe('A transport that is called with nonsense answers by a code, never by an exception', () => {
  useLedger();
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comail-nonsense-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each(transports)('%s', async (_name, init, configured) => {
    await using server = await MailServer.start();
    const desk = new Desk(configured(folder, server.port));
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await letter(inbox, [prop(PR_BODY_W, 'Hello')], [to('Bob', 'bob@example.org')]);
    await ok(message.SaveChanges(2));
    using stream = createMemoryStream(new Uint8Array(10));
    const released = createMemoryStream();
    released.Release();
    const hands: Hands = { alive: [inbox, message, stream], released, entryIds: [new Uint8Array(24).fill(7)] };

    using provider = (await ok(init(0, CURRENT_SPI_VERSION))).lppXPProvider;
    for (const { name, signature } of own(IXPProvider).filter((one) => one.name !== 'Shutdown'))
      await pester(provider, name, signature.inputs, hands);
    using support = desk.support();
    const [hr, session] = await provider.TransportLogon(support, 0, 'Ann', 0);
    if (session === null || !('lppXPLogon' in session)) throw new ComError(hr, 'no logon');
    {
      using logon = session.lppXPLogon;
      await ok(logon.TransportNotify(NOTIFY_BEGIN_OUTBOUND, null));
      await ok(logon.TransportNotify(NOTIFY_BEGIN_INBOUND, null));
      for (const { name, signature } of methods) await pester(logon, name, signature.inputs, hands);
      await ok(logon.TransportLogoff(0));
      // The session is over; whoever has it still is told so.
      for (const { name, signature } of methods) await pester(logon, name, signature.inputs, hands, 4);
      expect((await logon.OpenStatusEntry(null, 0))[0]).toBe(MAPI_E_INVALID_OBJECT);
    }
    for (const { name, signature } of own(IXPProvider)) await pester(provider, name, signature.inputs, hands);
  });
});
