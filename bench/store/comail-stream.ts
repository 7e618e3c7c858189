import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { IStream, ok } from '../../src/com/index.js';
import {
  ATTACH_BY_VALUE,
  IAttach,
  type IMAPIFolder,
  IMessage,
  type IMsgStore,
  MAPI_CREATE,
  MAPI_MODIFY,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_METHOD,
  PR_ENTRYID,
  prop,
} from '../../src/mapi/index.js';
import { pieceBytes, type StoreContender, streamBytes } from './contender.js';

/** Writes a file into an attachment piece by piece, saves it, and reads it back the same way. */
export function comailStream(store: IMsgStore, folder: IMAPIFolder, source: string): StoreContender {
  let last: Uint8Array | null = null;
  const written: Uint8Array[] = [];
  // The rival writes over its file; what is deleted here is deleted outside of the rounds.
  const forget = async (): Promise<void> => {
    if (written.length > 0) await ok(folder.DeleteMessages(written.splice(0), 0, null));
    last = null;
  };
  return {
    async round(count) {
      for (let n = 0; n < count; n++) {
        last = await save(folder, source);
        written.push(last);
        await read(store, last, async () => undefined);
      }
    },
    async check() {
      const file = await open(source);
      const expected = Buffer.alloc(pieceBytes);
      await read(store, last as Uint8Array, async (piece, position) => {
        await file.read(expected, 0, piece.length, position);
        if (!expected.subarray(0, piece.length).equals(piece))
          throw new Error(`the attachment differs near ${position}`);
      });
      await file.close();
      await forget();
      return '';
    },
    async close() {
      folder.Release();
      store.Release();
    },
  };
}

async function save(folder: IMAPIFolder, source: string): Promise<Uint8Array> {
  using message = await ok(folder.CreateMessage(IMessage));
  using attachment = (await ok(message.CreateAttach(IAttach))).lppAttach;
  await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE)]));
  using stream = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0, MAPI_CREATE | MAPI_MODIFY));
  // The source is read as the rival reads it.
  const file = openSync(source, 'r');
  const piece = Buffer.alloc(pieceBytes);
  for (let position = 0; position < streamBytes; ) {
    const bytesRead = readSync(file, piece, 0, pieceBytes, position);
    await ok(stream.Write(piece.subarray(0, bytesRead)));
    position += bytesRead;
  }
  closeSync(file);
  await ok(attachment.SaveChanges());
  await ok(message.SaveChanges());
  return (await ok(message.GetProps([PR_ENTRYID])))[0] as Uint8Array;
}

async function read(
  store: IMsgStore,
  entryId: Uint8Array,
  look: (piece: Uint8Array, position: number) => Promise<void>,
): Promise<void> {
  using message = (await ok(store.OpenEntry(entryId, IMessage))).lppUnk;
  using attachment = await ok(message.OpenAttach(0, IAttach));
  using stream = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0));
  for (let position = 0; position < streamBytes; ) {
    const piece = await ok(stream.Read(pieceBytes));
    if (piece.length === 0) throw new Error(`the attachment ends after ${position} bytes`);
    await look(piece, position);
    position += piece.length;
  }
}
