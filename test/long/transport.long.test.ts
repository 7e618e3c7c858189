import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { com, createMemoryStream, ok, S_OK } from '../../src/com/index.js';
import {
  ADDR_FROM,
  ADDR_TO,
  CreateSMTPTransport,
  type INETADDR,
  INETSERVER,
  ISMTPCallback,
  type ISMTPTransport,
  SMTP_SEND_MESSAGE,
} from '../../src/imnxport/index.js';
import { Recorder } from '../imnxport/recorder.js';
import { useLedger } from '../support/ledger.js';
import { type Catcher, catcher } from './catcher.js';
import { Chance } from './chance.js';
import { type Letter, letter } from './letters.js';
import { rounds } from './rounds.js';
import { cut, lengthOf } from './scissors.js';

useLedger();
let server: Catcher;

beforeAll(async () => {
  server = await catcher();
});
afterAll(() => server.close());

describe('ISMTPTransport on a connection that is lost after any byte', () => {
  test.each(rounds(300))('round %i: every message hears its end once, and the status comes to rest', async (seed) => {
    const chance = new Chance(seed);
    server.caught.length = 0;
    const scissors = await cut(server.port, () => lengthOf(chance));
    const recorder = new Recorder();
    using transport = ok(CreateSMTPTransport());
    using callback = com(recorder, ISMTPCallback);
    ok(transport.InitNew(null, callback));
    const fields = { szServerName: '127.0.0.1', dwPort: scissors.port };
    ok(transport.Connect(INETSERVER(fields), false, chance.below(2) === 0));
    const started = await recorder.until(/^SMTP_CONNECTED|IXP_DISCONNECTED/);
    for (let i = 0; started.startsWith('SMTP_CONNECTED') && i < 5; i++) {
      const mail = letter(chance, seed * 1000 + i, false);
      const ends = recorder.only(/^SMTP_SEND_MESSAGE/).length;
      if (!send(transport, mail)) break;
      const end = await recorder.until(/^SMTP_SEND_MESSAGE/);
      expect(recorder.only(/^SMTP_SEND_MESSAGE/)).toHaveLength(ends + 1);
      const times = server.caught.filter((caught) => caught.from === mail.from).length;
      // A message that the transport calls sent was delivered, once. Of one that it does not, the server may have the
      // whole and have lost its answer.
      if (end.startsWith('SMTP_SEND_MESSAGE S_OK')) expect(times).toBe(1);
      else expect(times).toBeLessThan(2);
    }
    if (!recorder.lines.includes('status IXP_DISCONNECTED')) {
      transport.DropConnection();
      await recorder.until(/IXP_DISCONNECTED/);
    }
    expect(recorder.only(/^error/).length).toBeLessThan(2);
    expect(recorder.lines.at(-1)).toBe('status IXP_DISCONNECTED');
    expect(recorder.responses.filter((r) => r.command === SMTP_SEND_MESSAGE).every((r) => r.fDone)).toBe(true);
    transport.HandsOffCallback();
    await scissors.close();
  });
});

function send(transport: ISMTPTransport, mail: Letter): boolean {
  using pstmMsg = createMemoryStream(Buffer.from(mail.body, 'latin1'));
  const prgAddress: INETADDR[] = [
    { addrtype: ADDR_FROM, szEmail: mail.from },
    ...mail.to.map((szEmail) => ({ addrtype: ADDR_TO, szEmail })),
  ];
  return transport.SendMessage({ pstmMsg, rAddressList: { prgAddress } }) === S_OK;
}
