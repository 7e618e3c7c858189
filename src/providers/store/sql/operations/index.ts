import { appendBig, dropBig, stageBig } from './big.js';
import { copyFolder, createFolder, deleteFolder, emptyFolder, moveFolder, updateFolder } from './folders.js';
import { copyMessages, deleteMessages, flagMessages, moveMessages } from './message-lists.js';
import {
  announceMessage,
  copyMessage,
  deleteMessage,
  markMessage,
  moveMessage,
  saveMessage,
  setMessageBits,
} from './messages.js';
import { createNamedIds } from './named-props.js';
import { beginOutgoing, dequeue, enqueue, lockOutgoing, renewOutgoing, unlockOutgoing } from './outgoing.js';
import { setReceiveFolder } from './receive-folders.js';
import { endSearch, lookAt } from './search-pass.js';
import { setSearch } from './searches.js';
import type { Transaction } from './transaction.js';

/** Everything that can be written, by name: what each takes and answers is said where it is. Arguments are plain data. */
export interface Operations {
  readonly 'folder.create': typeof createFolder;
  readonly 'folder.update': typeof updateFolder;
  readonly 'folder.move': typeof moveFolder;
  readonly 'folder.copy': typeof copyFolder;
  readonly 'folder.delete': typeof deleteFolder;
  readonly 'folder.empty': typeof emptyFolder;
  readonly 'message.save': typeof saveMessage;
  readonly 'message.bits': typeof setMessageBits;
  readonly 'message.announce': typeof announceMessage;
  readonly 'message.mark': typeof markMessage;
  readonly 'message.move': typeof moveMessage;
  readonly 'message.copy': typeof copyMessage;
  readonly 'message.delete': typeof deleteMessage;
  readonly 'messages.move': typeof moveMessages;
  readonly 'messages.copy': typeof copyMessages;
  readonly 'messages.delete': typeof deleteMessages;
  readonly 'messages.flags': typeof flagMessages;
  readonly 'outgoing.add': typeof enqueue;
  readonly 'outgoing.remove': typeof dequeue;
  readonly 'outgoing.begin': typeof beginOutgoing;
  readonly 'outgoing.lock': typeof lockOutgoing;
  readonly 'outgoing.renew': typeof renewOutgoing;
  readonly 'outgoing.unlock': typeof unlockOutgoing;
  readonly 'receive.set': typeof setReceiveFolder;
  readonly 'search.set': typeof setSearch;
  readonly 'search.look': typeof lookAt;
  readonly 'search.end': typeof endSearch;
  readonly 'named.create': typeof createNamedIds;
  readonly 'big.stage': (tx: Transaction) => number;
  readonly 'big.append': (tx: Transaction, args: { big: number; seq: number; bytes: Uint8Array }) => void;
  readonly 'big.drop': (tx: Transaction, args: { big: number }) => void;
}

const operations: Operations = Object.freeze({
  'folder.create': createFolder,
  'folder.update': updateFolder,
  'folder.move': moveFolder,
  'folder.copy': copyFolder,
  'folder.delete': deleteFolder,
  'folder.empty': emptyFolder,
  'message.save': saveMessage,
  'message.bits': setMessageBits,
  'message.announce': announceMessage,
  'message.mark': markMessage,
  'message.move': moveMessage,
  'message.copy': copyMessage,
  'message.delete': deleteMessage,
  'messages.move': moveMessages,
  'messages.copy': copyMessages,
  'messages.delete': deleteMessages,
  'messages.flags': flagMessages,
  'outgoing.add': enqueue,
  'outgoing.remove': dequeue,
  'outgoing.begin': beginOutgoing,
  'outgoing.lock': lockOutgoing,
  'outgoing.renew': renewOutgoing,
  'outgoing.unlock': unlockOutgoing,
  'receive.set': setReceiveFolder,
  'search.set': setSearch,
  'search.look': lookAt,
  'search.end': endSearch,
  'named.create': createNamedIds,
  'big.stage': (tx) => stageBig(tx.db),
  'big.append': (tx, { big, seq, bytes }) => appendBig(tx.db, big, seq, bytes),
  'big.drop': (tx, { big }) => dropBig(tx.db, big),
} satisfies Operations);

/** The name of something that can be written. */
export type OperationName = keyof Operations;

/** What an operation takes. */
export type OperationArguments<K extends OperationName> =
  Parameters<Operations[K]> extends [unknown, infer A] ? A : Record<string, never>;

/** What an operation answers. */
export type OperationResult<K extends OperationName> = ReturnType<Operations[K]>;

/** One operation as data. */
export type Operation = {
  [K in OperationName]: { readonly name: K; readonly args: OperationArguments<K> };
}[OperationName];

/** Runs one operation in a transaction. */
export function perform(tx: Transaction, { name, args }: Operation): unknown {
  return (operations[name] as (tx: Transaction, args: unknown) => unknown)(tx, args);
}
