import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Bits, bitnesses, built, missing, run, windowsPath } from './support/run.js';

/** A program with our DLL beside it in the place of the system's. */
function withOurs(bits: Bits): string {
  const program = join(dirname(built(bits, 'every-import.exe')), 'imports', 'every-import.exe');
  mkdirSync(dirname(program), { recursive: true });
  copyFileSync(built(bits, 'every-import.exe'), program);
  copyFileSync(built(bits, 'comail-mapi.dll'), join(dirname(program), 'mapi32.dll'));
  return program;
}

describe.skipIf(missing).each(bitnesses)('a program that imports all of mapi32.dll, %s', (bits) => {
  test('finds every name in our DLL', async () => {
    const env = { WINEDLLOVERRIDES: 'mscoree=d;mshtml=d;mapi32=n' };
    expect(await run(withOurs(bits), [], env)).toEqual({ code: 0, lines: ['found'] });
  });

  test('and would say which it does not find', async () => {
    const env = { WINEDLLOVERRIDES: 'mscoree=d;mshtml=d;mapi32=b' };
    const { lines } = await run(built(bits, 'every-import.exe'), [], env);
    expect(lines).toContain(bits === 'x86' ? 'missing MAPIGetNetscapeVersion' : 'missing HrValidateParametersV');
  });
});

describe.skipIf(missing).each(bitnesses)('exports of Mapiutil.h and Mapival.h that need no service, %s', (bits) => {
  test('look at structures, copy notifications, call idle routines, make identifiers, storages and RTF', async () => {
    const ours = { COMAIL_MAPI_DLL: windowsPath(built(bits, 'comail-mapi.dll')) };
    const { code, lines } = await run(built(bits, 'extended-exports.exe'), [], ours);
    expect(lines).toEqual([
      'tags 000 11',
      'props 0000 00 11111 111',
      'sets 00 111',
      'entries 0 11',
      'restrictions 0 11',
      'names 0 1 01 001',
      'events 0x00000000 0x00000000 0x00000000 the same',
      'no event 0x80070057 0x80070057',
      'wide 4 -101 1 2 2 21 01',
      'idle 1 100 1',
      'called xl',
      'called l',
      'called c',
      'ended 1',
      'wrapped 0x00000000 0000000038A1BB1005E5101AA1BB08002B2A56C2000061622E646C6C000000000000000007 the same',
      'alone 0x00000000 0000000007 0x00000000 0000000007 0 no store',
      'compound 0x00000000 31 without a session 0x80070057',
      'text 0x00000000 0000000007 0x00000000 0000000007',
      'conversation 0x00000000 22 1 0x00000000 27 of the same',
      'larger 0x00000000 kept 0x80070057 0',
      'malloc 1',
      'storage 0x00000000 0x00000000 0x00000000 kept 0x80004002 0x80040106',
      'codes 0x00000000 0x8004010F 0x8004010D 0x80004005',
      'rtf 0x00000000 {\\rtf1\\ansi\\ansicpg1252\\pard hello world} 0x80040102 0x80030005',
      'corrupt 0x8004011B 0x80040106 0x80070057',
      'written 0x00000000 0x00000000 0x00000000 0x00000000 the same smaller',
      'written 0x00000000 0x00000000 0x00000000 0x00000000 the same as large',
      'tnef 0x00000000 1252 9, 0x00000000 437 0',
      'no tnef 0x8004011B 437 0, 0x8004011B 437 0, 0x8004011B 437 0',
      'share 0x00000001 \\\\server\\share\\file 0x80040305 0x80070057',
      'local 0x00000001 C:\\file 0x80040305 0x8004010F',
      'component 1 ours 0',
      'forms 0x80040102 nothing 0x80070057 wizard 0x80004005 cmc 21',
      'swapped 0x00003412 0x78563412',
    ]);
    expect(code).toBe(0);
  });
});
