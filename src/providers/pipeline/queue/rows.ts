import type { SqlRow } from '../../../base/index.js';
import type { PipelineEvent, QueuedCopy, QueuedRecipient, QueuedSubmission } from './types.js';

/** A row of `recipient` as somebody to whom a submission goes. */
export const recipientOf = (row: SqlRow): QueuedRecipient => ({
  address: String(row['address']),
  reportSuccess: Number(row['report_success']) === 1,
  reportFailure: Number(row['report_failure']) === 1,
});

/** A row of `recipient` as a copy. @param inherited whether somebody else began to deliver it */
export const copyOf = (row: SqlRow, inherited: boolean): QueuedCopy => ({
  ...recipientOf(row),
  id: Number(row['id']),
  submission: String(row['submission']),
  original: String(row['original']),
  hop: String(row['hop']),
  body: Number(row['body']),
  fields: String(row['fields']),
  attempts: Number(row['attempts']),
  token: String(row['token']),
  warned: Number(row['warned']) === 1,
  inherited,
});

/** A row of `submission`. */
export const submissionOf = (row: SqlRow): QueuedSubmission => ({
  id: String(row['id']),
  entry: String(row['entry']),
  mailbox: String(row['mailbox']),
  sender: String(row['sender']),
  author: String(row['author']),
  messageId: String(row['message_id']),
  subject: String(row['subject']),
  body: Number(row['body']),
  utf8: Number(row['wide']) === 1,
  eightBit: Number(row['eight']) === 1,
  submittedAt: Number(row['at']),
  queuedAt: Number(row['queued']),
});

/** A row of `event`. */
export const eventOf = (row: SqlRow): PipelineEvent =>
  Object.freeze({
    at: Number(row['at']),
    step: Number(row['step']) as PipelineEvent['step'],
    outcome: row['outcome'] as PipelineEvent['outcome'],
    recipient: row['recipient'] as string | null,
    hop: row['hop'] as string | null,
    reply: row['reply'] as string | null,
  });
