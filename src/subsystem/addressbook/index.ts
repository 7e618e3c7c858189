export { ContainerObject, type ContainerTable, RootObject } from './containerobject.js';
export { isGenericTemplate } from './generictemplate.js';
export {
  createOneOffEntryId,
  isOneOffEntryId,
  type OneOff,
  type OneOffForm,
  parseOneOffEntryId,
  recipientSearchKey,
} from './oneoff.js';
