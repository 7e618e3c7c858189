export { HandedOut } from './handedout.js';
export { type MAPIINIT, MAPIInitialize, MAPIUninitialize } from './initialize.js';
export { MAPIAdminProfiles, MAPILogonEx } from './logon.js';
