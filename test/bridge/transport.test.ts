import { describe, expect, test } from 'vitest';
import { S_OK } from '../../src/com/index.js';
import { IXP_CONNECTED, IXP_SMTP } from '../../src/imnxport/index.js';
import { letter } from '../imnxport/desk.js';
import { useLedger } from '../support/ledger.js';
import { RemoteDesk } from './desk.js';

useLedger();

describe('ISMTPTransport across the bridge', () => {
  test('sends a message whose stream lives in the host', async () => {
    await using desk = await RemoteDesk.ready();
    expect(await desk.transport.GetStatus()).toEqual([S_OK, IXP_CONNECTED]);
    expect(await desk.transport.GetIXPType()).toBe(IXP_SMTP);
    using message = letter();
    expect(await desk.transport.SendMessage(message)).toBe(S_OK);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK 250$/);
    expect(desk.toy.taken).toEqual([
      { from: 'bob@example.org', to: ['ada@example.org'], body: 'Subject: hi\r\n\r\nhello\r\n' },
    ]);
  });
});
