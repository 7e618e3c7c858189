import { log } from '../../base/index.js';
import { ComError, failed, nameOf, ok } from '../../com/index.js';
import {
  type EntryId,
  fnevNewMail,
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  KEEP_OPEN_READWRITE,
  MAPI_E_NOT_FOUND,
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
} from '../../mapi/index.js';
import { inboundBatch } from './limits.js';
import type { TransportSession } from './transport.js';

/** What is done with a message that has come in, before anybody hears of it. */
export type InboundHook = (store: IMsgStore, message: IMessage) => Promise<'go on' | 'deleted'>;

/**
 * Takes over the mail that a transport has: one message after the other is made in the receive folder, filled by the transport,
 * sorted by its class and announced, until the transport saves nothing any more.
 *
 * @param store the default store, as the spooler has it
 * @param transport the transport
 * @param hook the inbound hooks
 * @returns how many messages came
 * @spec receiving-messages-by-using-message-store-providers
 */
export async function receive(store: IMsgStore, transport: TransportSession, hook: InboundHook): Promise<number> {
  let count = 0;
  for (; count < inboundBatch; count++) if (!(await receiveOne(store, transport, hook))) break;
  return count;
}

async function receiveOne(store: IMsgStore, transport: TransportSession, hook: InboundHook): Promise<boolean> {
  const { lppEntryID } = await ok(store.GetReceiveFolder('', MAPI_UNICODE));
  const opened = await ok(store.OpenEntry(lppEntryID, IMAPIFolder, MAPI_MODIFY));
  using folder = opened.lppUnk;
  using message = await ok(folder.CreateMessage(null, 0));
  const hr = await transport.start(message);
  if (failed(hr)) {
    log.warn(`${transport.name} could not hand over a message: ${nameOf(hr)}`);
    return false;
  }
  // What was not saved has no entry ID in its folder: the transport had nothing.
  const entryId = (await ok(message.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID);
  const [missing, again] = entryId ? await store.OpenEntry(entryId, IMessage, MAPI_MODIFY) : [MAPI_E_NOT_FOUND, null];
  if (!again || !entryId) {
    if (missing !== MAPI_E_NOT_FOUND) throw new ComError(missing, 'a message that came in could not be opened');
    return false;
  }
  using arrived = again.lppUnk;
  await complete(arrived);
  if ((await hook(store, arrived)) === 'deleted') return true;
  await announce(store, folder, lppEntryID, arrived, entryId);
  return true;
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

/** Puts the message where its class belongs and tells of it. */
async function announce(
  store: IMsgStore,
  folder: IMAPIFolder,
  folderId: EntryId,
  message: IMessage,
  entryId: EntryId,
): Promise<void> {
  const tags = [PR_MESSAGE_CLASS_W, PR_MESSAGE_FLAGS, PR_PARENT_ENTRYID] as const;
  const row = await ok(message.GetProps(tags, MAPI_UNICODE));
  const messageClass = row.get(PR_MESSAGE_CLASS_W) ?? 'IPM';
  const { lppEntryID: right } = await ok(store.GetReceiveFolder(messageClass, MAPI_UNICODE));
  let parent = folderId;
  if ((await ok(store.CompareEntryIDs(right, folderId, 0))) === 0) {
    const target = await ok(store.OpenEntry(right, IMAPIFolder, MAPI_MODIFY));
    using held = target.lppUnk;
    await ok(folder.CopyMessages([entryId], IMAPIFolder, held, 0, null, MESSAGE_MOVE));
    parent = right;
  }
  const info: NEWMAIL_NOTIFICATION = {
    lpEntryID: entryId,
    lpParentID: parent,
    ulFlags: MAPI_UNICODE,
    lpszMessageClass: messageClass,
    ulMessageFlags: row.get(PR_MESSAGE_FLAGS) ?? 0,
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
