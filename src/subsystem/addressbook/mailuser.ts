import { com } from '../../com/index.js';
import {
  DT_MAILUSER,
  type EntryId,
  IMailUser,
  MAPI_MAILUSER,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_RECORD_KEY,
  PR_SEARCH_KEY,
  PR_SEND_RICH_INFO,
  PR_SMTP_ADDRESS_W,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { accessRule, MemoryBag, MemoryRecord, PropObject, propRules } from '../props/index.js';
import { type OneOff, recipientSearchKey } from './oneoff.js';

/**
 * Opens a recipient who is in no address book: read-only, as the entry ID is all there is.
 *
 * @param entryId the one-off entry ID
 * @param oneOff what it says
 * @spec one-off-entry-identifiers
 */
export function openOneOff(entryId: EntryId, oneOff: OneOff): IMailUser {
  const bag = new MemoryBag(new MemoryRecord([...oneOffProps(entryId, oneOff), prop(PR_RECORD_KEY, entryId)]));
  return com(
    new PropObject({ bag, transacted: true, writable: false, names: null, rules: propRules(accessRule(false)) }),
    IMailUser,
  );
}

/** The properties of a one-off recipient, in recipient lists and as an object. */
export function oneOffProps(entryId: EntryId, { name, addressType, address, richInfo }: OneOff): readonly PropValue[] {
  const shown = name || address;
  return [
    prop(PR_ENTRYID, entryId),
    prop(PR_DISPLAY_NAME_W, shown),
    prop(PR_TRANSMITABLE_DISPLAY_NAME_W, shown),
    prop(PR_ADDRTYPE_W, addressType),
    prop(PR_EMAIL_ADDRESS_W, address),
    ...(addressType === 'SMTP' ? [prop(PR_SMTP_ADDRESS_W, address)] : []),
    prop(PR_SEARCH_KEY, recipientSearchKey(addressType, address)),
    prop(PR_OBJECT_TYPE, MAPI_MAILUSER),
    prop(PR_DISPLAY_TYPE, DT_MAILUSER),
    prop(PR_SEND_RICH_INFO, richInfo),
  ];
}
