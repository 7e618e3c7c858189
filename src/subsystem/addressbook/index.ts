export {
  createOneOffEntryId,
  isOneOffEntryId,
  type OneOff,
  type OneOffForm,
  parseOneOffEntryId,
  recipientSearchKey,
} from './oneoff.js';
