import { CLSCTX_INPROC_SERVER, CoCreateInstance, com, createMemoryStream, type HResult, ok } from 'comail/com';
import { ADDR_FROM, ADDR_TO, CLSID_ISMTPTransport, INETSERVER, ISMTPCallback, ISMTPTransport } from 'comail/imnxport';
import { Mailer } from './exact.js';

export async function sendLetter(szServerName: string, dwPort: number): Promise<void> {
  using transport = ok(CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport));
  using pstmMsg = createMemoryStream(Buffer.from('From: ann@example.org\r\nSubject: Hello\r\n\r\nHow are you?\r\n'));
  const prgAddress = [
    { addrtype: ADDR_FROM, szEmail: 'ann@example.org' },
    { addrtype: ADDR_TO, szEmail: 'bob@example.org' },
  ];
  const end = new Promise<HResult>((ended) => {
    using callback = com(new Mailer({ pstmMsg, rAddressList: { prgAddress } }, ended), ISMTPCallback);
    ok(transport.InitNew(null, callback));
    ok(transport.Connect(INETSERVER({ szServerName, dwPort }), false, true));
  });
  ok(await end);
  transport.HandsOffCallback();
}
