import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BridgeServer } from '../../src/bridge/index.js';
import { MAPI_EXTENDED, MAPI_NEW_SESSION, MAPI_UNICODE } from '../../src/mapi/index.js';
import { BridgeDesk } from '../bridge/desk.js';
import { Desk } from '../flows/desk.js';
import { registerMailClient, unregisterMailClient } from './support/mailclient.js';
import { bitnesses, built, missing, run, start, windowsPath } from './support/run.js';

const wide = `logon Work ${(MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_UNICODE) >>> 0}`;
const narrow = `logon Work ${MAPI_EXTENDED | MAPI_NEW_SESSION}`;
/** What each program does first, and what it prints of it. */
const opened = ['stores', 'open', 'create Plain Text'];
const ok = (name: string): string => `> ${name} -> 0x00000000`;
const openedLines = [
  ...['GetMsgStoresTable', 'SetColumns', 'Restrict', 'QueryRows'].map(ok),
  'store "mail" default 1',
  'table left 0',
  ...['OpenMsgStore', 'GetProps', 'OpenEntry'].map(ok),
  'type 3',
  ok('CreateMessage'),
  ok('SetProps'),
  'no problems',
];
const closedLines = [ok('StoreLogoff'), ok('Logoff'), 'session left 0'];

describe.skipIf(missing).each(bitnesses)('a program that calls mapi32!MAPILogonEx, %s', (bits) => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'comail-extended-'));
    await registerMailClient();
  });
  afterAll(async () => {
    await unregisterMailClient();
    rmSync(folder, { recursive: true, force: true });
  });

  const ours = { COMAIL_MAPI_DLL: windowsPath(built(bits, 'comail-mapi.dll')) };
  const lines = async (
    desk: BridgeDesk,
    program: string,
    steps: readonly string[],
    more: NodeJS.ProcessEnv = {},
  ): Promise<readonly string[]> => {
    const env = { COMAIL_BRIDGE: windowsPath(desk.bridge.file), ...more };
    return (await run(built(bits, `${program}.exe`), steps, env)).lines;
  };
  /** What a program prints between its opening and its end. */
  const between = async (
    desk: BridgeDesk,
    program: string,
    steps: readonly string[],
    more: NodeJS.ProcessEnv = {},
  ): Promise<readonly string[]> => {
    const all = await lines(desk, program, ['init', narrow, ...opened, ...steps, 'logoff', 'uninit'], more);
    expect(all.slice(0, 2)).toEqual([ok('init'), ok('logon')]);
    expect(all.slice(2, 2 + openedLines.length)).toEqual(openedLines);
    expect(all.slice(-closedLines.length)).toEqual(closedLines);
    return all.slice(2 + openedLines.length, -closedLines.length);
  };

  test('sends, with recipients and a file written through a stream', async () => {
    await using mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    const subject = encodeURIComponent('w:Grüße 😀 Ελλάδα');
    const steps = [
      'init',
      wide,
      'stores',
      'open',
      `create ${subject} Text`,
      'to bob@example.org ann@example.org',
      'resolve carol@example.org',
      'attach figures.bin 3000000',
      'submit',
      'logoff',
      'uninit',
    ];
    expect(await lines(desk, 'extended-sender', steps)).toEqual([
      ok('init'),
      ok('logon'),
      ...openedLines,
      ok('ModifyRecipients'),
      ok('OpenAddressBook'),
      ok('ResolveName'),
      'resolved',
      ...['ModifyRecipients', 'CreateAttach', 'SetProps', 'OpenProperty'].map(ok),
      'Write 0x00000000 0x00000000 3000000',
      ok('Seek'),
      'Read 0x00000001 2999990 at 10 the same',
      ok('Stat'),
      'size 3000000',
      ok('Clone'),
      'clone left 0',
      ok('Commit'),
      'stream left 0',
      ok('SaveChanges'),
      'attachment 0 left 0',
      ok('SubmitMessage'),
      'message left 0',
      ...closedLines,
    ]);
    expect(mail.server.got.map(({ to }) => to)).toEqual([['bob@example.org', 'ann@example.org', 'carol@example.org']]);
    const message = await PostalMime.parse(mail.server.got[0]?.text ?? '');
    expect(message).toMatchObject({ subject: 'Grüße 😀 Ελλάδα', text: 'Text\n' });
    expect(message.attachments.map(({ filename, content }) => [filename, (content as ArrayBuffer).byteLength])).toEqual(
      [['figures.bin', 3_000_000]],
    );
  });

  test('NULL pointers, values of no type, interfaces that nobody has', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    expect(await between(desk, 'extended-host', ['nulls', 'query'])).toEqual([
      '> MAPILogonEx -> 0x80070057',
      '> MAPIAdminProfiles -> 0x80070057',
      '> GetMsgStoresTable -> 0x80070057',
      '> GetProps -> 0x80070057',
      '> SetProps -> 0x80070057',
      '> OpenMsgStore -> 0x80070057',
      '> ModifyRecipients -> 0x80070057',
      '> Advise -> 0x80070057',
      '> text -> 0x80070057',
      '> type -> 0x80040302',
      '> FindRow -> 0x80070057',
      '> QueryRows -> 0x80070057',
      ok('IUnknown'),
      ok('IMAPIProp'),
      '> IMessage -> 0x80004002',
      '> IMAPIForm -> 0x80004002',
      '> nowhere -> 0x80004003',
      'one object',
      '> open as form -> 0x80004002',
    ]);
  });

  test('names of properties, profiles and the words of their errors, another thread', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    expect(await between(desk, 'extended-host', ['names', 'profiles', 'thread'])).toEqual([
      ok('GetIDsFromNames'),
      ok('GetNamesFromIDs'),
      'the same names',
      ...['MAPIAdminProfiles', 'GetProfileTable', 'SetColumns', 'QueryRows'].map(ok),
      'profile "Work"',
      '> DeleteProfile -> 0x8004010F',
      ok('GetLastError'),
      'words',
      ok('GetProps'),
    ]);
  });

  test('a sink hears of new objects where MAPI was initialized, or on a thread of its own; Unadvise lets go of it', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    const heard = (where: string): readonly string[] => [
      ok('Advise'),
      ok('SaveChanges'),
      `OnNotify 4 type 5 entry 1 parent 1 ${where}`,
      ok('Unadvise'),
      'sink held 0',
    ];
    expect(await between(desk, 'extended-host', ['advise', 'save', 'pump 1', 'unadvise'])).toEqual(heard('here'));
    const steps = ['init 0 1', narrow, ...opened, 'advise', 'save', 'wait 1', 'unadvise', 'logoff', 'uninit'];
    const all = await lines(desk, 'extended-host', steps);
    expect(all.slice(2 + openedLines.length, -closedLines.length)).toEqual(heard('elsewhere'));
  });

  test('values of every type, restrictions, sort orders, criteria of searches and rows in events cross unchanged', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    expect(await between(desk, 'extended-values', ['types', 'order', 'criteria', 'rows'])).toEqual([
      ok('SetProps'),
      '> GetProps -> 0x00040380',
      'missing 0x6877000A 0x8004010F',
      'compared 25 free 0',
      ...['GetContentsTable', 'SortTable', 'QuerySortOrder'].map(ok),
      'the same',
      ok('QueryColumns'),
      'columns',
      ...['Restrict', 'GetRowCount', 'QueryPosition', 'CreateBookmark', 'SeekRow'].map(ok),
      'count 0 row 0 sought 0',
      ok('FreeBookmark'),
      'left 0',
      ...['GetProps', 'OpenEntry', 'CreateFolder', 'SetSearchCriteria', 'GetSearchCriteria'].map(ok),
      'the same',
      'the same',
      'free 00',
      'left 00',
      ...['GetContentsTable', 'SetColumns', 'Advise', 'SaveChanges'].map(ok),
      'OnNotify table 3 columns 2 "Plain" key 1',
      'left 0',
    ]);
  });

  test('address books, whose lists are changed in place, and message services', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    expect(await between(desk, 'extended-admin', ['book', 'services'])).toEqual([
      ...['OpenAddressBook', 'CreateOneOff', 'OpenEntry', 'GetProps'].map(ok),
      'type 6 "bob@example.org"',
      ok('CompareEntryIDs'),
      'same 1',
      ok('PrepareRecips'),
      'address',
      '> RecipOptions -> 0x00040380',
      'properties',
      '> Address -> 0x80040102',
      'the same list',
      ...['GetSearchPath', 'SetSearchPath', 'OpenEntry', 'GetHierarchyTable'].map(ok),
      '> ResolveNames -> 0x80040102',
      'flag 0',
      'left 00',
      ...['AdminServices', 'GetMsgServiceTable', 'SetColumns', 'QueryRows'].map(ok),
      'service "COMAIL"',
      'service "SMTP"',
      ...['AdminProviders', 'GetProviderTable', 'QueryRows'].map(ok),
      // A provider's section is its own.
      '> OpenProfileSection -> 0x80070005',
      'resource 33',
      '> nobody -> 0x8004010F',
      '> MsgServiceTransportOrder -> 0x8004010F',
      '> NULL -> 0x80070057',
      'left 0',
    ]);
  });

  test('helpers that need no service: conversions, times, comparisons', async () => {
    const { code, lines: printed } = await run(built(bits, 'extended-tools.exe'), [], ours);
    expect(printed).toEqual([
      'hex 0A00FE',
      'bin 1 0 0',
      'bounded 0x00000000 0x80004005 0x80004005',
      'entry 0x00000000 0A00FE 0x00000000 3 0',
      'no entry 0x80040107',
      'free 0 2',
      'find two one|one|two one|none',
      'numbers 4711 255',
      'times 2:0 1:4294967295 4294967295:4294967295 4:2147483648 3:0',
      'no carry 2:2 0',
      'carry 0:1 1',
      'relations 1100010 other type 0',
      'order -110',
      'contains 0110 10 100',
      'names 1001',
    ]);
    expect(code).toBe(0);
  });

  test('services that are made, sections of a program of its own, statuses', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    expect(await between(desk, 'extended-admin', ['make', 'section', 'status'])).toEqual([
      ...['AdminServices', 'CreateMsgService'].map(ok),
      '> of nobody -> 0x8004010F',
      ...['QueryInterface', 'CreateMsgServiceEx', 'DeleteMsgService'].map(ok),
      '> again -> 0x8004010F',
      'left 0',
      ...['OpenProfileSection', 'SetProps', 'SaveChanges', 'OpenProfileSection', 'GetProps'].map(ok),
      'section "kept"',
      'left 0',
      ...['GetStatusTable', 'QueryRows'].map(ok),
      // The subsystem, the spooler, the address book, the transport, the store: what each can do, and what it is told NULL for.
      ...[
        ['39', '0x80040102', '0x80040102'],
        ['37', '0x80040102', '0x00000000'],
        ['34', '0x80040102', '0x80040102'],
        ['36', '0x80070005', '0x00000000'],
        ['33', '0x80040102', '0x80040102'],
      ].flatMap(([resource, password, queues]) => [
        `resource ${resource}`,
        ok('OpenEntry'),
        'type 10',
        ok('ValidateState'),
        '> SettingsDialog -> 0x80040102',
        `> ChangePassword -> ${password}`,
        `> FlushQueues -> ${queues}`,
        'left 0',
      ]),
    ]);
  });

  test('logons that cannot be', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    const nobody = narrow.replace('Work', 'Nothing');
    expect(
      await lines(desk, 'extended-host', [narrow, 'init 1 0', 'init 0 2', 'init', nobody, 'uninit', narrow]),
    ).toEqual([
      '> logon -> 0x80040605',
      '> init -> 0x80040110',
      '> init -> 0x80040106',
      ok('init'),
      '> logon -> 0x8004010F',
      '> logon -> 0x80040605',
    ]);
    await desk.bridge.close();
    expect(await lines(desk, 'extended-host', ['init', narrow, 'profiles', 'uninit'])).toEqual([
      ok('init'),
      '> logon -> 0x80040111',
      '> MAPIAdminProfiles -> 0x80040115',
    ]);
  });

  test('a service that ends: its objects fail and are let go; the next one is logged on to again', async () => {
    await using mail = await Desk.open();
    const file = join(mail.folder, 'bridge');
    const go = ['go1', 'go2'].map((name) => join(folder, `${bits}-${name}`));
    const first = await BridgeServer.open({ file });
    const steps = ['init', narrow, ...opened, 'advise', `ready ${windowsPath(go[0] ?? '')}`, 'save', 'thread'];
    const later = [
      'sink',
      'release',
      narrow,
      `ready ${windowsPath(go[1] ?? '')}`,
      narrow,
      ...opened,
      'logoff',
      'uninit',
    ];
    const running = start(built(bits, 'extended-host.exe'), [...steps, ...later], { COMAIL_BRIDGE: windowsPath(file) });
    await running.printed('ready');
    await first.close();
    writeFileSync(go[0] ?? '', '');
    await running.printed('> logon -> 0x80040111');
    const second = await BridgeServer.open({ file });
    writeFileSync(go[1] ?? '', '');
    const all = (await running.ended).lines;
    await second.close();
    expect(all.slice(2 + openedLines.length)).toEqual([
      ok('Advise'),
      'ready',
      '> SaveChanges -> 0x80040115',
      '> GetProps -> 0x80040115',
      'sink held 0',
      'released',
      '> logon -> 0x80040111',
      'ready',
      ok('logon'),
      ...openedLines,
      ...closedLines,
    ]);
  });

  test('helpers that need the service: RTF, sessions of Simple MAPI, folders of a store, identifiers with a store', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    expect(await between(desk, 'extended-helpers', ['rtf', 'simple Work', 'tree', 'compound'], ours)).toEqual([
      ...['OpenProperty', 'WrapCompressedRTFStream', 'Write', 'Commit', 'RTFSync'].map(ok),
      'updated 1',
      '> flags -> 0x80040106',
      '> NULL -> 0x80070057',
      ok('HrGetOneProp'),
      'body formatted',
      ...['OpenProperty', 'WrapCompressedRTFStream'].map(ok),
      'the same',
      'MAPILogon 0',
      ...['ScMAPIXFromSMAPI', 'GetMsgStoresTable'].map(ok),
      '> flags -> 0x80040106',
      '> interface -> 0x80004002',
      "> nobody's -> 0x80070057",
      'MAPILogoff 0',
      '> after it -> 0x80070057',
      ok('HrValidateIPMSubtree'),
      'folders 8 mask',
      '> flags -> 0x80040106',
      ...['HrComposeEID', 'HrDecomposeEID', 'OpenMsgStore'].map(ok),
      'the same',
      '> no store -> 0x8004010F',
    ]);
  });

  test('a table that the program fills itself', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    expect(await between(desk, 'extended-helpers', ['table'], ours)).toEqual([
      '> interface -> 0x80004002',
      ...['CreateTable', 'HrModifyRow', 'HrModifyRow', 'HrQueryRow'].map(ok),
      'row 1 of first',
      ok('HrEnumRow'),
      'the first',
      ok('beyond'),
      'no row',
      ...['HrGetView', 'QueryRows'].map(ok),
      'rows 2 in order',
      ok('HrDeleteRow'),
      '> again -> 0x8004010F',
      ok('HrDeleteRows'),
      'deleted 1',
      'left 0',
    ]);
  });

  // Wine's own mapi32.dll answers these itself: what loads the DLL of DLLPathEx, as programs that link MAPIStubLibrary do, gets ours.
  test('helpers: rows, properties, streams on files, sinks made of functions', async () => {
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    const [from, to] = ['in', 'out'].map((name) => join(folder, name)) as [string, string];
    const text = 'a line of the body, as it may be\r\n'.repeat(40_000);
    writeFileSync(from, text, 'utf16le');
    const found = await between(
      desk,
      'extended-helpers',
      [
        'stores all',
        'prop',
        'copies',
        `file ${windowsPath(from)} ${windowsPath(to)}`,
        'temporary',
        'callback',
        'copymessages',
        'columns',
        'decorated',
      ],
      ours,
    );
    expect(found).toEqual([
      ok('GetMsgStoresTable'),
      ok('HrQueryAllRows'),
      'store "mail" default 1',
      'table left 0',
      ok('HrSetOneProp'),
      ok('HrGetOneProp'),
      'the same',
      '> missing -> 0x8004010F',
      'exists 1 0',
      ok('ScCountProps'),
      ok('ScDupPropset'),
      'the same',
      ok('ScCopyProps'),
      ok('ScRelocProps'),
      'the same',
      ok('PropCopyMore'),
      'the same',
      'found 111 sizes 3 10 4',
      'free 0',
      '> invalid -> 0x80070057',
      ...['OpenStreamOnFile', 'OpenProperty', 'CopyTo'].map(ok),
      `copied ${2 * text.length} ${2 * text.length}`,
      ...['OpenStreamOnFile', 'CopyTo'].map(ok),
      `copied ${2 * text.length} ${2 * text.length}`,
      'left 000',
      '> OpenStreamOnFile -> 0x8004010F',
      ...['OpenStreamOnFile', 'Write', 'SetSize', 'Stat'].map(ok),
      'size 2 left 0',
      '> OpenStreamOnFile -> 0x80070057',
      ...['HrAllocAdviseSink', 'HrThisThreadAdviseSink', 'Advise', 'SaveChanges'].map(ok),
      'called 4',
      ...['SaveChanges', 'HrGetOneProp', 'CopyMessages'].map(ok),
      'progress to 1000 let go',
      ...['GetContentsTable', 'SetColumns', 'HrAddColumns'].map(ok),
      'columns 0x0FFF0102 0x001A001F 0x0037001F 0x0E1D001F',
      ok('HrAddColumnsEx'),
      'columns 0x0FFF0102 0x001A001F 0x0037001F',
      ...[
        'MAPIInitialize@4',
        'MAPILogonEx@20',
        'HrQueryAllRows@24',
        'FreeProws@4',
        'ScDupPropset@16',
        'UlRelease@4',
      ].map((name) => `${name}${bits === 'x86' ? ' there' : ' not there'}`),
    ]);
    expect(readFileSync(to, 'utf16le')).toBe(text);
  });
});
