import { describe, expect, test } from 'vitest';
import {
  MAPI_BCC,
  MAPI_CC,
  MAPI_DIALOG,
  MAPI_E_AMBIGUOUS_RECIPIENT,
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_INVALID_EDITFIELDS,
  MAPI_E_INVALID_RECIPS,
  MAPI_E_INVALID_SESSION,
  MAPI_E_UNKNOWN_RECIPIENT,
  MAPI_ORIG,
  MAPI_TO,
  SUCCESS_SUCCESS,
} from '../../../src/mapi/index.js';
import {
  endOfSimpleSessions,
  MAPIAddress,
  MAPIDetails,
  MAPIResolveName,
  MAPISendMail,
  type MapiRecipDesc,
  messageFromAnsi,
} from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { Office } from './office.js';

useLedger();

describe('MAPIResolveName, MAPIDetails and MAPIAddress', () => {
  test('an address is somebody whom MAPIDetails and MAPIAddress know', async () => {
    await using office = await Office.open();
    await office.session(async (session) => {
      const [code, bob] = await MAPIResolveName(session, 0, 'Bob Baker <bob@example.org>', 0);
      expect(code).toBe(SUCCESS_SUCCESS);
      expect(bob).toMatchObject({ ulRecipClass: MAPI_TO, lpszName: 'Bob Baker', lpszAddress: 'SMTP:bob@example.org' });
      expect(await MAPIDetails(session, 0, bob as MapiRecipDesc, 0)).toBe(SUCCESS_SUCCESS);
      const carol = { ulRecipClass: MAPI_BCC, lpszName: 'carol@example.org' };
      const cc = { ...(bob as MapiRecipDesc), ulRecipClass: MAPI_CC };
      const [, chosen] = await MAPIAddress(session, 0, null, 4, null, [carol, cc, bob as MapiRecipDesc], 0);
      expect(chosen?.map(({ ulRecipClass, lpszAddress }) => [ulRecipClass, lpszAddress])).toEqual([
        [MAPI_TO, 'SMTP:bob@example.org'],
        [MAPI_CC, 'SMTP:bob@example.org'],
        [MAPI_BCC, 'SMTP:carol@example.org'],
      ]);
      expect(await MAPIAddress(session, 0, null, 0, null, [carol], 0)).toEqual([SUCCESS_SUCCESS, []]);
      expect(office.notices.map((notice) => [notice.function, notice.what])).toEqual([
        ['MAPIDetails', 'shown'],
        ['MAPIAddress', 'shown'],
        ['MAPIAddress', 'shown'],
      ]);
    });
  });

  test('refuse what their pages refuse', async () => {
    await using office = await Office.open();
    await office.session(async (session) => {
      for (const none of ['', ' ', 'Nobody Known'])
        expect(await MAPIResolveName(session, 0, none, MAPI_DIALOG)).toEqual([MAPI_E_UNKNOWN_RECIPIENT, null]);
      const who = { ulRecipClass: MAPI_TO, lpszName: 'Nobody Known' };
      expect(await MAPIDetails(session, 0, who, 0)).toBe(MAPI_E_AMBIGUOUS_RECIPIENT);
      expect(await MAPIDetails(session, 0, { ...who, lpEntryID: new Uint8Array(24) }, 0)).toBe(MAPI_E_INVALID_RECIPS);
      const address = async (fields: number, recip: MapiRecipDesc) =>
        (await MAPIAddress(session, 0, null, fields, null, [recip], 0))[0];
      expect(await address(5, who)).toBe(MAPI_E_INVALID_EDITFIELDS);
      expect(await address(-1, who)).toBe(MAPI_E_INVALID_EDITFIELDS);
      expect(await address(4, who)).toBe(MAPI_E_INVALID_RECIPS);
      expect(await address(4, { ulRecipClass: MAPI_ORIG, lpszName: 'a@example.org' })).toBe(MAPI_E_INVALID_RECIPS);
    });
    expect((await MAPIResolveName(999, 0, 'a@example.org', 0))[0]).toBe(MAPI_E_INVALID_SESSION);
  });
});

describe('texts as bytes', () => {
  const subject = Buffer.from('Größe'.normalize('NFC'), 'latin1');
  const lpRecips = [{ ulRecipClass: MAPI_TO, lpszAddress: Buffer.from('SMTP:bob@example.org') }];

  test('are in the code page of the settings, or UTF-8 where the message says so', () => {
    const sent = { lpszSubject: subject, lpszNoteText: 'text already', lpRecips, lpFiles: [{ lpszPathName: subject }] };
    expect(messageFromAnsi(sent, 1252)).toEqual({
      lpszSubject: 'Größe',
      lpszNoteText: 'text already',
      lpRecips: [{ ulRecipClass: MAPI_TO, lpszAddress: 'SMTP:bob@example.org' }],
      lpFiles: [{ lpszPathName: 'Größe' }],
    });
    expect(messageFromAnsi({ lpszSubject: Buffer.from([0xcf, 0xf0, 0xe8]) }, 1251).lpszSubject).toBe('При');
    expect(messageFromAnsi({ ulReserved: 65001, lpszSubject: Buffer.from('Größe') }, 1252).lpszSubject).toBe('Größe');
    expect(() => messageFromAnsi({ lpszSubject: subject }, 12_345)).toThrow(
      expect.objectContaining({ hr: MAPI_E_BAD_CHARWIDTH }),
    );
  });

  test('go out as what they mean', async () => {
    await using office = await Office.open({ codePage: 1252 });
    expect(await MAPISendMail(0, 0, { lpszSubject: subject, lpszNoteText: Buffer.from([0x80]), lpRecips }, 0)).toBe(0);
    await endOfSimpleSessions();
    const [got] = office.desk.server.got;
    expect(got?.text).toMatch(/^Subject: =\?utf-8\?/im);
    expect(Buffer.from(got?.text ?? '', 'latin1').toString('utf8')).toMatch(/€|=E2=82=AC|4oKs/);
  });
});
