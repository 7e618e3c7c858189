import {
  changePropType,
  PR_BODY_W,
  PR_HASATTACH,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_RTF_COMPRESSED,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  PT_UNICODE,
} from '../../mapi/index.js';
import { type AsciiText, type StoredMessage, textOfBytes } from '../../subsystem/index.js';
import { isShownApart, type Opened, type Part } from './opened.js';
import type { Cells } from './people.js';

/**
 * What a stored message tells, without opening it.
 *
 * @param message the message
 * @param parts what is wanted; the rest stays empty
 * @returns null where it must be opened: for a form of the body that is made from another, for the header of what was written here
 */
export function openedOf(message: StoredMessage, parts: ReadonlySet<Part>): Opened | null {
  const header = parts.has('header') ? message.get(PR_TRANSPORT_MESSAGE_HEADERS_W) : null;
  // The fields of a draft are named properties.
  if (parts.has('header') && header === null) return null;
  const attached =
    parts.has('attachments') && message.get(PR_HASATTACH) === true && message.attachments.some(isShownApart);
  if (!parts.has('body')) return new Parts(message, null, null, header, attached);
  const html = message.get(PR_HTML);
  const text = html === null ? null : textOfBytes(html, message.get(PR_INTERNET_CPID) || 65001);
  // HTML as a text is the older PR_BODY_HTML.
  const other = () => message.get(PR_RTF_COMPRESSED) ?? message.get(changePropType(PR_HTML, PT_UNICODE));
  if (html === null && other() !== null) return null;
  const ascii = message.ascii(PR_BODY_W);
  return new Parts(message, text, ascii !== null && ascii.end > ascii.from ? ascii : null, header, attached);
}

/** What is told of a stored message; its text becomes a string only where it is no plain one. */
class Parts implements Opened {
  readonly recipients: readonly Cells[];
  readonly html: string | null;
  readonly ascii: AsciiText | null;
  readonly header: string | null;
  readonly attached: boolean;
  readonly #message: StoredMessage;

  constructor(
    message: StoredMessage,
    html: string | null,
    ascii: AsciiText | null,
    header: string | null,
    attached: boolean,
  ) {
    this.#message = message;
    this.recipients = message.recipients;
    this.html = html;
    this.ascii = ascii;
    this.header = header;
    this.attached = attached;
  }

  get text(): string {
    return this.#message.get(PR_BODY_W) ?? '';
  }
}
