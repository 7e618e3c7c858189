import { randomBytes } from 'node:crypto';
import { fileTimeNow } from '../../base/index.js';
import { authError, unexpectedChallenge } from './auth-error.js';
import { type Credentials, optional, required } from './credentials.js';
import {
  answerTargetInfo,
  authenticateMessage,
  isNtlmMessage,
  type NtlmChallenge,
  negotiateMessage,
  ntlmFlags,
  readChallenge,
  writeMic,
} from './ntlm-messages.js';
import { hmacMd5, type NtlmResponses, ntlmV1, ntlmV1Extended, ntlmV2 } from './ntlm-responses.js';
import type { SaslContext, SaslMechanism } from './sasl-mechanism.js';

const OFFERED =
  ntlmFlags.unicode |
  ntlmFlags.oem |
  ntlmFlags.requestTarget |
  ntlmFlags.ntlm |
  ntlmFlags.alwaysSign |
  ntlmFlags.extendedSecurity |
  ntlmFlags.targetInfo;

/**
 * NTLM, once called Secure Password Authentication: negotiate, challenge, authenticate. The server's flags choose the
 * form: version 2 when it sends target information (with a MIC when that holds its clock), else version 1 with or
 * without extended session security; the plainest is what Exim's `spa` driver understands. Nothing is signed or
 * sealed after the logon, so no session key is exchanged.
 *
 * @param credentials `user` (or `DOMAIN\user`) and `password`; `domain` and `workstation` when they are known
 * @param context `nonce` and `now` for tests
 * @returns the mechanism
 * @throws {WireError} `bad-argument` when a part is missing or contains NUL, CR or LF
 * @spec MS-NLMP section 3.1.5.1
 * @spec MS-SMTPNTLM section 3.1
 */
export function ntlm(credentials: Credentials, context: SaslContext): SaslMechanism {
  const account = accountOf(credentials);
  const negotiate = negotiateMessage(OFFERED);
  let state: 'negotiate' | 'challenge' | 'done' = 'challenge';
  return {
    name: 'NTLM',
    cleartext: false,
    initialResponse: negotiate,
    step: (challenge) => {
      const now = state;
      if (now === 'challenge' && !isNtlmMessage(challenge)) {
        // MS-SMTPNTLM lets a server say `334 NTLM supported` first, and only then wants the negotiate message.
        state = 'negotiate';
        return negotiate;
      }
      state = 'done';
      if (now === 'done') throw unexpectedChallenge('NTLM');
      return authenticate(account, negotiate, challenge, context);
    },
    done: () => {},
  };
}

interface Account {
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  readonly workstation: string;
}

function accountOf(credentials: Credentials): Account {
  const given = required(credentials, 'user', 'NTLM');
  const password = required(credentials, 'password', 'NTLM');
  const workstation = optional(credentials, 'workstation') ?? '';
  const backslash = given.indexOf('\\');
  const domain = optional(credentials, 'domain') ?? (backslash < 0 ? '' : given.slice(0, backslash));
  const user = given.slice(backslash + 1);
  if (user === '') throw authError('bad-argument', 'NTLM needs a user name after the domain.');
  return { user, password, domain, workstation };
}

function authenticate(
  account: Account,
  negotiate: Uint8Array,
  challengeBytes: Uint8Array,
  context: SaslContext,
): Uint8Array {
  const challenge = readChallenge(challengeBytes);
  const responses = respond(account, challenge, context);
  const { domain, user, workstation } = account;
  const names = { domain, user, workstation };
  const flags = agreed(challenge.flags);
  if (challenge.timestamp === null) return authenticateMessage({ ...names, flags, lm: responses.lm, nt: responses.nt });

  // MS-NLMP section 3.1.5.1.2: with the server's clock in hand the LM response is zero and the three messages get a MIC.
  const message = authenticateMessage({ ...names, flags, lm: Buffer.alloc(24), nt: responses.nt });
  writeMic(message, hmacMd5(responses.sessionKey, Buffer.concat([negotiate, challengeBytes, message])));
  return message;
}

/** What both sides said they know, and exactly one of the two character sets. */
function agreed(flags: number): number {
  const both = OFFERED & flags & ~(ntlmFlags.unicode | ntlmFlags.oem);
  return both | ((flags & ntlmFlags.unicode) !== 0 ? ntlmFlags.unicode : ntlmFlags.oem);
}

function respond(account: Account, challenge: NtlmChallenge, context: SaslContext): NtlmResponses {
  const { serverChallenge, targetInfo, timestamp } = challenge;
  const clientChallenge = Buffer.from(context.nonce?.() ?? randomBytes(8)).subarray(0, 8);
  if (targetInfo !== null) {
    return ntlmV2({
      ...account,
      serverChallenge,
      clientChallenge,
      time: timestamp ?? fileTime(context.now?.() ?? fileTimeNow()),
      targetInfo: answerTargetInfo(targetInfo, timestamp !== null),
    });
  }
  if ((challenge.flags & ntlmFlags.extendedSecurity) !== 0) {
    return ntlmV1Extended(account.password, serverChallenge, clientChallenge);
  }
  return ntlmV1(account.password, serverChallenge);
}

function fileTime(time: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, time));
  return bytes;
}
