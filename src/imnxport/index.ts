import { CLSCTX_INPROC_SERVER, CoCreateInstance, type Ret, registerClass } from '../com/index.js';
import { CLSID_ISMTPTransport } from './classids.js';
import { ISMTPTransport } from './interfaces/ismtptransport.js';
import { ISMTPTransport2 } from './interfaces/ismtptransport2.js';
import { SmtpTransport } from './smtptransport.js';

export * from './account.js';
export * from './classids.js';
export * from './codes.js';
export { IImnAccount } from './interfaces/iimnaccount.js';
export { IInternetTransport } from './interfaces/iinternettransport.js';
export { IPropertyContainer } from './interfaces/ipropertycontainer.js';
export { ISMTPCallback } from './interfaces/ismtpcallback.js';
export { ISMTPTransport } from './interfaces/ismtptransport.js';
export { ISMTPTransport2 } from './interfaces/ismtptransport2.js';
export { ITransportCallback } from './interfaces/itransportcallback.js';
export { ITransportCallbackService } from './interfaces/itransportcallbackservice.js';
export { setTransportSettings, type TransportSettings, transportSettings } from './settings.js';
export { codeOfReply } from './smtpreply.js';
export * from './types/cmdtype.js';
export * from './types/dsnret.js';
export type { Enumeration } from './types/enumeration.js';
export * from './types/inetaddr.js';
export * from './types/inetaddrtype.js';
export * from './types/inetserver.js';
export * from './types/inout.js';
export * from './types/ixpisstate.js';
export * from './types/ixpresult.js';
export * from './types/ixpstatus.js';
export * from './types/ixptype.js';
export * from './types/messagebox.js';
export * from './types/rasconntype.js';
export * from './types/smtpcommand.js';
export * from './types/smtpmessage.js';
export * from './types/smtpresponse.js';

registerClass(CLSID_ISMTPTransport, () => new SmtpTransport(), ISMTPTransport2);

/**
 * Makes an SMTP transport, as the function that inetcomm.dll exports does; the same as `CoCreateInstance` of
 * {@link CLSID_ISMTPTransport}.
 *
 * @returns the transport, which the caller releases
 */
export const CreateSMTPTransport = (): Ret<ISMTPTransport> =>
  CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport);
