export * from './classobject.js';
export * from './codes.js';
export { ComError, type ComErrorOptions, Warning, warn } from './error.js';
export { GUID_NULL, type Guid, guid, guidFromBytes, guidToBytes, newGuid } from './guid.js';
export {
  codeOf,
  facilityOf,
  failed,
  type HResult,
  type Hr,
  hexOf,
  hresult,
  makeHResult,
  type Out,
  type Ret,
  type RetWithFailure,
  succeeded,
} from './hresult.js';
export { type Answers, type Iid, iid, lineage, type Slot, slots, type Vtable } from './iid.js';
export type { Answer, FinalRelease, Impl, MoreInterfaces, Plain, Value } from './implementation.js';
export { InOut } from './inout.js';
export { failedAnswer, type LastError, lastErrorOf } from './lasterror.js';
export {
  assertLedgerEmpty,
  type LedgerEntry,
  type LedgerTotals,
  ledgerEntries,
  ledgerTotals,
  trackLedger,
} from './ledger.js';
export * as marshal from './marshal/index.js';
export { describe, nameCodes, namedCodes, nameOf } from './names.js';
export {
  type AnyIid,
  acquire,
  borrow,
  com,
  implementationOf,
  interfaceOf,
  invalidate,
  isPointer,
  isPublished,
} from './object.js';
export { check, ok } from './ok.js';
export { type Parameter, plainPrototype, type Signature, signature } from './prototype.js';
export * from './storage/index.js';
export * from './stream/index.js';
export { formatCall, setTrace, type TracedCall, type TraceListener } from './trace.js';
export { IUnknown } from './unknown.js';
