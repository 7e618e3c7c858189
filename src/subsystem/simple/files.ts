import { type FileHandle, open } from 'node:fs/promises';
import { win32 } from 'node:path';
import { IStream, ok, STGM_WRITE } from '../../com/index.js';
import {
  ATTACH_BY_VALUE,
  type IMessage,
  MAPI_CREATE,
  MAPI_E_ATTACHMENT_NOT_FOUND,
  MAPI_E_ATTACHMENT_OPEN_FAILURE,
  MAPI_E_ATTACHMENT_TOO_LARGE,
  MAPI_E_TOO_MANY_FILES,
  MAPI_MODIFY,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_ENCODING,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_TAG,
  PR_DISPLAY_NAME_W,
  PR_RENDERING_POSITION,
  prop,
} from '../../mapi/index.js';
import { SimpleError } from './answer.js';
import { maxFileBytes, maxFiles } from './limits.js';
import type { MapiFileDesc } from './structures.js';

/**
 * Copies files into a message. They may be changed or deleted as soon as this is over.
 *
 * @param message the message, open for writing
 * @param files what to attach
 * @throws {SimpleError} `MAPI_E_TOO_MANY_FILES`, `MAPI_E_ATTACHMENT_NOT_FOUND`, `MAPI_E_ATTACHMENT_OPEN_FAILURE`,
 *   `MAPI_E_ATTACHMENT_TOO_LARGE`
 */
export async function attachFiles(message: IMessage, files: readonly MapiFileDesc[]): Promise<void> {
  if (files.length > maxFiles)
    throw new SimpleError(MAPI_E_TOO_MANY_FILES, `${files.length} files are more than ${maxFiles}`);
  for (const file of files) await attach(message, file);
}

async function attach(message: IMessage, file: MapiFileDesc): Promise<void> {
  const { lpszPathName, lpszFileName, nPosition = -1, lpFileType, content } = file;
  if (!lpszPathName && !content) throw new SimpleError(MAPI_E_ATTACHMENT_NOT_FOUND, 'an attachment has no path');
  // Paths of Windows and of others: win32 knows both kinds of slashes.
  const name = lpszFileName || win32.basename(lpszPathName ?? '') || 'attachment';
  const handle = content ? null : await opened(lpszPathName ?? '');
  try {
    using attachment = (await ok(message.CreateAttach(null, 0))).lppAttach;
    await ok(
      attachment.SetProps([
        prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE),
        prop(PR_ATTACH_LONG_FILENAME_W, name),
        prop(PR_DISPLAY_NAME_W, name),
        // -1 comes from C as 0xffffffff.
        prop(PR_RENDERING_POSITION, nPosition | 0),
        ...(lpFileType?.lpTag ? [prop(PR_ATTACH_TAG, lpFileType.lpTag)] : []),
        ...(lpFileType?.lpEncoding ? [prop(PR_ATTACH_ENCODING, lpFileType.lpEncoding)] : []),
      ]),
    );
    using data = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
    let size = 0;
    for await (const piece of content ?? pieces(handle as FileHandle, name)) {
      size += piece.length;
      if (size > maxFileBytes)
        throw new SimpleError(MAPI_E_ATTACHMENT_TOO_LARGE, `"${name}" has more than ${maxFileBytes} bytes`);
      await ok(data.Write(piece));
    }
    await ok(data.Commit(0));
    await ok(attachment.SaveChanges(0));
  } finally {
    await handle?.close();
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw failure(path, error);
  }
}

async function* pieces(handle: FileHandle, name: string): AsyncGenerator<Uint8Array, void, undefined> {
  const buffer = Buffer.allocUnsafe(256 * 1024);
  for (;;) {
    let read: number;
    try {
      ({ bytesRead: read } = await handle.read(buffer, 0, buffer.length, null));
    } catch (error) {
      throw failure(name, error);
    }
    if (read === 0) return;
    yield buffer.subarray(0, read);
  }
}

function failure(path: string, error: unknown): SimpleError {
  const { code = '' } = error as NodeJS.ErrnoException;
  const missing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE';
  return new SimpleError(
    missing ? MAPI_E_ATTACHMENT_NOT_FOUND : MAPI_E_ATTACHMENT_OPEN_FAILURE,
    `the attachment "${path}" ${missing ? 'is not there' : 'cannot be read'} (${code})`,
    error,
  );
}
