// The names and numbers under which the DLL of MAPI exports its functions: those of mapi32.dll, for programs import by either.

/**
 * Function, bytes of its arguments on the stack, number of its plain name, number of its decorated one. Where mapi32.dll has no such name
 * there is no number: such names get one beyond all of its own.
 *
 * @type {readonly (readonly [name: string, bytes: number, plain?: number | null, decorated?: number])[]}
 */
const functions = [
  ['MAPILogonEx', 20, 10, 11],
  ['MAPIAllocateBuffer', 8, 12, 13],
  ['MAPIAllocateMore', 12, 14, 15],
  ['MAPIFreeBuffer', 4, 16, 17],
  ['MAPIAdminProfiles', 8, 18, 19],
  ['MAPIInitialize', 4, 20, 21],
  ['MAPIUninitialize', 0, 22, 23],
  ['ScInitMapiUtil', 4, null, 33],
  ['DeinitMapiUtil', 0, null, 34],
  ['HrAllocAdviseSink', 12, null, 36],
  ['HrThisThreadAdviseSink', 8, null, 42],
  ['ScBinFromHexBounded', 12, null, 43],
  ['FBinFromHex', 8, null, 44],
  ['HexFromBin', 12, null, 45],
  ['FEqualNames', 8, null, 72],
  ['HrQueryAllRows', 24, null, 75],
  ['PropCopyMore', 16, null, 76],
  ['UlPropSize', 4, null, 77],
  ['FPropContainsProp', 12, null, 78],
  ['FPropCompareProp', 12, null, 79],
  ['LPropCompareProp', 8, null, 80],
  ['HrAddColumns', 16, null, 81],
  ['HrAddColumnsEx', 20, null, 82],
  ['FtAddFt', 16, null, 121],
  ['FtAdcFt', 20, null, 122],
  ['FtSubFt', 16, null, 123],
  ['FtMulDw', 12, null, 124],
  ['FtMulDwDw', 8, null, 125],
  ['FtNegFt', 8, null, 126],
  ['UlAddRef', 4, null, 128],
  ['UlRelease', 4, null, 129],
  ['SzFindCh', 8, null, 130],
  ['SzFindLastCh', 8, null, 131],
  ['SzFindSz', 8, null, 132],
  ['UFromSz', 4, null, 133],
  ['HrGetOneProp', 12, null, 135],
  ['HrSetOneProp', 8, null, 136],
  ['FPropExists', 8, null, 137],
  ['PpropFindProp', 12, null, 138],
  ['FreePadrlist', 4, null, 139],
  ['FreeProws', 4, null, 140],
  ['HrSzFromEntryID', 12, null, 141],
  ['HrEntryIDFromSz', 12, null, 142],
  ['OpenStreamOnFile', 24, 148, 147],
  ['UlFromSzHex', 4, null, 155],
  ['ScCountProps', 12, null, 170],
  ['ScCopyProps', 16, null, 171],
  ['ScRelocProps', 20, null, 172],
  ['LpValFindProp', 12, null, 173],
  ['ScDupPropset', 16, null, 174],
  ['MAPISendDocuments', 20, 208],
  ['MAPILogon', 24, 209],
  ['MAPILogoff', 16, 210],
  ['MAPISendMail', 20, 211],
  ['MAPISaveMail', 24, 212],
  ['MAPIReadMail', 24, 213],
  ['MAPIFindNext', 28, 214],
  ['MAPIDeleteMail', 20, 215],
  ['MAPIAddress', 44, 217],
  ['MAPIDetails', 20, 218],
  ['MAPIResolveName', 24, 219],
  ['HrDispatchNotifications', 4, null, 239],
  ['MAPISendMailW', 20, 256],
  ['OpenStreamOnFileW', 24],
];

/** The first number that is none of mapi32.dll's. */
const beyond = 300;

/**
 * The definition files for the linker.
 *
 * @returns {Readonly<Record<string, string>>} their texts, by their paths below the top of the project
 */
export function exportFiles() {
  const head = (about) =>
    `; Written by scripts/native/main.mjs from scripts/native/exports.mjs; change that, not this file.\n; ${about}\nLIBRARY comail-mapi.dll\nEXPORTS\n`;
  let next = beyond;
  const x86 = functions.flatMap(([name, bytes, plain, decorated]) => {
    const full = `${name}@${bytes}`;
    return [`${name}=${full} @${plain ?? next++}`, `${full} @${decorated ?? next++}`];
  });
  next = beyond;
  const x64 = functions.map(([name, , plain, decorated]) => `${name} @${plain ?? decorated ?? next++}`);
  const lines = (all) => all.map((line) => `  ${line}\n`).join('');
  return {
    'native/mapi32/mapi32-x86.def':
      head('Programs import by number, by name, or by the name that a linker made of it.') + lines(x86),
    'native/mapi32/mapi32-x64.def': head('Programs import by name or by number.') + lines(x64),
  };
}
