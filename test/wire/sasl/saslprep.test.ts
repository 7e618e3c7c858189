import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WireError } from '../../../src/wire/error.js';
import { saslprep } from '../../../src/wire/sasl/saslprep.js';
import { refused } from './thrown.js';

describe('RFC 4013 section 3: the examples', () => {
  test.each([
    ['I\u00adX', 'IX', 'SOFT HYPHEN mapped to nothing'],
    ['user', 'user', 'no transformation'],
    ['USER', 'USER', 'case preserved'],
    ['\u00aa', 'a', 'output is NFKC, input in ISO 8859-1'],
    ['\u2168', 'IX', 'output is NFKC'],
  ])('%j becomes %j: %s', (input, output) => {
    expect(saslprep(input, 'stored')).toBe(output);
  });

  test('U+0007 is a prohibited character', () => {
    expect(refused('bad-argument', () => saslprep('\u0007', 'query')).message).toContain('U+0007');
  });

  test('U+0627 U+0031 fails the bidirectional check', () => {
    refused('bad-argument', () => saslprep('\u0627\u0031', 'query'));
  });
});

describe('RFC 4013 section 2', () => {
  test('2.1: spaces other than U+0020 become it, table B.1 becomes nothing', () => {
    expect(saslprep('a\u00a0b\u3000c\u200d\ufe0fd', 'stored')).toBe('a b cd');
  });

  test('2.2: composes and folds compatibility characters', () => {
    expect(saslprep('e\u0301\ufb01', 'stored')).toBe('éfi');
  });

  test.each([
    ['C.2.1', '\u007f'],
    ['C.2.2', 'a\u0085'],
    ['C.3', '\ue000'],
    ['C.4', '\ufdd0'],
    ['C.5', '\ud800'],
    ['C.6', '\ufffd'],
    ['C.7', '\u2ff0'],
    ['C.8', '\u202e'],
    ['C.9', '\u{e0001}'],
  ])('2.3: prohibits table %s', (_, input) => {
    refused('bad-argument', () => saslprep(input, 'query'));
  });

  test('2.4: right-to-left text stands alone, and starts and ends itself', () => {
    expect(saslprep('\u05d0\u0031\u05d1', 'stored')).toBe('\u05d0\u0031\u05d1');
    refused('bad-argument', () => saslprep('\u05d0a\u05d1', 'stored'));
    refused('bad-argument', () => saslprep('\u0031\u05d0', 'stored'));
  });

  test('2.5: unassigned code points pass in queries and not in stored strings', () => {
    expect(saslprep('\u{1f600}', 'query')).toBe('\u{1f600}');
    refused('bad-argument', () => saslprep('\u{1f600}', 'stored'));
  });

  test('no refusal repeats the password', () => {
    expect(refused('bad-argument', () => saslprep('hunter2\ue000', 'stored')).message).not.toMatch(
      /hunter2|E000|\ue000/,
    );
  });
});

describe('any string', () => {
  test('is prepared once and for all, or refused by name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (input) => {
        let prepared: string;
        try {
          prepared = saslprep(input, 'query');
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
          return;
        }
        expect(prepared).toBe(prepared.normalize('NFKC'));
        expect(saslprep(prepared, 'query')).toBe(prepared);
      }),
      { numRuns: 1000 },
    );
  });
});
