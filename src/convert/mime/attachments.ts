import {
  type IStream as ByteStream,
  ComError,
  IStream,
  implementationOf,
  ok,
  STATFLAG_NONAME,
} from '../../com/index.js';
import {
  ATT_MHTML_REF,
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  type IAttach,
  type IMessage,
  MAPI_E_TOO_BIG,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_CONTENT_LOCATION_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_FLAGS,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_NUM,
  PR_DISPLAY_NAME_W,
} from '../../mapi/index.js';
import { oneLine } from '../address/mailbox.js';
import { ATTACHMENTS } from './limits.js';
import { type PropValues, readProps } from './read.js';
import { PR_ATTACH_CHARSET_W } from './tags.js';

/** An attachment, before its bytes are read. */
export interface AttachedPart {
  /** PR_ATTACH_NUM. */
  readonly number: number;
  /** The file name, without folders; empty when it has none. */
  readonly name: string;
  /** The media type where the attachment names one that can stand for bytes; null to go by the name. */
  readonly mediaType: string | null;
  /** Content-ID without brackets; null without one. */
  readonly contentId: string | null;
  /** Content-Location; null without one. */
  readonly contentLocation: string | null;
  /** Whether the HTML shows it, so that it belongs to it. */
  readonly shown: boolean;
  /** Whether it is the whole of a message that was signed in the clear, or encrypted in parts. */
  readonly signed: boolean;
  /** The media type with its parameters where it is an S/MIME message in one piece; null elsewhere. */
  readonly pkcs7: string | null;
  /** What it holds: bytes of a known number, perhaps at hand already, a message, or nothing that mail can carry. */
  readonly holds: { readonly size: number; readonly bytes: Uint8Array | null } | 'message' | 'nothing';
}

/**
 * Looks at the attachments of a message.
 *
 * @param message the message
 * @param html its HTML, in which images are shown by their Content-ID; null without any
 * @returns one entry for each, by number
 * @throws {ComError} `MAPI_E_TOO_BIG` beyond the limit `mime.attachments`; what the store fails with
 * @spec pidtagattachmethod-canonical-property
 */
export async function attachmentsOf(message: IMessage, html: string | null): Promise<readonly AttachedPart[]> {
  const numbers = await numbersOf(message);
  const parts: AttachedPart[] = [];
  for (const number of numbers) {
    using attach: IAttach = await ok(message.OpenAttach(number, null, 0));
    const values = await readProps(attach, attachProps);
    parts.push(Object.freeze({ number, ...(await described(attach, values, html)) }));
  }
  return parts;
}

/**
 * Opens the bytes of an attachment.
 *
 * @param attach the attachment
 * @returns a stream at its start; the caller releases it
 */
export const dataOf = (attach: IAttach): Promise<ByteStream> =>
  ok(attach.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0, 0));

const attachProps = [
  PR_ATTACH_METHOD,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_FILENAME_W,
  PR_DISPLAY_NAME_W,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_CHARSET_W,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_CONTENT_LOCATION_W,
  PR_ATTACH_FLAGS,
  PR_ATTACH_DATA_BIN,
];

async function numbersOf(message: IMessage): Promise<readonly number[]> {
  const object = implementationOf(message);
  // A store that knows them without a table says so: most messages have none, and a table to show that costs more than a text.
  if (object !== null && 'attachmentsAtHand' in object) {
    const numbers = (object as { attachmentsAtHand(): readonly number[] }).attachmentsAtHand();
    if (numbers.length > ATTACHMENTS) throw tooMany();
    return [...numbers].sort((a, b) => a - b);
  }
  using table = await ok(message.GetAttachmentTable(0));
  await ok(table.SetColumns([PR_ATTACH_NUM]));
  const numbers: number[] = [];
  for (;;) {
    const rows = await ok(table.QueryRows(500, 0));
    if (rows.length === 0) return numbers.sort((a, b) => a - b);
    for (const row of rows) {
      const number = row.get(PR_ATTACH_NUM);
      if (number !== null) numbers.push(number);
    }
    if (numbers.length > ATTACHMENTS) throw tooMany();
  }
}

const tooMany = (): ComError => new ComError(MAPI_E_TOO_BIG, `the message has more than ${ATTACHMENTS} attachments`);

async function described(
  attach: IAttach,
  values: PropValues,
  html: string | null,
): Promise<Omit<AttachedPart, 'number'>> {
  const contentId = idOf(values.get(PR_ATTACH_CONTENT_ID_W));
  const contentLocation = locationOf(values.get(PR_ATTACH_CONTENT_LOCATION_W));
  const flagged = ((values.get(PR_ATTACH_FLAGS) ?? 0) & ATT_MHTML_REF) !== 0;
  const tag = oneLine(values.get(PR_ATTACH_MIME_TAG_W) ?? '').slice(0, 600);
  const named = contentId !== null && html?.includes(`cid:${contentId}`);
  return {
    name: nameOf(values),
    mediaType: withCharset(mediaTypeOf(tag), values.get(PR_ATTACH_CHARSET_W)),
    contentId,
    contentLocation,
    // Without an identifier nothing in the HTML could show it.
    shown: html !== null && contentId !== null && (flagged || named === true),
    signed: /^\s*multipart\/(?:signed|encrypted)\b/i.test(tag),
    pkcs7: /^application\/(?:x-)?pkcs7-mime(?:;[ -~]*)?$/i.test(tag) ? tag : null,
    holds: await holding(attach, values),
  };
}

async function holding(attach: IAttach, values: PropValues): Promise<AttachedPart['holds']> {
  // An attachment whose method was never set has bytes when it has any.
  const method = values.get(PR_ATTACH_METHOD) ?? ATTACH_BY_VALUE;
  if (method === ATTACH_EMBEDDED_MSG) return 'message';
  const bytes = values.get(PR_ATTACH_DATA_BIN);
  if (bytes !== null) return { size: bytes.length, bytes };
  if (values.isLarge(PR_ATTACH_DATA_BIN)) {
    using stream = await dataOf(attach);
    return { size: Number((await ok(stream.Stat(STATFLAG_NONAME))).cbSize), bytes: null };
  }
  return method === ATTACH_BY_VALUE ? { size: 0, bytes: new Uint8Array(0) } : 'nothing';
}

function nameOf(values: PropValues): string {
  const name =
    values.get(PR_ATTACH_LONG_FILENAME_W) ?? values.get(PR_ATTACH_FILENAME_W) ?? values.get(PR_DISPLAY_NAME_W) ?? '';
  // Whoever saves it may not be led out of a folder, and no path of the sender's disk is told.
  const last = oneLine(name).split(/[/\\]/).pop() ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file has a name with them.
  return last.replaceAll(/[\x00-\x1f\x7f]/g, '').slice(0, 255);
}

// A part of these types holds other parts and may not be encoded, so bytes may not claim to be one.
function mediaTypeOf(tag: string | null): string | null {
  const [, type] = /^\s*([\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127})\s*(?:;|$)/.exec(tag ?? '') ?? [];
  if (type === undefined) return null;
  if (/^(multipart|message)\//i.test(type)) return 'application/octet-stream';
  // Of the parameters of a calendar only that which says what it wants stays.
  const method = /^text\/calendar;.*\bmethod="?([A-Za-z-]{1,40})/i.exec(tag ?? '')?.[1];
  return method === undefined ? type.toLowerCase() : `${type.toLowerCase()}; method=${method}`;
}

const withCharset = (type: string | null, charset: string | null): string | null =>
  type?.startsWith('text/') === true && /^[\w.:+-]{1,40}$/.test(charset ?? '') ? `${type}; charset=${charset}` : type;

const idOf = (text: string | null): string | null => {
  const id = oneLine(text ?? '').replaceAll(/[<>]/g, '');
  return /^[!-~]{1,250}$/.test(id) ? id : null;
};

const locationOf = (text: string | null): string | null => {
  const location = oneLine(text ?? '');
  return /^[!-~]{1,900}$/.test(location) ? location : null;
};
