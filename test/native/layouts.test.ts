import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnyIid } from '../../src/com/index.js';
import { slots } from '../../src/com/index.js';
import * as imnxport from '../../src/imnxport/index.js';
import * as mapi from '../../src/mapi/index.js';
import { Interfaces } from '../../src/native/interfaces.js';
import { STATSTG_LAYOUT } from '../../src/native/layout/com.js';
import type { CType, PointerSize } from '../../src/native/layout/ctype.js';
import {
  INETSERVER_LAYOUT,
  IXPRESULT_LAYOUT,
  SMTPMESSAGE_LAYOUT,
  SMTPMESSAGE2_LAYOUT,
  SMTPRESPONSE_LAYOUT,
} from '../../src/native/layout/imnxport.js';
import { mapiStructures } from '../../src/native/layout/mapi.js';
import { SBINARY } from '../../src/native/layout/properties.js';
import { Parameters } from '../../src/native/parameters.js';

interface Facts {
  readonly structures: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
}
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8')) as unknown;
const facts = (read('mapi-layouts.json') as Facts).structures;
const layouts = new Map<string, CType>([...mapiStructures, ['SBinary', SBINARY], ['STATSTG', STATSTG_LAYOUT]]);

// A structure that ends with an array of one element in the headers is here what comes before that array.
const arrays: Readonly<Record<string, string>> = {
  SPropTagArray: 'aulPropTag',
  SPropProblemArray: 'aProblem',
  SRowSet: 'aRow',
  ADRLIST: 'aEntries',
  SSortOrderSet: 'aSort',
  FlagList: 'ulFlag',
  NOTIFKEY: 'ab',
};

describe('structures lie in memory as the compilers of the public headers lay them out', () => {
  for (const width of [4, 8] as const satisfies readonly PointerSize[])
    for (const [name, type] of layouts) {
      const fact = facts[name === 'CRECT' ? 'RECT' : name]?.[width];
      if (!fact) continue;
      test(`${name} where pointers have ${width} bytes`, () => {
        const array = arrays[name];
        expect(type.size(width)).toBe(array === undefined ? fact['size'] : fact[array]);
        expect(type.align(width)).toBe(fact['align']);
      });
    }

  test('and those of Imnxport have the sizes of its header', () => {
    const sizes = [
      INETSERVER_LAYOUT,
      SMTPMESSAGE_LAYOUT,
      SMTPMESSAGE2_LAYOUT,
      IXPRESULT_LAYOUT,
      SMTPRESPONSE_LAYOUT,
    ].map((type) => [type.name, type.size(4), type.size(8)]);
    expect(sizes).toEqual([
      ['INETSERVER', 1304, 1304],
      ['SMTPMESSAGE', 16, 32],
      ['SMTPMESSAGE2', 32, 56],
      ['IXPRESULT', 24, 40],
      ['SMTPRESPONSE', 48, 72],
    ]);
  });
});

describe('every declared interface', () => {
  const parameters = new Parameters(new Interfaces());
  const isInterface = (value: unknown): value is AnyIid =>
    typeof value === 'object' && value !== null && 'methods' in value && 'guid' in value;
  const all = [...Object.values(mapi), ...Object.values(imnxport)].filter(isInterface);

  test('can be laid over a TypeScript object: no more than 48 slots of 13 words', () => {
    for (const iid of all) {
      expect(slots(iid).length).toBeLessThanOrEqual(48);
      for (const { signature } of slots(iid)) expect(signature.parameters.length).toBeLessThanOrEqual(13);
    }
  });

  test('has a layout for every parameter, but for those that name what comail has not', () => {
    const unknown = all.flatMap((iid) =>
      [...iid.methods].flatMap(([method, { parameters: list }]) =>
        list.flatMap((p) => {
          const kind = parameters.kindOf(p);
          return kind.kind === 'unknown' ? [`${iid.name}::${method} ${kind.type}`] : [];
        }),
      ),
    );
    // Forms, offline state, Exchange's synchronization and structured storage have no implementation here; their methods answer
    // MAPI_E_NO_SUPPORT to native code.
    expect(unknown).toEqual([
      'IMAPIFormContainer::ResolveMultipleMessageClasses LPSMAPIFORMINFOARRAY *ppfrminfoarray',
      'IMAPIFormContainer::CalcFormPropSet LPMAPIFORMPROPARRAY *ppResults',
      'IMAPIFormInfo::CalcFormPropSet LPMAPIFORMPROPARRAY *ppFormPropArray',
      'IMAPIFormMgr::ResolveMultipleMessageClasses LPSMAPIFORMINFOARRAY *pfrminfoarray',
      'IMAPIFormMgr::CalcFormPropSet LPSMAPIFORMINFOARRAY pfrminfoarray',
      'IMAPIFormMgr::CalcFormPropSet LPMAPIFORMPROPARRAY *ppResults',
      'IMAPIFormMgr::SelectMultipleForms LPSMAPIFORMINFOARRAY pfrminfoarray',
      'IMAPIFormMgr::SelectMultipleForms LPSMAPIFORMINFOARRAY *ppfrminfoarray',
      'IMAPIOffline::SetCurrentState void *pReserved',
      'IMAPIOfflineMgr::Advise MAPIOFFLINE_ADVISEINFO *pAdviseInfo',
      'IMAPIOfflineNotify::Notify MAPIOFFLINE_NOTIFY *pNotifyInfo',
      'IMAPISync::SynchronizeInBackground PMAPISIB psibpb',
      'IPropData::HrGetPropAccess ULONG **lprgulAccess',
      'IImnAccount::DoImportWizard CLSID clsid',
    ]);
  });
});
