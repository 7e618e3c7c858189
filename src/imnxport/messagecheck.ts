import { acquire, ComError, E_INVALIDARG, E_OUTOFMEMORY, IStream, syncStreamOf } from '../com/index.js';
import { lengthOfList } from './addresslist.js';
import { ADDRESSES, MESSAGE_BYTES } from './limits.js';
import { DSNRET_DEFAULT, DSNRET_FULL, DSNRET_HDRS } from './types/dsnret.js';
import type { SMTPMESSAGE, SMTPMESSAGE2 } from './types/smtpmessage.js';

/**
 * Checks what the SendMessage page checks first: that there is a message with a stream, within the limits.
 *
 * @param message the message as the caller built it
 * @throws {ComError} `E_INVALIDARG`; `E_OUTOFMEMORY`
 * @spec oe-ismtptransport-sendmessage
 */
export function checkMessage(message: SMTPMESSAGE): void {
  if (typeof message !== 'object' || message === null) throw new ComError(E_INVALIDARG, 'pMessage is NULL');
  if (lengthOfList(message.rAddressList) > ADDRESSES) {
    checkStream(message.pstmMsg, 'pstmMsg', 0);
    throw new ComError(E_OUTOFMEMORY, `the address list has more than ${ADDRESSES} entries`);
  }
  checkStream(message.pstmMsg, 'pstmMsg', message.cbSize ?? 0);
}

/**
 * Checks a stream argument.
 *
 * @param argument what the caller passed
 * @param name the parameter's documented name
 * @param size the size that the caller told, 0 for unknown
 * @throws {ComError} `E_INVALIDARG` when it is no living stream; `E_OUTOFMEMORY` when it is too large
 */
export function checkStream(argument: unknown, name: string, size: number): void {
  try {
    acquire(argument, IStream, name).Release();
  } catch (cause) {
    throw new ComError(E_INVALIDARG, `${name} is no living stream`, { cause });
  }
  const bytes = Math.max(Number(size) || 0, syncStreamOf(argument)?.sizeSync() ?? 0);
  if (bytes > MESSAGE_BYTES)
    throw new ComError(E_OUTOFMEMORY, `the message has ${bytes} bytes, at most ${MESSAGE_BYTES} are taken`);
}

/** What SendMessage2 adds to a message. */
export interface Reports {
  /** ENVID. */
  readonly envelopeId?: string;
  /** RET. */
  readonly ret?: 'full' | 'hdrs';
}

/**
 * Reads what SendMessage2 adds.
 *
 * @param message the message as the caller built it
 * @throws {ComError} `E_INVALIDARG` for an ENVID that RFC 3461 section 4.4 does not allow, or a RET that is none
 * @spec oe-smtpmessage2
 */
export function readReports(message: SMTPMESSAGE2): Reports {
  const { pszDSNENVID, dsnRet = DSNRET_DEFAULT } = message;
  if (pszDSNENVID && !/^[ -~]{1,100}$/.test(pszDSNENVID))
    throw new ComError(E_INVALIDARG, 'pszDSNENVID is not printable ASCII of at most 100 characters');
  if (![DSNRET_DEFAULT, DSNRET_FULL, DSNRET_HDRS].includes(dsnRet))
    throw new ComError(E_INVALIDARG, `dsnRet is ${dsnRet}, which is none`);
  return {
    ...(pszDSNENVID ? { envelopeId: pszDSNENVID } : {}),
    ...(dsnRet === DSNRET_FULL ? { ret: 'full' as const } : dsnRet === DSNRET_HDRS ? { ret: 'hdrs' as const } : {}),
  };
}
