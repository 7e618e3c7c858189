import { type Guid, guidFromBytes } from '../../com/index.js';
import {
  type EntryId,
  OPTION_TYPE_MESSAGE,
  OPTION_TYPE_RECIPIENT,
  type OPTIONDATA,
  type PropValue,
} from '../../mapi/index.js';

/** For what options are wanted. */
export interface OptionQuestion {
  readonly addressType: string | null;
  readonly what: 'message' | 'recipient';
  /** The recipient; null when it is not about one. */
  readonly entryId: EntryId | null;
}

/**
 * The usual values of the options for a message or a recipient, of the first transport that has some: those for the provider that
 * made the recipient's entry ID before those for its address type, as recipients are given to transports.
 *
 * @param offered what the transports have registered, in their order
 * @param question for what
 * @returns the values; null when no transport has such options
 */
export function chosenOptions(
  offered: readonly OPTIONDATA[],
  { addressType, what, entryId }: OptionQuestion,
): readonly PropValue[] | null {
  const kind = what === 'message' ? OPTION_TYPE_MESSAGE : OPTION_TYPE_RECIPIENT;
  const fitting = offered.filter(({ ulFlags }) => (ulFlags & kind) !== 0);
  const maker = makerOf(entryId);
  const found =
    (maker !== null && fitting.find(({ lpRecipGUID }) => lpRecipGUID === maker)) ||
    (addressType !== null &&
      fitting.find(({ lpRecipGUID, lpszAdrType }) => lpRecipGUID === null && lpszAdrType === addressType));
  return found ? Object.freeze([...found.lpOptionsProps]) : null;
}

const makerOf = (entryId: EntryId | null): Guid | null =>
  entryId instanceof Uint8Array && entryId.length >= 20 ? guidFromBytes(entryId.subarray(4, 20)) : null;
