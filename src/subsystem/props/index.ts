export { requireFlags } from './arguments.js';
export { type Awaitable, andThen } from './awaitable.js';
export type { LargeDraft, LargeValue, PropBag, PropChanges } from './bag.js';
export { bytesOfText, defaultCodePage, encodingOf, narrowed, textOfBytes } from './codepage.js';
export type { CopySource } from './copy.js';
export { FBinFromHex, HexFromBin } from './hextext.js';
export { lastErrorAnswer, mapiError } from './lasterror.js';
export { MemoryBag, MemoryRecord } from './memorybag.js';
export { MemoryDraft } from './memorydraft.js';
export { MemoryNameMap, type NameMap } from './namemap.js';
export { FPropExists, HrGetOneProp, HrSetOneProp, PpropFindProp } from './oneprop.js';
export type { OpenRequest } from './openproperty.js';
export type { ChangedIds, Pending, StreamedEntry } from './pending.js';
export { WorkProgress } from './progress.js';
export type { BytesHost } from './propbytes.js';
export { type PropertyOpener, PropObject, type PropObjectOptions } from './propobject.js';
export type { StreamOwner } from './propstream.js';
export {
  accessRule,
  type CopyManner,
  type Derive,
  type Derived,
  type PropRule,
  type PropRules,
  type PropView,
  propRules,
  type SubObject,
} from './rules.js';
export {
  bytesOfHtml,
  contentsOfRtf,
  htmlOfBytes,
  htmlOfText,
  type RtfContents,
  rtfOfHtml,
  rtfOfText,
  textOfHtml,
} from './text/bodyforms.js';
export { bodyRules, staleBodies } from './text/bodyrules.js';
export {
  type ConversationChoice,
  type ConversationIndex,
  type ConversationReply,
  createConversationIndex,
  parseConversationIndex,
} from './text/conversation.js';
export { displayList, type Listed } from './text/displaylist.js';
export { compressRtf, decompressRtf } from './text/lzfu.js';
export { deriveMessage, messageRules } from './text/messagerules.js';
export {
  type RTF_WCSINFO,
  type RTF_WCSRETINFO,
  WrapCompressedRTFStream,
  WrapCompressedRTFStreamEx,
  type WrappedRtf,
} from './text/rtfstream.js';
export { RTFSync } from './text/rtfsync.js';
export { textOfRtf } from './text/rtftext.js';
export { type SubjectParts, subjectParts } from './text/subject.js';
export type { Turns } from './turns.js';
