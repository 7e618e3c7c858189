import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  MAPI_BCC,
  MAPI_CC,
  MAPI_DIALOG,
  MAPI_DIALOG_MODELESS,
  MAPI_E_ATTACHMENT_NOT_FOUND,
  MAPI_E_ATTACHMENT_OPEN_FAILURE,
  MAPI_E_ATTACHMENT_TOO_LARGE,
  MAPI_E_BAD_RECIPTYPE,
  MAPI_E_FAILURE,
  MAPI_E_INVALID_RECIPS,
  MAPI_E_INVALID_SESSION,
  MAPI_E_LOGIN_FAILURE,
  MAPI_E_TEXT_TOO_LARGE,
  MAPI_E_TOO_MANY_FILES,
  MAPI_E_TOO_MANY_RECIPIENTS,
  MAPI_E_UNKNOWN_RECIPIENT,
  MAPI_FORCE_UNICODE,
  MAPI_ORIG,
  MAPI_RECEIPT_REQUESTED,
  MAPI_TO,
  MSGFLAG_READ,
  PR_DISPLAY_TO_W,
  PR_HASATTACH,
  PR_MESSAGE_FLAGS,
  PR_SUBJECT_W,
  SUCCESS_SUCCESS,
} from '../../../src/mapi/index.js';
import {
  createOneOffEntryId,
  endOfSimpleSessions,
  MAPISendDocuments,
  MAPISendMail,
  MAPISendMailW,
  type MapiFileDesc,
  type MapiMessage,
  type MapiRecipDesc,
} from '../../../src/subsystem/index.js';
import { maxFileBytes, maxFiles, maxRecipients, maxText } from '../../../src/subsystem/simple/limits.js';
import { useLedger } from '../../support/ledger.js';
import { Office } from './office.js';

const bob: MapiRecipDesc = { ulRecipClass: MAPI_TO, lpszName: 'Bob Baker', lpszAddress: 'SMTP:bob@example.org' };
const hello: MapiMessage = { lpszSubject: 'Hello', lpszNoteText: 'One\nTwo', lpRecips: [bob] };

describe('MAPISendMail', () => {
  useLedger();

  test('sends to each class by address, by entry identifier and by a name that is an address, with files', async () => {
    await using office = await Office.open();
    const path = join(office.desk.folder, 'figures.csv');
    writeFileSync(path, 'month,messages\n');
    const lpEntryID = createOneOffEntryId({
      name: 'Dora',
      addressType: 'SMTP',
      address: 'dora@example.org',
      richInfo: false,
    });
    const code = await MAPISendMail(
      0,
      0,
      {
        ...hello,
        flFlags: MAPI_RECEIPT_REQUESTED,
        lpOriginator: { ulRecipClass: MAPI_ORIG, lpszName: 'Somebody else' },
        lpRecips: [
          bob,
          { ulRecipClass: MAPI_CC, lpszAddress: 'mailto:carol@example.org' },
          { ulRecipClass: MAPI_BCC, lpEntryID },
          { ulRecipClass: MAPI_TO, lpszName: 'erin@example.org' },
        ],
        lpFiles: [
          { nPosition: 0xffffffff, lpszPathName: path },
          { nPosition: -1, lpszPathName: path, lpszFileName: 'renamed.txt' },
        ],
      },
      0,
    );
    expect(code).toBe(SUCCESS_SUCCESS);
    // What was copied is no longer needed.
    rmSync(path);
    await endOfSimpleSessions();
    const [got] = office.desk.server.got;
    expect(got?.from).toBe('me@example.com');
    expect([...(got?.to ?? [])].sort()).toEqual(['bob', 'carol', 'dora', 'erin'].map((name) => `${name}@example.org`));
    expect(got?.text).toContain('To: Bob Baker <bob@example.org>, erin@example.org');
    expect(got?.text).toContain('Subject: Hello');
    expect(got?.text).toContain('One\r\nTwo');
    expect(got?.text).toMatch(/filename="?figures\.csv/);
    expect(got?.text).toMatch(/filename="?renamed\.txt/);
    expect(got?.text).toMatch(/^disposition-notification-to:/im);
    expect(got?.text).not.toMatch(/dora@|Somebody else/);
    const [[subject, flags] = []] = await office.lying('sent', [PR_SUBJECT_W, PR_MESSAGE_FLAGS]);
    // Whoever has sent it has read it.
    expect([subject, Number(flags) & MSGFLAG_READ]).toEqual(['Hello', MSGFLAG_READ]);
    expect(await office.lying('outbox', [PR_SUBJECT_W])).toEqual([]);
  });

  test('works in a session that is open, and goes on sending after MAPILogoff', async () => {
    await using office = await Office.open();
    await office.session(async (session) => {
      for (const lpszSubject of ['One', 'Two'])
        expect(await MAPISendMailW(session, 0, { ...hello, lpszSubject }, MAPI_FORCE_UNICODE)).toBe(SUCCESS_SUCCESS);
    });
    await endOfSimpleSessions();
    // Two connections carry them, and nothing says which is faster.
    const subjects = office.desk.server.got.map(({ text }) => /^Subject: (.*)\r$/m.exec(text)?.[1]);
    expect(subjects.sort()).toEqual(['One', 'Two']);
  });

  test('refuses what its page refuses, and nothing of that is sent or stays', async () => {
    await using office = await Office.open();
    const { folder } = office.desk;
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    const code = (message: Partial<MapiMessage>, session = 0): Promise<number> =>
      MAPISendMail(session, 0, { ...hello, ...message }, 0);
    const to = (recip: Partial<MapiRecipDesc>) => code({ lpRecips: [bob, { ulRecipClass: MAPI_TO, ...recip }] });
    const file = (desc: Partial<MapiFileDesc>) => code({ lpFiles: [{ lpszPathName: null, ...desc }] });
    async function* endless(): AsyncGenerator<Uint8Array, void, undefined> {
      // A view that claims its length is enough: nobody reads what lies in it before the size is known.
      yield { length: maxFileBytes + 1 } as Uint8Array;
    }
    expect(await code({ lpRecips: [] })).toBe(MAPI_E_INVALID_RECIPS);
    expect(await to({})).toBe(MAPI_E_INVALID_RECIPS);
    expect(await to({ lpszAddress: 'SMTP:bob' })).toBe(MAPI_E_INVALID_RECIPS);
    expect(await to({ lpszAddress: 'bob@example.org\r\nRCPT TO:<eve@example.org>' })).toBe(MAPI_E_INVALID_RECIPS);
    expect(await to({ lpEntryID: new Uint8Array(24) })).toBe(MAPI_E_INVALID_RECIPS);
    expect(await to({ lpszName: 'Nobody Known' })).toBe(MAPI_E_UNKNOWN_RECIPIENT);
    expect(await to({ ulRecipClass: MAPI_ORIG, lpszName: 'x@example.org' })).toBe(MAPI_E_BAD_RECIPTYPE);
    expect(await to({ ulRecipClass: 4, lpszName: 'x@example.org' })).toBe(MAPI_E_BAD_RECIPTYPE);
    expect(await code({ lpRecips: Array(maxRecipients + 1).fill(bob) })).toBe(MAPI_E_TOO_MANY_RECIPIENTS);
    expect(await code({ lpszNoteText: 'x'.repeat(maxText + 1) })).toBe(MAPI_E_TEXT_TOO_LARGE);
    expect(await file({ lpszPathName: join(folder, 'missing') })).toBe(MAPI_E_ATTACHMENT_NOT_FOUND);
    expect(await file({ lpszPathName: '' })).toBe(MAPI_E_ATTACHMENT_NOT_FOUND);
    expect(await file({ lpszPathName: closed })).toBe(MAPI_E_ATTACHMENT_OPEN_FAILURE);
    expect(await file({ lpszPathName: 'large', content: endless() })).toBe(MAPI_E_ATTACHMENT_TOO_LARGE);
    expect(await code({ lpFiles: Array(maxFiles + 1).fill({ lpszPathName: 'x' }) })).toBe(MAPI_E_TOO_MANY_FILES);
    expect(await code({}, 12_345)).toBe(MAPI_E_INVALID_SESSION);
    expect(await MAPISendMail(0, 0, null as never, 0)).toBe(MAPI_E_FAILURE);
    expect(await MAPISendMailW(1, 0, hello, MAPI_DIALOG_MODELESS)).toBe(MAPI_E_FAILURE);
    for (const where of ['outbox', 'drafts', 'sent'] as const)
      expect(await office.lying(where, [PR_SUBJECT_W])).toEqual([]);
    expect(office.desk.server.got).toEqual([]);
    expect(office.notices.every(({ what, words }) => what === 'refused' && words !== '')).toBe(true);
  });

  test('without a profile it is MAPI_E_LOGIN_FAILURE', async () => {
    await using office = await Office.open();
    rmSync(join(office.desk.folder, 'profiles.json'));
    expect(await MAPISendMail(0, 0, hello, 0)).toBe(MAPI_E_LOGIN_FAILURE);
  });
});

describe('MAPI_DIALOG without a desktop', () => {
  useLedger();

  test('saves to Drafts, also what could not be sent, and says so', async () => {
    await using office = await Office.open();
    expect(await MAPISendMail(0, 0, hello, MAPI_DIALOG)).toBe(SUCCESS_SUCCESS);
    const who = { ulRecipClass: MAPI_TO, lpszName: 'Nobody Known' };
    expect(await MAPISendMailW(0, 0, { lpszSubject: 'Open', lpRecips: [who] }, MAPI_DIALOG_MODELESS)).toBe(0);
    expect(await MAPISendMail(0, 0, {}, MAPI_DIALOG)).toBe(SUCCESS_SUCCESS);
    const drafts = await office.lying('drafts', [PR_SUBJECT_W, PR_DISPLAY_TO_W]);
    expect(new Set(drafts.map(([subject, to]) => `${subject}: ${to}`))).toEqual(
      new Set(['Hello: Bob Baker', 'Open: Nobody Known', ': ']),
    );
    expect(office.notices.map((notice) => [notice.function, notice.what])).toEqual([
      ['MAPISendMail', 'saved'],
      ['MAPISendMailW', 'saved'],
      ['MAPISendMail', 'saved'],
    ]);
    expect(office.desk.server.got).toEqual([]);
  });

  test('sends where the settings say so, and saves what somebody has to finish', async () => {
    await using office = await Office.open({ dialog: 'send' });
    expect(await MAPISendMail(0, 0, hello, MAPI_DIALOG)).toBe(SUCCESS_SUCCESS);
    expect(await MAPISendMail(0, 0, { ...hello, lpszSubject: 'Whom for?', lpRecips: [] }, MAPI_DIALOG)).toBe(0);
    const missing = { ...hello, lpFiles: [{ lpszPathName: '/nowhere/at/all' }] };
    expect(await MAPISendMail(0, 0, missing, MAPI_DIALOG)).toBe(MAPI_E_ATTACHMENT_NOT_FOUND);
    await endOfSimpleSessions();
    expect(office.desk.server.got).toMatchObject([{ to: ['bob@example.org'] }]);
    expect(await office.lying('drafts', [PR_SUBJECT_W])).toEqual([['Whom for?']]);
    expect(office.notices.map(({ what }) => what)).toEqual(['sent', 'saved', 'refused']);
  });
});

describe('MAPISendDocuments', () => {
  useLedger();

  test('saves a message with the files to Drafts', async () => {
    await using office = await Office.open({ dialog: 'send' });
    const [one, two] = ['one.txt', 'two.txt'].map((name) => join(office.desk.folder, name)) as [string, string];
    for (const path of [one, two]) writeFileSync(path, path);
    expect(await MAPISendDocuments(0, ';', `${one};${two};`, 'First.txt')).toBe(SUCCESS_SUCCESS);
    expect(await MAPISendDocuments(0, '', one, null)).toBe(SUCCESS_SUCCESS);
    const drafts = await office.lying('drafts', [PR_SUBJECT_W, PR_HASATTACH]);
    expect(new Set(drafts.map(([subject, has]) => `${subject} ${has}`))).toEqual(
      new Set(['First.txt, two.txt true', 'one.txt true']),
    );
    expect(office.notices.map(({ what }) => what)).toEqual(['saved', 'saved']);
  });

  test('refuses a file that is not there, and a delimiter that is none', async () => {
    await using office = await Office.open();
    expect(await MAPISendDocuments(0, ';', '/nowhere/at/all', null)).toBe(MAPI_E_ATTACHMENT_OPEN_FAILURE);
    expect(await MAPISendDocuments(0, '; ', 'a; b', null)).toBe(MAPI_E_FAILURE);
    expect(await MAPISendDocuments(0, null, 'a', null)).toBe(MAPI_E_FAILURE);
    expect(await office.lying('drafts', [PR_SUBJECT_W])).toEqual([]);
  });
});
