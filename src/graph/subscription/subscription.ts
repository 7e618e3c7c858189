import { randomUUID } from 'node:crypto';
import { limit } from '../../base/index.js';
import { type JsonObject, textOf, timeOf } from '../http/json.js';
import type { RootCall } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { idOf } from '../mailbox/ids.js';
import type { NotificationResource, SubscriptionResource } from '../resources.js';
import { invalid } from './webhook.js';

const MINUTES: number = limit(
  'graph.subscriptionMinutes',
  10_080,
  'minutes',
  'less than seven days, as Graph lets subscriptions to messages live',
);
/** Graph lets no subscription live for less, and makes those longer that ask for it. */
const LEAST_MINUTES = 45;

/** A subscription as it is kept. */
export interface Subscription {
  readonly id: string;
  readonly resource: string;
  /** The folder whose messages count, as an identifier; null for all folders. */
  readonly folder: string | null;
  /** Who has subscribed: a user, or null for a program that acts for itself. */
  readonly owner: string | null;
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly latestSupportedTlsVersion: string;
  readonly expirationDateTime: string;
}

/** What happens to messages. */
export type Change = NonNullable<NotificationResource['changeType']>;

const known: ReadonlySet<string> = new Set([
  'changeType',
  'clientState',
  'expirationDateTime',
  'includeResourceData',
  'latestSupportedTlsVersion',
  'lifecycleNotificationUrl',
  'notificationUrl',
  'resource',
]);

/**
 * Reads what a caller wants to subscribe to.
 *
 * @param call the request
 * @param json its body
 * @param now the time in milliseconds
 * @returns the mailbox and the subscription
 * @throws {GraphError} `InvalidRequest`; what entering the mailbox throws
 */
export function readSubscription(
  call: RootCall,
  json: JsonObject,
  now: number,
): { readonly box: Box; readonly one: Subscription } {
  for (const name of Object.keys(json))
    if (!known.has(name) && !name.includes('@odata.')) throw invalid(`'${name}' is not supported in a subscription.`);
  if (json['includeResourceData'] === true) throw invalid('Notifications come without the data of the resource.');
  const resource = textOf(json['resource'], 'resource');
  const { box, folder } = placeOf(call, resource);
  const optional = (name: string): string | null =>
    json[name] === undefined || json[name] === null ? null : textOf(json[name], name);
  const clientState = optional('clientState');
  if (clientState !== null && clientState.length > 128) throw invalid('clientState has at most 128 characters.');
  const latestSupportedTlsVersion = optional('latestSupportedTlsVersion') ?? 'v1_2';
  if (!/^v1_[0-3]$/.test(latestSupportedTlsVersion)) throw invalid('latestSupportedTlsVersion is v1_0 to v1_3.');
  const one = {
    id: randomUUID(),
    resource,
    folder,
    owner: call.actor?.userPrincipalName ?? null,
    changeType: changesIn(textOf(json['changeType'], 'changeType')),
    notificationUrl: textOf(json['notificationUrl'], 'notificationUrl'),
    lifecycleNotificationUrl: optional('lifecycleNotificationUrl'),
    clientState,
    latestSupportedTlsVersion,
    expirationDateTime: expiration(json['expirationDateTime'], now),
  };
  return { box, one };
}

/** The mailbox and the folder that a resource names. */
function placeOf(call: RootCall, resource: string): { readonly box: Box; readonly folder: string | null } {
  const match =
    /^\/?(?:me|users(?:\/|\(')([^/')]+)(?:'\))?)(?:\/mailfolders(?:\/|\(')([^/')]+)(?:'\))?)?\/messages\/?$/i.exec(
      resource,
    );
  if (!match)
    throw invalid(`'${resource}' can not be subscribed to; messages of a mailbox or a folder can, without options.`);
  const [, user, folder] = match;
  const box = call.boxOf(user);
  return { box, folder: folder === undefined ? null : idOf(box.folderEntryId(folder)) };
}

function changesIn(text: string): string {
  const changes = text.split(',').map((each) => each.trim().toLowerCase());
  for (const change of changes)
    if (!['created', 'updated', 'deleted'].includes(change)) throw invalid(`'${change}' is no changeType.`);
  return [...new Set(changes)].join(',');
}

/**
 * Until when a subscription lives.
 *
 * @param value what a caller wrote
 * @param now the time in milliseconds
 * @throws {GraphError} `InvalidRequest` for a time that is over, or too far away
 */
export function expiration(value: unknown, now: number): string {
  const minutes = (timeOf(value, 'expirationDateTime').getTime() - now) / 60_000;
  if (!(minutes > 0 && minutes <= MINUTES))
    throw invalid(`The subscription expires within ${MINUTES} minutes from now, and not in the past.`);
  return new Date(now + Math.max(minutes, LEAST_MINUTES) * 60_000).toISOString();
}

/** A subscription as a record holds it; older ones have no owner, and belong to the user of the mailbox. */
export function restored(value: JsonObject, box: Box): Subscription {
  const defaults = { owner: box.userPrincipalName, lifecycleNotificationUrl: null, latestSupportedTlsVersion: 'v1_2' };
  return { ...defaults, ...value } as unknown as Subscription;
}

/** A subscription as Graph shows it. */
export const shownSubscription = ({ folder: _folder, owner, ...rest }: Subscription): SubscriptionResource => ({
  ...rest,
  applicationId: NOBODY,
  creatorId: owner ?? NOBODY,
  includeResourceData: null,
  encryptionCertificate: null,
  encryptionCertificateId: null,
  notificationQueryOptions: null,
  notificationUrlAppId: null,
});

/** comail has no applications and no tenants. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
