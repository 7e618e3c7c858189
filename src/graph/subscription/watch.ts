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
import { eventsTold } from '../../subsystem/index.js';
import type { Box } from '../mailbox/box.js';
import { idOf } from '../mailbox/ids.js';
import { Records } from '../mailbox/records.js';
import type { NotificationResource } from '../resources.js';
import type { Clock } from './clock.js';
import { Outbox } from './outbox.js';
import { type Change, NOBODY, restored, type Subscription } from './subscription.js';

/** What a subscription hears of itself. */
type Lifecycle = NonNullable<NotificationResource['lifecycleEvent']>;

/** So long before it expires a subscription is reminded of. */
const REMINDER = 15 * 60_000;

const FRESH: number = limit(
  'graph.freshMessages',
  1000,
  'messages',
  'that were created are remembered, so that nobody is told twice of one that is new mail, too: more than are created between the two events',
);

/** A subscription that is served. */
interface Served {
  readonly one: Subscription;
  readonly changes: Outbox;
  /** Null where nobody wants to hear of the subscription itself. */
  readonly lifecycle: Outbox | null;
  reminded: boolean;
}

/** What the events of a mailbox go to. */
export class Watch {
  readonly box: Box;
  readonly #records: Records;
  /** What was not told when the server ended, by subscription. */
  readonly #parked: Records;
  readonly #served = new Map<string, Served>();
  readonly #closing = new Set<Promise<void>>();
  readonly #hosts: readonly string[];
  readonly #clock: Clock;
  /** Messages that have been created lately. */
  readonly #fresh = new Set<string>();
  #connection: number | null = null;
  #hidden = '';
  #closed = false;
  #callOff: () => void = () => undefined;
  #turn: Promise<void> = Promise.resolve();

  /**
   * @param box whose events
   * @param hosts where webhooks may be beside loopback
   * @param clock tells the time
   */
  constructor(box: Box, hosts: readonly string[], clock: Clock) {
    this.box = box;
    this.#hosts = hosts;
    this.#clock = clock;
    this.#records = new Records(box, 'Subscription');
    this.#parked = new Records(box, 'Notification');
  }

  /** Those that have not expired. */
  get subscriptions(): readonly Subscription[] {
    return [...this.#served.values()].map(({ one }) => one).filter((one) => !this.#isOver(one));
  }

  /** Keeps a subscription, or what became of it. */
  async keep(one: Subscription): Promise<void> {
    await this.#records.put(one.id, { ...one });
    this.#serve(one);
    await this.#attend();
  }

  /** Ends a subscription. */
  async forget(id: string): Promise<void> {
    const served = this.#served.get(id);
    this.#served.delete(id);
    this.#end(served);
    await this.#records.remove([id]);
    await this.#attend();
  }

  /** Takes up what is kept. What happened meanwhile nobody was told; what had not been told before is told now. */
  async load(): Promise<void> {
    for (const { value } of (await this.#records.all()).values()) this.#serve(restored(value, this.box));
    await this.sweep();
    await this.#attend();
    await this.#unpark();
    for (const served of this.#served.values()) this.#tellLife(served, 'missed');
  }

  /** Forgets what has expired, reminds of what will soon. */
  async sweep(): Promise<void> {
    for (const served of [...this.#served.values()]) {
      const left = Date.parse(served.one.expirationDateTime) - this.#clock.now();
      if (left <= 0) await this.forget(served.one.id);
      else if (left <= REMINDER && !served.reminded) {
        served.reminded = true;
        this.#tellLife(served, 'reauthorizationRequired');
      }
    }
    this.#setAlarm();
  }

  /** Ends; a call of a webhook that is under way is finished, and what is not told by then is kept for the next start. */
  async close(): Promise<void> {
    // What has happened is to be told, also where its events are still on their way.
    await eventsTold(this.box.drafts);
    this.#closed = true;
    this.#callOff();
    await this.#attend();
    await Promise.all([...this.#served.values()].map((served) => this.#park(served)));
    await Promise.all(this.#closing);
  }

  async #park({ one, changes, lifecycle }: Served): Promise<void> {
    const [left, life] = await Promise.all([changes.park(), lifecycle?.park() ?? []]);
    if (left.length + life.length === 0) return;
    try {
      await this.#parked.put(one.id, {}, Buffer.from(JSON.stringify({ changes: left, lifecycle: life })));
    } catch (error) {
      log.error(`graph: notifications of the subscription ${one.id} are lost`, error);
    }
  }

  async #unpark(): Promise<void> {
    const parked = await this.#parked.all();
    for (const [id, record] of parked) {
      const served = this.#served.get(id);
      if (!served) continue;
      const text = Buffer.from(await this.#parked.bytes(record)).toString();
      const { changes, lifecycle } = JSON.parse(text) as Readonly<
        Record<'changes' | 'lifecycle', NotificationResource[]>
      >;
      for (const each of changes) served.changes.put(each);
      for (const each of lifecycle) served.lifecycle?.put(each);
    }
    await this.#parked.remove([...parked.keys()]);
  }

  #serve(one: Subscription): void {
    const before = this.#served.get(one.id);
    const box = (address: string, lost: (why: string) => void): Outbox =>
      new Outbox(address, this.#hosts, this.#clock, lost);
    const same = before?.one.notificationUrl === one.notificationUrl ? before : null;
    const lifecycle =
      same?.lifecycle ??
      (one.lifecycleNotificationUrl === null
        ? null
        : box(one.lifecycleNotificationUrl, (why) =>
            log.warn(`graph: a notification about the subscription ${one.id} is lost: ${why}`),
          ));
    const changes = same?.changes ?? box(one.notificationUrl, (why) => this.#lost(one.id, why));
    if (before && !same) this.#end(before);
    this.#served.set(one.id, { one, changes, lifecycle, reminded: false });
    this.#setAlarm();
  }

  #lost(id: string, why: string): void {
    log.warn(`graph: notifications of the subscription ${id} are lost: ${why}`);
    const served = this.#served.get(id);
    if (served) this.#tellLife(served, 'missed');
  }

  #end(served: Served | undefined): void {
    for (const outbox of [served?.changes, served?.lifecycle]) {
      if (!outbox) continue;
      const closing: Promise<void> = outbox.close().finally(() => this.#closing.delete(closing));
      this.#closing.add(closing);
    }
  }

  /** Wakes when the next subscription is to be reminded of, or expires. */
  #setAlarm(): void {
    this.#callOff();
    if (this.#closed) return;
    const times = [...this.#served.values()].map(({ one, reminded }) => {
      const end = Date.parse(one.expirationDateTime);
      return reminded ? end : end - REMINDER;
    });
    if (times.length === 0) return;
    this.#callOff = this.#clock.after(Math.max(0, Math.min(...times) - this.#clock.now()), () => {
      const swept = this.sweep()
        .catch((error: unknown) => log.error('graph: subscriptions were not looked through', error))
        .finally(() => this.#closing.delete(swept));
      this.#closing.add(swept);
    });
  }

  /** Listens as long as there is a subscription; one change of that after the other, for several may come at once. */
  #attend(): Promise<void> {
    const turn = this.#turn.then(async () => {
      if (this.#served.size > 0 && !this.#closed) await this.#listen();
      else await this.#deaf();
    });
    // Who asked hears of a failure; the next turn comes all the same.
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #listen(): Promise<void> {
    if (this.#connection !== null) return;
    this.#hidden = idOf(await this.#records.place());
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
        // Most stores have told of it when it was saved.
        if (!this.#fresh.delete(idOf(lpEntryID))) this.#changed('created', lpEntryID, lpParentID);
        continue;
      }
      const { ulObjType, lpEntryID, lpParentID, lpOldParentID } = info as OBJECT_NOTIFICATION;
      if (ulObjType !== MAPI_MESSAGE) continue;
      if (ulEventType === fnevObjectCreated) this.#remember(lpEntryID);
      if (ulEventType === fnevObjectCreated) this.#changed('created', lpEntryID, lpParentID);
      if (ulEventType === fnevObjectModified) this.#changed('updated', lpEntryID, lpParentID);
      if (ulEventType === fnevObjectDeleted) this.#changed('deleted', lpEntryID, lpParentID);
      if (ulEventType === fnevObjectMoved) this.#moved(lpEntryID, lpOldParentID, lpParentID);
    }
    return 0;
  }

  #remember(entryId: EntryId): void {
    this.#fresh.add(idOf(entryId));
    const [oldest] = this.#fresh;
    if (this.#fresh.size > FRESH && oldest !== undefined) this.#fresh.delete(oldest);
  }

  /** To a folder a message that moves came or went; to the whole mailbox it changed. */
  #moved(entryId: EntryId, from: EntryId | null, to: EntryId | null): void {
    for (const served of this.#served.values()) {
      const { folder } = served.one;
      if (folder === null) this.#tell(served, 'updated', entryId);
      else if (from !== null && folder === idOf(from)) this.#tell(served, 'deleted', entryId);
      else if (to !== null && folder === idOf(to)) this.#tell(served, 'created', entryId);
    }
  }

  #changed(change: Change, entryId: EntryId, parent: EntryId | null): void {
    const folder = parent === null ? null : idOf(parent);
    // What the server remembers is no mail.
    if (folder === this.#hidden) return;
    for (const served of this.#served.values())
      if (served.one.folder === null || served.one.folder === folder) this.#tell(served, change, entryId);
  }

  #tell(served: Served, change: Change, entryId: EntryId): void {
    const { one, changes } = served;
    if (!one.changeType.split(',').includes(change) || this.#isOver(one)) return;
    if (!this.#mayHear(one)) {
      this.#expel(served);
      return;
    }
    const message = idOf(entryId);
    const resource = `Users/${this.box.id}/Messages/${message}`;
    changes.put({
      ...headOf(one),
      changeType: change,
      resource,
      resourceData: { '@odata.type': '#Microsoft.Graph.Message', '@odata.id': resource, id: message },
    });
  }

  /** Who may not enter the mailbox any more hears no more of it. */
  #expel(served: Served): void {
    this.#tellLife(served, 'subscriptionRemoved');
    const removed = this.forget(served.one.id)
      .catch((error: unknown) => log.error('graph: a subscription was not removed', error))
      .finally(() => this.#closing.delete(removed));
    this.#closing.add(removed);
  }

  #tellLife({ one, lifecycle }: Served, lifecycleEvent: Lifecycle): void {
    lifecycle?.put({ ...headOf(one), organizationId: NOBODY, resource: one.resource, lifecycleEvent });
  }

  #isOver({ expirationDateTime }: Subscription): boolean {
    return Date.parse(expirationDateTime) <= this.#clock.now();
  }

  #mayHear({ owner }: Subscription): boolean {
    return owner === null || this.box.isOpenTo(owner);
  }
}

const headOf = ({ id, expirationDateTime, clientState }: Subscription): Omit<NotificationResource, 'resource'> => ({
  subscriptionId: id,
  subscriptionExpirationDateTime: expirationDateTime,
  clientState,
  tenantId: NOBODY,
});
