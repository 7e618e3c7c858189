import { randomUUID } from 'node:crypto';

/** A message as it is sent, complete enough that no server needs to add a header field. */
export interface LetterOptions {
  /** The Subject, ASCII unless the test is about SMTPUTF8. */
  readonly subject?: string;
  /** The body with CRLF line ends; octets as they are. */
  readonly body?: string | Buffer;
}

/** Composes a message of octets that a server has no reason to change. */
export function letter({ subject = 'interop', body = 'Hello.\r\n' }: LetterOptions = {}): Buffer {
  const head = [
    'From: Sender <sender@example.test>',
    'To: Box <box@example.test>',
    `Subject: ${subject}`,
    'Date: Fri, 20 Nov 2026 19:15:25 +0000',
    `Message-ID: <${randomUUID()}@example.test>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'utf8'), Buffer.from(body)]);
}

/** A message as it lies in a maildir: these servers end lines with LF there. */
export function asStored(sent: Buffer): Buffer {
  return Buffer.from(sent.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

/** Lines that SMTP clients get wrong: dots, emptiness, blanks, what looks like a command, and the longest ones allowed. */
export const awkwardLines: Buffer = Buffer.from(
  [
    '.',
    '..',
    '.hidden',
    '...',
    '',
    '',
    ' ',
    'trailing blanks   ',
    '\ttab',
    'From the beginning of a line',
    'QUIT',
    'DATA',
    'BDAT 10 LAST',
    `.${'x'.repeat(997)}`,
    'y'.repeat(998),
    '.',
    '',
  ].join('\r\n'),
);

/** Text in UTF-8, so with octets above 127. RFC 6152 section 3 lets it pass where 8BITMIME is offered. */
export const eightBitLines: Buffer = Buffer.from('Grüße aus Köln\r\nпривет\r\n.日本語\r\n', 'utf8');

/** Every octet but NUL, CR and LF, in lines of 64, some beginning with a dot. */
export const everyOctet: Buffer = Buffer.concat(
  Array.from({ length: 256 }, (_, octet) => {
    const line = Buffer.alloc(64, octet === 0 || octet === 10 || octet === 13 ? 0x2e : octet);
    return Buffer.concat([line, Buffer.from('\r\n')]);
  }),
);

/** A body of many megabytes whose every line is different, so that a lost, doubled or moved block shows. */
export function bulk(bytes: number): Buffer {
  const lines: string[] = [];
  for (let length = 0, line = 0; length < bytes; line++) {
    const text = `${line % 7 === 0 ? '.' : ''}${line} ${'abcdefghijklmnopqrstuvwxyz'.repeat(3).slice(line % 26)}\r\n`;
    lines.push(text);
    length += text.length;
  }
  return Buffer.from(lines.join(''), 'latin1');
}
