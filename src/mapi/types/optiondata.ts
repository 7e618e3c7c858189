import type { Guid } from '../../com/index.js';
import type { PropValue } from './propvalue.js';

/** The options that a transport offers for messages or recipients of one address type (`IXPLogon::RegisterOptions`). */
export interface OPTIONDATA {
  /** OPTION_TYPE_RECIPIENT 1 or OPTION_TYPE_MESSAGE 2. */
  readonly ulFlags: number;
  /** The recipients it is for; null for all of the address type. */
  readonly lpRecipGUID: Guid | null;
  /** The address type. */
  readonly lpszAdrType: string;
  /** The DLL whose function shows the options. */
  readonly lpszDLLName: string;
  /** The ordinal of that function. */
  readonly ulOrdinal: number;
  /** What that function gets. */
  readonly lpbOptionsData: Uint8Array;
  /** The options with their usual values. */
  readonly lpOptionsProps: readonly PropValue[];
}
