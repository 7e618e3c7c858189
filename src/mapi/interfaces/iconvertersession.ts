import { type Hr, type Iid, type IStream, IUnknown, iid } from '../../com/index.js';
import type { IAddrBook } from './iaddrbook.js';
import type { IMessage } from './imessage.js';

/**
 * Makes MIME of messages, and messages of MIME. Settings hold until they are changed.
 * @spec iconvertersessioniunknown
 */
export interface IConverterSession extends IUnknown {
  /**
   * Names the address book that completes ambiguous addresses on the way to MIME. Without one, no session is needed.
   *
   * @param pab the address book, of which the converter holds a reference; null for none any more
   * @returns `S_OK`
   * @spec iconvertersession-setadrbook
   */
  SetAdrBook(pab: IAddrBook | null): Hr;
  /**
   * Chooses the encoding of the outermost body on the way to MIME.
   *
   * @param et `IET_BASE64`, `IET_UUENCODE`, `IET_QP`, `IET_7BIT` or `IET_8BIT`
   * @returns `S_OK`; `E_INVALIDARG` for another encoding
   * @spec iconvertersession-setencoding
   */
  SetEncoding(et: number): Hr;
  /** Fills a slot; no program calls it. @returns `MAPI_E_NO_SUPPORT` */
  PlaceHolder1(): Hr;
  /**
   * Fills a message from a MIME stream; the caller saves it.
   *
   * @param pstm the MIME, read from where it stands
   * @param pmsg the message
   * @param pszSrcSrv reserved, null
   * @param ulFlags `CCSF_SMTP` when it came by SMTP; `CCSF_INCLUDE_BCC` to take over Bcc; `CCSF_EMBEDDED_MESSAGE` to
   *   read from X-Unsent whether it was sent; `CCSF_USE_RTF` to make RTF of HTML; `CCSF_GLOBAL_MESSAGE` for
   *   internationalised mail
   * @returns `S_OK`; `E_INVALIDARG` for a missing stream or message, or a flag that does not exist
   * @spec iconvertersession-mimetomapi
   */
  MIMEToMAPI(pstm: IStream, pmsg: IMessage, pszSrcSrv: string | null, ulFlags?: number): Hr;
  /**
   * Writes a message as MIME.
   *
   * @param pmsg the message, of one of the usual classes
   * @param pstm where the MIME goes
   * @param ulFlags `CCSF_SMTP`, always; `CCSF_NOHEADERS` without the headers of the outer message; `CCSF_NO_MSGID`
   *   without Message-ID; `CCSF_INCLUDE_BCC` with Bcc; `CCSF_8BITHEADERS` to let 8-bit headers through;
   *   `CCSF_GLOBAL_MESSAGE` for internationalised mail; `CCSF_PLAIN_TEXT_ONLY` for text alone; `CCSF_USE_RTF` to make
   *   RTF of HTML; `CCSF_USE_TNEF` for everything MIME can't say; `CCSF_EMBEDDED_MESSAGE` to write to X-Unsent
   *   whether it was sent
   * @returns `S_OK`; `E_INVALIDARG` for a missing message or stream, or flags that do not exist or exclude each other
   * @spec iconvertersession-mapitomimestm
   */
  MAPIToMIMEStm(pmsg: IMessage, pstm: IStream, ulFlags?: number): Hr;
  /** Fills a slot; no program calls it. @returns `MAPI_E_NO_SUPPORT` */
  PlaceHolder2(): Hr;
  /** Fills a slot; no program calls it. @returns `MAPI_E_NO_SUPPORT` */
  PlaceHolder3(): Hr;
  /** Fills a slot; no program calls it. @returns `MAPI_E_NO_SUPPORT` */
  PlaceHolder4(): Hr;
  /**
   * Chooses how long lines of text may get on the way to MIME.
   *
   * @param fWrapText whether lines are broken at all
   * @param ulWrapWidth where, in characters
   * @returns `S_OK`
   * @spec iconvertersession-settextwrapping
   */
  SetTextWrapping(fWrapText: boolean, ulWrapWidth: number): Hr;
  /**
   * Chooses between MIME and what was before.
   *
   * @param mstSaveFormat `SAVE_RFC1521` for MIME, as at the beginning, or `SAVE_RFC822` for uuencode
   * @returns `S_OK`
   * @spec iconvertersession-setsaveformat
   */
  SetSaveFormat(mstSaveFormat: number): Hr;
  /** Fills a slot; no program calls it. @returns `MAPI_E_NO_SUPPORT` */
  PlaceHolder5(): Hr;
  /**
   * Chooses the character set on the way to MIME.
   *
   * @param fApply whether to use it; false goes back to the usual one
   * @param hcharset the handle of the character set; 0 for none in particular
   * @param csetapplytype to which parts it applies: `CSET_APPLY_UNTAGGED`, `CSET_APPLY_ALL` or `CSET_APPLY_TAG_ALL`
   * @returns `S_OK`
   * @spec iconvertersession-setcharset
   */
  SetCharset(fApply: boolean, hcharset: number, csetapplytype: number): Hr;
}

/** The IID of {@link IConverterSession:interface}. */
export const IConverterSession: Iid<IConverterSession> = iid<IConverterSession, IUnknown>(
  'IConverterSession',
  '4B401570-B77B-11D0-9DA5-00C04FD65685',
  IUnknown,
  {
    SetAdrBook: '([unique] LPADRBOOK pab)',
    SetEncoding: '(ENCODINGTYPE et)',
    PlaceHolder1: '()',
    MIMEToMAPI: '(LPSTREAM pstm, LPMESSAGE pmsg, [unique] LPCSTR pszSrcSrv, ULONG ulFlags)',
    // The page calls the stream an out parameter, because bytes come out through it; the pointer goes in.
    MAPIToMIMEStm: '(LPMESSAGE pmsg, LPSTREAM pstm, ULONG ulFlags)',
    PlaceHolder2: '()',
    PlaceHolder3: '()',
    PlaceHolder4: '()',
    SetTextWrapping: '(bool fWrapText, ULONG ulWrapWidth)',
    SetSaveFormat: '(MIMESAVETYPE mstSaveFormat)',
    PlaceHolder5: '()',
    SetCharset: '(bool fApply, HCHARSET hcharset, CSETAPPLYTYPE csetapplytype)',
  },
  'later',
);
