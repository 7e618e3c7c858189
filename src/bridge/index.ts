export { type BridgeAddress, readAddress } from './address.js';
export { HostConnection, type Welcome } from './host/hostconnection.js';
export type { Remote } from './host/remote.js';
export { IComailActivation, IComailMapi, IComailSimpleMapi } from './roots/declared.js';
export { type BridgeOptions, BridgeServer, bridgeFile } from './server.js';
