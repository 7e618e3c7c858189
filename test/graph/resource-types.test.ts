import type * as Graph from '@microsoft/microsoft-graph-types';
import { describe, expectTypeOf, test } from 'vitest';
import type { attachmentJson, attachmentList, labels } from '../../src/graph/attachment/resource.js';
import type { shownFolder } from '../../src/graph/folder/resource.js';
import type { shownWith } from '../../src/graph/message/expanded.js';
import type { shown } from '../../src/graph/message/resource.js';
import type {
  AttachmentResource,
  ErrorResource,
  FileAttachmentResource,
  FolderProperties,
  FolderResource,
  ItemAttachmentResource,
  MessageProperties,
  MessageResource,
  NotificationResource,
  SearchFolderProperties,
  SubscriptionResource,
  UploadResource,
  UserResource,
} from '../../src/graph/resources.js';
import type { Outbox } from '../../src/graph/subscription/outbox.js';
import type { shownSubscription } from '../../src/graph/subscription/subscription.js';

/** The properties of a resource that Graph has not; what OData tells beside them is none. */
type Foreign<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs | `@odata.${string}`>;

/** What Graph shows of a message that is not a property of its own. */
type Beside = 'id' | 'attachments' | 'extensions' | 'singleValueExtendedProperties' | 'multiValueExtendedProperties';

// These are held by the compiler: `npm run types`.
describe('JSON of the server is JSON of @microsoft/microsoft-graph-types', () => {
  test('messages', () => {
    expectTypeOf<Awaited<ReturnType<typeof shown>>>().toExtend<Graph.Message>();
    expectTypeOf<Awaited<ReturnType<typeof shownWith>>>().toExtend<Graph.Message>();
    expectTypeOf<Foreign<MessageResource, Graph.Message>>().toBeNever();
    expectTypeOf<Required<MessageProperties>>().toExtend<Graph.Message>();
    expectTypeOf<Exclude<keyof Graph.Message, keyof MessageProperties | Beside>>().toBeNever();
  });

  test('attachments', () => {
    expectTypeOf<ReturnType<typeof labels>>().toExtend<Graph.FileAttachment | Graph.ItemAttachment>();
    expectTypeOf<Awaited<ReturnType<typeof attachmentJson>>>().toExtend<Graph.Attachment>();
    expectTypeOf<Awaited<ReturnType<typeof attachmentList>>>().toExtend<Graph.Attachment[]>();
    expectTypeOf<AttachmentResource>().toExtend<Graph.Attachment>();
    expectTypeOf<FileAttachmentResource>().toExtend<Graph.FileAttachment>();
    expectTypeOf<ItemAttachmentResource>().toExtend<Graph.ItemAttachment>();
    expectTypeOf<Foreign<FileAttachmentResource, Graph.FileAttachment>>().toBeNever();
    expectTypeOf<Foreign<ItemAttachmentResource, Graph.ItemAttachment>>().toBeNever();
  });

  test('folders', () => {
    expectTypeOf<Awaited<ReturnType<typeof shownFolder>>>().toExtend<Graph.MailFolder>();
    expectTypeOf<FolderProperties>().toExtend<Graph.MailFolder>();
    expectTypeOf<SearchFolderProperties>().toExtend<Graph.MailSearchFolder>();
    expectTypeOf<Foreign<SearchFolderProperties, Graph.MailSearchFolder>>().toBeNever();
    // Microsoft's types are those of v1.0.
    expectTypeOf<Foreign<FolderResource, Graph.MailFolder>>().toEqualTypeOf<'wellKnownName'>();
  });

  test('the user, subscriptions, notifications, uploads and errors', () => {
    expectTypeOf<UserResource>().toExtend<Graph.User>();
    expectTypeOf<Foreign<UserResource, Graph.User>>().toBeNever();
    expectTypeOf<ReturnType<typeof shownSubscription>>().toExtend<Graph.Subscription>();
    expectTypeOf<Foreign<SubscriptionResource, Graph.Subscription>>().toBeNever();
    expectTypeOf<Parameters<Outbox['put']>[0]>().toExtend<Graph.ChangeNotification>();
    expectTypeOf<Foreign<NotificationResource, Graph.ChangeNotification>>().toEqualTypeOf<'organizationId'>();
    expectTypeOf<UploadResource>().toExtend<Graph.UploadSession>();
    expectTypeOf<Foreign<UploadResource, Graph.UploadSession>>().toBeNever();
    expectTypeOf<ErrorResource['error']>().toExtend<Omit<Graph.PublicError, 'innerError'>>();
  });

  test('what Graph has not is no such JSON', () => {
    expectTypeOf<{ importance: 'urgent' }>().not.toExtend<Graph.Message>();
    expectTypeOf<Foreign<MessageResource & { colour: string }, Graph.Message>>().toEqualTypeOf<'colour'>();
    // @ts-expect-error: a message is important in three ways
    ({ importance: 'urgent' }) satisfies MessageResource;
    // @ts-expect-error: a list of extended properties of one value has no lists
    ({ singleValueExtendedProperties: [{ id: 'x', value: ['y'] }] }) satisfies MessageResource;
  });
});
