// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Flag of a conversion (IConverterSession::MAPIToMIMEStm, IConverterSession::MIMEToMAPI). @spec iconvertersession-mimetomapi */
export const CCSF_SMTP = 0x2;
/** Flag of a conversion (IConverterSession::MAPIToMIMEStm). @spec iconvertersession-mimetomapi */
export const CCSF_NOHEADERS = 0x4;
/** Flag of a conversion (IConverterSession::MAPIToMIMEStm). @spec iconvertersession-mimetomapi */
export const CCSF_USE_TNEF = 0x10;
/** Flag of a conversion (IConverterSession::MAPIToMIMEStm, IConverterSession::MIMEToMAPI). @spec iconvertersession-mimetomapi */
export const CCSF_INCLUDE_BCC = 0x20;
/** Flag of a conversion (IConverterSession::MAPIToMIMEStm). @spec iconvertersession-mimetomapi */
export const CCSF_8BITHEADERS = 0x40;
/** Flag of a conversion (IConverterSession::MAPIToMIMEStm, IConverterSession::MIMEToMAPI). @spec iconvertersession-mimetomapi */
export const CCSF_USE_RTF = 0x80;
/** Flag of a conversion (IConverterSession::MAPIToMIMEStm). @spec iconvertersession-mimetomapi */
export const CCSF_PLAIN_TEXT_ONLY = 0x1000;
/** Flag of a conversion (IConverterSession::MAPIToMIMEStm). @spec iconvertersession-mimetomapi */
export const CCSF_NO_MSGID = 0x4000;
/** Flag of a conversion (IConverterSession::MAPIToMIMEStm, IConverterSession::MIMEToMAPI). @spec iconvertersession-mimetomapi */
export const CCSF_EMBEDDED_MESSAGE = 0x8000;
/** Flag of a conversion. @spec iconvertersession-mimetomapi */
export const CCSF_PRESERVE_SOURCE = 0x40000;
/** Flag of a conversion (IConverterSession::MAPIToMIMEStm, IConverterSession::MIMEToMAPI). @spec iconvertersession-mimetomapi */
export const CCSF_GLOBAL_MESSAGE = 0x200000;
/** Each flag of a conversion, ORed together, with their names. @spec iconvertersession-mimetomapi */
export const ConversionFlags: FlagGroup = /* @__PURE__ */ bits('ConversionFlags', {
  CCSF_SMTP,
  CCSF_NOHEADERS,
  CCSF_USE_TNEF,
  CCSF_INCLUDE_BCC,
  CCSF_8BITHEADERS,
  CCSF_USE_RTF,
  CCSF_PLAIN_TEXT_ONLY,
  CCSF_NO_MSGID,
  CCSF_EMBEDDED_MESSAGE,
  CCSF_PRESERVE_SOURCE,
  CCSF_GLOBAL_MESSAGE,
});

/** Transfer encoding. @spec iconvertersession-setencoding */
export const IET_BINARY = 0x0;
/** Transfer encoding (IConverterSession::SetEncoding). @spec iconvertersession-setencoding */
export const IET_BASE64 = 0x1;
/** Transfer encoding (IConverterSession::SetEncoding). @spec iconvertersession-setencoding */
export const IET_UUENCODE = 0x2;
/** Transfer encoding (IConverterSession::SetEncoding). @spec iconvertersession-setencoding */
export const IET_QP = 0x3;
/** Transfer encoding (IConverterSession::SetEncoding). @spec iconvertersession-setencoding */
export const IET_7BIT = 0x4;
/** Transfer encoding (IConverterSession::SetEncoding). @spec iconvertersession-setencoding */
export const IET_8BIT = 0x5;
/** Transfer encoding. @spec iconvertersession-setencoding */
export const IET_INETCSET = 0x6;
/** Transfer encoding. @spec iconvertersession-setencoding */
export const IET_UNICODE = 0x7;
/** Transfer encoding. @spec iconvertersession-setencoding */
export const IET_RFC1522 = 0x8;
/** Transfer encoding. @spec iconvertersession-setencoding */
export const IET_ENCODED = 0x9;
/** Transfer encoding. @spec iconvertersession-setencoding */
export const IET_CURRENT = 0xa;
/** Transfer encoding. @spec iconvertersession-setencoding */
export const IET_UNKNOWN = 0xb;
/** Transfer encoding. @spec iconvertersession-setencoding */
export const IET_BINHEX40 = 0xc;
/** Transfer encoding. @spec iconvertersession-setencoding */
export const IET_LAST = 0xd;
/** Each transfer encoding, one at a time, with their names. @spec iconvertersession-setencoding */
export const EncodingTypes: FlagGroup = /* @__PURE__ */ values('EncodingTypes', {
  IET_BINARY,
  IET_BASE64,
  IET_UUENCODE,
  IET_QP,
  IET_7BIT,
  IET_8BIT,
  IET_INETCSET,
  IET_UNICODE,
  IET_RFC1522,
  IET_ENCODED,
  IET_CURRENT,
  IET_UNKNOWN,
  IET_BINHEX40,
  IET_LAST,
});

/** Use of a character set. @spec iconvertersession-setcharset */
export const CSET_APPLY_UNTAGGED = 0x0;
/** Use of a character set. @spec iconvertersession-setcharset */
export const CSET_APPLY_ALL = 0x1;
/** Use of a character set. @spec iconvertersession-setcharset */
export const CSET_APPLY_TAG_ALL = 0x2;
/** Each use of a character set, one at a time, with their names. @spec iconvertersession-setcharset */
export const CharsetUses: FlagGroup = /* @__PURE__ */ values('CharsetUses', {
  CSET_APPLY_UNTAGGED,
  CSET_APPLY_ALL,
  CSET_APPLY_TAG_ALL,
});

/** Kind of saved message (IConverterSession::SetSaveFormat). @spec iconvertersession-setsaveformat */
export const SAVE_RFC822 = 0x0;
/** Kind of saved message (IConverterSession::SetSaveFormat). @spec iconvertersession-setsaveformat */
export const SAVE_RFC1521 = 0x1;
/** Each kind of saved message, one at a time, with their names. @spec iconvertersession-setsaveformat */
export const MimeSaveTypes: FlagGroup = /* @__PURE__ */ values('MimeSaveTypes', { SAVE_RFC822, SAVE_RFC1521 });
