import { com, type Impl } from '../../com/index.js';
import { IDistList, IMailUser, MAPI_E_COMPUTED } from '../../mapi/index.js';
import { accessRule, PropObject, type PropRules, propRules } from '../../subsystem/index.js';
import { PersonalList } from './distlist.js';
import type { EntryBag } from './entrybag.js';
import { computedTags } from './shown.js';

/**
 * What cannot be set of a user or list, and what its object knows by itself.
 *
 * @param writable whether the object may change it
 */
function entryRules(writable: boolean): PropRules {
  return propRules(...computedTags.map((tag) => ({ tag, refuse: MAPI_E_COMPUTED })), accessRule(writable));
}

/**
 * Publishes a user or list.
 *
 * @param bag its properties
 * @param writable whether it may be changed
 * @spec imailuserimapiprop
 */
export function publishEntry(bag: EntryBag, writable: boolean): IMailUser | IDistList {
  const rules = entryRules(writable);
  const { keep } = bag.book.handedOut;
  if (bag.kind === 'list') return keep(com(new PersonalList(bag, writable, rules) as Impl<IDistList>, IDistList));
  return keep(com(new PropObject({ bag, transacted: true, writable, rules }), IMailUser));
}
