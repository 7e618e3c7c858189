import { log } from '../../base/index.js';
import { ComError, failed, nameOf, ok } from '../../com/index.js';
import {
  type EntryId,
  fnevNewMail,
  IMAPIFolder,
  type IMessage,
  type IMsgStore,
  KEEP_OPEN_READWRITE,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_MODIFY,
  MAPI_UNICODE,
  MESSAGE_MOVE,
  type NEWMAIL_NOTIFICATION,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_RCVD_REPRESENTING_ADDRTYPE_W,
  PR_RCVD_REPRESENTING_EMAIL_ADDRESS_W,
  PR_RCVD_REPRESENTING_ENTRYID,
  PR_RCVD_REPRESENTING_NAME_W,
  PR_RCVD_REPRESENTING_SEARCH_KEY,
  PR_RECEIVED_BY_ADDRTYPE_W,
  PR_RECEIVED_BY_EMAIL_ADDRESS_W,
  PR_RECEIVED_BY_ENTRYID,
  PR_RECEIVED_BY_NAME_W,
  PR_RECEIVED_BY_SEARCH_KEY,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SENDER_SEARCH_KEY,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_ENTRYID,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SENT_REPRESENTING_SEARCH_KEY,
  type PropTag,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { HeldMessage } from './held.js';
import { deleteFor, type HookVerdict } from './hooks.js';
import { inboundBatch, inboundTries } from './limits.js';
import type { TransportSession } from './transport.js';

/** What is done with a message that has come in, before anybody hears of it. */
export type InboundHook = (store: IMsgStore, held: HeldMessage) => Promise<HookVerdict>;

/** What receiving needs of its surroundings. */
export interface InboundHost {
  /** The inbound hooks. */
  readonly hook: InboundHook;
  /** Whether the session ends. */
  over(): boolean;
}

/**
 * Takes over the mail that a transport has: one message after the other is made in the receive folder, filled by the transport,
 * sorted by its class and announced, until the transport saves nothing any more.
 *
 * @param store the default store, as the spooler has it
 * @param transport the transport
 * @param host its surroundings
 * @returns how many messages came
 * @spec receiving-messages-by-using-message-store-providers
 */
export async function receive(store: IMsgStore, transport: TransportSession, host: InboundHost): Promise<number> {
  let count = 0;
  while (count < inboundBatch && !host.over() && (await receiveOne(store, transport, host.hook))) count++;
  return count;
}

/**
 * Shows the hooks a message that a store got by itself, and has the store tell of it, unless a hook wants it deleted.
 *
 * @param store the store, as the spooler has it
 * @param news what the store tells
 * @param hook the inbound hooks
 * @spec imapisupport-spoolernotify
 */
export async function tellOfArrival(store: IMsgStore, news: NEWMAIL_NOTIFICATION, hook: InboundHook): Promise<void> {
  const { lpEntryID } = news;
  const arrived = await shown(store, lpEntryID, hook);
  if (!arrived) {
    log.warn('a store tells of a message that it does not have');
    return;
  }
  if (arrived.verdict === 'delete') {
    using folder = (await ok(store.OpenEntry(arrived.parent, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    await deleteFor(folder, lpEntryID);
  } else await tell(store, lpEntryID, arrived.parent, arrived);
}

async function receiveOne(store: IMsgStore, transport: TransportSession, hook: InboundHook): Promise<boolean> {
  const { lppEntryID } = await ok(store.GetReceiveFolder('', MAPI_UNICODE));
  const opened = await ok(store.OpenEntry(lppEntryID, IMAPIFolder, MAPI_MODIFY));
  using folder = opened.lppUnk;
  const entryId = await taken(folder, transport);
  const arrived = entryId && (await shown(store, entryId, hook));
  if (!arrived) return false;
  // Nobody has it open any more, so it can go where it is to go.
  if (arrived.verdict === 'delete') await deleteFor(folder, entryId);
  else await announce(store, folder, lppEntryID, entryId, arrived);
  return true;
}

/** Has the transport fill a message. @returns which, null when it had nothing or failed */
async function taken(folder: IMAPIFolder, transport: TransportSession): Promise<EntryId | null> {
  using message = await ok(folder.CreateMessage(null, 0));
  // A new message is one that is being written; what comes in was sent, and nobody has read it.
  await ok(message.SetProps([prop(PR_MESSAGE_FLAGS, 0)]));
  const hr = await transport.start(message);
  if (failed(hr)) {
    log.warn(`${transport.name} could not hand over a message: ${nameOf(hr)}`);
    return null;
  }
  return (await ok(message.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID);
}

interface Arrived {
  readonly verdict: HookVerdict;
  readonly messageClass: string;
  readonly flags: number;
  readonly parent: EntryId;
}

/** Completes a message and shows it to the hooks. @returns what it is then, null when the transport has not saved it */
async function shown(store: IMsgStore, entryId: EntryId, hook: InboundHook): Promise<Arrived | null> {
  for (let tries = 1; ; tries++) {
    const [missing, again] = await HeldMessage.open(store, entryId);
    if (!again) {
      if (missing !== MAPI_E_NOT_FOUND) throw new ComError(missing, 'a message that came in could not be opened');
      return null;
    }
    using held = again;
    try {
      await complete(held.message);
    } catch (error) {
      // People see it from its first save on. Whoever has marked it as read meanwhile keeps that, and it is completed all the same.
      if (tries < inboundTries && error instanceof ComError && error.hr === MAPI_E_OBJECT_CHANGED) continue;
      throw error;
    }
    const verdict = await hook(store, held);
    const tags = [PR_MESSAGE_CLASS_W, PR_MESSAGE_FLAGS, PR_PARENT_ENTRYID] as const;
    const row = await ok(held.message.GetProps(tags, MAPI_UNICODE));
    return {
      verdict,
      messageClass: row.get(PR_MESSAGE_CLASS_W) ?? 'IPM',
      flags: row.get(PR_MESSAGE_FLAGS) ?? 0,
      parent: row.get(PR_PARENT_ENTRYID) as EntryId,
    };
  }
}

/** Fills in whom a message is from and for, where only the agent is named. @spec setting-properties-on-incoming-messages */
async function complete(message: IMessage): Promise<void> {
  const row = await ok(message.GetProps([...represented.keys(), ...represented.values()], MAPI_UNICODE));
  const set: PropValue[] = [];
  for (const group of groups) {
    if (group.some(([, to]) => row.get(to) !== null)) continue;
    for (const [from, to] of group) {
      const value = row.get(from);
      if (value !== null) set.push([to, value]);
    }
  }
  if (set.length === 0) return;
  await ok(message.SetProps(set));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
}

/** Puts the message where its class belongs, unless a hook has put it elsewhere, and tells of it. */
async function announce(
  store: IMsgStore,
  folder: IMAPIFolder,
  folderId: EntryId,
  entryId: EntryId,
  arrived: Arrived,
): Promise<void> {
  const { messageClass, verdict } = arrived;
  let { parent } = arrived;
  const { lppEntryID: right } = await ok(store.GetReceiveFolder(messageClass, MAPI_UNICODE));
  if (verdict !== 'moved' && (await ok(store.CompareEntryIDs(right, folderId, 0))) === 0) {
    const target = await ok(store.OpenEntry(right, IMAPIFolder, MAPI_MODIFY));
    using held = target.lppUnk;
    await ok(folder.CopyMessages([entryId], IMAPIFolder, held, 0, null, MESSAGE_MOVE));
    parent = right;
  }
  await tell(store, entryId, parent, arrived);
}

async function tell(
  store: IMsgStore,
  entryId: EntryId,
  parent: EntryId,
  { messageClass, flags }: Arrived,
): Promise<void> {
  const info: NEWMAIL_NOTIFICATION = {
    lpEntryID: entryId,
    lpParentID: parent,
    ulFlags: MAPI_UNICODE,
    lpszMessageClass: messageClass,
    ulMessageFlags: flags,
  };
  const hr = await store.NotifyNewMail({ ulEventType: fnevNewMail, info });
  if (failed(hr)) log.warn(`a store does not take the news of a message: ${nameOf(hr)}`);
}

const groups: readonly (readonly (readonly [PropTag, PropTag])[])[] = [
  [
    [PR_SENDER_NAME_W, PR_SENT_REPRESENTING_NAME_W],
    [PR_SENDER_ADDRTYPE_W, PR_SENT_REPRESENTING_ADDRTYPE_W],
    [PR_SENDER_EMAIL_ADDRESS_W, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W],
    [PR_SENDER_ENTRYID, PR_SENT_REPRESENTING_ENTRYID],
    [PR_SENDER_SEARCH_KEY, PR_SENT_REPRESENTING_SEARCH_KEY],
  ],
  [
    [PR_RECEIVED_BY_NAME_W, PR_RCVD_REPRESENTING_NAME_W],
    [PR_RECEIVED_BY_ADDRTYPE_W, PR_RCVD_REPRESENTING_ADDRTYPE_W],
    [PR_RECEIVED_BY_EMAIL_ADDRESS_W, PR_RCVD_REPRESENTING_EMAIL_ADDRESS_W],
    [PR_RECEIVED_BY_ENTRYID, PR_RCVD_REPRESENTING_ENTRYID],
    [PR_RECEIVED_BY_SEARCH_KEY, PR_RCVD_REPRESENTING_SEARCH_KEY],
  ],
];

const represented: ReadonlyMap<PropTag, PropTag> = new Map(groups.flat());
