import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WireError } from '../../../src/wire/error.js';
import { mechanism } from '../../../src/wire/sasl/index.js';
import { ntlmV1, ntlmV1Extended, ntlmV2 } from '../../../src/wire/sasl/ntlm-responses.js';
import { bytes, hex, refused } from './thrown.js';

// MS-NLMP section 4.2.1: the values that all its examples share.
const serverChallenge = hex('0123456789abcdef');
const clientChallenge = hex('aaaaaaaaaaaaaaaa');
const account = { user: 'User', domain: 'Domain', password: 'Password', workstation: 'COMPUTER' };
const domainAndServer = '02000c0044006f006d00610069006e00 01000c00530065007200760065007200';
const context = { host: 'h', port: 25, nonce: () => clientChallenge, now: () => 0n };

describe('MS-NLMP section 4.2: the published responses', () => {
  test('4.2.2: version 1', () => {
    const { nt, lm, sessionKey } = ntlmV1('Password', serverChallenge);
    expect(nt.toString('hex')).toBe('67c43011f30298a2ad35ece64f16331c44bdbed927841f94');
    expect(lm).toEqual(nt);
    expect(sessionKey.toString('hex')).toBe('d87262b0cde4b1cb7499becccdf10784');
  });

  test('4.2.3: version 1 with extended session security', () => {
    const { nt, lm, sessionKey } = ntlmV1Extended('Password', serverChallenge, clientChallenge);
    expect(nt.toString('hex')).toBe('7537f803ae367128ca458204bde7caf81e97ed2683267232');
    expect(lm.toString('hex')).toBe('aaaaaaaaaaaaaaaa00000000000000000000000000000000');
    expect(sessionKey.toString('hex')).toBe('eb93429a8bd952f8b89c55b87f475edc');
  });

  test('4.2.4: version 2', () => {
    const targetInfo = hex(`${domainAndServer} 00000000`);
    const { nt, lm, sessionKey } = ntlmV2({
      ...account,
      serverChallenge,
      clientChallenge,
      time: Buffer.alloc(8),
      targetInfo,
    });
    expect(nt.subarray(0, 16).toString('hex')).toBe('68cd0ab851e51c96aabc927bebef6a1c');
    expect(nt.subarray(16).toString('hex')).toBe(
      `01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000${targetInfo.toString('hex')}00000000`,
    );
    expect(lm.toString('hex')).toBe('86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa');
    expect(sessionKey.toString('hex')).toBe('8de40ccadbc14a82f15cb0ad0de95ca3');
  });
});

describe('MS-NLMP section 3.1.5.1: the dialog', () => {
  test('negotiates first, and tells neither domain nor workstation', () => {
    const first = Buffer.from(mechanism('NTLM', account, context).initialResponse ?? []);
    expect(first.subarray(0, 12)).toEqual(hex('4e544c4d53535000 01000000'));
    expect(first.subarray(16)).toEqual(Buffer.alloc(24));
  });

  test("a plain challenge, as of Exim's spa driver, is answered by version 1", () => {
    const answer = authenticate(challenge(0x0000_8201, null));
    expect(answer.nt.toString('hex')).toBe('67c43011f30298a2ad35ece64f16331c44bdbed927841f94');
    expect(answer.lm).toEqual(answer.nt);
    expect(answer.user.toString('utf16le')).toBe('User');
    expect(answer.domain.toString('utf16le')).toBe('Domain');
    expect(answer.workstation.toString('utf16le')).toBe('COMPUTER');
    expect(answer.flags).toBe(0x0000_8201);
    expect(answer.mic).toEqual(Buffer.alloc(16));
  });

  test('extended session security without target information is answered by its own form', () => {
    const answer = authenticate(challenge(0x0008_8201, null));
    expect(answer.nt.toString('hex')).toBe('7537f803ae367128ca458204bde7caf81e97ed2683267232');
  });

  test('target information is answered by version 2', () => {
    const answer = authenticate(challenge(0x0088_8201, hex(`${domainAndServer} 00000000`)));
    expect(answer.nt.subarray(0, 16).toString('hex')).toBe('68cd0ab851e51c96aabc927bebef6a1c');
    expect(answer.lm.toString('hex')).toBe('86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa');
    expect(answer.mic).toEqual(Buffer.alloc(16));
  });

  test("the server's clock is used, the LM response is zero, and a MIC covers the three messages", () => {
    const time = '0090d336b734c301';
    const pairs = `${domainAndServer} 0600040001000000 07000800${time}`;
    const sent = challenge(0x0088_8201, hex(`${pairs} 00000000`));
    const answer = authenticate(sent);
    expect(answer.lm).toEqual(Buffer.alloc(24));
    const temp = answer.nt.subarray(16);
    expect(temp.subarray(8, 16).toString('hex')).toBe(time);
    // The server's own flag is kept beside ours, once.
    expect(temp.subarray(28).toString('hex')).toBe(
      hex(`${domainAndServer} 07000800${time} 0600040003000000 00000000 00000000`).toString('hex'),
    );
    const md5 = (key: Buffer, ...data: Buffer[]) => createHmac('md5', key).update(Buffer.concat(data)).digest();
    // NTOWFv2 of the example account, published in section 4.2.4.1.1.
    const key = hex('0c868a403bfd7a93a3001ef22ef02e3f');
    expect(answer.nt.subarray(0, 16)).toEqual(md5(key, serverChallenge, temp));
    const zeroed = Buffer.from(answer.message);
    zeroed.fill(0, 72, 88);
    const negotiate = Buffer.from(mechanism('NTLM', account, context).initialResponse ?? []);
    expect(answer.mic).toEqual(md5(md5(key, answer.nt.subarray(0, 16)), negotiate, sent, zeroed));
  });

  test('a domain written into the user name is split off, and a domain of its own wins', () => {
    const { domain: _, ...rest } = account;
    const split = authenticate(challenge(0x201, null), { ...rest, user: 'Domain\\User' });
    expect(split.domain.toString('utf16le')).toBe('Domain');
    expect(split.user.toString('utf16le')).toBe('User');
    const own = authenticate(challenge(0x201, null), { ...rest, user: 'Other\\User', domain: 'Domain' });
    expect(own.domain.toString('utf16le')).toBe('Domain');
  });

  test('a server without Unicode gets ASCII names, and none that are not', () => {
    const answer = authenticate(challenge(0x202, null));
    expect(answer.user.toString('latin1')).toBe('User');
    expect(answer.flags).toBe(0x202);
    refused('unsupported', () => authenticate(challenge(0x202, null), { ...account, user: 'Jürgen' }));
  });

  test('MS-SMTPNTLM: a server that first says it is supported gets the negotiate message then', () => {
    const dialog = mechanism('NTLM', account, context);
    expect(dialog.step(bytes('NTLM supported'))).toEqual(dialog.initialResponse);
    expect(Buffer.from(dialog.step(challenge(0x201, null))).readUInt32LE(8)).toBe(3);
    refused('protocol', () => dialog.step(challenge(0x201, null)));
  });

  test('a server that never comes to its challenge gets no second chance', () => {
    const dialog = mechanism('NTLM', account, context);
    dialog.step(bytes('NTLM supported'));
    refused('protocol', () => dialog.step(bytes('NTLM supported')));
  });

  test('refuses a user name that is only a domain', () => {
    refused('bad-argument', () => mechanism('NTLM', { user: 'Domain\\', password: 'x' }, context));
  });
});

describe('MS-NLMP section 2.2.1.2: hostile challenges', () => {
  const whole = challenge(0x0088_8201, hex(`${domainAndServer} 070008000090d336b734c301 00000000`));

  test('a challenge cut anywhere is malformed, and nothing else', () => {
    for (let length = 9; length < whole.length; length += 1) {
      refused('protocol', () => authenticate(whole.subarray(0, length)));
    }
  });

  test('target information that points outside, or never ends', () => {
    const outside = Buffer.from(whole);
    outside.writeUInt32LE(0xffff_fff0, 44);
    refused('protocol', () => authenticate(outside));
    refused('protocol', () => authenticate(challenge(0x0088_8201, hex(domainAndServer))));
    refused('protocol', () => authenticate(challenge(0x0088_8201, hex('0700040001020304 00000000'))));
    refused('protocol', () => authenticate(challenge(0x0088_8201, hex('0100ff0001020304 00000000'))));
  });

  test('any change of a byte is answered or refused by name', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (position, value) => {
        const changed = Buffer.from(whole);
        changed[position] = value;
        const dialog = mechanism('NTLM', account, context);
        try {
          expect(dialog.step(changed).length).toBeGreaterThanOrEqual(40);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function challenge(flags: number, targetInfo: Buffer | null): Buffer {
  const header = Buffer.alloc(48);
  header.set(bytes('NTLMSSP\0'));
  header.writeUInt32LE(2, 8);
  header.writeUInt32LE(flags, 20);
  header.set(serverChallenge, 24);
  if (targetInfo === null) return header;
  header.writeUInt16LE(targetInfo.length, 40);
  header.writeUInt16LE(targetInfo.length, 42);
  header.writeUInt32LE(48, 44);
  return Buffer.concat([header, targetInfo]);
}

/** Reads the AUTHENTICATE message by its offsets, as a server would. MS-NLMP section 2.2.1.3. */
function authenticate(serverMessage: Uint8Array, credentials: object = account) {
  const message = Buffer.from(mechanism('NTLM', credentials, context).step(serverMessage));
  expect(message.subarray(0, 12)).toEqual(hex('4e544c4d53535000 03000000'));
  const field = (at: number) => {
    const offset = message.readUInt32LE(at + 4);
    const length = message.readUInt16LE(at);
    expect(offset + length).toBeLessThanOrEqual(message.length);
    return message.subarray(offset, offset + length);
  };
  return {
    message,
    lm: field(12),
    nt: field(20),
    domain: field(28),
    user: field(36),
    workstation: field(44),
    sessionKey: field(52),
    flags: message.readUInt32LE(60),
    mic: message.subarray(72, 88),
  };
}
