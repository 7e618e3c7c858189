import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guid } from '../../../../src/com/index.js';
import {
  MAPI_BCC,
  MAPI_CC,
  MAPI_E_CORRUPT_DATA,
  MAPI_P1,
  MAPI_SUBMITTED,
  MAPI_TO,
} from '../../../../src/mapi/index.js';
import {
  compressRtf,
  contentsOfRtf,
  createConversationIndex,
  decompressRtf,
  displayList,
  htmlOfText,
  parseConversationIndex,
  rtfOfHtml,
  rtfOfText,
  subjectParts,
  textOfHtml,
  textOfRtf,
} from '../../../../src/subsystem/index.js';

describe('The parts of a subject', () => {
  test.each([
    ['RE: lunch', 'RE: ', 'lunch'],
    ['a: b', 'a: ', 'b'],
    ['Žád: čas', 'Žád: ', 'čas'],
    ['RE: FW: lunch', 'RE: ', 'FW: lunch'],
    ['lunch', '', 'lunch'],
    ['Note: lunch', '', 'Note: lunch'],
    ['RE:lunch', '', 'RE:lunch'],
    ['R2: lunch', '', 'R2: lunch'],
    [' RE: lunch', '', ' RE: lunch'],
    [': lunch', '', ': lunch'],
    ['', '', ''],
  ])('%j begins with %j', (subject, prefix, normalized) => {
    expect(subjectParts(subject)).toEqual({ prefix, normalized });
  });

  test('an explicit prefix of any length counts if the subject begins with it', () => {
    expect(subjectParts('Antwort: Essen', 'Antwort: ')).toEqual({ prefix: 'Antwort: ', normalized: 'Essen' });
    expect(subjectParts('RE: lunch', '')).toEqual({ prefix: '', normalized: 'RE: lunch' });
    expect(subjectParts('RE: lunch', 'FW: ')).toEqual({ prefix: 'RE: ', normalized: 'lunch' });
  });

  test('together they are the subject', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (subject, explicit) => {
        const { prefix, normalized } = subjectParts(subject, explicit);
        expect(prefix + normalized).toBe(subject);
      }),
    );
  });
});

describe('Display lists', () => {
  const recipients = [
    { type: MAPI_TO, name: 'Ann' },
    { type: MAPI_CC, name: 'Ben; of the post' },
    { type: MAPI_TO | MAPI_SUBMITTED, name: 'Cleo' },
    { type: MAPI_TO | MAPI_P1, name: 'Ann' },
  ];
  test('name the recipients of a kind in their order, with semicolons only between them', () => {
    expect(displayList(recipients, MAPI_TO)).toBe('Ann; Cleo');
    expect(displayList(recipients, MAPI_CC)).toBe('Ben, of the post');
  });
  test('are empty without recipients', () => {
    expect(displayList(recipients, MAPI_BCC)).toBe('');
  });
});

describe('The conversation index', () => {
  const name = guid('00112233-4455-6677-8899-AABBCCDDEEFF');
  const now = 0x01d5_1234_5678_9abcn;
  const root = createConversationIndex(null, { now, guid: name });
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

  test('of a first message: the upper 48 bits of the time, then the GUID', () => {
    expect(hex(root)).toBe('01d512345678' + '33221100554477668899aabbccddeeff');
    expect(parseConversationIndex(root)).toEqual({ began: 0x01d5_1234_5678_0000n, guid: name, replies: [] });
  });

  test('of a reply within 1.8 years: a 0 bit and the difference without its 18 low bits', () => {
    const later = 0x01d5_1234_5678_0000n + (5n << 18n) + 77n;
    const reply = createConversationIndex(root, { now: later, random: 0xa, sequence: 3 });
    expect(hex(reply.subarray(22))).toBe('00000005a3');
    expect(parseConversationIndex(reply)?.replies).toEqual([
      { time: 0x01d5_1234_5678_0000n + (5n << 18n), random: 10, sequence: 3 },
    ]);
  });

  test('of a later reply: a 1 bit and the difference without its 23 low bits; the bit changes at 2 to the 49', () => {
    const began = 0x01d5_1234_5678_0000n;
    const at = (difference: bigint) =>
      hex(createConversationIndex(root, { now: began + difference, random: 0 }).subarray(22));
    expect(at((1n << 49n) - 1n)).toBe('7fffffff00');
    expect(at(1n << 49n)).toBe('8400000000');
  });

  test('a clock that went back counts as no time', () => {
    const reply = createConversationIndex(root, { now: 0n, random: 0 });
    expect(hex(reply.subarray(22))).toBe('0000000000');
  });

  test('an empty or malformed parent begins a conversation', () => {
    for (const parent of [
      new Uint8Array(0),
      root.subarray(1),
      Buffer.concat([root, Buffer.alloc(4)]),
      new Uint8Array(22),
    ]) {
      expect(parseConversationIndex(parent)).toBeNull();
      expect(createConversationIndex(parent, { now })).toHaveLength(22);
    }
  });

  test('grows by a reply each and keeps what was', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 1n << 53n }), { maxLength: 10 }), (differences) => {
        let index = root;
        for (const difference of differences) {
          const next = createConversationIndex(index, { now: now + difference });
          expect(hex(next).startsWith(hex(index))).toBe(true);
          index = next;
        }
        const parsed = parseConversationIndex(index);
        expect(parsed?.replies).toHaveLength(differences.length);
        for (const [n, difference] of differences.entries()) {
          const away = now + difference - (parsed?.replies[n]?.time ?? 0n);
          expect(away >= 0n && away < 1n << 24n).toBe(true);
        }
      }),
    );
  });

  test('never throws on foreign bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void parseConversationIndex(bytes)));
  });
});

describe('PR_RTF_COMPRESSED', () => {
  const sum = { hr: MAPI_E_CORRUPT_DATA };

  // Taken from the published description of the format: the two texts with their compressed forms.
  test.each([
    [
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
      '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232' + '0af32068656c090020627705b06c647d0a800fa0',
    ],
    ['{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}', '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0'],
  ])('%j is read', (text, hex) => {
    expect(Buffer.from(decompressRtf(Buffer.from(hex, 'hex'))).toString('latin1')).toBe(text);
  });

  test('repeats cost little', () => {
    const text = Buffer.from('{\\rtf1\\ansi\\deff0 '.padEnd(50_000, 'the same again \\par\r\n'));
    expect(compressRtf(text).length).toBeLessThan(text.length / 5);
  });

  const text = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }),
    fc.string({ maxLength: 3000 }).map((s) => Buffer.from(s)),
    fc
      .array(fc.constantFrom('\\par', 'aaaa', '{\\f0', 'b', ' hello', '\r\n'), { maxLength: 3000 })
      .map((words) => Buffer.from(words.join(''))),
  );

  test('comes back as it was, compressed or only wrapped', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (rtf, compress) => {
        expect(Buffer.compare(decompressRtf(compressRtf(rtf, compress)), rtf)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('MAPI_E_CORRUPT_DATA for whatever else: foreign bytes, one byte changed, cut off', () => {
    const safely = (bytes: Uint8Array): Uint8Array | null => {
      try {
        return decompressRtf(bytes);
      } catch (error) {
        expect(error).toMatchObject(sum);
        return null;
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void safely(bytes)));
    const good = compressRtf(Buffer.from('{\\rtf1 hello hello hello}'));
    for (let cut = 0; cut < good.length; cut++)
      expect(() => decompressRtf(good.subarray(0, cut))).toThrow(expect.objectContaining(sum));
    for (let at = 8; at < good.length; at++) {
      const bad = Uint8Array.from(good);
      bad[at] = (bad[at] as number) ^ 0x10;
      expect(safely(bad)).toBeNull();
    }
  });

  test('a size that is a lie costs no memory', () => {
    const lie = Buffer.from(compressRtf(Buffer.from('x')));
    lie.writeUInt32LE(0x7fffffff, 4);
    expect(() => decompressRtf(lie)).toThrow(expect.objectContaining(sum));
  });
});

describe('Forms of a body', () => {
  const words = fc.array(fc.constantFrom('Grüße', 'Łódź', '\\', '{', '}', '<b>', '&amp;', '日本', '😀', 'a', '\t'), {
    maxLength: 30,
  });

  test('text comes back from RTF', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const plain = parts.join(' ');
        expect(contentsOfRtf(rtfOfText(plain))).toMatchObject({ mode: 'text', text: plain });
      }),
    );
  });

  test('line ends of all kinds come back as CR LF', () => {
    expect(contentsOfRtf(rtfOfText('one\ntwo\r\nthree\rfour')).text).toBe('one\r\ntwo\r\nthree\r\nfour');
  });

  test('HTML comes back from RTF, and its text is what readers of RTF see', () => {
    const html = '<html><body><p>Grüße <b>aus</b> {Łódź} \\ 😀</p>\r\n<p>zwei</p></body></html>';
    const rtf = rtfOfHtml(html);
    expect(contentsOfRtf(rtf)).toMatchObject({ mode: 'html', text: html });
    expect(Buffer.from(rtf).toString('latin1')).toMatch(/^[\x20-\x7e\r\n]*$/);
  });

  test('text comes back from HTML', () => {
    expect(textOfHtml(htmlOfText('one & <two>\r\nthree "four"'))).toBe('one & <two>\r\nthree "four"');
    expect(textOfHtml('<h1>Title</h1><p>Hello <a href="http://a.example/">link</a></p><img src="x.png">')).toBe(
      'Title\r\n\r\nHello link [http://a.example/]',
    );
  });

  test('text of RTF that was made by hand', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1250{\fonttbl{\f0 Arial;}}{\*\generator x;}\uc1 Hello\par \u321?\'f3d\'9f \{x\}\tab{\b bold}\~end}`;
    expect(textOfRtf(Buffer.from(rtf, 'latin1'))).toBe('Hello\r\nŁódź {x}\tbold\u00a0end');
    expect(contentsOfRtf(Buffer.from(rtf, 'latin1')).mode).toBe('text');
  });

  test('never throws on broken RTF', () => {
    const pieces = fc.array(
      fc.constantFrom('{', '}', '\\', "\\'", '\\u', '\\uc9', '\\rtf1', '\\fromhtml1', '{\\*\\htmltag', 'x', '\r'),
      { maxLength: 30 },
    );
    fc.assert(fc.property(pieces, (parts) => typeof contentsOfRtf(Buffer.from(parts.join(''))).text === 'string'));
  });
});
