import { describe, expect, test } from 'vitest';
import { readMime, renderMime } from '../../../src/convert/index.js';
import {
  AUTO_RESPONSE_SUPPRESS_NRN,
  AUTO_RESPONSE_SUPPRESS_RN,
  PR_AUTO_RESPONSE_SUPPRESS,
  PR_NON_RECEIPT_NOTIFICATION_REQUESTED,
  PR_READ_RECEIPT_REQUESTED,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';
import { inboxOf, newStore } from '../../providers/store/mailbox/stores.js';
import { useLedger } from '../../support/ledger.js';
import { letter, textOf } from './letters.js';

useLedger();

const BOTH = AUTO_RESPONSE_SUPPRESS_RN | AUTO_RESPONSE_SUPPRESS_NRN;

/** What a message asks for: read, nonread, and what it wants left out. */
function asked(...fields: readonly string[]): readonly unknown[] {
  const { props } = readMime(Buffer.from(['From: ann@example.org', ...fields, '', 'Hello.'].join('\r\n')));
  const value = (tag: number): unknown => props.find(([one]) => one === tag)?.[1] ?? null;
  return [PR_READ_RECEIPT_REQUESTED, PR_NON_RECEIPT_NOTIFICATION_REQUESTED, PR_AUTO_RESPONSE_SUPPRESS].map(value);
}

const receipt = 'Disposition-Notification-To: ann@example.org';

describe('Reports of reading', () => {
  test('are asked for by Disposition-Notification-To, both of them', () => {
    expect(asked(receipt)).toEqual([true, true, null]);
    expect(asked()).toEqual([null, null, null]);
  });

  test('are asked for of mail that was not read alone, when X-Auto-Response-Suppress leaves the other out', () => {
    expect(asked(receipt, 'X-Auto-Response-Suppress: RN, OOF')).toEqual([null, true, 0x14]);
    expect(asked(receipt, 'X-Auto-Response-Suppress: RN, NRN')).toEqual([true, true, BOTH]);
    expect(asked(receipt, 'X-Auto-Response-Suppress: All')).toEqual([true, true, -1]);
  });

  test.each([
    ['Auto-Submitted: auto-generated'],
    ['Auto-Submitted: Auto-Replied (vacation)'],
    ['Auto-Submitted: x-new; parameter=1'],
    ['Return-Path: <>'],
    ['Precedence: bulk'],
    ['Precedence: list'],
    ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b'],
  ])(
    'RFC 3834 section 2, RFC 8098 section 2.1: are not made for what nobody wrote, or what went to many: %s',
    (field) => {
      expect(asked(receipt, field)).toEqual([true, true, BOTH]);
      expect(asked(receipt, field, 'X-Auto-Response-Suppress: OOF')).toEqual([true, true, BOTH | 0x10]);
      expect(asked(field)).toEqual([null, null, null]);
    },
  );

  test.each([
    ['Auto-Submitted: no'],
    ['Auto-Submitted: No (by hand)'],
    ['Return-Path: <ann@example.org>'],
    ['Precedence: first-class'],
  ])('are made for what somebody wrote: %s', (field) => {
    expect(asked(receipt, field)).toEqual([true, true, null]);
  });

  test.each([
    ['neither', [], [null, null, null]],
    ['nonread', [prop(PR_NON_RECEIPT_NOTIFICATION_REQUESTED, true)], [null, true, AUTO_RESPONSE_SUPPRESS_RN]],
    ['read', [prop(PR_READ_RECEIPT_REQUESTED, true)], [true, true, null]],
    [
      'both',
      [prop(PR_READ_RECEIPT_REQUESTED, true), prop(PR_NON_RECEIPT_NOTIFICATION_REQUESTED, true)],
      [true, true, null],
    ],
  ] as [string, PropValue[], unknown[]][])(
    'that a message asks for travel in its header: %s',
    async (_, props, read) => {
      using store = await newStore();
      using inbox = await inboxOf(store);
      using message = await letter(inbox, [
        prop(PR_SENDER_NAME_W, 'Ann'),
        prop(PR_SENDER_ADDRTYPE_W, 'SMTP'),
        prop(PR_SENDER_EMAIL_ADDRESS_W, 'ann@example.org'),
        ...props,
      ]);
      const text = await textOf(await renderMime(message));
      expect(asked(...text.split('\r\n\r\n', 1))).toEqual(read);
    },
  );
});
