/**
 * The name of a property as the pages write it. In the options of a query Graph takes names in any letters, and its own examples use
 * that: `$filter=ReceivedDateTime ge 2017-04-01`.
 *
 * @param name as a caller writes it
 * @returns the usual one; one that no resource has stays as it is
 */
export const usualName = (name: string): string => usual.get(name.toLowerCase()) ?? name;

/** The usual names on the way to a property: `from/emailAddress/name`. */
export const usualPath = (path: string): string => path.split('/').map(usualName).join('/');

const names = [
  ...['id', 'changeKey', 'createdDateTime', 'lastModifiedDateTime', 'receivedDateTime', 'sentDateTime', 'categories'],
  ...['subject', 'body', 'bodyPreview', 'uniqueBody', 'importance', 'parentFolderId', 'conversationId'],
  ...['conversationIndex', 'internetMessageId', 'internetMessageHeaders', 'hasAttachments', 'inferenceClassification'],
  ...['isDeliveryReceiptRequested', 'isReadReceiptRequested', 'isRead', 'isDraft', 'webLink', 'flag', 'flagStatus'],
  ...['from', 'sender', 'toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo', 'emailAddress', 'address'],
  ...['singleValueExtendedProperties', 'multiValueExtendedProperties', 'value', 'attachments', 'item'],
  ...['name', 'contentType', 'content', 'contentBytes', 'contentId', 'contentLocation', 'size', 'isInline'],
  ...[
    'displayName',
    'childFolders',
    'childFolderCount',
    'totalItemCount',
    'unreadItemCount',
    'isHidden',
    'wellKnownName',
  ],
];

const usual: ReadonlyMap<string, string> = new Map(names.map((name) => [name.toLowerCase(), name]));
