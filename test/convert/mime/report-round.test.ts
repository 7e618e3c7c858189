import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import { readMail, readMime, renderMime } from '../../../src/convert/index.js';
import {
  type IMAPIFolder as Folder,
  IMessage,
  type IMsgStore,
  PR_MESSAGE_CLASS_W,
  PR_REPORT_DISPOSITION_W,
  PR_REPORT_TIME,
} from '../../../src/mapi/index.js';
import { inboxOf, newStore } from '../../providers/store/mailbox/stores.js';
import { useLedger } from '../../support/ledger.js';
import { bytesOf } from './letters.js';
import { shown } from './shown.js';

let store: IMsgStore;
let inbox: Folder;
beforeEach(async () => {
  store = await newStore();
  inbox = await inboxOf(store);
});
afterEach(() => {
  inbox.Release();
  store.Release();
});

useLedger();

/** Read into a store, and written again. */
async function again(bytes: Uint8Array): Promise<Buffer> {
  using message = await ok(inbox.CreateMessage(IMessage));
  await readMail(message, bytes);
  await ok(message.SaveChanges(2));
  return await bytesOf(await renderMime(message));
}

/** What a report says to machines: groups of fields. */
function groups(bytes: Buffer): readonly ReadonlyMap<string, string>[] {
  const text = bytes.toString('latin1').replaceAll(/\r\n[ \t]+/g, ' ');
  const [, part = ''] =
    /\r\nContent-Type: message\/(?:delivery-status|disposition-notification)[^\r]*\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n--/i.exec(
      text,
    ) ?? [];
  return part
    .split('\r\n\r\n')
    .map(
      (group) =>
        new Map(group.split('\r\n').map((line) => [line.split(':', 1)[0] ?? '', line.replace(/^[^:]*: */, '')])),
    );
}

const report = (kind: string, machine: string): Buffer =>
  Buffer.from(
    `From: mx@example.org\r\nTo: ann@example.org\r\nSubject: Report\r\nDate: Mon, 5 Jan 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=${kind}; boundary=b\r\n\r\n--b\r\n\r\nWords.\r\n--b\r\nContent-Type: message/${kind}\r\n\r\n${machine}\r\n--b--\r\n`,
  );

const delivery = (...recipients: readonly string[]): Buffer =>
  report('delivery-status', ['Reporting-MTA: dns; mx.example.org\r\n', ...recipients].join('\r\n'));

describe('RFC 3464 section 2.3: what became of each recipient is the same when a report is written again', () => {
  test.each(['failed', 'delayed', 'delivered', 'relayed', 'expanded'])('section 2.3.3: %s', async (action) => {
    const status = action === 'failed' ? '5.0.0' : action === 'delayed' ? '4.0.0' : '2.0.0';
    const [, group] = groups(
      await again(delivery(`Final-Recipient: rfc822; bob@example.org\r\nAction: ${action}\r\nStatus: ${status}\r\n`)),
    );
    expect([group?.get('Action'), group?.get('Status')]).toEqual([action, status]);
  });

  test('each by itself where they differ, with status codes that MAPI has no number for', async () => {
    const came = [
      ['failed', '5.1.10'],
      ['delayed', '4.4.7'],
      ['relayed', '2.1.9'],
      ['expanded', '2.0.0'],
      ['delivered', '2.1.5'],
      ['failed', '5.7.60'],
    ];
    const written = await again(
      delivery(
        ...came.map(
          ([action, status], at) =>
            `Final-Recipient: rfc822; r${at}@example.org\r\nAction: ${action}\r\nStatus: ${status}\r\n`,
        ),
      ),
    );
    const told = (bytes: Buffer): unknown =>
      groups(bytes)
        .slice(1)
        .map((group) => [group.get('Action'), group.get('Status')]);
    expect(told(written)).toEqual(came);
    expect(told(await again(written))).toEqual(came);
  });
});

describe('RFC 8098 section 3.2.6: a disposition is the same when a report is written again', () => {
  test.each([
    'manual-action/MDN-sent-manually; displayed',
    'automatic-action/MDN-sent-automatically; deleted/error',
    'automatic-action/MDN-sent-automatically; dispatched/warning,superseded',
    'manual-action/MDN-sent-automatically; displayed/error,x-reason',
  ])('%s', async (disposition) => {
    const bytes = report(
      'disposition-notification',
      `Final-Recipient: rfc822; mx@example.org\r\nDisposition: ${disposition}\r\nError: odd\r\n`,
    );
    const written = await again(bytes);
    expect(groups(written)[0]?.get('Disposition')).toBe(disposition);
    expect(groups(await again(written))[0]?.get('Disposition')).toBe(disposition);
    expect(groups(written)[0]?.get('Error')).toBe('odd');
  });

  test('modifiers do not outlive the disposition that they are of, nor smuggle anything in', async () => {
    using message = await ok(inbox.CreateMessage(IMessage));
    await readMail(
      message,
      report(
        'disposition-notification',
        'Final-Recipient: rfc822; b@example.org\r\nDisposition: a/b; displayed/error\r\n',
      ),
    );
    await ok(message.SetProps([[PR_REPORT_DISPOSITION_W, 'deleted']]));
    expect(groups(await bytesOf(await renderMime(message)))[0]?.get('Disposition')).toBe('a/b; deleted');
    const evil = await again(
      report(
        'disposition-notification',
        'Disposition: a/b; displayed/error\r\n x: y,=?utf-8?q?=0D=0AX-Evil:_1?=,ok\r\n',
      ),
    );
    expect(groups(evil)[0]?.get('Disposition')).toBe('a/b; displayed/ok');
    expect(evil.toString()).not.toContain('X-Evil');
  });
});

test('reports say the same again, whatever they say', async () => {
  const token = fc.stringMatching(/^[a-z]{1,8}$/);
  const status = fc.tuple(fc.constantFrom(2, 4, 5), fc.nat(20), fc.nat(120)).map((parts) => parts.join('.'));
  const recipient = fc.record({
    address: token.map((name) => `${name}@example.org`),
    action: fc.constantFrom('failed', 'delayed', 'delivered', 'relayed', 'expanded'),
    status,
    diagnostic: fc.option(fc.constantFrom('550 no such user', '550 5.1.1 unknown', '451 4.7.1 later'), { nil: null }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(recipient, { minLength: 1, maxLength: 4 }), async (recipients) => {
      const machine = recipients.map(
        (one) =>
          `Final-Recipient: rfc822; ${one.address}\r\nAction: ${one.action}\r\nStatus: ${one.status}\r\n${one.diagnostic === null ? '' : `Diagnostic-Code: smtp; ${one.diagnostic}\r\n`}`,
      );
      const told = groups(await again(delivery(...machine))).slice(1);
      expect(told.map((group) => [group.get('Final-Recipient'), group.get('Action'), group.get('Status')])).toEqual(
        recipients.map((one) => [`rfc822; ${one.address}`, one.action, one.status]),
      );
    }),
    { numRuns: 25 },
  );
});

test('the reports of the corpus are the same reports when they are written and read again', async () => {
  const folder = new URL('../../corpus/mime/', import.meta.url);
  const names = readdirSync(folder).filter((name) => /^report-.*\.eml$/.test(name));
  const about = (bytes: Buffer): string => {
    const { props, recipients } = readMime(bytes);
    const kept = props.filter(([tag]) => tag === PR_MESSAGE_CLASS_W || tag === PR_REPORT_DISPOSITION_W);
    const rows = recipients.map((row) => row.filter(([tag]) => tag !== PR_REPORT_TIME));
    return shown({ props: kept, named: [], recipients: rows, attachments: [] });
  };
  let reports = 0;
  for (const name of names) {
    const bytes = readFileSync(new URL(name, folder));
    const type = readMime(bytes).props.find(([tag]) => tag === PR_MESSAGE_CLASS_W)?.[1];
    if (!/^REPORT\..*(?:NDR|DR|DELAYED)$/.test(String(type))) continue;
    reports++;
    const written = await again(bytes);
    expect(about(written), name).toBe(about(bytes));
  }
  expect(reports).toBeGreaterThan(4);
});
