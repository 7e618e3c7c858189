export * from './constants.js';
export { openFileStream } from './file-stream.js';
export { ISequentialStream, IStream } from './istream.js';
export { createMemoryStream } from './memory-stream.js';
export type { STATSTG } from './statstg.js';
export { type SyncStream, syncStreamOf } from './sync-stream.js';
