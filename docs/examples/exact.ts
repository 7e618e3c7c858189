import type { HResult, Impl } from 'comail/com';
import { CLSCTX_INPROC_SERVER, CoCreateInstance, com, E_FAIL, failed, S_FALSE, S_OK } from 'comail/com';
import type { INETSERVER, IXPRESULT, IXPSTATUS, SMTPMESSAGE, SMTPRESPONSE } from 'comail/imnxport';
import {
  CLSID_ISMTPTransport,
  IDNO,
  ISMTPCallback,
  ISMTPTransport,
  IXP_DISCONNECTED,
  iitAUTHENTICATE,
  iitDISABLE_ONCOMMAND,
  SMTP_CONNECTED,
  SMTP_SEND_MESSAGE,
} from 'comail/imnxport';

/** Starts sending a message. When this answers S_OK, `ended` hears how it went. */
export function sendLetter(server: INETSERVER, message: SMTPMESSAGE, ended: (hr: HResult) => void): HResult {
  const [hr, transport] = CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport);
  if (!transport) return hr;
  const mailer = new Mailer(message, (result) => {
    transport.HandsOffCallback();
    transport.Release();
    ended(result);
  });
  const callback = com(mailer, ISMTPCallback);
  let started = transport.InitNew(null, callback);
  callback.Release();
  if (!failed(started)) started = transport.Connect(server, iitAUTHENTICATE, iitDISABLE_ONCOMMAND);
  if (failed(started)) transport.Release();
  return started;
}

/** The client's side: begins each step when it hears that the one before is done. */
export class Mailer implements Impl<ISMTPCallback> {
  readonly #message: SMTPMESSAGE;
  readonly #ended: (hr: HResult) => void;
  #hr: HResult = E_FAIL;

  constructor(message: SMTPMESSAGE, ended: (hr: HResult) => void) {
    this.#message = message;
    this.#ended = ended;
  }

  OnResponse({ command, fDone, rIxpResult, pTransport }: SMTPRESPONSE): HResult {
    if (failed(rIxpResult.hrResult)) this.#hr = rIxpResult.hrResult;
    if (!fDone) return S_OK;
    if (command === SMTP_CONNECTED) {
      this.#hr = pTransport.SendMessage(this.#message);
      if (failed(this.#hr)) pTransport.Disconnect();
    } else if (command === SMTP_SEND_MESSAGE) {
      this.#hr = rIxpResult.hrResult;
      pTransport.Disconnect();
    }
    return S_OK;
  }

  OnError(_status: IXPSTATUS, { hrResult }: IXPRESULT): HResult {
    this.#hr = hrResult;
    return S_OK;
  }

  OnStatus(status: IXPSTATUS): HResult {
    if (status === IXP_DISCONNECTED) this.#ended(this.#hr);
    return S_OK;
  }

  // Nobody is there to ask: give up where a person would have been asked.
  OnLogonPrompt = (): HResult => S_FALSE;
  OnPrompt = (): number => IDNO;
  OnTimeout = (): HResult => S_FALSE;
  OnCommand = (): HResult => S_OK;
}
