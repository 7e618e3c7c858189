import { describe, expectTypeOf, test } from 'vitest';
import type {
  AttachmentSource,
  Draft,
  MailFolder,
  MailMessage,
  MessageEntry,
  MessageOrder,
  MessageQuery,
  MessageWhere,
  Settled,
  Submission,
} from '../../../src/client/index.js';

describe('the types of the client', () => {
  test('lists are async iterables of entries that cannot be changed', () => {
    expectTypeOf<ReturnType<MailFolder['messages']>>().toExtend<AsyncIterable<MessageEntry>>();
    expectTypeOf<MessageEntry['received']>().toEqualTypeOf<Date | null>();
    // @ts-expect-error: an entry shows the message as it was
    ((entry: MessageEntry) => (entry.subject = 'other'))({} as MessageEntry);
  });

  test('where takes each field with its own kind of value', () => {
    expectTypeOf({ unread: true, subject: 'figures', size: { atLeast: 1 } }).toExtend<MessageWhere>();
    expectTypeOf({ received: { since: new Date() }, anyOf: [{ from: 'Ann' }] }).toExtend<MessageWhere>();
    // @ts-expect-error: there is no such field
    ({ colour: 'red' }) satisfies MessageWhere;
    // @ts-expect-error: times are dates
    ({ received: { since: 'yesterday' } }) satisfies MessageWhere;
    // @ts-expect-error: importance has three values
    ({ importance: 'urgent' }) satisfies MessageWhere;
    // @ts-expect-error: a text is compared in one way
    ({ subject: { endsWith: 'x' } }) satisfies MessageWhere;
  });

  test('orderBy takes known keys and two ways; limit a number', () => {
    expectTypeOf<MessageOrder>().toEqualTypeOf<
      Readonly<Partial<Record<'received' | 'sent' | 'subject' | 'from' | 'to' | 'size' | 'importance', 'asc' | 'desc'>>>
    >();
    // @ts-expect-error: nothing is ordered by its text
    ({ orderBy: { text: 'asc' } }) satisfies MessageQuery;
    // @ts-expect-error: a limit is a number
    ({ limit: '10' }) satisfies MessageQuery;
  });

  test('attachments come from a path, bytes, text or a stream, and need a name where none can be guessed', () => {
    expectTypeOf<string>().toExtend<AttachmentSource>();
    expectTypeOf<{ name: string; content: Buffer }>().toExtend<AttachmentSource>();
    expectTypeOf<{
      name: string;
      content: NodeJS.ReadableStream & AsyncIterable<Buffer>;
    }>().toExtend<AttachmentSource>();
    // @ts-expect-error: bytes have no name of their own
    ({ content: Buffer.alloc(1) }) satisfies AttachmentSource;
  });

  test('everything that is open can be taken with using, and has the object below', () => {
    expectTypeOf<Draft>().toExtend<Disposable & AsyncDisposable>();
    expectTypeOf<MailMessage>().toExtend<Disposable & AsyncDisposable>();
    expectTypeOf<MailFolder>().toExtend<Disposable & AsyncDisposable>();
    expectTypeOf<Draft>().toHaveProperty('raw');
    expectTypeOf<Awaited<ReturnType<Draft['send']>>>().toEqualTypeOf<Submission>();
    expectTypeOf<Settled['state']>().toEqualTypeOf<'sent' | 'waiting'>();
  });
});
