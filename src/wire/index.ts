export {
  type ErrorReply,
  type Refusal,
  WireError,
  type WireErrorCode,
  type WireErrorDetails,
} from './error.js';
export * from './net/index.js';
export * from './sasl/index.js';
export * from './smtp/index.js';
