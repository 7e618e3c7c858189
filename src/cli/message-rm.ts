import type { Command } from 'commander';
import { check, type HResult, ok } from '../com/index.js';
import {
  type IMAPIFolder as Folder,
  IMAPIFolder,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_SUBMITTED,
  MAPI_MODIFY,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_MOVE,
  MSGFLAG_SUBMIT,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_SUBJECT_W,
} from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { answering, Failure } from './mailbox/failure.js';
import { pathOf } from './mailbox/folder-path.js';
import { type NamedMessage, namedMessage, openMessage } from './mailbox/message-id.js';
import { hexOfBytes, type OpenedStore, withStore } from './mailbox/store.js';
import { painter, shown } from './paint.js';

/** One message, as `comail message rm --json` prints it within `{"removed": [...]}`. */
export interface RemovedReport {
  /** Its number in the store. */
  readonly id: number;
  /** Its entry identifier in hexadecimal. */
  readonly entryId: string;
  /** The path of the folder in which it lay. */
  readonly folder: string;
  readonly subject: string | null;
  /** Whether it is gone; else it lies in Deleted Items. */
  readonly permanently: boolean;
}

interface RemoveOptions {
  readonly permanently?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `rm` of messages.
 *
 * @param message the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMessageRm(message: Command, io: Io, ended: (code: number) => void): void {
  message
    .command('rm')
    .argument('<file>', 'the store')
    .argument('<id...>', 'numbers that `message ls` prints, or entry identifiers in hexadecimal')
    .description('move messages to Deleted Items, or delete them for good')
    .option('--permanently', 'delete them for good, wherever they lie; nothing brings them back')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, ids: readonly string[], options: RemoveOptions) => {
      const verb = {
        json: options.json === true,
        failed: 'the messages were not removed',
        command: 'comail message rm',
      };
      ended(await answering(verb, io, () => remove(file, ids, options, io)));
    });
}

const EXAMPLES = `
All messages are looked at first: when one of them cannot be removed, none is.

Examples:
  comail message rm mail.store 417 418
  comail message rm mail.store 417 --permanently
`;

async function remove(file: string, ids: readonly string[], options: RemoveOptions, io: Io): Promise<number> {
  const permanently = options.permanently === true;
  const removed = await withStore(file, 'open', async (opened) => {
    const doomed = new Map<number, Doomed>();
    for (const id of ids) {
      const named = namedMessage(opened, id);
      if (!doomed.has(named.id)) doomed.set(named.id, await examined(opened, named, permanently));
    }
    for (const each of doomed.values()) await removeOne(opened, each, permanently);
    return [...doomed.values()].map(({ report }) => report);
  });
  if (options.json) io.stdout.write(`${JSON.stringify({ removed })}\n`);
  else print(removed, permanently, io);
  return EXIT.done;
}

interface Doomed {
  readonly entryId: Uint8Array;
  readonly parent: Uint8Array;
  readonly report: RemovedReport;
}

/** Finds out beforehand what would stand in the way. */
async function examined(opened: OpenedStore, named: NamedMessage, permanently: boolean): Promise<Doomed> {
  using message = await openMessage(opened, named);
  const row = await ok(message.GetProps([PR_PARENT_ENTRYID, PR_SUBJECT_W, PR_MESSAGE_FLAGS]));
  const parent = row.get(PR_PARENT_ENTRYID) as Uint8Array;
  if (((row.get(PR_MESSAGE_FLAGS) ?? 0) & MSGFLAG_SUBMIT) !== 0)
    throw new Failure(
      MAPI_E_SUBMITTED,
      `message ${named.id} waits to be sent`,
      'Let it go out, or take it back with IMsgStore::AbortSubmit first.',
    );
  if (!permanently && hexOfBytes(parent) === hexOfBytes(opened.deleted))
    throw new Failure(
      MAPI_E_NO_ACCESS,
      `message ${named.id} lies in Deleted Items already`,
      'Delete it for good with --permanently.',
    );
  const folder = await pathOf(opened, parent);
  const { id, entryId } = named;
  const report = { id, entryId: hexOfBytes(entryId), folder, subject: row.get(PR_SUBJECT_W), permanently };
  return { entryId, parent, report };
}

async function removeOne({ store, deleted }: OpenedStore, doomed: Doomed, permanently: boolean): Promise<void> {
  using folder: Folder = (await ok(store.OpenEntry(doomed.parent, IMAPIFolder, MAPI_MODIFY))).lppUnk;
  let hr: HResult;
  if (permanently) hr = await check(folder.DeleteMessages([doomed.entryId], 0, null));
  else {
    using target: Folder = (await ok(store.OpenEntry(deleted, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    hr = await check(folder.CopyMessages([doomed.entryId], IMAPIFolder, target, 0, null, MESSAGE_MOVE));
  }
  if (hr !== MAPI_W_PARTIAL_COMPLETION) return;
  throw new Failure(
    MAPI_E_NOT_FOUND,
    `message ${doomed.report.id} was moved, sent or removed by another program meanwhile`,
    'Those named before it are removed. Look with `comail message ls FILE --all-folders` where it is.',
  );
}

function print(removed: readonly RemovedReport[], permanently: boolean, io: Io): void {
  const paint = painter(io.stdout, io.env);
  for (const { id, folder, subject } of removed) {
    const done = paint('green', permanently ? `Deleted ${id}` : `Moved ${id} to Deleted Items`);
    io.stdout.write(`${done}: ${shown(subject ?? '(no subject)')} ${paint('dim', `from ${shown(folder)}`)}\n`);
  }
}
