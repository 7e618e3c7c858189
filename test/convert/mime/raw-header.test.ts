import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readMime } from '../../../src/convert/index.js';
import {
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropTag,
} from '../../../src/mapi/index.js';

/** Subject, sender's name, and whether the header is kept as it was meant. */
function read(text: string, charset: string): readonly unknown[] {
  const { props } = readMime(iconv.encode(text.replaceAll('\n', '\r\n'), charset));
  const value = (tag: PropTag<string>): string => String(props.find(([one]) => one === tag)?.[1]);
  const header = text.split('\n\n')[0]?.replaceAll('\n', '\r\n');
  return [value(PR_SUBJECT_W), value(PR_SENDER_NAME_W), value(PR_TRANSPORT_MESSAGE_HEADERS_W) === `${header}\r\n`];
}

const from = (name: string, subject: string, ...fields: string[]): string =>
  [`From: "${name}" <a@example.org>`, `Subject: ${subject}`, ...fields, '', 'Text'].join('\n');

describe('Letters beyond ASCII in a header that nobody has encoded', () => {
  test('are UTF-8 where they can be, whatever the text is in', () => {
    expect(read(from('Jürgen', 'Grüße', 'Content-Type: text/plain; charset=koi8-r'), 'utf8')).toEqual([
      'Grüße',
      'Jürgen',
      true,
    ]);
  });

  test.each([
    ['koi8-r', 'Иван', 'Привет, мир'],
    ['windows-1251', 'Иван', 'Привет, мир'],
    ['iso-8859-2', 'Łukasz', 'Żółw'],
    ['iso-8859-15', 'Žofie', 'Preis in €'],
    ['shift_jis', '山田', '表示'],
    ['big5', '張三', '功能'],
    ['euc-kr', '김철수', '안녕'],
    ['gb2312', '张三', '你好'],
  ])('are of the charset of the text: %s', (charset, name, subject) => {
    expect(read(from(name, subject, `Content-Type: text/plain; charset="${charset}"`), charset)).toEqual([
      subject,
      name,
      true,
    ]);
    const parts = `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=${charset}\n\nHi\n--b--`;
    expect(read(from(name, subject, parts), charset)).toEqual([subject, name, true]);
  });

  test('are of Western Europe where nothing is named, or what is named can not be', () => {
    expect(read(from('Jürgen', 'Preis: 5 €'), 'windows-1252')).toEqual(['Preis: 5 €', 'Jürgen', true]);
    for (const charset of ['us-ascii', 'unknown', 'iso-2022-jp', 'utf-16', 'utf-8'])
      expect(read(from('Jürgen', 'Grüße', `Content-Type: text/plain; charset=${charset}`), 'windows-1252')).toEqual([
        'Grüße',
        'Jürgen',
        true,
      ]);
    // A byte that this charset has no letter for.
    const { props } = readMime(
      Buffer.from(
        'From: a@example.org\r\nSubject: \xff\xfe\r\nContent-Type: text/plain; charset=shift_jis\r\n\r\n',
        'latin1',
      ),
    );
    expect(props.find(([tag]) => tag === PR_SUBJECT_W)?.[1]).toBe('ÿþ');
  });
});
