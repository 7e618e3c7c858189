export type { ComailTransportAuth, ComailTransportOptions } from './options.js';
export { type ComailSentInfo, ComailTransport, comailTransport } from './transport.js';
