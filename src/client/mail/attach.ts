import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { ComError, IStream, ok, STGM_WRITE } from '../../com/index.js';
import {
  ATTACH_BY_VALUE,
  type IMessage,
  MAPI_CREATE,
  MAPI_E_INVALID_PARAMETER,
  MAPI_MODIFY,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_DISPLAY_NAME_W,
  PR_RENDERING_POSITION,
  prop,
} from '../../mapi/index.js';

/** What an attachment is called. */
export interface AttachmentLabels {
  /** The file's name, as the recipient sees it. */
  readonly name?: string;
  /** The media type, such as `text/csv`; guessed from the name when it is left out. */
  readonly type?: string;
  /** The Content-ID by which the HTML shows it: `<img src="cid:...">`. */
  readonly contentId?: string;
}

/** A file to attach: its path, or its path with labels. */
export type AttachedFile = string | (AttachmentLabels & { readonly path: string });

/** Something to attach that is at hand, or comes piece by piece: any stream of Node, or any async iterable. */
export type AttachedContent = AttachmentLabels & {
  readonly name: string;
  /** Text is attached as UTF-8. */
  readonly content: string | Uint8Array | AsyncIterable<Uint8Array | string>;
};

/** What can be attached. A large file or stream is never in memory whole. */
export type AttachmentSource = AttachedFile | AttachedContent;

/**
 * Attaches something to a message that is open for writing. It counts when the message is saved.
 *
 * @param message the message
 * @param source what
 * @throws {Error} what reading it fails with, such as `ENOENT`
 * @throws {ComError} what the store answers
 */
export async function attachTo(message: IMessage, source: AttachmentSource): Promise<void> {
  const { name, type, contentId, content } = normalized(source);
  const { lppAttach } = await ok(message.CreateAttach(null, 0));
  using attachment = lppAttach;
  await ok(
    attachment.SetProps([
      prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE),
      prop(PR_ATTACH_LONG_FILENAME_W, name),
      prop(PR_DISPLAY_NAME_W, name),
      prop(PR_RENDERING_POSITION, -1),
      ...(type === undefined ? [] : [prop(PR_ATTACH_MIME_TAG_W, type)]),
      ...(contentId === undefined ? [] : [prop(PR_ATTACH_CONTENT_ID_W, contentId)]),
    ]),
  );
  {
    using data = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
    for await (const piece of content) await ok(data.Write(typeof piece === 'string' ? Buffer.from(piece) : piece));
    await ok(data.Commit(0));
  }
  await ok(attachment.SaveChanges(0));
}

interface Normalized extends AttachmentLabels {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array | string> | readonly (Uint8Array | string)[];
}

function normalized(source: AttachmentSource): Normalized {
  if (typeof source === 'string') return { name: basename(source), content: createReadStream(source) };
  if (!isSource(source))
    throw new ComError(
      MAPI_E_INVALID_PARAMETER,
      'an attachment is the path of a file, an object with a path, or one with a name and content: text, bytes or a stream',
    );
  if ('path' in source) return { name: basename(source.path), ...source, content: createReadStream(source.path) };
  const { content } = source;
  return { ...source, content: typeof content === 'string' || content instanceof Uint8Array ? [content] : content };
}

/** A program without types may have anything here. */
function isSource(source: Exclude<AttachmentSource, string>): boolean {
  if (typeof source !== 'object' || source === null) return false;
  if ('path' in source) return typeof source.path === 'string';
  const { name, content } = source;
  const isContent = typeof content === 'string' || content instanceof Uint8Array || isStream(content);
  return typeof name === 'string' && isContent;
}

const isStream = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && Symbol.asyncIterator in content;
