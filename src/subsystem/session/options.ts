import { ComError } from '../../com/index.js';
import {
  changePropType,
  MAPI_E_INVALID_PARAMETER,
  type PropValue,
  PT_STRING8,
  PT_UNICODE,
  propType,
} from '../../mapi/index.js';
import { defaultCodePage, narrowed } from '../props/index.js';
import type { SessionCore } from './core.js';

/**
 * The usual values of the options that the session's transports have for messages or recipients.
 *
 * @param core the session
 * @param addressType the address type
 * @param what whose options
 * @param unicode whether texts are Unicode
 * @returns the values; none when no transport has options
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for what is no address type
 */
export async function usualOptions(
  core: SessionCore,
  addressType: string,
  what: 'message' | 'recipient',
  unicode: boolean,
): Promise<readonly PropValue[]> {
  core.requireLife();
  const usual = (await core.mail.defaultOptions(requireAddressType(addressType), what)) ?? [];
  return unicode ? usual : Object.freeze(usual.map(narrow));
}

/** @throws {ComError} `MAPI_E_INVALID_PARAMETER` for what is no address type */
export function requireAddressType(addressType: string): string {
  if (typeof addressType === 'string' && addressType !== '') return addressType;
  throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpszAdrType is no address type');
}

const narrow = (entry: PropValue): PropValue =>
  propType(entry[0]) === PT_UNICODE
    ? [changePropType(entry[0], PT_STRING8), narrowed(entry[1] as string, defaultCodePage)]
    : entry;
