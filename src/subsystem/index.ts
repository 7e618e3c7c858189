export * from './addressbook/index.js';
export * from './notify/index.js';
export * from './profile/index.js';
export * from './props/index.js';
export * from './session/index.js';
export * from './simple/index.js';
export * from './spooler/index.js';
export {
  type AsciiText,
  type ListAtHand,
  type ListWish,
  type MessagesAtHand,
  messagesAtHand,
  type StoredMessage,
  type StoredProps,
  type VersionsAtHand,
} from './submit/messagesathand.js';
export { type RecipientsAtHand, recipientsOf, withProps } from './submit/recipients.js';
export {
  openTraces,
  type SubmissionEvent,
  type SubmissionOutcome,
  type SubmissionStep,
  type SubmissionTrace,
  type SubmissionTraces,
} from './submit/traces.js';
export * from './tables/index.js';
export * from './transport/index.js';
