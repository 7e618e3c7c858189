import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, MAPI_E_TOO_COMPLEX } from '../../../src/mapi/index.js';

const found = (pattern: string, text: string): boolean => compilePattern(pattern)(text);

describe('patterns of RELOP_RE', () => {
  test.each([
    ['plain characters match anywhere', 'nut', 'Minutes', true],
    ['and not where they are not', 'nuts', 'Minutes', false],
    ['nothing matches everything', '', 'a', true],
    ['^ ties to the start', '^nut', 'Minutes', false],
    ['^ elsewhere is itself', 'a^b', 'a^b', true],
    ['$ ties to the end', 'tes$', 'Minutes', true],
    ['$ not at the end', 'nut$', 'Minutes', false],
    ['$ elsewhere is itself', 'a$b', 'a$b', true],
    ['^ and $ tie the whole', '^minutes$', 'Minutes', true],
    ['^$ is the empty text', '^$', '', true],
    ['^$ is nothing else', '^$', 'a', false],
    ['. is any one character', '^m.nutes$', 'minutes', true],
    ['. is one character beyond U+FFFF, too', '^.$', '\u{1f600}', true],
    ['. is not none', '^.$', '', false],
    ['* is none', '^ab*c$', 'ac', true],
    ['* is many', '^ab*c$', 'abbbc', true],
    ['* is no others', '^ab*c$', 'abdc', false],
    ['.* is anything', '^a.*z$', 'a to z', true],
    ['a set is one of its characters', '^gr[ae]y$', 'grey', true],
    ['a set is no other', '^gr[ae]y$', 'groy', false],
    ['a range', '^[a-f0-9]*$', 'c0ffee', true],
    ['beyond a range', '^[a-f]*$', 'g', false],
    ['a negated set', '^[^0-9]*$', 'none', true],
    ['a negated set refuses its own', '^[^0-9]*$', 'n1', false],
    ['] first in a set is itself', '^[]]$', ']', true],
    ['- last in a set is itself', '^[a-]*$', '-a', true],
    ['a backslash takes the next as it is', '^\\*\\.\\[\\\\$', '*.[\\', true],
    ['case does not count', '^MIN[A-Z]TES$', 'minutes', true],
    ['letters are letters however they are written', '^caf\u00e9$', 'cafe\u0301', true],
  ])('%s', (_, pattern, text, expected) => {
    expect(found(pattern, text)).toBe(expected);
  });

  test.each(['*', 'a**', '^*', '[', '[a', '[]', '[z-a]', 'a\\', '[a-'])('%s is malformed', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(expect.objectContaining({ hr: MAPI_E_TOO_COMPLEX }));
  });

  test('have at most 128 elements', () => {
    expect(found('a'.repeat(128), 'a'.repeat(128))).toBe(true);
    expect(() => compilePattern('a'.repeat(129))).toThrow(expect.objectContaining({ hr: MAPI_E_TOO_COMPLEX }));
  });

  test('look at the first 65,536 characters', () => {
    expect(found('b', `${'a'.repeat(65_535)}b`)).toBe(true);
    expect(found('b', `${'a'.repeat(65_536)}b`)).toBe(false);
  });

  test('agree with JavaScript where both know the notation', () => {
    const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', 'a*', 'b*', '.*', '[ab]*');
    const pattern = fc
      .tuple(fc.constantFrom('', '^'), fc.array(piece, { maxLength: 6 }), fc.constantFrom('', '$'))
      .map(([start, pieces, end]) => start + pieces.join('') + end);
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A'), maxLength: 8 });
    fc.assert(fc.property(pattern, text, (p, t) => found(p, t) === new RegExp(p, 'is').test(t)));
  });

  test('never throw anything but MAPI_E_TOO_COMPLEX', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab*.[]^$\\-') }), fc.string(), (p, t) => {
        try {
          expect(typeof found(p, t)).toBe('boolean');
        } catch (error) {
          expect(error).toMatchObject({ hr: MAPI_E_TOO_COMPLEX });
        }
      }),
    );
  });
});
