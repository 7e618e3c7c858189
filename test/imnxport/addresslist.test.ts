import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ComError } from '../../src/com/index.js';
import { notifyOf, readAddressList } from '../../src/imnxport/addresslist.js';
import {
  ADDR_DSN_MASK,
  ADDR_DSN_NEVER,
  ADDR_FROM,
  ADDR_TO,
  type INETADDR,
  type INETADDRLIST,
  IXP_E_INVALID_ADDRESS_LIST,
} from '../../src/imnxport/index.js';

const atom = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}$/);
const address = fc
  .tuple(atom, atom, fc.constantFrom('example.org', 'mail.example.com', '[192.0.2.1]'))
  .map(([first, second, domain]) => `${first}.${second}@${domain}`);
const bits = fc.constantFrom(0, 16, 32, 64, 96, 128, 224);
const recipient = fc.record({ addrtype: bits.map((b) => ADDR_TO | b), szEmail: address });
const sender = fc.record({ addrtype: fc.constant(ADDR_FROM), szEmail: fc.oneof(address, fc.constant('')) });

/** An independent reading of RFC 5321 section 4.1.2: what may stand between angle brackets and stay there. */
function harmless(text: string): boolean {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 32 || c === 127) return false;
    if (quoted && text[i] === '\\') i++;
    else if (text[i] === '"') quoted = !quoted;
    else if (!quoted && ' <>'.includes(text[i] ?? '')) return false;
  }
  return !quoted;
}

describe('an address list', () => {
  test('of good addresses keeps every one, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(recipient, sender), { maxLength: 40 }), (prgAddress) => {
        const { from, to, wantsDsn } = readAddressList({ prgAddress });
        const isSender = (a: INETADDR): boolean => (a.addrtype & 1) === ADDR_FROM;
        const recipients = prgAddress.filter((a) => !isSender(a));
        expect(from).toBe(prgAddress.findLast(isSender)?.szEmail ?? null);
        expect(to.map((r) => r.address)).toEqual(recipients.map((a) => a.szEmail));
        expect(wantsDsn).toBe(recipients.some((a) => (a.addrtype & ADDR_DSN_MASK) !== 0));
      }),
    );
  });

  test('of anything at all is either read or IXP_E_INVALID_ADDRESS_LIST, and what is read cannot leave its brackets', () => {
    const nasty = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[a-z"\\<>@ .\r\n[\]:,;()]{0,40}$/),
      address,
      fc.anything(),
    );
    const entry = fc.oneof(fc.record({ addrtype: fc.oneof(fc.integer(), bits), szEmail: nasty }), fc.anything());
    const list = fc.oneof(
      fc.record({
        cAddress: fc.oneof(fc.integer({ max: 50 }), fc.anything()),
        prgAddress: fc.array(entry, { maxLength: 5 }),
      }),
      fc.record({ prgAddress: fc.array(entry, { maxLength: 5 }) }),
      fc.constantFrom(null, undefined),
    );
    fc.assert(
      fc.property(list, (given) => {
        try {
          const { from, to } = readAddressList(given as INETADDRLIST);
          for (const text of [from ?? '', ...to.map((r) => r.address)])
            expect(harmless(text), JSON.stringify(text)).toBe(true);
        } catch (error) {
          if (!(error instanceof ComError)) throw error;
          expect(error.hr).toBe(IXP_E_INVALID_ADDRESS_LIST);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('NOTIFY words are those of the bits, and NEVER stands alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (type) => {
        const words = notifyOf(type);
        if ((type & ADDR_DSN_MASK) === 0) expect(words).toBeUndefined();
        else if (type & ADDR_DSN_NEVER) expect(words).toEqual(['never']);
        else expect(words?.length).toBe([32, 64, 128].filter((bit) => type & bit).length);
      }),
    );
  });
});
