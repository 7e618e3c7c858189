import { randomBytes, randomUUID } from 'node:crypto';
import { limit, log } from '../../base/index.js';
import { com, ok } from '../../com/index.js';
import {
  type EntryId,
  fnevNewMail,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  fnevObjectMoved,
  IMAPIAdviseSink,
  MAPI_MESSAGE,
  type NEWMAIL_NOTIFICATION,
  type NOTIFICATION,
  type OBJECT_NOTIFICATION,
} from '../../mapi/index.js';
import { GraphError } from '../http/error.js';
import { type JsonObject, textOf, timeOf } from '../http/json.js';
import { type Answer, bodyOf, READ, type RootCall, type RootRoute } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { idOf } from '../mailbox/ids.js';
import { Records } from '../mailbox/records.js';
import { invalid, post, webhookOf } from './deliveries.js';

const MINUTES: number = limit(
  'graph.subscriptionMinutes',
  10_080,
  'minutes',
  'less than seven days, as Graph lets subscriptions to messages live',
);
const SUBSCRIPTIONS: number = limit(
  'graph.subscriptions',
  100,
  'subscriptions',
  'of each mailbox; each change asks all of them',
);
const WAITING: number = limit(
  'graph.notificationsWaiting',
  1000,
  'notifications',
  'of each subscription; what comes while a webhook does not answer is dropped beyond that, and logged',
);
const ATTEMPTS = 3;

/** A subscription as it is kept. */
interface Subscription {
  readonly id: string;
  readonly resource: string;
  /** The folder whose messages count, as an identifier; null for all folders. */
  readonly folder: string | null;
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly clientState: string | null;
  readonly expirationDateTime: string;
}

type Change = 'created' | 'updated' | 'deleted';

/** What the events of a mailbox go to. */
class Watch {
  readonly box: Box;
  readonly records: Records;
  readonly subscriptions = new Map<string, Subscription>();
  readonly #queues = new Map<string, { readonly waiting: JsonObject[]; running: Promise<void> | null }>();
  #connection: number | null = null;
  #hidden = '';
  #closed = false;
  readonly #hosts: readonly string[];

  constructor(box: Box, hosts: readonly string[]) {
    this.box = box;
    this.#hosts = hosts;
    this.records = new Records(box, 'Subscription');
  }

  async keep(subscription: Subscription): Promise<void> {
    await this.records.put(subscription.id, { ...subscription });
    this.subscriptions.set(subscription.id, subscription);
    await this.#listen();
  }

  async forget(id: string): Promise<void> {
    this.subscriptions.delete(id);
    this.#queues.delete(id);
    await this.records.remove([id]);
    if (this.subscriptions.size === 0) await this.#deaf();
  }

  async load(): Promise<void> {
    for (const [id, { value }] of await this.records.all())
      this.subscriptions.set(id, value as unknown as Subscription);
    await this.sweep();
    if (this.subscriptions.size > 0) await this.#listen();
  }

  /** Forgets what has expired. */
  async sweep(): Promise<void> {
    for (const { id, expirationDateTime } of [...this.subscriptions.values()])
      if (Date.parse(expirationDateTime) <= Date.now()) await this.forget(id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#deaf();
    await Promise.all([...this.#queues.values()].flatMap(({ running }) => running ?? []));
  }

  async #listen(): Promise<void> {
    if (this.#connection !== null || this.#closed) return;
    this.#hidden = idOf(await this.records.place());
    const mask = fnevObjectCreated | fnevNewMail | fnevObjectModified | fnevObjectMoved | fnevObjectDeleted;
    using sink = com({ OnNotify: (events: readonly NOTIFICATION[]) => this.#told(events) }, IMAPIAdviseSink);
    this.#connection = await ok(this.box.store.Advise(null, mask, sink));
  }

  async #deaf(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    if (connection !== null) await ok(this.box.store.Unadvise(connection));
  }

  #told(events: readonly NOTIFICATION[]): number {
    for (const { ulEventType, info } of events) {
      if (ulEventType === fnevNewMail) {
        const { lpEntryID, lpParentID } = info as NEWMAIL_NOTIFICATION;
        this.#changed('created', lpEntryID, lpParentID);
        continue;
      }
      const { ulObjType, lpEntryID, lpParentID, lpOldParentID } = info as OBJECT_NOTIFICATION;
      if (ulObjType !== MAPI_MESSAGE) continue;
      if (ulEventType === fnevObjectCreated) this.#changed('created', lpEntryID, lpParentID);
      if (ulEventType === fnevObjectModified) this.#changed('updated', lpEntryID, lpParentID);
      if (ulEventType === fnevObjectDeleted) this.#changed('deleted', lpEntryID, lpParentID);
      if (ulEventType === fnevObjectMoved) this.#moved(lpEntryID, lpOldParentID, lpParentID);
    }
    return 0;
  }

  /** To a folder a message that moves came or went; to the whole mailbox it changed. */
  #moved(entryId: EntryId, from: EntryId | null, to: EntryId | null): void {
    for (const one of this.subscriptions.values())
      if (one.folder === null) this.#tell(one, 'updated', entryId);
      else if (from !== null && one.folder === idOf(from)) this.#tell(one, 'deleted', entryId);
      else if (to !== null && one.folder === idOf(to)) this.#tell(one, 'created', entryId);
  }

  #changed(change: Change, entryId: EntryId, parent: EntryId | null): void {
    const folder = parent === null ? null : idOf(parent);
    // What the server remembers is no mail.
    if (folder === this.#hidden) return;
    for (const one of this.subscriptions.values())
      if (one.folder === null || one.folder === folder) this.#tell(one, change, entryId);
  }

  #tell(subscription: Subscription, change: Change, entryId: EntryId): void {
    const { id, changeType, clientState, expirationDateTime } = subscription;
    if (!changeType.split(',').includes(change) || Date.parse(expirationDateTime) <= Date.now()) return;
    const queue = this.#queues.get(id) ?? { waiting: [], running: null };
    this.#queues.set(id, queue);
    if (queue.waiting.length >= WAITING) {
      log.warn(`graph: a notification of the subscription ${id} is dropped: its webhook does not keep up`);
      return;
    }
    const message = idOf(entryId);
    const resource = `Users/${this.box.userPrincipalName}/Messages/${message}`;
    queue.waiting.push({
      subscriptionId: id,
      subscriptionExpirationDateTime: expirationDateTime,
      changeType: change,
      resource,
      resourceData: { '@odata.type': '#Microsoft.Graph.Message', '@odata.id': resource, id: message },
      clientState,
      tenantId: '00000000-0000-0000-0000-000000000000',
    });
    queue.running ??= this.#deliver(subscription, queue.waiting).finally(() => {
      queue.running = null;
    });
  }

  async #deliver({ id, notificationUrl }: Subscription, waiting: JsonObject[]): Promise<void> {
    // What one change tells together goes together.
    await Promise.resolve();
    while (waiting.length > 0 && this.subscriptions.has(id)) {
      const value = waiting.splice(0, 100);
      const failure = await this.#posted(notificationUrl, JSON.stringify({ value }));
      if (failure !== null)
        log.warn(`graph: ${value.length} notifications of the subscription ${id} are lost: ${failure}`);
    }
  }

  async #posted(to: string, body: string): Promise<string | null> {
    let failure = '';
    for (let attempt = 0; attempt < ATTEMPTS && !(this.#closed && attempt > 0); attempt++) {
      try {
        const { status } = await post(webhookOf(to, this.#hosts), body);
        if (status >= 200 && status < 300) return null;
        failure = `the webhook answers ${status}`;
        // Who refuses for good is not asked again.
        if (status < 500 && status !== 429) return failure;
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
      }
    }
    return failure;
  }
}

/** Who wants to hear of changes, and is told: Graph's subscriptions to messages. They outlive the server. */
export class Subscriptions {
  readonly #watches = new Map<Box, Watch>();
  readonly #hosts: readonly string[];

  /** @param hosts where webhooks may be beside loopback */
  constructor(hosts: readonly string[]) {
    this.#hosts = hosts;
  }

  /** Takes up what is kept in the mailboxes. */
  async start(boxes: readonly Box[]): Promise<void> {
    for (const box of boxes) {
      const watch = new Watch(box, this.#hosts);
      this.#watches.set(box, watch);
      await watch.load();
    }
  }

  /** Ends; what is being delivered is finished. */
  async close(): Promise<void> {
    for (const watch of this.#watches.values()) await watch.close();
  }

  /** What can be done with subscriptions. */
  get routes(): readonly RootRoute[] {
    const path = '/subscriptions/:subscription';
    return [
      {
        method: 'GET',
        path: '/subscriptions',
        scopes: READ,
        summary: 'List subscriptions',
        run: (call) => this.#list(call),
      },
      {
        method: 'POST',
        path: '/subscriptions',
        scopes: READ,
        summary: 'Subscribe to changes',
        run: (call) => this.#create(call),
      },
      {
        method: 'GET',
        path,
        scopes: READ,
        summary: 'Get a subscription',
        run: async (call) => answer(call, 200, this.#found(call).one),
      },
      { method: 'PATCH', path, scopes: READ, summary: 'Renew a subscription', run: (call) => this.#renew(call) },
      { method: 'DELETE', path, scopes: READ, summary: 'End a subscription', run: (call) => this.#remove(call) },
    ];
  }

  async #list(call: RootCall): Promise<Answer> {
    const value: JsonObject[] = [];
    for (const box of call.boxes)
      for (const one of (await this.#swept(box)).subscriptions.values()) value.push(shown(one));
    return { status: 200, body: { '@odata.context': `${call.root}/$metadata#subscriptions`, value } };
  }

  async #create(call: RootCall): Promise<Answer> {
    const json = bodyOf(call);
    for (const name of Object.keys(json))
      if (!known.has(name) && !name.includes('@odata.')) throw invalid(`'${name}' is not supported in a subscription.`);
    if (json['includeResourceData'] === true) throw invalid('Notifications come without the data of the resource.');
    const { box, folder } = placeOf(call, textOf(json['resource'], 'resource'));
    const watch = await this.#swept(box);
    if (watch.subscriptions.size >= SUBSCRIPTIONS)
      throw new GraphError(403, 'ExtensionError', `A mailbox has at most ${SUBSCRIPTIONS} subscriptions.`);
    const notificationUrl = textOf(json['notificationUrl'], 'notificationUrl');
    const clientState =
      json['clientState'] === undefined || json['clientState'] === null
        ? null
        : textOf(json['clientState'], 'clientState');
    if (clientState !== null && clientState.length > 128) throw invalid('clientState has at most 128 characters.');
    const subscription: Subscription = {
      id: randomUUID(),
      resource: textOf(json['resource'], 'resource'),
      folder,
      changeType: changesIn(textOf(json['changeType'], 'changeType')),
      notificationUrl,
      clientState,
      expirationDateTime: expiration(json['expirationDateTime']),
    };
    await validate(webhookOf(notificationUrl, this.#hosts));
    await watch.keep(subscription);
    return answer(call, 201, subscription);
  }

  async #renew(call: RootCall): Promise<Answer> {
    const { watch, one } = this.#found(call);
    const { expirationDateTime, notificationUrl, ...rest } = bodyOf(call);
    if (Object.keys(rest).length > 0)
      throw invalid('Only expirationDateTime and notificationUrl of a subscription change.');
    const address = notificationUrl === undefined ? one.notificationUrl : textOf(notificationUrl, 'notificationUrl');
    if (address !== one.notificationUrl) await validate(webhookOf(address, this.#hosts));
    const until = expirationDateTime === undefined ? one.expirationDateTime : expiration(expirationDateTime);
    const renewed = { ...one, notificationUrl: address, expirationDateTime: until };
    await watch.keep(renewed);
    return answer(call, 200, renewed);
  }

  async #remove(call: RootCall): Promise<Answer> {
    const { watch, one } = this.#found(call);
    await watch.forget(one.id);
    return { status: 204 };
  }

  #found(call: RootCall): { readonly watch: Watch; readonly one: Subscription } {
    for (const box of call.boxes) {
      const watch = this.#watches.get(box) as Watch;
      const one = watch.subscriptions.get(call.params['subscription'] ?? '');
      if (one && Date.parse(one.expirationDateTime) > Date.now()) return { watch, one };
    }
    throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  }

  async #swept(box: Box): Promise<Watch> {
    const watch = this.#watches.get(box) as Watch;
    await watch.sweep();
    return watch;
  }
}

const known: ReadonlySet<string> = new Set([
  'changeType',
  'clientState',
  'expirationDateTime',
  'includeResourceData',
  'latestSupportedTlsVersion',
  'notificationUrl',
  'resource',
]);

const shown = ({ folder: _folder, ...rest }: Subscription): JsonObject => rest;

const answer = (call: RootCall, status: number, one: Subscription): Answer => ({
  status,
  body: { '@odata.context': `${call.root}/$metadata#subscriptions/$entity`, ...shown(one) },
});

/** The mailbox and the folder that a resource names. */
function placeOf(call: RootCall, resource: string): { readonly box: Box; readonly folder: string | null } {
  const [, user, folder] =
    /^\/?(?:me|users(?:\/|\(')([^/')]+)(?:'\))?)(?:\/mailfolders(?:\/|\(')([^/')]+)(?:'\))?)?\/messages\/?$/i.exec(
      resource,
    ) ?? [];
  if (!/^\/?(?:me|users)\b.*messages\/?$/i.test(resource) || /[?]/.test(resource))
    throw invalid(`'${resource}' can not be subscribed to; messages of a mailbox or a folder can.`);
  const box = call.boxOf(user);
  return { box, folder: folder === undefined ? null : idOf(box.folderEntryId(folder)) };
}

function changesIn(text: string): string {
  const changes = text.split(',').map((each) => each.trim().toLowerCase());
  for (const change of changes)
    if (!['created', 'updated', 'deleted'].includes(change)) throw invalid(`'${change}' is no changeType.`);
  return changes.join(',');
}

function expiration(value: unknown): string {
  const time = timeOf(value, 'expirationDateTime');
  const minutes = (time.getTime() - Date.now()) / 60_000;
  if (!(minutes > 0 && minutes <= MINUTES))
    throw invalid(`The subscription expires within ${MINUTES} minutes from now, and not in the past.`);
  return time.toISOString();
}

/** A webhook must want to be called: it answers with the token that it is given. */
async function validate(url: URL): Promise<void> {
  const token = `Validation: ${randomBytes(24).toString('hex')}`;
  const asked = new URL(url);
  asked.searchParams.set('validationToken', token);
  try {
    const { status, text } = await post(asked, null);
    if (status === 200 && text === token) return;
    throw new Error(status === 200 ? 'it does not answer with the token' : `it answers ${status}`);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw invalid(`Subscription validation request failed: ${words}.`, cause);
  }
}
