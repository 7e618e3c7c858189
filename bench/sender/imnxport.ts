import {
  CLSCTX_INPROC_SERVER,
  CoCreateInstance,
  check,
  com,
  createMemoryStream,
  type HResult,
  type Impl,
  ok,
  S_OK,
} from '../../src/com/index.js';
import {
  ADDR_FROM,
  ADDR_TO,
  CLSID_ISMTPTransport,
  IDCANCEL,
  type INETADDR,
  INETSERVER,
  ISF_QUERYDSNSUPPORT,
  ISMTPCallback,
  ISMTPTransport,
  type IXPRESULT,
  type IXPSTATUS,
  iitDISABLE_ONCOMMAND,
  iitDONT_AUTHENTICATE,
  SMTP_CONNECTED,
  SMTP_SEND_MESSAGE,
  type SMTPRESPONSE,
} from '../../src/imnxport/index.js';
import type { Contender, SenderSetup } from './contender.js';

/** A program of Outlook Express' time: one transport, one message after the other, each waiting for its last answer. */
export async function openImnxport(setup: SenderSetup): Promise<Contender> {
  const desk = new Desk();
  const callback = com(desk, ISMTPCallback);
  const transport = ok(CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport));
  check(transport.InitNew(null, callback));
  callback.Release();
  const server = INETSERVER({ szServerName: '127.0.0.1', dwPort: setup.port, dwFlags: ISF_QUERYDSNSUPPORT });
  const connected = desk.until(SMTP_CONNECTED);
  check(transport.Connect(server, iitDONT_AUTHENTICATE, iitDISABLE_ONCOMMAND));
  await connected;
  return {
    async send({ from, to, message }) {
      const sender: INETADDR = { addrtype: ADDR_FROM, szEmail: from };
      const prgAddress = [sender, ...to.map((szEmail) => ({ addrtype: ADDR_TO, szEmail }))];
      const pstmMsg = createMemoryStream(message.block);
      const sent = desk.until(SMTP_SEND_MESSAGE);
      check(transport.SendMessage({ cbSize: message.block.length, pstmMsg, rAddressList: { prgAddress } }));
      pstmMsg.Release();
      await sent;
    },
    async sendFile() {
      throw new Error('the large message is not sent through ISMTPTransport here');
    },
    async close() {
      transport.DropConnection();
      transport.HandsOffCallback();
      transport.Release();
    },
  };
}

/** The program's callback: waits for one answer at a time, asks nobody, gives up at the first trouble. */
class Desk implements Impl<ISMTPCallback> {
  #awaited: SMTPRESPONSE['command'] | null = null;
  #resolve: (() => void) | null = null;
  #reject: ((error: Error) => void) | null = null;

  /** Waits for the end of a command. */
  until(command: SMTPRESPONSE['command']): Promise<void> {
    this.#awaited = command;
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  OnResponse({ command, fDone, rIxpResult }: SMTPRESPONSE): HResult {
    if (command !== this.#awaited || !fDone) return S_OK;
    if (rIxpResult.hrResult === S_OK) this.#resolve?.();
    else this.#reject?.(new Error(`${rIxpResult.hrResult}: ${rIxpResult.pszResponse ?? rIxpResult.pszProblem}`));
    return S_OK;
  }

  OnError(_status: IXPSTATUS, { pszProblem }: IXPRESULT): HResult {
    this.#reject?.(new Error(pszProblem ?? 'the connection was lost'));
    return S_OK;
  }

  OnStatus(): HResult {
    return S_OK;
  }

  OnCommand(): HResult {
    return S_OK;
  }

  OnTimeout(): HResult {
    return S_OK;
  }

  OnLogonPrompt(): HResult {
    return S_OK;
  }

  OnPrompt(): number {
    return IDCANCEL;
  }
}
