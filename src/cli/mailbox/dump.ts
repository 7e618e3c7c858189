import { type IStream, ok } from '../../com/index.js';
import {
  ATTACH_EMBEDDED_MSG,
  type IAttach,
  IAttach as IAttachId,
  type IMAPIProp,
  type IMessage,
  IMessage as IMessageId,
  isString,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_METHOD,
  PR_ATTACH_NUM,
  propId,
} from '../../mapi/index.js';
import { propReport } from './prop-json.js';
import { openLarge, type ReadProp, readProps } from './props.js';
import { readRecipients } from './recipients.js';
import { readRows } from './rows.js';

/** The version of the form that {@link dumpMessage} writes. */
const version = 1;

/** Bytes read of a large value at a time: whole groups of base64, whole units of UTF-16. */
const PIECE = 3 * 64 * 1024;

/**
 * Everything of a message as JSON, one property on a line: its properties, its recipients, its attachments and the messages
 * in these. Large values pass through in pieces, so that a message of any size takes little memory.
 *
 * @param message the message
 * @returns the text in pieces; `docs/guide/command-line.md` says what is in it
 */
export async function* dumpMessage(message: IMessage): AsyncGenerator<string> {
  yield `{\n"format": "comail-message",\n"version": ${version},\n`;
  yield* partsOf(message);
  yield '\n}\n';
}

async function* partsOf(message: IMessage): AsyncGenerator<string> {
  yield '"properties": [';
  yield* propsOf(message, await readProps(message));
  yield '\n],\n"recipients": [';
  let separator = '\n';
  for (const recipient of await readRecipients(message)) {
    yield `${separator}${JSON.stringify(recipient.map(propReport))}`;
    separator = ',\n';
  }
  yield '\n],\n"attachments": [';
  separator = '\n';
  for (const num of await attachmentNumbers(message)) {
    using attachment = await ok(message.OpenAttach(num, IAttachId));
    yield `${separator}{\n`;
    yield* attachmentOf(attachment);
    yield '\n}';
    separator = ',\n';
  }
  yield '\n]';
}

async function* attachmentOf(attachment: IAttach): AsyncGenerator<string> {
  const props = await readProps(attachment);
  yield '"properties": [';
  yield* propsOf(attachment, props);
  yield '\n],\n"message": ';
  const method = props.find(({ tag }) => propId(tag) === propId(PR_ATTACH_METHOD))?.value;
  if (method !== ATTACH_EMBEDDED_MSG) {
    yield 'null';
    return;
  }
  using embedded = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessageId, 0));
  yield '{\n';
  yield* partsOf(embedded);
  yield '\n}';
}

async function* propsOf(object: IMAPIProp, props: readonly ReadProp[]): AsyncGenerator<string> {
  let separator = '\n';
  for (const prop of props) {
    const text = JSON.stringify(propReport(prop));
    if (prop.size === null) yield `${separator}${text}`;
    else {
      using stream = await openLarge(object, prop.tag);
      yield `${separator}${text.slice(0, -1)},"value":"`;
      yield* isString(prop.tag) ? textIn(stream) : base64In(stream);
      yield '"}';
    }
    separator = ',\n';
  }
}

async function* base64In(stream: IStream): AsyncGenerator<string> {
  for await (const piece of piecesOf(stream)) yield piece.toString('base64');
}

// A pair of surrogates that is cut in two comes out as two escapes, which are one character again when they are read.
async function* textIn(stream: IStream): AsyncGenerator<string> {
  for await (const piece of piecesOf(stream)) yield JSON.stringify(piece.toString('utf16le')).slice(1, -1);
}

/** All of a stream in pieces of the same size, the last one apart. */
async function* piecesOf(stream: IStream): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for (;;) {
    const read = await ok(stream.Read(PIECE - held.length));
    held = Buffer.concat([held, read]);
    if (read.length > 0 && held.length < PIECE) continue;
    if (held.length > 0) yield held;
    if (read.length === 0) return;
    held = Buffer.alloc(0);
  }
}

/**
 * The numbers of a message's attachments.
 *
 * @param message the message
 */
export async function attachmentNumbers(message: IMessage): Promise<readonly number[]> {
  using table = await ok(message.GetAttachmentTable());
  return (await readRows(table, [PR_ATTACH_NUM])).map((row) => row[0] as number);
}
