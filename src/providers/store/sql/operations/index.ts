import { appendBig, dropBig, stageBig } from './big.js';
import { copyFolder, createFolder, deleteFolder, emptyFolder, moveFolder, updateFolder } from './folders.js';
import { copyMessage, deleteMessage, moveMessage, saveMessage, setMessageBits } from './messages.js';
import { createNamedIds } from './named-props.js';
import { dequeue, enqueue, lockOutgoing, unlockOutgoing } from './outgoing.js';
import { setReceiveFolder } from './receive-folders.js';
import { linkSearch, setSearch } from './searches.js';
import type { Transaction } from './transaction.js';

/** Everything that can be written, by name. Arguments are plain data. */
export const operations = Object.freeze({
  'folder.create': createFolder,
  'folder.update': updateFolder,
  'folder.move': moveFolder,
  'folder.copy': copyFolder,
  'folder.delete': deleteFolder,
  'folder.empty': emptyFolder,
  'message.save': saveMessage,
  'message.bits': setMessageBits,
  'message.move': moveMessage,
  'message.copy': copyMessage,
  'message.delete': deleteMessage,
  'outgoing.add': enqueue,
  'outgoing.remove': dequeue,
  'outgoing.lock': lockOutgoing,
  'outgoing.unlock': unlockOutgoing,
  'receive.set': setReceiveFolder,
  'search.set': setSearch,
  'search.link': linkSearch,
  'named.create': createNamedIds,
  'big.stage': (tx: Transaction): number => stageBig(tx.db),
  'big.append': (tx: Transaction, { big, seq, bytes }: { big: number; seq: number; bytes: Uint8Array }): void =>
    appendBig(tx.db, big, seq, bytes),
  'big.drop': (tx: Transaction, { big }: { big: number }): void => dropBig(tx.db, big),
});

/** The name of something that can be written. */
export type OperationName = keyof typeof operations;

/** What an operation takes. */
export type OperationArguments<K extends OperationName> =
  Parameters<(typeof operations)[K]> extends [unknown, infer A] ? A : Record<string, never>;

/** What an operation answers. */
export type OperationResult<K extends OperationName> = ReturnType<(typeof operations)[K]>;

/** One operation as data. */
export type Operation = {
  [K in OperationName]: { readonly name: K; readonly args: OperationArguments<K> };
}[OperationName];

/** Runs one operation in a transaction. */
export function perform(tx: Transaction, { name, args }: Operation): unknown {
  return (operations[name] as (tx: Transaction, args: unknown) => unknown)(tx, args);
}
