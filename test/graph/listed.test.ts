import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../src/com/index.js';
import {
  IMAPIFolder,
  MAPI_BEST_ACCESS,
  MAPI_UNICODE,
  PR_BODY_W,
  PR_ENTRYID,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_MESSAGE_FLAGS,
  PR_RTF_COMPRESSED,
  PR_SUBJECT_W,
  type PropValue,
  prop,
} from '../../src/mapi/index.js';
import { messagesAtHand } from '../../src/subsystem/index.js';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

/** Puts a message with these properties into Drafts. */
async function put(props: readonly PropValue[]): Promise<void> {
  const { store } = office.session;
  const { lppUnk } = await ok(store.OpenEntry(await drafts(), IMAPIFolder, MAPI_BEST_ACCESS));
  using folder = lppUnk;
  using message = await ok(folder.CreateMessage(null, 0));
  await ok(message.SetProps(props));
  await ok(message.SaveChanges());
}

const drafts = async (): Promise<Uint8Array> => {
  const { json } = await office.ask('GET', '/me/mailFolders/drafts');
  return new Uint8Array(Buffer.from(json.id, 'base64url'));
};

const rtf = String.raw`{\rtf1\ansi Only in {\b RTF}}`;

// MS-OXRTFCP 2.1.3.1.1: a header of sixteen bytes, and MELA where nothing is compressed.
function uncompressed(text: string): Uint8Array {
  const bytes = Buffer.alloc(16 + text.length);
  bytes.writeUInt32LE(text.length + 12, 0);
  bytes.writeUInt32LE(text.length, 4);
  bytes.write('MELA', 8, 'latin1');
  bytes.write(text, 16, 'latin1');
  return new Uint8Array(bytes);
}

describe('a message in a list', () => {
  test('is what it is alone, whatever is in it', async () => {
    const large = 'a line of a long letter\r\n'.repeat(4000);
    await office.draft({ subject: 'plain', body: { contentType: 'text', content: 'Two lines\r\nand "quotes" \\ \t' } });
    await office.draft({
      subject: 'Überschrift “with” everything',
      body: { contentType: 'html', content: '<p>Ünï <b>cödé</b>&nbsp;</p>' },
      from: person('me@example.com', 'Me Myself'),
      toRecipients: [person('a@example.com', 'Ä "A"'), person('b@example.com')],
      ccRecipients: [person('c@example.com', 'C')],
      bccRecipients: [person('d@example.com', 'D')],
      replyTo: [person('answers@example.com', 'Answers')],
      categories: ['Red', 'Blau & Grün'],
      importance: 'high',
      isReadReceiptRequested: true,
      isDeliveryReceiptRequested: true,
      flag: { flagStatus: 'flagged', dueDateTime: { dateTime: '2026-12-01T00:00:00', timeZone: 'UTC' } },
      attachments: [{ '@odata.type': '#microsoft.graph.fileAttachment', name: 'a', contentBytes: 'YQ==' }],
    });
    await office.draft({ subject: 'no body at all' });
    await office.draft({ body: { contentType: 'text', content: `${' \r\n'.repeat(200)}${'word '.repeat(200)}` } });
    await office.draft({ subject: 'long', body: { contentType: 'text', content: large } });
    await office.draft({ subject: 'long', body: { contentType: 'html', content: `<p>${large}</p>` } });
    await office.draft({ subject: 'emoji', body: { contentType: 'text', content: '😀'.repeat(300) } });
    await put([prop(PR_SUBJECT_W, 'RTF'), prop(PR_RTF_COMPRESSED, uncompressed(rtf))]);
    await put([prop(PR_SUBJECT_W, 'HTML alone'), prop(PR_HTML, new TextEncoder().encode('<p>alone</p>'))]);
    const latin = Uint8Array.from(Buffer.from('<p>Caf\xe9</p>', 'latin1'));
    await put([prop(PR_HTML, latin), prop(PR_INTERNET_CPID, 28591), prop(PR_BODY_W, 'Café')]);
    await put([prop(PR_BODY_W, 'read'), prop(PR_MESSAGE_FLAGS, 1)]);

    for (const prefer of ['outlook.body-content-type="html"', 'outlook.body-content-type="text"']) {
      const headers = { prefer };
      const list = await office.ask('GET', '/me/mailFolders/drafts/messages?$top=50', { headers });
      expect(list.json.value).toHaveLength(11);
      for (const listed of list.json.value) {
        const alone = await office.ask('GET', `/me/messages/${listed.id}`, { headers });
        const { '@odata.context': _, ...rest } = alone.json;
        expect(listed).toEqual(rest);
        expect(Object.keys(listed)).toEqual(Object.keys(rest));
      }
    }
    const bodies = await office.ask('GET', '/me/messages?$select=body,bodyPreview&$filter=subject eq %27RTF%27');
    expect(bodies.json.value[0].bodyPreview).toBe('Only in RTF');
  });

  test('has only what is selected', async () => {
    const { json } = await office.ask('GET', "/me/messages?$select=subject,from&$filter=subject eq 'plain'");
    expect(json.value).toEqual([
      {
        '@odata.etag': expect.any(String),
        id: expect.any(String),
        subject: 'plain',
        from: person('me@example.com', 'Me Myself'),
      },
    ]);
  });
});

describe('messages at hand', () => {
  test('are those that there are: none that is gone, no folder', async () => {
    const { store } = office.session;
    const place = await drafts();
    const { lppUnk } = await ok(store.OpenEntry(place, IMAPIFolder, MAPI_BEST_ACCESS));
    using folder = lppUnk;
    const kept = await office.draft({ subject: 'kept', toRecipients: [person('x@example.com', 'X')] });
    const gone = await office.draft({ subject: 'gone' });
    const [keptId, goneId] = [kept, gone].map(({ id }) => new Uint8Array(Buffer.from(id, 'base64url')));
    await ok(folder.DeleteMessages([goneId as Uint8Array], 0, null, 0));
    const house = messagesAtHand(folder);
    const found = house?.messagesAtHand([keptId as Uint8Array, goneId as Uint8Array, place], true) ?? [];
    expect(found.map((message) => message?.get(PR_SUBJECT_W) ?? null)).toEqual(['kept', null, null]);
    expect(found[0]?.get(PR_ENTRYID)).toEqual(keptId);
    expect(found[0]?.recipients).toHaveLength(1);
    expect(house?.messagesAtHand([keptId as Uint8Array], false)[0]?.recipients).toEqual([]);
    using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
    expect(messagesAtHand(table as unknown as typeof folder)).toBeNull();
  });
});
