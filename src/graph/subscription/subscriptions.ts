import { randomBytes } from 'node:crypto';
import { limit } from '../../base/index.js';
import { GraphError } from '../http/error.js';
import { type JsonObject, textOf } from '../http/json.js';
import { type Answer, bodyOf, READ, type RootCall, type RootRoute } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { type Clock, systemClock } from './clock.js';
import { expiration, readSubscription, type Subscription, shownSubscription } from './subscription.js';
import { Watch } from './watch.js';
import { invalid, post, webhookOf } from './webhook.js';

const SUBSCRIPTIONS: number = limit(
  'graph.subscriptions',
  100,
  'subscriptions',
  'of each mailbox; each change asks all of them',
);

/** Who wants to hear of changes, and is told: Graph's subscriptions to messages. They outlive the server. */
export class Subscriptions {
  readonly #watches = new Map<Box, Watch>();
  readonly #hosts: readonly string[];
  readonly #clock: Clock;

  /**
   * @param hosts where webhooks may be beside loopback
   * @param clock tells the time
   */
  constructor(hosts: readonly string[], clock: Clock = systemClock) {
    this.#hosts = hosts;
    this.#clock = clock;
  }

  /** Takes up what is kept in the mailboxes. */
  async start(boxes: readonly Box[]): Promise<void> {
    for (const box of boxes) {
      const watch = new Watch(box, this.#hosts, this.#clock);
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
      {
        method: 'POST',
        path: `${path}/reauthorize`,
        scopes: READ,
        summary: 'Authorize a subscription again',
        run: (call) => this.#reauthorize(call),
      },
    ];
  }

  async #list(call: RootCall): Promise<Answer> {
    const value = call.boxes.flatMap((box) =>
      this.#watch(box)
        .subscriptions.filter((one) => isOwn(call, one))
        .map(shownSubscription),
    );
    return { status: 200, body: { '@odata.context': `${call.root}/$metadata#subscriptions`, value } };
  }

  async #create(call: RootCall): Promise<Answer> {
    const { box, one } = readSubscription(call, bodyOf(call), this.#clock.now());
    // A folder that is not there never changes.
    if (one.folder !== null) (await box.openFolder(one.folder)).Release();
    const watch = this.#watch(box);
    await watch.sweep();
    demandRoom(watch);
    await this.#validate(one);
    // Others may have come while the webhook was asked.
    demandRoom(watch);
    await watch.keep(one);
    return answer(call, 201, one);
  }

  /** Both webhooks must want to be called. */
  async #validate({ notificationUrl, lifecycleNotificationUrl }: Subscription): Promise<void> {
    for (const address of new Set([notificationUrl, lifecycleNotificationUrl]))
      if (address !== null) await validate(webhookOf(address, this.#hosts));
  }

  async #renew(call: RootCall): Promise<Answer> {
    const { watch, one } = this.#found(call);
    const { expirationDateTime, notificationUrl, ...rest } = bodyOf(call);
    if (Object.keys(rest).some((name) => !name.includes('@odata.')))
      throw invalid('Only expirationDateTime and notificationUrl of a subscription change.');
    const address = notificationUrl === undefined ? one.notificationUrl : textOf(notificationUrl, 'notificationUrl');
    if (address !== one.notificationUrl) await validate(webhookOf(address, this.#hosts));
    const until =
      expirationDateTime === undefined ? one.expirationDateTime : expiration(expirationDateTime, this.#clock.now());
    const renewed = { ...one, notificationUrl: address, expirationDateTime: until };
    await watch.keep(renewed);
    return answer(call, 200, renewed);
  }

  /** The token of the request has just been believed; the subscription lives as long as before. */
  async #reauthorize(call: RootCall): Promise<Answer> {
    this.#found(call);
    return { status: 204 };
  }

  async #remove(call: RootCall): Promise<Answer> {
    const { watch, one } = this.#found(call);
    await watch.forget(one.id);
    return { status: 204 };
  }

  #found(call: RootCall): { readonly watch: Watch; readonly one: Subscription } {
    for (const box of call.boxes) {
      const watch = this.#watch(box);
      const one = watch.subscriptions.find(({ id }) => id === call.params['subscription']);
      if (one && isOwn(call, one)) return { watch, one };
    }
    throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  }

  #watch(box: Box): Watch {
    return this.#watches.get(box) as Watch;
  }
}

/** Nobody sees the subscriptions of others, not even to the same mailbox. */
const isOwn = ({ actor }: RootCall, { owner }: Subscription): boolean =>
  owner?.toLowerCase() === actor?.userPrincipalName.toLowerCase();

function demandRoom(watch: Watch): void {
  if (watch.subscriptions.length >= SUBSCRIPTIONS)
    throw new GraphError(403, 'ExtensionError', `A mailbox has at most ${SUBSCRIPTIONS} subscriptions.`);
}

const answer = (call: RootCall, status: number, one: Subscription): Answer => ({
  status,
  headers: status === 201 ? { location: `${call.root}/subscriptions/${one.id}` } : {},
  body: shownAlone(call, one),
});

const shownAlone = (call: RootCall, one: Subscription): JsonObject => ({
  '@odata.context': `${call.root}/$metadata#subscriptions/$entity`,
  ...shownSubscription(one),
});

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
