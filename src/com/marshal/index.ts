export { ByteReader } from './bytereader.js';
export { ByteWriter } from './bytewriter.js';
export { guidOfKey, Interfaces, keyOf } from './interfaces.js';
export { MalformedError } from './malformed.js';
export { type MethodPlan, Planner, type Step, type WireTypes } from './methodplan.js';
export {
  arrayOf,
  bool,
  bytes,
  guidValue,
  i32,
  i64,
  pointerTo,
  type References,
  referenceTo,
  structure,
  text,
  u32,
  u64,
  type WireType,
} from './wiretype.js';
