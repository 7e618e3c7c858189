import {
  acquire,
  ComError,
  com,
  type Impl,
  IStream,
  ok,
  type Ret,
  S_FALSE,
  S_OK,
  STG_E_ACCESSDENIED,
  type Warning,
  warn,
} from '../../../com/index.js';
import {
  MAPI_E_CORRUPT_DATA,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_TOO_BIG,
  MAPI_MODIFY,
  MAPI_NATIVE_BODY,
  MAPI_NATIVE_BODY_TYPE_HTML,
  MAPI_NATIVE_BODY_TYPE_PLAINTEXT,
  MAPI_NATIVE_BODY_TYPE_RTF,
  STORE_UNCOMPRESSED_RTF,
} from '../../../mapi/index.js';
import { requireFlags } from '../arguments.js';
import { bytesOfText } from '../codepage.js';
import { pieceBytes, wholeBytes } from '../limits.js';
import { bytesOfHtml, contentsOfRtf } from './bodyforms.js';
import { compressRtf, decompressRtf } from './lzfu.js';

/** What WrapCompressedRTFStreamEx is asked for. @spec rtf_wcsinfo */
export interface RTF_WCSINFO {
  /** `MAPI_MODIFY`, `STORE_UNCOMPRESSED_RTF`, `MAPI_NATIVE_BODY`. */
  readonly ulFlags: number;
  /** The code page of the message, PR_INTERNET_CPID; 0 when it is not known. Counts with `MAPI_NATIVE_BODY` alone. */
  readonly ulInCodePage: number;
  /** The code page wanted for text and HTML; 0 for that of the message, else UTF-8. Counts with `MAPI_NATIVE_BODY` alone. */
  readonly ulOutCodePage: number;
}

/** What WrapCompressedRTFStreamEx answers besides the stream. @spec rtf_wcsretinfo */
export interface RTF_WCSRETINFO {
  /** `MAPI_NATIVE_BODY_TYPE_RTF`, `_HTML` or `_PLAINTEXT`; 0 without `MAPI_NATIVE_BODY`. */
  readonly ulStreamFlags: number;
}

/** What WrapCompressedRTFStreamEx answers. */
export interface WrappedRtf {
  /** The stream. */
  readonly lppUncompressedRTFStream: IStream;
  /** What it holds. */
  readonly pRetInfo: RTF_WCSRETINFO;
}

/**
 * Makes a stream of plain RTF over one that was opened on PR_RTF_COMPRESSED. The bytes pass once, from the first to the last:
 * reading gives the whole text, writing takes the whole text, and Commit compresses it into the stream below. Seek, SetSize,
 * Stat, Clone, Revert and the locks are `MAPI_E_NO_SUPPORT`.
 *
 * @param lpCompressedRTFStream a stream on PR_RTF_COMPRESSED whose seek pointer stands at its beginning; open for writing
 *   under `MAPI_MODIFY`
 * @param ulFlags `MAPI_MODIFY` to write; `STORE_UNCOMPRESSED_RTF` with it to store the text as it is, for stores that say so
 *   in PR_STORE_SUPPORT_MASK
 * @returns `S_OK` with the stream; `MAPI_E_CORRUPT_DATA` when what is to be read is no compressed RTF: PR_BODY is what is
 *   left then; `MAPI_E_TOO_BIG` for more than is held at once; `MAPI_E_UNKNOWN_FLAGS`; `E_INVALIDARG` without a stream; what
 *   the stream below answers
 * @spec wrapcompressedrtfstream
 */
export const WrapCompressedRTFStream = (lpCompressedRTFStream: IStream, ulFlags = 0): Promise<Ret<IStream>> =>
  answered(async () => {
    const flags = requireFlags(ulFlags, MAPI_MODIFY | STORE_UNCOMPRESSED_RTF);
    using below = acquire(lpCompressedRTFStream, IStream, 'lpCompressedRTFStream');
    if ((flags & MAPI_MODIFY) !== 0) return writer(below, flags);
    return reader(decompressRtf(await allOf(below)));
  });

/**
 * As {@link WrapCompressedRTFStream}; with `MAPI_NATIVE_BODY` the stream holds the HTML or text that the RTF was made from.
 *
 * @param lpCompressedRTFStream a stream on PR_RTF_COMPRESSED whose seek pointer stands at its beginning
 * @param pWCSInfo what is wanted
 * @returns `S_OK` with the stream and what it holds; `MAPI_E_INVALID_PARAMETER` for `MAPI_NATIVE_BODY` together with
 *   `MAPI_MODIFY`; what WrapCompressedRTFStream answers; `MAPI_E_BAD_CHARWIDTH` for a code page that nobody knows
 * @spec wrapcompressedrtfstreamex
 */
export const WrapCompressedRTFStreamEx = (
  lpCompressedRTFStream: IStream,
  pWCSInfo: RTF_WCSINFO,
): Promise<Ret<WrappedRtf>> =>
  answered(async () => {
    const flags = requireFlags(pWCSInfo?.ulFlags, MAPI_MODIFY | STORE_UNCOMPRESSED_RTF | MAPI_NATIVE_BODY);
    const native = (flags & MAPI_NATIVE_BODY) !== 0;
    if (native && (flags & MAPI_MODIFY) !== 0)
      throw new ComError(
        MAPI_E_INVALID_PARAMETER,
        'a native body is only read: leave MAPI_MODIFY or MAPI_NATIVE_BODY out',
      );
    if (!native) {
      const [hr, stream] = await WrapCompressedRTFStream(lpCompressedRTFStream, flags);
      if (!stream) throw new ComError(hr, 'the stream could not be wrapped');
      return wrapped(stream, 0);
    }
    using below = acquire(lpCompressedRTFStream, IStream, 'lpCompressedRTFStream');
    return nativeBody(decompressRtf(await allOf(below)), pWCSInfo);
  });

function nativeBody(rtf: Uint8Array, { ulInCodePage, ulOutCodePage }: RTF_WCSINFO): WrappedRtf {
  const { mode, text, made } = contentsOfRtf(rtf);
  if (!made) return wrapped(reader(rtf), MAPI_NATIVE_BODY_TYPE_RTF);
  const codePage = ulOutCodePage || ulInCodePage || utf8;
  return mode === 'html'
    ? wrapped(reader(bytesOfHtml(text, codePage)), MAPI_NATIVE_BODY_TYPE_HTML)
    : wrapped(reader(bytesOfText(text, codePage)), MAPI_NATIVE_BODY_TYPE_PLAINTEXT);
}

const utf8 = 65001;

const wrapped = (lppUncompressedRTFStream: IStream, ulStreamFlags: number): WrappedRtf =>
  Object.freeze({ lppUncompressedRTFStream, pRetInfo: Object.freeze({ ulStreamFlags }) });

const reader = (rtf: Uint8Array): IStream => com(new RtfReader(rtf), IStream);

const writer = (below: IStream, flags: number): IStream =>
  com(new RtfWriter(below, (flags & STORE_UNCOMPRESSED_RTF) === 0), IStream);

async function allOf(stream: IStream): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const piece = await ok(stream.Read(pieceBytes));
    if (piece.length === 0) break;
    size += piece.length;
    if (size > wholeBytes) throw new ComError(MAPI_E_TOO_BIG, `compressed RTF of more than ${wholeBytes} bytes`);
    pieces.push(piece);
  }
  if (size === 0) throw new ComError(MAPI_E_CORRUPT_DATA, 'there is no compressed RTF in the stream');
  return Buffer.concat(pieces);
}

/** What neither way of a wrapped stream can do: its page lists it. */
abstract class Sequential {
  Seek(): never {
    throw unsupported('Seek');
  }
  SetSize(): never {
    throw unsupported('SetSize');
  }
  Revert(): never {
    throw unsupported('Revert');
  }
  LockRegion(): never {
    throw unsupported('LockRegion');
  }
  UnlockRegion(): never {
    throw unsupported('UnlockRegion');
  }
  Stat(): never {
    throw unsupported('Stat');
  }
  Clone(): never {
    throw unsupported('Clone');
  }
  CopyTo(): never {
    throw unsupported('CopyTo');
  }
}

class RtfReader extends Sequential implements Impl<IStream> {
  readonly #rtf: Uint8Array;
  #position = 0;

  constructor(rtf: Uint8Array) {
    super();
    this.#rtf = rtf;
  }

  async Read(cb: number): Promise<Uint8Array | Warning<Uint8Array>> {
    const bytes = this.#rtf.slice(this.#position, this.#position + requireCount(cb));
    this.#position += bytes.length;
    return bytes.length < cb ? warn(S_FALSE, bytes) : bytes;
  }

  async Write(): Promise<number> {
    throw new ComError(STG_E_ACCESSDENIED, 'the stream was wrapped for reading: pass MAPI_MODIFY to write');
  }

  async Commit(): Promise<void> {
    // Nothing was written.
  }
}

class RtfWriter extends Sequential implements Impl<IStream> {
  readonly #below: IStream;
  readonly #compress: boolean;
  readonly #pieces: Uint8Array[] = [];
  #size = 0;

  constructor(below: IStream, compress: boolean) {
    super();
    below.AddRef();
    this.#below = below;
    this.#compress = compress;
  }

  async Read(): Promise<Uint8Array> {
    throw new ComError(STG_E_ACCESSDENIED, 'the stream was wrapped for writing: leave MAPI_MODIFY out to read');
  }

  async Write(pv: Uint8Array): Promise<number> {
    if (!(pv instanceof Uint8Array)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'pv is no Uint8Array');
    if (this.#size + pv.length > wholeBytes)
      throw new ComError(MAPI_E_TOO_BIG, `RTF of more than ${wholeBytes} bytes cannot be compressed`);
    this.#pieces.push(Uint8Array.prototype.slice.call(pv));
    this.#size += pv.length;
    return pv.length;
  }

  async Commit(grfCommitFlags = 0): Promise<void> {
    await ok(this.#below.Seek(0n, 0));
    await ok(this.#below.SetSize(0n));
    await ok(this.#below.Write(compressRtf(Buffer.concat(this.#pieces), this.#compress)));
    await ok(this.#below.Commit(grfCommitFlags));
  }

  finalRelease(): void {
    this.#below.Release();
  }
}

function requireCount(cb: number): number {
  if (Number.isInteger(cb) && cb >= 0) return cb;
  throw new ComError(MAPI_E_INVALID_PARAMETER, 'cb is no count of bytes');
}

const unsupported = (method: string): ComError =>
  new ComError(MAPI_E_NO_SUPPORT, `${method}: the bytes of uncompressed RTF pass once, from the first to the last`);

/**
 * What a function of MAPI answers: a failure as its code.
 *
 * @param step what it does
 */
export async function answered<T>(step: () => Promise<T>): Promise<Ret<T>> {
  try {
    return [S_OK, await step()];
  } catch (error) {
    if (error instanceof ComError) return [error.hr, null];
    throw error;
  }
}
