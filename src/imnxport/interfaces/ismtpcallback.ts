import { type HResult, type Iid, iid } from '../../com/index.js';
import type { SMTPRESPONSE } from '../types/smtpresponse.js';
import { ITransportCallback } from './itransportcallback.js';

/** The client's side of an SMTP transport: answers and progress besides what all protocols share. */
export interface ISMTPCallback extends ITransportCallback {
  /**
   * An answer of the server, a step of progress, or the end of a message job.
   *
   * @param pResponse which command, whether it is finished, and the result; the structure is the callee's to keep, its
   *   `pTransport` is borrowed
   * @spec oe-smtpresponse
   */
  OnResponse(pResponse: SMTPRESPONSE): HResult;
}

/** The IID of {@link ISMTPCallback:interface}. */
export const ISMTPCallback: Iid<ISMTPCallback> = iid<ISMTPCallback, ITransportCallback>(
  'ISMTPCallback',
  '1F636C02-364E-11D0-81D3-00C04FD85AB4',
  ITransportCallback,
  { OnResponse: '(LPSMTPRESPONSE pResponse)' },
);
