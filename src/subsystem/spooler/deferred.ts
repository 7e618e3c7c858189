import { log, stateOf, thisProcess } from '../../base/index.js';
import { failed, type Guid, guidFromBytes, guidToBytes, nameOf, ok } from '../../com/index.js';
import {
  type EntryId,
  type IMsgStore,
  KEEP_OPEN_READWRITE,
  MAPI_E_NOT_FOUND,
  MSGFLAG_SUBMIT,
  NOTIFY_ABORT_DEFERRED,
  NOTIFY_CANCEL_MESSAGE,
  PR_MESSAGE_FLAGS,
  type PropRow,
  type PropTag,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { HeldMessage } from './held.js';
import { PR_SPOOL_DEFERRED_BY, PR_SPOOL_DEFERRED_IN_W } from './tags.js';
import type { TransportSession } from './transport.js';

/** What a message says of its deferral. */
export interface Deferral {
  /** The transport: PR_PROVIDER_UID. */
  readonly transport: Guid;
  /** Whether another spooler that still works keeps it for its transport. */
  readonly elsewhere: boolean;
}

/** Where a message says who has deferred it. */
export const deferralTags: readonly PropTag[] = [PR_SPOOL_DEFERRED_BY, PR_SPOOL_DEFERRED_IN_W];

const working = new Set<string>();
let count = 0;

/**
 * The messages of one store that transports of one session have deferred (END_DONT_RESEND). They lie in the queue unlocked, so that
 * their sender can take them back, and say themselves who has them, so that no other spooler takes them. A deferral lasts no longer
 * than the session: the transport is told when it ends early.
 *
 * @spec ixplogon-transportnotify
 */
export class DeferredMessages {
  readonly #store: IMsgStore;
  readonly #name = `${thisProcess}/${++count}`;
  readonly #all = new Map<string, { readonly entryId: EntryId; readonly transport: TransportSession }>();

  /** @param store the store, as the spooler has it */
  constructor(store: IMsgStore) {
    this.#store = store;
    working.add(this.#name);
  }

  /** What a message is marked with before it is unlocked. */
  marks(transport: TransportSession): readonly PropValue[] {
    return [prop(PR_SPOOL_DEFERRED_BY, guidToBytes(transport.uid)), prop(PR_SPOOL_DEFERRED_IN_W, this.#name)];
  }

  /** A transport has deferred a message. */
  add(entryId: EntryId, transport: TransportSession): void {
    this.#all.set(keyOf(entryId), { entryId, transport });
  }

  /** Whether a message is deferred. */
  has(entryId: EntryId): boolean {
    return this.#all.has(keyOf(entryId));
  }

  /** A transport asks for a message again. @returns whether it is one that it has deferred */
  take(entryId: EntryId, transport: TransportSession): boolean {
    return this.#all.get(keyOf(entryId))?.transport === transport && this.#all.delete(keyOf(entryId));
  }

  /** What the marks of a message mean; null when it has none. */
  told(row: PropRow): Deferral | null {
    const by = row.get(PR_SPOOL_DEFERRED_BY);
    if (by === null) return null;
    const name = row.get(PR_SPOOL_DEFERRED_IN_W) ?? '';
    const [program = ''] = name.split('/');
    const elsewhere = program === thisProcess ? working.has(name) && name !== this.#name : stateOf(program) === 'runs';
    return { transport: guidFromBytes(by), elsewhere };
  }

  /** Tells the transports of what was taken out of the queue meanwhile. */
  async cancelled(): Promise<void> {
    for (const [key, one] of [...this.#all]) {
      const { entryId, transport } = one;
      // Meanwhile its transport may have asked for it.
      if ((await this.#isWaiting(entryId)) || this.#all.get(key) !== one) continue;
      this.#all.delete(key);
      await transport.tell((NOTIFY_ABORT_DEFERRED | NOTIFY_CANCEL_MESSAGE) >>> 0, entryId);
    }
  }

  /** Forgets what transports have deferred that are not there any more. @returns whether there was anything */
  keepOnly(transports: readonly TransportSession[]): boolean {
    const before = this.#all.size;
    for (const [key, { transport }] of this.#all) if (!transports.includes(transport)) this.#all.delete(key);
    return this.#all.size < before;
  }

  /** The session ends: its messages are for any spooler again, and the transports are told. */
  async close(): Promise<void> {
    await this.cancelled();
    for (const { entryId, transport } of this.#all.values()) {
      await transport.tell(NOTIFY_ABORT_DEFERRED, entryId);
      await this.#release(entryId);
    }
    this.#all.clear();
    working.delete(this.#name);
  }

  /** Whether a message lies in the queue still, as it was when it was deferred. */
  async #isWaiting(entryId: EntryId): Promise<boolean> {
    const [hr, opened] = await HeldMessage.open(this.#store, entryId);
    if (!opened) return hr !== MAPI_E_NOT_FOUND;
    using held = opened;
    const row = await ok(held.message.GetProps([PR_MESSAGE_FLAGS, PR_SPOOL_DEFERRED_IN_W], 0));
    const submitted = ((row.get(PR_MESSAGE_FLAGS) ?? 0) & MSGFLAG_SUBMIT) !== 0;
    return submitted && row.get(PR_SPOOL_DEFERRED_IN_W) === this.#name;
  }

  async #release(entryId: EntryId): Promise<void> {
    const [, opened] = await HeldMessage.open(this.#store, entryId);
    if (!opened) return;
    using held = opened;
    await held.message.DeleteProps(deferralTags);
    const hr = await held.message.SaveChanges(KEEP_OPEN_READWRITE);
    // Whoever finds its marks later sees that nobody is behind them any more.
    if (failed(hr)) log.warn(`a deferred message keeps its marks: ${nameOf(hr)}`);
  }
}

const keyOf = (entryId: EntryId): string => Buffer.from(entryId).toString('hex');
