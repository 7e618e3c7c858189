import { log, stateOf, thisProcess } from '../../base/index.js';
import { failed, type Guid, guidFromBytes, guidToBytes, nameOf, ok } from '../../com/index.js';
import {
  type EntryId,
  type IMsgStore,
  KEEP_OPEN_READWRITE,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
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
import { deferralMs } from './limits.js';
import { fileTimeOf, msOf } from './retry.js';
import { PR_SPOOL_DEFERRED_BY, PR_SPOOL_DEFERRED_IN_W, PR_SPOOL_DEFERRED_UNTIL } from './tags.js';
import type { TransportSession } from './transport.js';

/** What a message says of its deferral. */
export interface Deferral {
  /** The transport: PR_PROVIDER_UID. */
  readonly transport: Guid;
  /** Whether another spooler that still works keeps it for its transport. */
  readonly elsewhere: boolean;
}

/** Where a message says who has deferred it. */
export const deferralTags: readonly PropTag[] = [PR_SPOOL_DEFERRED_BY, PR_SPOOL_DEFERRED_IN_W, PR_SPOOL_DEFERRED_UNTIL];

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
  #heart: NodeJS.Timeout | undefined;
  #renewing: Promise<void> | null = null;

  /** @param store the store, as the spooler has it */
  constructor(store: IMsgStore) {
    this.#store = store;
    working.add(this.#name);
  }

  /** What a message is marked with before it is unlocked. */
  marks(transport: TransportSession): readonly PropValue[] {
    return [
      prop(PR_SPOOL_DEFERRED_BY, guidToBytes(transport.uid)),
      prop(PR_SPOOL_DEFERRED_IN_W, this.#name),
      prop(PR_SPOOL_DEFERRED_UNTIL, lease()),
    ];
  }

  /** A transport has deferred a message. */
  add(entryId: EntryId, transport: TransportSession): void {
    this.#all.set(keyOf(entryId), { entryId, transport });
    this.#heart ??= setInterval(() => this.#beat(), deferralMs / 4).unref();
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
    return { transport: guidFromBytes(by), elsewhere: name !== this.#name && works(name, row) };
  }

  /** Deferrals that are being renewed, which would get in the way of other changes; null while none is. */
  get renewing(): Promise<void> | null {
    return this.#renewing;
  }

  /** Tells the transports of what was taken out of the queue meanwhile. @returns whether there was anything */
  async cancelled(): Promise<boolean> {
    let any = false;
    for (const [key, one] of [...this.#all]) {
      const { entryId, transport } = one;
      // Meanwhile its transport may have asked for it.
      if ((await this.#isWaiting(entryId)) || this.#all.get(key) !== one) continue;
      any = this.#all.delete(key);
      await transport.tell((NOTIFY_ABORT_DEFERRED | NOTIFY_CANCEL_MESSAGE) >>> 0, entryId);
    }
    return any;
  }

  /** Forgets what transports have deferred that are not there any more. @returns whether there was anything */
  keepOnly(transports: readonly TransportSession[]): boolean {
    const before = this.#all.size;
    for (const [key, { transport }] of this.#all) if (!transports.includes(transport)) this.#all.delete(key);
    return this.#all.size < before;
  }

  /** The session ends: its messages are for any spooler again, and the transports are told. */
  async close(): Promise<void> {
    clearInterval(this.#heart);
    await this.#renewing;
    await this.cancelled();
    for (const { entryId, transport } of this.#all.values()) {
      await transport.tell(NOTIFY_ABORT_DEFERRED, entryId);
      await this.#release(entryId);
    }
    this.#all.clear();
    working.delete(this.#name);
  }

  #beat(): void {
    if (this.#all.size === 0) {
      clearInterval(this.#heart);
      this.#heart = undefined;
      return;
    }
    this.#renewing ??= this.#renew()
      // The next beat comes long before the deferrals are over.
      .catch((error: unknown) => log.error('deferrals of messages could not be renewed', error))
      .finally(() => {
        this.#renewing = null;
      });
  }

  async #renew(): Promise<void> {
    for (const [key, { entryId }] of [...this.#all]) {
      const [, opened] = await HeldMessage.open(this.#store, entryId);
      if (!opened) continue;
      using held = opened;
      if (!this.#all.has(key) || !(await this.#isMine(held))) continue;
      await ok(held.message.SetProps([prop(PR_SPOOL_DEFERRED_UNTIL, lease())]));
      const hr = await held.message.SaveChanges(KEEP_OPEN_READWRITE);
      // Its sender may have taken it back in this moment.
      if (failed(hr) && hr !== MAPI_E_OBJECT_CHANGED) log.warn(`a deferral could not be renewed: ${nameOf(hr)}`);
    }
  }

  /** Whether a message lies in the queue still, as it was when it was deferred. */
  async #isWaiting(entryId: EntryId): Promise<boolean> {
    const [hr, opened] = await HeldMessage.open(this.#store, entryId);
    if (!opened) return hr !== MAPI_E_NOT_FOUND;
    using held = opened;
    return await this.#isMine(held);
  }

  async #isMine(held: HeldMessage): Promise<boolean> {
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

/** Whether a spooler that has marked a message still works. */
function works(name: string, row: PropRow): boolean {
  const [program = ''] = name.split('/');
  if (program === thisProcess) return working.has(name);
  const state = stateOf(program);
  // Of a process of another machine nobody here can tell more than that it has renewed its mark.
  if (state === 'perhaps') return msOf(row.get(PR_SPOOL_DEFERRED_UNTIL) ?? 0n) > Date.now();
  return state === 'runs';
}

const lease = (): bigint => fileTimeOf(Date.now() + deferralMs);

const keyOf = (entryId: EntryId): string => Buffer.from(entryId).toString('hex');
