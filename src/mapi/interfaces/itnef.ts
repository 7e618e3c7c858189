import { type Hr, type Iid, type IStream, IUnknown, iid, type Out } from '../../com/index.js';
import type { PropTag } from '../types/proptag.js';
import type { PropValue } from '../types/propvalue.js';
import type { STnefProblem } from '../types/tnef.js';
import type { IMAPITable } from './imapitable.js';
import type { IMessage } from './imessage.js';

/** What {@link ITnef.Finish} hands out. */
export interface TnefFinished {
  /** The key that ties attachments to their places in the text. */
  readonly lpKey: number;
  /** What could not be encoded or decoded; empty when everything could. */
  readonly lpProblems: readonly STnefProblem[];
}

/**
 * A message on its way into a TNEF stream or out of one. Calls only note what shall be done; Finish does it.
 * @spec itnefiunknown
 */
export interface ITnef extends IUnknown {
  /**
   * Says which properties go into the stream, or do not. For encoding alone.
   *
   * @param ulFlags `TNEF_PROP_INCLUDE` for those listed, `TNEF_PROP_EXCLUDE` for all but those listed;
   *   `TNEF_PROP_MESSAGE_ONLY` or `TNEF_PROP_ATTACHMENTS_ONLY` for where they are looked for; `TNEF_PROP_CONTAINED`
   *   for one attachment, whose data `lpvData` may replace; `TNEF_PROP_CONTAINED_TNEF` for an embedded message whose
   *   TNEF stream `lpvData` is
   * @param ulElemID the attachment's `PR_ATTACH_NUM`, with the last two flags; else 0
   * @param lpvData the stream, with the last two flags; else null
   * @param lpPropList the properties; null for none
   * @returns `S_OK`
   * @spec itnef-addprops
   */
  AddProps(ulFlags: number, ulElemID: number, lpvData: IStream | null, lpPropList: readonly PropTag[] | null): Hr;
  /**
   * Says which properties are taken out of the stream, and takes them. For decoding alone.
   *
   * @param ulFlags `TNEF_PROP_INCLUDE` for those listed, `TNEF_PROP_EXCLUDE` for all but those listed
   * @param lpPropList the properties; null for none
   * @returns `S_OK` with what could not be decoded; `MAPI_E_CORRUPT_DATA` when the stream is damaged
   * @spec itnef-extractprops
   */
  ExtractProps(ulFlags: number, lpPropList: readonly PropTag[] | null): Out<readonly STnefProblem[]>;
  /**
   * Does all that was noted: writes the stream, whose pointer then stands behind the data, or writes what was decoded
   * into the message. Single problems do not stop it.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the key and the problems
   * @spec itnef-finish
   */
  Finish(ulFlags?: number): Out<TnefFinished>;
  /**
   * Opens the text of a message with the places of its attachments marked, or taken out again.
   *
   * @param lpMessage the message; it needn't be the one that the object was opened for
   * @param ulFlags `MAPI_MODIFY` to write; `MAPI_CREATE`, together with it, to make the text or discard it
   * @returns `S_OK` with the stream
   * @spec itnef-opentaggedbody
   */
  OpenTaggedBody(lpMessage: IMessage, ulFlags?: number): Out<IStream>;
  /**
   * Puts values into the stream that the message does not have, or has otherwise. The message stays as it is. For
   * encoding alone.
   *
   * @param ulFlags `TNEF_PROP_CONTAINED` for an attachment or an embedded message, else 0
   * @param ulElemID its `PR_ATTACH_NUM`
   * @param lpProps the values
   * @returns `S_OK`
   * @spec itnef-setprops
   */
  SetProps(ulFlags: number, ulElemID: number, lpProps: readonly PropValue[]): Hr;
  /**
   * Puts a view of the recipients into the stream, with its columns and its order.
   *
   * @param ulFlags reserved, 0
   * @param lpRecipientTable the view; null for the message's own table
   * @returns `S_OK`
   * @spec itnef-encoderecips
   */
  EncodeRecips(ulFlags: number, lpRecipientTable: IMAPITable | null): Hr;
  /**
   * Encodes the message itself, or one attachment, now: AddProps and SetProps in one. Only when the object was opened
   * with `TNEF_COMPONENT_ENCODING`.
   *
   * @param ulFlags `TNEF_COMPONENT_MESSAGE` or `TNEF_COMPONENT_ATTACHMENT`
   * @param ulComponentID the attachment's `PR_ATTACH_NUM`; 0 for the message
   * @param lpCustomPropList tags for the values; null for none
   * @param lpCustomProps as many values, in the same order; null for none
   * @param lpPropList properties to encode as they are; null for none
   * @returns `S_OK` with what could not be encoded
   * @spec itnef-finishcomponent
   */
  FinishComponent(
    ulFlags: number,
    ulComponentID: number,
    lpCustomPropList: readonly PropTag[] | null,
    lpCustomProps: readonly PropValue[] | null,
    lpPropList: readonly PropTag[] | null,
  ): Out<readonly STnefProblem[]>;
}

/** The IID of {@link ITnef:interface}. */
export const ITnef: Iid<ITnef> = iid<ITnef, IUnknown>(
  'ITnef',
  '00020319-0000-0000-C000-000000000046',
  IUnknown,
  {
    // The page allows streams alone behind this pointer.
    AddProps: '(ULONG ulFlags, ULONG ulElemID, [unique] LPVOID lpvData, [unique] LPSPropTagArray lpPropList)',
    ExtractProps: '(ULONG ulFlags, [unique] LPSPropTagArray lpPropList, [out, unique] LPSTnefProblemArray *lpProblems)',
    Finish: '(ULONG ulFlags, [out] WORD *lpKey, [out, unique] LPSTnefProblemArray *lpProblems)',
    OpenTaggedBody: '(LPMESSAGE lpMessage, ULONG ulFlags, [out] LPSTREAM *lppStream)',
    SetProps: '(ULONG ulFlags, ULONG ulElemID, ULONG cValues, [size_is(cValues)] LPSPropValue lpProps)',
    EncodeRecips: '(ULONG ulFlags, [unique] LPMAPITABLE lpRecipientTable)',
    FinishComponent:
      '(ULONG ulFlags, ULONG ulComponentID, [unique] LPSPropTagArray lpCustomPropList, [unique] LPSPropValue lpCustomProps, [unique] LPSPropTagArray lpPropList, [out, unique] LPSTnefProblemArray *lpProblems)',
  },
  'later',
);
