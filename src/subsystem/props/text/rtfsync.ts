import { acquire, ComError, IStream, ok, type Ret } from '../../../com/index.js';
import {
  IMAPIProp,
  type IMessage,
  MAPI_E_CORRUPT_DATA,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_E_TOO_BIG,
  PR_BODY_W,
  PR_RTF_COMPRESSED,
  PR_RTF_IN_SYNC,
  PR_RTF_SYNC_BODY_COUNT,
  PR_RTF_SYNC_BODY_CRC,
  PR_RTF_SYNC_BODY_TAG_W,
  PR_RTF_SYNC_PREFIX_COUNT,
  PR_RTF_SYNC_TRAILING_COUNT,
  type PropTag,
  type PropValue,
  prop,
  RTF_SYNC_BODY_CHANGED,
  RTF_SYNC_RTF_CHANGED,
} from '../../../mapi/index.js';
import { requireFlags } from '../arguments.js';
import { wholeBytes } from '../limits.js';
import { valueOfBytes } from '../valuebytes.js';
import { contentsOfRtf, rtfOfText, textOfHtml } from './bodyforms.js';
import { compressRtf, decompressRtf } from './lzfu.js';
import { marksOf, placeOf, type RtfMarks, type RtfPlace } from './rtfmarks.js';
import { answered } from './rtfstream.js';

/**
 * Brings the text and the formatted text of a message in step, for messages of stores that do not do so themselves (whose
 * PR_STORE_SUPPORT_MASK lacks STORE_RTF_OK). Texts that differ in white space, or that gateways have written something before or
 * after, are in step: formatting survives that. A text that was really changed takes the place of the formatting; a changed
 * formatting makes the text anew. Corrupt RTF never takes the text with it.
 *
 * @param lpMessage the message, open for writing
 * @param ulFlags `RTF_SYNC_BODY_CHANGED` when the text may have changed, `RTF_SYNC_RTF_CHANGED` when the formatted text has;
 *   with both the formatted text counts
 * @returns `S_OK` and whether the message was changed: SaveChanges makes that permanent; `MAPI_E_CORRUPT_DATA` when the
 *   formatted text changed and can't be read; `MAPI_E_UNKNOWN_FLAGS`; `E_INVALIDARG` without a message; what its own methods
 *   answer
 * @spec rtfsync
 */
export const RTFSync = (lpMessage: IMessage, ulFlags: number): Promise<Ret<boolean>> =>
  answered(async () => {
    const flags = requireFlags(ulFlags, RTF_SYNC_RTF_CHANGED | RTF_SYNC_BODY_CHANGED);
    using message = acquire(lpMessage, IMAPIProp, 'lpMessage');
    if ((flags & RTF_SYNC_RTF_CHANGED) !== 0) return await followRtf(message);
    return (flags & RTF_SYNC_BODY_CHANGED) !== 0 ? await followBody(message) : false;
  });

/** The formatted text is new: the text is made from it where it says something else. */
async function followRtf(message: IMAPIProp): Promise<boolean> {
  const rtf = await whole(message, PR_RTF_COMPRESSED);
  if (rtf === null) return await forget(message);
  const text = textOf(rtf);
  const marks = marksOf(text);
  const body = await whole(message, PR_BODY_W);
  const place = body === null ? null : placeOf(marks, body);
  if (place) return await remember(message, marks, place, []);
  return await remember(message, marks, start, [prop(PR_BODY_W, text)]);
}

/** The text is new: the formatted text stays where it says the same, and is made anew where it does not. */
async function followBody(message: IMAPIProp): Promise<boolean> {
  const rtf = await whole(message, PR_RTF_COMPRESSED);
  if (rtf === null) return false;
  const body = await whole(message, PR_BODY_W);
  if (body === null) return await followRtf(message);
  const known = (await rememberedIn(message)) ?? marksOfRtf(rtf);
  const place = known && placeOf(known, body);
  if (known && place) return await remember(message, known, place, []);
  return await remember(message, marksOf(body), start, [prop(PR_RTF_COMPRESSED, compressRtf(rtfOfText(body)))]);
}

const start: RtfPlace = Object.freeze({ prefix: 0, trailing: 0 });

function textOf(rtf: Uint8Array): string {
  const { mode, text } = contentsOfRtf(decompressRtf(rtf));
  return mode === 'html' ? textOfHtml(text) : text;
}

// What is broken says nothing that a text could be in step with.
function marksOfRtf(rtf: Uint8Array): RtfMarks | null {
  try {
    return marksOf(textOf(rtf));
  } catch (error) {
    if (error instanceof ComError && error.hr === MAPI_E_CORRUPT_DATA) return null;
    throw error;
  }
}

async function rememberedIn(message: IMAPIProp): Promise<RtfMarks | null> {
  const tags = [PR_RTF_SYNC_BODY_CRC, PR_RTF_SYNC_BODY_COUNT, PR_RTF_SYNC_BODY_TAG_W] as const;
  const [crc, count, tag] = await ok(message.GetProps(tags));
  return crc === null || count === null || tag === null ? null : { crc, count, tag };
}

async function remember(
  message: IMAPIProp,
  { crc, count, tag }: RtfMarks,
  { prefix, trailing }: RtfPlace,
  made: readonly PropValue[],
): Promise<boolean> {
  const wanted = [
    prop(PR_RTF_IN_SYNC, true),
    prop(PR_RTF_SYNC_BODY_CRC, crc),
    prop(PR_RTF_SYNC_BODY_COUNT, count),
    prop(PR_RTF_SYNC_BODY_TAG_W, tag),
    prop(PR_RTF_SYNC_PREFIX_COUNT, prefix),
    prop(PR_RTF_SYNC_TRAILING_COUNT, trailing),
  ];
  const have = await ok(message.GetProps(wanted.map(([one]) => one)));
  if (made.length === 0 && wanted.every(([, value], index) => have[index] === value)) return false;
  await ok(message.SetProps([...made, ...wanted]));
  return true;
}

// Without formatted text there is nothing that the text could be in step with.
async function forget(message: IMAPIProp): Promise<boolean> {
  const row = await ok(message.GetProps(auxiliary));
  const there = auxiliary.filter((_, index) => row[index] !== null);
  if (there.length === 0) return false;
  await ok(message.DeleteProps(there));
  return true;
}

const auxiliary: readonly PropTag[] = [
  PR_RTF_IN_SYNC,
  PR_RTF_SYNC_BODY_CRC,
  PR_RTF_SYNC_BODY_COUNT,
  PR_RTF_SYNC_BODY_TAG_W,
  PR_RTF_SYNC_PREFIX_COUNT,
  PR_RTF_SYNC_TRAILING_COUNT,
];

async function whole<T>(message: IMAPIProp, tag: PropTag<T>): Promise<T | null> {
  const row = await ok(message.GetProps([tag]));
  const failure = row.error(0);
  if (failure === null) return row[0] as T;
  if (failure === MAPI_E_NOT_FOUND) return null;
  if (failure !== MAPI_E_NOT_ENOUGH_MEMORY) throw new ComError(failure, 'a form of the text could not be read');
  using stream = await ok(message.OpenProperty(tag, IStream, 0));
  const { cbSize } = await ok(stream.Stat());
  if (cbSize > BigInt(wholeBytes)) throw new ComError(MAPI_E_TOO_BIG, `a text of ${cbSize} bytes cannot be compared`);
  return valueOfBytes(tag, await ok(stream.Read(Number(cbSize))))[1] as T;
}
