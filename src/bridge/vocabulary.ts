import * as com from '../com/index.js';
import * as imnxport from '../imnxport/index.js';
import * as mapi from '../mapi/index.js';
import { rootInterfaces } from './roots/declared.js';
import { imnxportEnumerations, imnxportStructures } from './structures/imnxport.js';
import { notification } from './structures/notification.js';
import { propertyLists, propertyStructures } from './structures/properties.js';
import { propRow, propValue } from './structures/propvalue.js';
import { restriction } from './structures/restriction.js';
import { simpleStructures } from './structures/simple.js';

const { Interfaces, Planner } = com.marshal;

/** What can be called across the bridge: whatever is declared, found by its declaration alone. */
export const interfaces: com.marshal.Interfaces = new Interfaces();
interfaces.add(Object.values(com), { LPUNKNOWN: com.IUnknown });
interfaces.add(Object.values(imnxport));
interfaces.add(Object.values(mapi), mapi.irregularPointerNames);
interfaces.add(rootInterfaces);

/** How the methods of all of them are called. */
export const planner: com.marshal.Planner = new Planner(interfaces, {
  structures: {
    ...imnxportStructures,
    ...propertyStructures,
    ...simpleStructures,
    NOTIFICATION: notification,
    SPropValue: propValue,
    SRestriction: restriction,
  } as com.marshal.WireTypes['structures'],
  lists: propertyLists,
  enumerations: new Set([...imnxportEnumerations, 'CSETAPPLYTYPE', 'ENCODINGTYPE', 'MIMESAVETYPE', 'MSCAP_SELECTOR']),
  functions: new Set(['FNDISMISS', 'FNBUTTON', 'CALLERRELEASE']),
  // What GetProps answers is a row; other lists of properties are lists.
  parameters: { 'LPSPropValue lppPropArray': propRow as com.marshal.WireType },
});

/** An interface as frames name it, with the plan of each slot. */
export interface Table {
  readonly iid: com.AnyIid;
  readonly plans: readonly com.marshal.MethodPlan[];
}

const tables = new Map<string, Table>();

/**
 * The methods of an interface.
 *
 * @param key its identifier, as `ByteReader.key` reads it
 * @returns null when nobody knows it
 */
export function tableOf(key: string): Table | null {
  let known = tables.get(key);
  if (!known) {
    const iid = interfaces.byKey(key);
    if (!iid) return null;
    known = Object.freeze({ iid, plans: Object.freeze(interfaces.slots(iid).map((slot) => planner.plan(slot))) });
    tables.set(key, known);
  }
  return known;
}
