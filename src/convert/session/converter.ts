import {
  acquire,
  type IStream as ByteStream,
  ComError,
  E_INVALIDARG,
  type FinalRelease,
  type Impl,
  IStream,
  ok,
} from '../../com/index.js';
import {
  type IAddrBook as AddressBook,
  CCSF_8BITHEADERS,
  CCSF_EMBEDDED_MESSAGE,
  CCSF_GLOBAL_MESSAGE,
  CCSF_INCLUDE_BCC,
  CCSF_NO_MSGID,
  CCSF_NOHEADERS,
  CCSF_PLAIN_TEXT_ONLY,
  CCSF_PRESERVE_SOURCE,
  CCSF_SMTP,
  CCSF_USE_RTF,
  CCSF_USE_TNEF,
  CSET_APPLY_TAG_ALL,
  CSET_APPLY_UNTAGGED,
  IAddrBook,
  type IConverterSession,
  IET_7BIT,
  IET_8BIT,
  IET_BASE64,
  IET_QP,
  IET_UUENCODE,
  IMessage,
  MAPI_E_NO_SUPPORT,
  MAPI_E_TOO_BIG,
  type IMessage as Message,
  SAVE_RFC822,
  SAVE_RFC1521,
} from '../../mapi/index.js';
import { charsetOf } from '../mime/charset.js';
import type { BodyEncoding, MimeForm } from '../mime/form.js';
import { READ_MESSAGE_BYTES } from '../mime/limits.js';
import { readMail } from '../mime/readmail.js';
import { renderMime } from '../mime/render.js';
import { addressedRecipients } from './addressed.js';

/**
 * Converts between messages and MIME: the object behind CLSID_IConverterSession.
 *
 * @spec iconvertersessioniunknown @spec about-the-mapi-mime-conversion-api
 */
export class ConverterSession implements Impl<IConverterSession>, FinalRelease {
  #book: AddressBook | null = null;
  #encoding: BodyEncoding | null = null;
  #width: number | null = null;
  #uuencoded = false;
  #charset: Pick<MimeForm, 'charset' | 'charsetForAll'> = {};

  /** Lets go of the address book. */
  finalRelease(): void {
    this.#book?.Release();
    this.#book = null;
  }

  /** See {@link IConverterSession.SetAdrBook}. @spec iconvertersession-setadrbook */
  SetAdrBook(pab: AddressBook | null): void {
    const book = pab === null ? null : acquire(pab, IAddrBook, 'pab');
    this.#book?.Release();
    this.#book = book;
  }

  /** See {@link IConverterSession.SetEncoding}. @spec iconvertersession-setencoding */
  SetEncoding(et: number): void {
    const encoding = ENCODINGS.get(et);
    if (encoding === undefined) throw new ComError(E_INVALIDARG, `${et} is no encoding of a body`);
    this.#encoding = encoding;
  }

  /** See {@link IConverterSession.MIMEToMAPI}. @spec iconvertersession-mimetomapi */
  async MIMEToMAPI(pstm: ByteStream, pmsg: Message, pszSrcSrv: string | null, ulFlags = 0): Promise<void> {
    requireFlags(ulFlags, TO_MAPI);
    if (pszSrcSrv !== null) throw new ComError(E_INVALIDARG, 'pszSrcSrv is reserved; pass NULL');
    using stream = acquire(pstm, IStream, 'pstm');
    using message = acquire(pmsg, IMessage, 'pmsg');
    await readMail(message, await restOf(stream), {
      includeBcc: (ulFlags & CCSF_INCLUDE_BCC) !== 0,
      readUnsent: (ulFlags & CCSF_EMBEDDED_MESSAGE) !== 0,
    });
  }

  /** See {@link IConverterSession.MAPIToMIMEStm}. @spec iconvertersession-mapitomimestm */
  async MAPIToMIMEStm(pmsg: Message, pstm: ByteStream, ulFlags = 0): Promise<void> {
    requireFlags(ulFlags, TO_MIME);
    if ((ulFlags & CCSF_SMTP) === 0) throw new ComError(E_INVALIDARG, 'CCSF_SMTP must always be set');
    if ((ulFlags & CCSF_PLAIN_TEXT_ONLY) !== 0 && (ulFlags & (CCSF_USE_TNEF | CCSF_USE_RTF)) !== 0)
      throw new ComError(E_INVALIDARG, 'plain text alone excludes TNEF and RTF');
    if ((ulFlags & (CCSF_USE_TNEF | CCSF_USE_RTF)) !== 0)
      throw new ComError(MAPI_E_NO_SUPPORT, 'neither TNEF nor RTF is written');
    using message = acquire(pmsg, IMessage, 'pmsg');
    using stream = acquire(pstm, IStream, 'pstm');
    const recipients = this.#book === null ? null : await addressedRecipients(message, this.#book);
    const rendered = await renderMime(message, { form: this.#form(ulFlags), ...(recipients && { recipients }) });
    for await (const chunk of rendered.source.chunks()) await writeAll(stream, chunk);
  }

  /** See {@link IConverterSession.SetTextWrapping}. @spec iconvertersession-settextwrapping */
  SetTextWrapping(fWrapText: boolean, ulWrapWidth: number): void {
    if (fWrapText && !(ulWrapWidth > 0 && ulWrapWidth <= 998))
      throw new ComError(E_INVALIDARG, `a line of mail is not ${ulWrapWidth} characters long`);
    this.#width = fWrapText ? ulWrapWidth : null;
  }

  /** See {@link IConverterSession.SetSaveFormat}. @spec iconvertersession-setsaveformat */
  SetSaveFormat(mstSaveFormat: number): void {
    if (mstSaveFormat !== SAVE_RFC1521 && mstSaveFormat !== SAVE_RFC822)
      throw new ComError(E_INVALIDARG, `${mstSaveFormat} is no format`);
    this.#uuencoded = mstSaveFormat === SAVE_RFC822;
  }

  /** The handle of a character set is its code page. See {@link IConverterSession.SetCharset}. @spec iconvertersession-setcharset */
  SetCharset(fApply: boolean, hcharset: number, csetapplytype: number): void {
    if (!fApply || hcharset === 0) {
      this.#charset = {};
      return;
    }
    const charset = charsetOf(hcharset);
    if (charset === null) throw new ComError(E_INVALIDARG, `${hcharset} is no code page that mail can have`);
    if (!(csetapplytype >= CSET_APPLY_UNTAGGED && csetapplytype <= CSET_APPLY_TAG_ALL))
      throw new ComError(E_INVALIDARG, `${csetapplytype} does not say what a character set applies to`);
    this.#charset = { charset, charsetForAll: csetapplytype !== CSET_APPLY_UNTAGGED };
  }

  /** Fills a slot. See {@link IConverterSession.PlaceHolder1}. */
  PlaceHolder1(): void {
    throw unused();
  }

  /** Fills a slot. See {@link IConverterSession.PlaceHolder2}. */
  PlaceHolder2(): void {
    throw unused();
  }

  /** Fills a slot. See {@link IConverterSession.PlaceHolder3}. */
  PlaceHolder3(): void {
    throw unused();
  }

  /** Fills a slot. See {@link IConverterSession.PlaceHolder4}. */
  PlaceHolder4(): void {
    throw unused();
  }

  /** Fills a slot. See {@link IConverterSession.PlaceHolder5}. */
  PlaceHolder5(): void {
    throw unused();
  }

  #form(flags: number): MimeForm {
    const has = (flag: number): boolean => (flags & flag) !== 0;
    return {
      includeBcc: has(CCSF_INCLUDE_BCC),
      omitMessageId: has(CCSF_NO_MSGID),
      omitHeaders: has(CCSF_NOHEADERS),
      wideHeaders: has(CCSF_8BITHEADERS) || has(CCSF_GLOBAL_MESSAGE),
      tellUnsent: has(CCSF_EMBEDDED_MESSAGE),
      textOnly: has(CCSF_PLAIN_TEXT_ONLY),
      encoding: this.#encoding,
      width: this.#width,
      uuencoded: this.#uuencoded,
      ...this.#charset,
    };
  }
}

const ENCODINGS: ReadonlyMap<number, BodyEncoding> = new Map([
  [IET_BASE64, 'base64'],
  [IET_UUENCODE, 'x-uuencode'],
  [IET_QP, 'quoted-printable'],
  [IET_7BIT, '7bit'],
  [IET_8BIT, '8bit'],
]);

const TO_MAPI = CCSF_SMTP | CCSF_INCLUDE_BCC | CCSF_EMBEDDED_MESSAGE | CCSF_USE_RTF | CCSF_GLOBAL_MESSAGE;
const TO_MIME =
  TO_MAPI |
  CCSF_NOHEADERS |
  CCSF_USE_TNEF |
  CCSF_8BITHEADERS |
  CCSF_PLAIN_TEXT_ONLY |
  CCSF_NO_MSGID |
  CCSF_PRESERVE_SOURCE;

function requireFlags(flags: number, known: number): void {
  if ((flags & ~known) !== 0)
    throw new ComError(E_INVALIDARG, `the flags ${(flags & ~known).toString(16)} do not exist`);
}

const unused = (): ComError => new ComError(MAPI_E_NO_SUPPORT, 'no page tells what this slot is for');

async function restOf(stream: ByteStream): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = await ok(stream.Read(256 * 1024));
    if (chunk.length === 0) return Buffer.concat(chunks, length);
    length += chunk.length;
    if (length > READ_MESSAGE_BYTES)
      throw new ComError(MAPI_E_TOO_BIG, `the stream has more than ${READ_MESSAGE_BYTES} bytes`);
    // The stream may use its buffer again for the next read.
    chunks.push(Uint8Array.from(chunk));
  }
}

async function writeAll(stream: ByteStream, bytes: Uint8Array): Promise<void> {
  const written = await ok(stream.Write(bytes));
  if (written !== bytes.length)
    throw new ComError(MAPI_E_TOO_BIG, `the stream took ${written} of ${bytes.length} bytes`);
}
