import { log } from '../../base/index.js';
import { ComError, failed, isPointer, nameOf, ok, S_OK } from '../../com/index.js';
import {
  CURRENT_SPI_VERSION,
  type EntryId,
  HOOK_CANCEL,
  HOOK_DELETE,
  HOOK_INBOUND,
  HOOK_OUTBOUND,
  type HPPROVIDERINIT,
  IMAPIFolder,
  type IMessage,
  type IMsgStore,
  type ISpoolerHook,
  KEEP_OPEN_READWRITE,
  MAPI_HOOK_PROVIDER,
  MAPI_MODIFY,
  MESSAGE_MOVE,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  PR_RESOURCE_FLAGS,
} from '../../mapi/index.js';
import { serviceOf } from '../profile/entrypoint.js';
import { foreignCall } from '../profile/foreigncall.js';
import { propOf, providerName } from '../profile/tree.js';
import type { SessionCore } from '../session/core.js';
import { HeldMessage } from './held.js';
import { hookMs, logonMs } from './limits.js';
import type { Lent, Stranger, Strangers } from './strangers.js';
import { tellStep } from './watch.js';

interface Hook {
  readonly hook: ISpoolerHook;
  readonly flags: number;
  readonly stranger: Stranger;
}

/** What hooks want of a message: nothing more, that it be deleted; or it was moved for them. */
export type HookVerdict = 'go on' | 'delete' | 'moved';

/**
 * Deletes a message as a hook wants it, when nobody has it open any more.
 *
 * @param folder its folder
 * @param entryId which
 */
export async function deleteFor(folder: IMAPIFolder, entryId: EntryId): Promise<void> {
  const hr = await folder.DeleteMessages([entryId], 0, null, 0);
  if (hr !== S_OK) log.warn(`a message that a hook wants to be deleted stays: ${nameOf(hr)}`);
}

/** The message hooks of a session, in the order of the profile. One that does not return from a message is shown no other until it does. */
export class Hooks {
  readonly #core: SessionCore;
  readonly #strangers: Strangers;
  #starting: Promise<readonly Hook[]> | null = null;

  /**
   * @param core the session
   * @param strangers how long hooks are waited for
   */
  constructor(core: SessionCore, strangers: Strangers) {
    this.#core = core;
    this.#strangers = strangers;
  }

  /** Shows them a message that has come in. @returns what they want: `delete` is for the caller to do, when it is closed */
  async inbound(store: IMsgStore, held: HeldMessage): Promise<HookVerdict> {
    return await this.#run(HOOK_INBOUND, 'InboundMsgHook', store, held);
  }

  /**
   * Shows them a message that was sent, and does what they want.
   *
   * @param message released here: the store deletes nothing that is open
   */
  async outbound(store: IMsgStore, message: IMessage): Promise<void> {
    // Nearly no profile has any.
    if ((await this.#of(HOOK_OUTBOUND)).length === 0) {
      message.Release();
      return;
    }
    let doomed: { readonly parent: EntryId; readonly entryId: EntryId } | null = null;
    {
      using sent = message;
      const row = await ok(sent.GetProps([PR_PARENT_ENTRYID, PR_ENTRYID], 0));
      const [parent, entryId] = row;
      using held = HeldMessage.of(store, entryId as EntryId, sent);
      if ((await this.#run(HOOK_OUTBOUND, 'OutboundMsgHook', store, held)) === 'delete')
        doomed = { parent: parent as EntryId, entryId: entryId as EntryId };
    }
    if (doomed === null) return;
    using folder = (await ok(store.OpenEntry(doomed.parent, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    await deleteFor(folder, doomed.entryId);
  }

  /** Releases them. */
  async close(): Promise<void> {
    for (const { hook } of (await this.#starting) ?? []) hook.Release();
    this.#starting = Promise.resolve([]);
  }

  async #of(kind: number): Promise<readonly Hook[]> {
    this.#starting ??= this.#start();
    return (await this.#starting).filter(({ flags }) => (flags & kind) !== 0);
  }

  async #run(
    kind: number,
    method: 'InboundMsgHook' | 'OutboundMsgHook',
    store: IMsgStore,
    held: HeldMessage,
  ): Promise<HookVerdict> {
    const hooks = await this.#of(kind);
    if (hooks.length === 0) return 'go on';
    const row = await ok(held.message.GetProps([PR_PARENT_ENTRYID, PR_ENTRYID], 0));
    const parent = row.get(PR_PARENT_ENTRYID) as EntryId;
    let target: EntryId | null = null;
    let seen = false;
    for (const { hook, stranger } of hooks) {
      // What one has changed must not be lost with the next, should that not return.
      if (seen) await ok(held.message.SaveChanges(KEEP_OPEN_READWRITE));
      const answer = await this.#show(hook, stranger, method, { store, held, parent });
      if (answer === 'late') {
        await tellStep(held.message, () => ({ what: 'passed over', who: stranger.name, call: method }));
        continue;
      }
      seen = true;
      const [hr, verdict] = answer;
      if (failed(hr) || !verdict) {
        log.warn(`${stranger.name} answered ${nameOf(hr)}`);
        continue;
      }
      if ((verdict.lpulFlags & HOOK_DELETE) !== 0) return 'delete';
      // NULL, as C++ has it, or nothing at all where there are no types: it stays where it is.
      const { lppEntryID }: { readonly lppEntryID: EntryId | null | undefined } = verdict;
      if (lppEntryID && lppEntryID.length > 0) target = lppEntryID;
      if ((verdict.lpulFlags & HOOK_CANCEL) !== 0) break;
    }
    await ok(held.message.SaveChanges(KEEP_OPEN_READWRITE));
    return target && (await this.#move(store, parent, row.get(PR_ENTRYID) as EntryId, target)) ? 'moved' : 'go on';
  }

  /** Calls one of them. What it has changed in a message that it does not return from is dropped, unless it has saved it itself. */
  async #show(
    hook: ISpoolerHook,
    stranger: Stranger,
    method: 'InboundMsgHook' | 'OutboundMsgHook',
    { store, held, parent }: { readonly store: IMsgStore; readonly held: HeldMessage; readonly parent: EntryId },
  ): Promise<Awaited<ReturnType<ISpoolerHook[typeof method]>> | 'late'> {
    if (stranger.hung) return 'late';
    using folder = (await ok(store.OpenEntry(parent, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    const { message } = held;
    const lent = { own: [message, folder], shared: [store, hook] };
    const answer = await stranger.call(method, lent, () => hook[method](message, folder, store));
    if (answer === 'late') await held.again();
    return answer;
  }

  async #move(store: IMsgStore, parent: EntryId, entryId: EntryId, target: EntryId): Promise<boolean> {
    using folder = (await ok(store.OpenEntry(parent, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    const [hr, opened] = await store.OpenEntry(target, IMAPIFolder, MAPI_MODIFY);
    if (!opened) {
      log.warn(`the folder that a message hook names could not be opened: ${nameOf(hr)}`);
      return false;
    }
    using held = opened.lppUnk;
    await ok(folder.CopyMessages([entryId], IMAPIFolder, held, 0, null, MESSAGE_MOVE));
    return true;
  }

  async #start(): Promise<readonly Hook[]> {
    const { profile } = this.#core;
    const hooks: Hook[] = [];
    for (const uid of this.#core.providers(MAPI_HOOK_PROVIDER)) {
      const section = profile.section(uid);
      const known = propOf(section, providerName);
      const described =
        section?.owner && serviceOf(profile, section.owner)?.providers.find(({ name }) => name === known);
      if (!described || described.resourceType !== MAPI_HOOK_PROVIDER) continue;
      const name = propOf(section, PR_DISPLAY_NAME_W) ?? known;
      const stranger = this.#strangers.meet(`the message hook ${name}`, hookMs);
      const hook = await this.#init(stranger.name, described.init);
      if (hook) hooks.push({ hook, stranger, flags: propOf(section, PR_RESOURCE_FLAGS) ?? 0 });
    }
    return hooks;
  }

  /** Starts one. @returns null when it can't be: mail goes on without it */
  async #init(name: string, init: HPPROVIDERINIT): Promise<ISpoolerHook | null> {
    const call = () => foreignCall(`HPProviderInit of ${name}`, () => init(0, CURRENT_SPI_VERSION));
    try {
      const starting = this.#strangers.meet(name, logonMs);
      const answer = await starting.call('HPProviderInit', nothing, call, ([, late]) => void late?.Release());
      if (answer === 'late') return null;
      const [hr, hook] = answer;
      if (isPointer(hook)) return hook;
      log.warn(
        `${name} could not be started: ${hook ? 'it is no ISpoolerHook, which com(object, ISpoolerHook) makes' : nameOf(hr)}`,
      );
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      log.warn(`${name} could not be started: ${error.message}`);
    }
    return null;
  }
}

const nothing: Lent = { own: [], shared: [] };
