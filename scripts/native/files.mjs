// The files that are made for the DLL of MAPI, out of what src declares.
import { exportFiles } from './exports.mjs';
import { layouts, proxies, proxiesHeader, structuresOfLayouts } from './proxies.mjs';

/** The interfaces that programs get. */
const given = [
  'IUnknown',
  'ISequentialStream',
  'IStream',
  'IMAPIProp',
  'IMAPISession',
  'IMsgStore',
  'IMAPIContainer',
  'IMAPIFolder',
  'IMessage',
  'IAttach',
  'IMAPITable',
  'IAddrBook',
  'IABContainer',
  'IMailUser',
  'IDistList',
  'IProfSect',
  'IMAPIStatus',
  'IProfAdmin',
  'IMsgServiceAdmin',
  'IMsgServiceAdmin2',
  'IProviderAdmin',
  'ITableData',
  'IComailMapi',
  'IComailMapiUtil',
];

/**
 * The files, by their paths below the top of the project.
 *
 * @param {Record<string, unknown>} declarations what `com`, `mapi` and the bridge's roots export: the interfaces among it by their names
 * @param {{ slots(of: unknown): readonly object[], byPointer(type: string, stars: number): object | null }} interfaces
 * @param {object} facts test/reference/mapi-layouts.json
 * @returns {Readonly<Record<string, string>>}
 */
export function generatedFiles(declarations, interfaces, facts) {
  const list = given.map((name) => {
    const declaration = declarations[name];
    if (!declaration) throw new Error(`${name} is declared nowhere`);
    return { name, guid: declaration.guid, slots: interfaces.slots(declaration) };
  });
  const head =
    '// Written by scripts/native/main.mjs from the interfaces that src declares; change those, not this file.\n';
  return {
    'native/generated/extended.cc': head + proxies(list, (type, stars) => interfaces.byPointer(type, stars)),
    'native/generated/extended.h': head + proxiesHeader(list),
    'native/generated/mapi-layouts.h':
      '// Written by scripts/native/main.mjs from test/reference/mapi-layouts.json; change the facts, not this file.\n' +
      layouts(facts, structuresOfLayouts),
    ...exportFiles(),
  };
}
