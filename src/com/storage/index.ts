export { IEnumSTATSTG } from './ienumstatstg.js';
export { ILockBytes } from './ilockbytes.js';
export { IStorage } from './istorage.js';
export {
  type StorageOnStreamOptions,
  type StorageOptions,
  storageOnLockBytes,
  storageOnStream,
} from './storage-on-stream.js';
