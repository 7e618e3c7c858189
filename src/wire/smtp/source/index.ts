export { type ByteSource, fromBuffer, fromReadable, fromString } from './byte-source.js';
export { fromFile } from './file-source.js';
