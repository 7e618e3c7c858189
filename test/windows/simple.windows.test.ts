import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  MAPI_E_AMBIGUOUS_RECIPIENT,
  MAPI_E_ATTACHMENT_NOT_FOUND,
  MAPI_E_ATTACHMENT_OPEN_FAILURE,
  MAPI_E_FAILURE,
  MAPI_E_INVALID_EDITFIELDS,
  MAPI_E_INVALID_MESSAGE,
  MAPI_E_INVALID_RECIPS,
  MAPI_E_INVALID_SESSION,
  MAPI_E_LOGIN_FAILURE,
  MAPI_E_NO_MESSAGES,
  MAPI_E_UNKNOWN_RECIPIENT,
  PR_SUBJECT_W,
} from '../../src/mapi/index.js';
import { endOfSimpleSessions } from '../../src/subsystem/index.js';
import { BridgeDesk } from '../bridge/desk.js';
import { Office } from '../subsystem/simple/office.js';
import { registerMailClient, unregisterMailClient } from './support/mailclient.js';
import { bitnesses, built, missing, run, windowsPath } from './support/run.js';

describe.skipIf(missing).each(bitnesses)('a program that calls mapi32.dll, %s', (bits) => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'comail-simple-'));
    await registerMailClient();
  });
  afterAll(async () => {
    await unregisterMailClient();
    rmSync(folder, { recursive: true, force: true });
  });

  const host = async (desk: BridgeDesk, steps: readonly string[]): Promise<readonly string[]> =>
    (await run(built(bits, 'simple-host.exe'), steps, { COMAIL_BRIDGE: windowsPath(desk.bridge.file) })).lines;

  /** A file as the program knows it. */
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return windowsPath(join(folder, name));
  };

  test('MAPISendMail and MAPISendMailW send, with files', async () => {
    await using office = await Office.open();
    await using desk = await BridgeDesk.open();
    const small = file('small.csv', 'month,messages\r\n');
    const large = file('large.bin', Buffer.alloc(3_000_000, 'x'));
    const lines = await host(desk, [
      'logon Work null 2',
      `send to:Bob=SMTP:bob@example.org,cc:Ann=ann@example.org Hi%20Bob Text%0D%0AMore 0 ${small} ${large}`,
      `sendw carol@example.org ${encodeURIComponent('Grüße 😀 Ελλάδα')} Text 0 ${small}`,
      'logoff',
      'send to:Bob=SMTP:bob@example.org Alone Text 0',
    ]);
    expect(lines).toEqual(['> logon -> 0', '> send -> 0', '> sendw -> 0', '> logoff -> 0', '> send -> 0']);
    await endOfSimpleSessions();
    const got = office.desk.server.got;
    expect(got.map(({ to }) => to)).toEqual(
      expect.arrayContaining([['bob@example.org', 'ann@example.org'], ['carol@example.org'], ['bob@example.org']]),
    );
    expect(got.find(({ to }) => to.length === 2)?.text.length).toBeGreaterThan(4_000_000);
    expect(await office.lying('sent', [PR_SUBJECT_W])).toEqual(
      expect.arrayContaining([['Hi Bob'], ['Grüße 😀 Ελλάδα'], ['Alone']]),
    );
  });

  test('codes for what is wrong with a message', async () => {
    await using _office = await Office.open();
    await using desk = await BridgeDesk.open();
    const bob = 'to:Bob=SMTP:bob@example.org';
    const lines = await host(desk, [
      'sendnull',
      'send - x y 0',
      'send to:Nobody%20Known x y 0',
      `send ${bob} x y 0 Z:\\nowhere\\at-all.txt`,
      'session 4711',
      `send ${bob} x y 0`,
      'logoff',
      'find null 0',
      'read 0',
      'delete',
      'session 0',
      'logon Nothing null 2',
    ]);
    expect(lines.map((line) => line.trim())).toEqual([
      `> sendnull -> ${MAPI_E_FAILURE}`,
      `> send -> ${MAPI_E_INVALID_RECIPS}`,
      `> send -> ${MAPI_E_UNKNOWN_RECIPIENT}`,
      `> send -> ${MAPI_E_ATTACHMENT_NOT_FOUND}`,
      ...['send', 'logoff', 'find', 'read', 'delete'].map((name) => `> ${name} -> ${MAPI_E_INVALID_SESSION}`),
      `> logon -> ${MAPI_E_LOGIN_FAILURE}`,
    ]);
  });

  test('MAPI_DIALOG and MAPISendDocuments leave drafts; texts in code pages and in UTF-8 arrive', async () => {
    await using office = await Office.open();
    await using desk = await BridgeDesk.open();
    const plan = file('plan.txt', 'plan');
    const price = file('price.txt', 'price');
    const utf8 = 0x8000_0000;
    const lines = await host(desk, [
      'send to:Bob=bob@example.org Dialog Text 8',
      `documents ; ${plan};${price} Our%20plan.txt;`,
      `documents ; ${plan};Z:\\nowhere null`,
      'documents null x null',
      'send to:Bob=bob@example.org Stra%DFe%20%80 Text 0',
      `send to:Bob=bob@example.org ${encodeURIComponent('Ελλάδα')} Text ${utf8}`,
    ]);
    expect(lines).toEqual([
      '> send -> 0',
      '> documents -> 0',
      `> documents -> ${MAPI_E_ATTACHMENT_OPEN_FAILURE}`,
      `> documents -> ${MAPI_E_FAILURE}`,
      '> send -> 0',
      '> send -> 0',
    ]);
    expect(await office.lying('drafts', [PR_SUBJECT_W])).toEqual(
      expect.arrayContaining([['Dialog'], ['Our plan.txt, price.txt']]),
    );
    expect(await office.lying('sent', [PR_SUBJECT_W])).toEqual(expect.arrayContaining([['Straße €'], ['Ελλάδα']]));
  });

  test('a session finds, reads, saves and deletes', async () => {
    await using _office = await Office.open();
    await using desk = await BridgeDesk.open();
    const lines = await host(desk, [
      'logon Work null 2',
      'find null 0',
      'save First Text%20of%20the%20first',
      'forget',
      'find null 16384',
      'read 0',
      'save Second Changed',
      'read 2048',
      'delete',
      'read 0',
      'id nonsense',
      'find null 0',
      'read 0',
      'logoff',
    ]);
    expect(lines.map((line) => line.trim())).toEqual([
      '> logon -> 0',
      `> find -> ${MAPI_E_NO_MESSAGES}`,
      '> save -> 0',
      '> find -> 0',
      '> read -> 0',
      'subject "First" text "Text of the first" type "IPM.Note"',
      'free 0',
      '> save -> 0',
      '> read -> 0',
      'subject "Second" text "Changed" type "IPM.Note"',
      'free 0',
      '> delete -> 0',
      `> read -> ${MAPI_E_INVALID_MESSAGE}`,
      `> find -> ${MAPI_E_INVALID_MESSAGE}`,
      `> read -> ${MAPI_E_INVALID_MESSAGE}`,
      '> logoff -> 0',
    ]);
  });

  test('MAPIResolveName, MAPIDetails, MAPIAddress; the memory that is handed out', async () => {
    await using _office = await Office.open();
    await using desk = await BridgeDesk.open();
    const steps = [
      'logon Work null 2',
      'resolve bob@example.org',
      'details x',
      'resolve Nobody%20Known',
      'details x',
      'address ann@example.org 4',
      'address ann@example.org 0',
      'address ann@example.org 9',
      'logoff',
    ];
    const expected = [
      '> logon -> 0',
      '> resolve -> 0 "bob@example.org" "SMTP:bob@example.org" with entry',
      '> details -> 0',
      `> resolve -> ${MAPI_E_UNKNOWN_RECIPIENT}`,
      `> details -> ${MAPI_E_AMBIGUOUS_RECIPIENT}`,
      '> address -> 0 1 "SMTP:ann@example.org"',
      'free 0',
      '> address -> 0 0',
      `> address -> ${MAPI_E_INVALID_EDITFIELDS} 0`,
      '> logoff -> 0',
    ];
    // MAPIAddress and MAPIDetails are none of those that Wine's own mapi32.dll passes on.
    const ours = {
      COMAIL_BRIDGE: windowsPath(desk.bridge.file),
      COMAIL_MAPI_DLL: windowsPath(built(bits, 'comail-mapi.dll')),
    };
    const { lines } = await run(built(bits, 'simple-host.exe'), [...steps, 'memory'], ours);
    expect(lines.slice(0, -1)).toEqual(expected);
    expect(lines.at(-1)).toBe('memory 0x00000000 0x00000000 0 0');
    expect(await host(desk, ['resolve bob@example.org', 'memory'])).toEqual([expected[1], lines.at(-1)]);
  });

  // Each function of Simple MAPI, and those of its memory. 64-bit names have no decoration.
  const ways = ['number', ...(bits === 'x86' ? ['decorated'] : [])];
  test.each(ways)('a program of the nineties, its imports by %s (number or decorated name)', async (way) => {
    await using office = await Office.open();
    await using desk = await BridgeDesk.open();
    const plan = file('plan.txt', 'plan');
    const steps = [
      'logon Work null 2',
      `send to:Bob=SMTP:bob@example.org By${way} Text 0 ${plan}`,
      `sendw carol@example.org Wide${way} Text 0`,
      `documents ; ${plan} null`,
      'save First Text',
      'forget',
      'find null 0',
      'read 0',
      'delete',
      'resolve bob@example.org',
      'details x',
      'address ann@example.org 4',
      'memory',
      'logoff',
    ];
    const env = { COMAIL_BRIDGE: windowsPath(desk.bridge.file), COMAIL_IMPORT: way };
    const ours = { ...env, COMAIL_MAPI_DLL: windowsPath(built(bits, 'comail-mapi.dll')) };
    expect((await run(built(bits, 'simple-host.exe'), steps, ours)).lines).toEqual([
      ...['logon', 'send', 'sendw', 'documents', 'save', 'find', 'read'].map((name) => `> ${name} -> 0`),
      'subject "First" text "Text" type "IPM.Note"',
      'free 0',
      '> delete -> 0',
      '> resolve -> 0 "bob@example.org" "SMTP:bob@example.org" with entry',
      '> details -> 0',
      '> address -> 0 1 "SMTP:ann@example.org"',
      'free 0',
      'memory 0x00000000 0x00000000 0 0',
      '> logoff -> 0',
    ]);
    // The system's mapi32.dll knows the numbers, too, and hands on.
    const system = way === 'number' ? [`send to:Bob=SMTP:bob@example.org System Text 0`] : [];
    for (const step of system)
      expect((await run(built(bits, 'simple-host.exe'), [step], env)).lines).toEqual(['> send -> 0']);
    await endOfSimpleSessions();
    const subjects = (await office.lying('sent', [PR_SUBJECT_W])).flat();
    expect(subjects.sort()).toEqual([`By${way}`, ...system.map(() => 'System'), `Wide${way}`]);
  });
});
