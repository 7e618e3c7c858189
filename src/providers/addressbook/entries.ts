import { com, type Impl } from '../../com/index.js';
import { IDistList, IMailUser, MAPI_E_COMPUTED, PR_ADDRTYPE_W, type PropTag } from '../../mapi/index.js';
import { PropObject, type PropRules, propRules } from '../../subsystem/index.js';
import { PersonalList } from './distlist.js';
import type { EntryBag } from './entrybag.js';
import { computedTags } from './shown.js';

/** What cannot be set of a user. */
const userRules: PropRules = propRules(...computedTags.map((tag) => ({ tag, refuse: MAPI_E_COMPUTED })));
/** What cannot be set of a list. */
const listRules: PropRules = propRules(
  ...[...computedTags, PR_ADDRTYPE_W].map((tag: PropTag) => ({ tag, refuse: MAPI_E_COMPUTED })),
);

/**
 * Publishes a user or list.
 *
 * @param bag its properties
 * @param writable whether it may be changed
 * @spec imailuserimapiprop
 */
export function publishEntry(bag: EntryBag, writable: boolean): IMailUser | IDistList {
  if (bag.kind === 'list') return com(new PersonalList(bag, writable, listRules) as Impl<IDistList>, IDistList);
  return com(new PropObject({ bag, transacted: true, writable, rules: userRules }), IMailUser);
}
