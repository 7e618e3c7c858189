import { readdirSync, readFileSync } from 'node:fs';
// @ts-expect-error It has no types, and is here to be compared with alone.
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { type MessagePlan, readMime } from '../../../src/convert/index.js';
import {
  PR_ATTACH_LONG_FILENAME_W,
  PR_BODY_W,
  PR_EMAIL_ADDRESS_W,
  PR_RECIPIENT_TYPE,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
} from '../../../src/mapi/index.js';

interface Parsed {
  readonly subject?: string;
  readonly text?: string;
  readonly from?: { readonly value: readonly One[] };
  readonly to?: { readonly value: readonly One[] };
  readonly cc?: { readonly value: readonly One[] };
  readonly attachments: readonly {
    readonly filename?: string;
    readonly contentType: string;
    readonly content: Buffer;
  }[];
}
interface One {
  readonly address?: string;
  readonly group?: readonly One[];
}

const read = simpleParser as (bytes: Buffer, options: object) => Promise<Parsed>;

const folder = new URL('../../corpus/mime/', import.meta.url);
const value = <T>(props: readonly PropValue[], tag: PropTag<T>): T | undefined =>
  props.find(([one]) => one === tag)?.[1] as T | undefined;
const addresses = (field: Parsed['to']): string[] =>
  (field?.value ?? []).flatMap((one) => one.group ?? [one]).flatMap(({ address }) => address || []);
const recipients = (plan: MessagePlan, type: number): string[] =>
  // Who is named without an address is a recipient here and nobody there.
  plan.recipients
    .filter((row) => value(row, PR_RECIPIENT_TYPE) === type)
    .flatMap((row) => value(row, PR_EMAIL_ADDRESS_W) ?? []);
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

// Where the two differ on purpose: signed and encrypted mail is one attachment, reports tell of other recipients, charsets
// that mailparser does not know, a header of a digest, texts that are attached.
const names = [
  'amp',
  'apple',
  'chinese',
  'chinese-big5',
  'cyrillic',
  'cyrillic-html',
  'delsp',
  'eai',
  'gmail',
  'groups',
  'header-only',
  'html-meta',
  'japanese',
  'japanese-euc',
  'korean',
  'list-mailman',
  'outlook',
  'rfc2231',
  'thunderbird',
  'ukrainian',
  'utf7',
  'vcard',
  'plain',
  'people',
  'wishes',
  'thread',
  'thread-outlook',
  'alternative',
  'inline-image',
  'calendar',
  'broken',
];

// HTML beside several texts; a blank that is stuffed, and a quoted paragraph, which mailparser leaves as they came.
const OTHER_TEXT: ReadonlySet<string> = new Set(['calendar', 'delsp', 'thunderbird']);

test.each(names)('mailparser reads the same subject, people, text and attachments: %s', async (name) => {
  const bytes = readFileSync(new URL(`${name}.eml`, folder));
  const [plan, parsed] = [readMime(bytes), await read(bytes, { skipHtmlToText: true, skipTextToHtml: true })];
  expect(value(plan.props, PR_SUBJECT_W)).toBe(parsed.subject);
  expect(value(plan.props, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W)).toBe(addresses(parsed.from)[0]);
  expect(recipients(plan, 1)).toEqual(addresses(parsed.to));
  expect(recipients(plan, 2)).toEqual(addresses(parsed.cc));
  if (!OTHER_TEXT.has(name)) expect(flat(value(plan.props, PR_BODY_W) ?? '')).toBe(flat(parsed.text ?? ''));
  expect(plan.attachments.map(({ props }) => value(props, PR_ATTACH_LONG_FILENAME_W)?.toLowerCase())).toEqual(
    parsed.attachments.map(({ filename }) => filename?.split('/').pop()?.toLowerCase()),
  );
  expect(plan.attachments.map(({ content }) => flat(Buffer.from(content as Uint8Array).toString('latin1')))).toEqual(
    parsed.attachments.map(({ content }) => flat(content.toString('latin1'))),
  );
});

test('the corpus is all there', () => {
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(names.map((name) => `${name}.eml`)));
});
