import { com, type Guid, guidToBytes } from '../../com/index.js';
import {
  DT_MAILUSER,
  type EntryId,
  IMailUser,
  MAPI_MAILUSER,
  PR_ADDRTYPE_W,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_RECORD_KEY,
  PR_SELECTABLE,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { accessRule, MemoryBag, MemoryRecord, PropObject, propRules } from '../props/index.js';

const uid = guidToBytes('{7A8F1C5E-52B4-4D0B-9C3E-0C6D1B2A4F11}' as Guid);

/** The entry ID of MAPI's own template, by which somebody with an address of any type is made. */
const genericTemplate: EntryId = new Uint8Array(Buffer.concat([Buffer.alloc(4), uid]));

/**
 * Whether an entry ID is that of MAPI's own template: a container that makes entries by it leaves the address type to whoever fills
 * them in.
 *
 * @param entryId any entry ID
 * @spec one-off-tables
 */
export const isGenericTemplate = (entryId: EntryId): boolean =>
  entryId instanceof Uint8Array && Buffer.compare(entryId, genericTemplate) === 0;

/** Its row in MAPI's one-off table. @spec one-off-tables */
export const genericTemplateRow: readonly PropValue[] = [
  prop(PR_DISPLAY_NAME_W, 'Other address'),
  prop(PR_ADDRTYPE_W, ''),
  prop(PR_ENTRYID, genericTemplate),
  prop(PR_DISPLAY_TYPE, DT_MAILUSER),
  prop(PR_DEPTH, 0),
  prop(PR_SELECTABLE, true),
];

/** Opens it: nobody yet, to be read alone. */
export function openGenericTemplate(): IMailUser {
  const more = [prop(PR_OBJECT_TYPE, MAPI_MAILUSER), prop(PR_RECORD_KEY, genericTemplate)];
  const bag = new MemoryBag(new MemoryRecord([...genericTemplateRow, ...more]));
  return com(
    new PropObject({ bag, transacted: true, writable: false, names: null, rules: propRules(accessRule(false)) }),
    IMailUser,
  );
}
