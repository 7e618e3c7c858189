import { ComError, IStream, ok } from '../../com/index.js';
import {
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  type IAttach,
  IMessage,
  MAPI_E_NO_SUPPORT,
  MAPI_UNICODE,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_NUM,
  PR_ATTACH_SIZE,
  PR_DISPLAY_NAME_W,
  type PropRow,
} from '../../mapi/index.js';
import type { MailMessage } from './message.js';
import { piecesOf } from './read.js';

/** Wraps a message that was opened; releases it when that fails. */
type Wrap = (raw: IMessage) => Promise<MailMessage>;

/** An attachment of a message; nothing of it is open until it is read. */
export class MailAttachment {
  /** PR_ATTACH_NUM: what `IMessage::OpenAttach` takes. */
  readonly number: number;
  /** The file's name, or what else it is called; empty without any. */
  readonly name: string;
  /** The media type; null when it does not say. */
  readonly type: string | null;
  /** The Content-ID by which the HTML shows it; null without one. */
  readonly contentId: string | null;
  /** Bytes, with what describes it. */
  readonly size: number;
  /** `file` for bytes, `message` for a message within the message, `other` for what neither is. */
  readonly kind: 'file' | 'message' | 'other';
  readonly #message: IMessage;
  readonly #wrap: Wrap;

  /**
   * @param message the message, which has to stay open
   * @param row a row with `attachmentColumns`
   * @param wrap makes of a message within it what people use
   */
  constructor(message: IMessage, row: PropRow, wrap: Wrap) {
    this.#message = message;
    this.#wrap = wrap;
    this.number = row.get(PR_ATTACH_NUM) ?? -1;
    this.name = row.get(PR_ATTACH_LONG_FILENAME_W) ?? row.get(PR_ATTACH_FILENAME_W) ?? row.get(PR_DISPLAY_NAME_W) ?? '';
    this.type = row.get(PR_ATTACH_MIME_TAG_W);
    this.contentId = row.get(PR_ATTACH_CONTENT_ID_W);
    this.size = row.get(PR_ATTACH_SIZE) ?? 0;
    const method = row.get(PR_ATTACH_METHOD);
    this.kind = method === ATTACH_BY_VALUE ? 'file' : method === ATTACH_EMBEDDED_MSG ? 'message' : 'other';
  }

  /**
   * Opens the attachment itself, one register below.
   *
   * @returns the attachment; release it
   */
  async raw(): Promise<IAttach> {
    return await ok(this.#message.OpenAttach(this.number, null, 0));
  }

  /** Its bytes, piece by piece, so that a large file is never in memory whole. Only those of kind `file` have some. */
  async *content(): AsyncGenerator<Uint8Array, void, undefined> {
    using attachment = await this.raw();
    using stream = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0, 0));
    yield* piecesOf(stream);
  }

  /** All of its bytes. */
  async bytes(): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.content()) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /**
   * Opens the message that it holds.
   *
   * @returns the message, for reading; it has to be closed, and is in no folder: it can't be moved, copied, deleted or edited
   * @throws {ComError} `MAPI_E_NO_SUPPORT` for another kind than `message`
   */
  async message(): Promise<MailMessage> {
    if (this.kind !== 'message') throw new ComError(MAPI_E_NO_SUPPORT, `the attachment ${this.name} is not a message`);
    using attachment = await this.raw();
    return await this.#wrap(await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, 0)));
  }
}

/**
 * The attachments of a message, by number.
 *
 * @param message the message, which has to stay open
 * @param wrap makes of a message within it what people use
 */
export async function* attachmentsOf(message: IMessage, wrap: Wrap): AsyncGenerator<MailAttachment, void, undefined> {
  using table = await ok(message.GetAttachmentTable(MAPI_UNICODE));
  await ok(table.SetColumns(attachmentColumns));
  for (;;) {
    const rows = await ok(table.QueryRows(100, 0));
    if (rows.length === 0) return;
    for (const row of rows) yield new MailAttachment(message, row, wrap);
  }
}

const attachmentColumns = [
  PR_ATTACH_NUM,
  PR_ATTACH_METHOD,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_FILENAME_W,
  PR_DISPLAY_NAME_W,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_SIZE,
] as const;
