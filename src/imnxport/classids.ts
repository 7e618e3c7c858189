import { type Guid, guid } from '../com/index.js';

/** The SMTP transport. Its objects also answer `ISMTPTransport2`. */
export const CLSID_ISMTPTransport: Guid = guid('FD853CE6-7F86-11D0-8252-00C04FD85AB4');
