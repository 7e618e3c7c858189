/**
 * The resources of Graph as this server writes them. They are narrower than Microsoft's own types, which leave everything open: a test
 * holds them against these, so that what is written here can be read there.
 *
 * @module
 */

/** What OData tells beside the properties of a resource. */
type Annotated = {
  readonly '@odata.context'?: string;
  readonly '@odata.type'?: string;
  readonly '@odata.etag'?: string;
};

/** Somebody. */
export type RecipientResource = { readonly emailAddress: { readonly name: string; readonly address: string } };

/** A body. */
export type BodyResource = { readonly contentType: 'text' | 'html'; readonly content: string };

/** A time with its zone. */
export type TimeResource = { readonly dateTime: string; readonly timeZone: string };

/** The flag of a message. */
export type FlagResource = {
  readonly flagStatus: 'notFlagged' | 'complete' | 'flagged';
  readonly startDateTime?: TimeResource;
  readonly dueDateTime?: TimeResource;
  readonly completedDateTime?: TimeResource;
};

/** A field of a header. */
export type HeaderResource = { readonly name: string; readonly value: string };

/** The properties that a message has of its own, each of which can be selected. */
export type MessageProperties = {
  readonly createdDateTime: string | null;
  readonly lastModifiedDateTime: string | null;
  readonly changeKey: string | null;
  readonly categories: string[];
  readonly receivedDateTime: string | null;
  readonly sentDateTime: string | null;
  readonly hasAttachments: boolean;
  readonly internetMessageId: string | null;
  readonly subject: string | null;
  readonly bodyPreview: string;
  readonly importance: 'low' | 'normal' | 'high';
  readonly parentFolderId: string | null;
  readonly conversationId: string | null;
  readonly conversationIndex: string | null;
  readonly isDeliveryReceiptRequested: boolean;
  readonly isReadReceiptRequested: boolean;
  readonly isRead: boolean;
  readonly isDraft: boolean;
  readonly webLink: null;
  readonly inferenceClassification: 'focused' | 'other';
  readonly body: BodyResource;
  readonly sender: RecipientResource | null;
  readonly from: RecipientResource | null;
  readonly toRecipients: RecipientResource[];
  readonly ccRecipients: RecipientResource[];
  readonly bccRecipients: RecipientResource[];
  readonly replyTo: RecipientResource[];
  readonly flag: FlagResource;
  readonly uniqueBody: BodyResource;
  readonly internetMessageHeaders: HeaderResource[];
};

/** Lists of extended properties, where they were asked for and there are some. */
export type ExtendedLists = {
  readonly singleValueExtendedProperties?: { readonly id: string; readonly value: string }[];
  readonly multiValueExtendedProperties?: { readonly id: string; readonly value: string[] }[];
};

/** A message: the properties that were selected, and what was expanded. */
export type MessageResource = Annotated &
  Partial<MessageProperties> &
  ExtendedLists & { readonly id?: string; readonly attachments?: AttachmentResource[] };

/** What attachments of both kinds have. */
type AttachmentProperties = Annotated & {
  readonly id?: string;
  readonly lastModifiedDateTime?: string | null;
  readonly name?: string;
  readonly contentType?: string | null;
  readonly size?: number;
  readonly isInline?: boolean;
};

/** A file in a message. */
export type FileAttachmentResource = AttachmentProperties & {
  readonly '@odata.type'?: '#microsoft.graph.fileAttachment';
  readonly contentId?: string | null;
  readonly contentLocation?: string | null;
  readonly contentBytes?: string;
};

/** A message in a message. */
export type ItemAttachmentResource = AttachmentProperties & {
  readonly '@odata.type'?: '#microsoft.graph.itemAttachment';
  readonly item?: MessageResource;
};

/** An attachment. */
export type AttachmentResource = FileAttachmentResource | ItemAttachmentResource;

/** The properties of a folder, each of which can be selected. */
export type FolderProperties = {
  readonly id: string;
  readonly displayName: string;
  readonly parentFolderId: string | null;
  readonly childFolderCount: number;
  readonly unreadItemCount: number;
  readonly totalItemCount: number;
  readonly isHidden: boolean;
};

/** A folder: the properties that were selected, and what was expanded. */
export type FolderResource = Annotated &
  Partial<FolderProperties> &
  ExtendedLists & {
    readonly childFolders?: FolderResource[];
    /** In `/beta` alone; null of a folder of the user's own. */
    readonly wellKnownName?: string | null;
  };

/** What a search folder has beside the properties of all folders. */
export type SearchFolderProperties = {
  readonly '@odata.type': '#microsoft.graph.mailSearchFolder';
  readonly isSupported: boolean;
  readonly includeNestedFolders: boolean;
  readonly sourceFolderIds: string[];
  readonly filterQuery: string | null;
};

/** The user of a mailbox. */
export type UserResource = {
  readonly businessPhones: string[];
  readonly displayName: string;
  readonly givenName: null;
  readonly jobTitle: null;
  readonly mail: string;
  readonly mobilePhone: null;
  readonly officeLocation: null;
  readonly preferredLanguage: null;
  readonly surname: null;
  readonly userPrincipalName: string;
  readonly id: string;
};

/** A subscription. */
export type SubscriptionResource = Annotated & {
  readonly id: string;
  readonly resource: string;
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly latestSupportedTlsVersion: string;
  readonly expirationDateTime: string;
  readonly applicationId: string;
  readonly creatorId: string;
  readonly includeResourceData: null;
  readonly encryptionCertificate: null;
  readonly encryptionCertificateId: null;
  readonly notificationQueryOptions: null;
  readonly notificationUrlAppId: null;
};

/** What a webhook is told, of a message or of its subscription. */
export type NotificationResource = {
  readonly subscriptionId: string;
  readonly subscriptionExpirationDateTime: string;
  readonly clientState: string | null;
  readonly tenantId: string;
  /** Of what is told about subscriptions; Microsoft's types forget it, their pages show it. */
  readonly organizationId?: string;
  readonly resource: string;
  readonly changeType?: 'created' | 'updated' | 'deleted';
  readonly resourceData?: { readonly '@odata.type': string; readonly '@odata.id': string; readonly id: string };
  readonly lifecycleEvent?: 'missed' | 'reauthorizationRequired' | 'subscriptionRemoved';
};

/** An upload in ranges. */
export type UploadResource = Annotated & {
  readonly uploadUrl?: string;
  readonly expirationDateTime: string;
  readonly nextExpectedRanges: string[];
};

/** A failure. */
export type ErrorResource = {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly innerError: { readonly date: string; readonly 'request-id': string; readonly 'client-request-id': string };
  };
};
