export { MAPIAddress, MAPIDetails, MAPIResolveName } from './address.js';
export {
  type Ansi,
  type AnsiFileDesc,
  type AnsiMessage,
  type AnsiRecipDesc,
  messageFromAnsi,
} from './ansi.js';
export type { SimpleRet } from './answer.js';
export { ScMAPIXFromSMAPI } from './extended.js';
export { MAPIFindNext } from './findnext.js';
export { MAPILogoff, MAPILogon } from './logon.js';
export { MAPIReadMail } from './readmail.js';
export { MAPIDeleteMail, MAPISaveMail } from './savemail.js';
export { MAPISendDocuments, sendDocuments } from './senddocuments.js';
export { MAPISendMail, MAPISendMailW } from './sendmail.js';
export { type CallOnce, sendMarked, sendOnce } from './sendonce.js';
export { endOfSimpleSessions } from './sessions.js';
export { type SimpleNotice, type SimpleSettings, setSimpleSettings } from './settings.js';
export type { MapiFileDesc, MapiFileTagExt, MapiMessage, MapiRecipDesc } from './structures.js';
