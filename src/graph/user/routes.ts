import { badRequest } from '../http/error.js';
import { type Answer, type Call, READ_BASIC, type Route, SEND } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { queryOf } from '../odata/query.js';
import type { UserResource } from '../resources.js';

/** The user whose mailbox it is. */
export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '',
    scopes: ['User.Read', ...READ_BASIC, ...SEND],
    summary: 'Get the user',
    run: get,
  },
];

async function get({ box, query: given, root }: Call): Promise<Answer> {
  const { select } = queryOf(given, ['$select']);
  const user = properties(box);
  for (const name of select ?? [])
    if (!Object.hasOwn(user, name))
      throw badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.user'.`);
  const chosen = Object.entries(user).filter(([name]) => select === null || select.includes(name));
  const what = select === null ? '' : `(${select.join(',')})`;
  return {
    status: 200,
    body: { '@odata.context': `${root}/$metadata#users${what}/$entity`, ...Object.fromEntries(chosen) },
  };
}

/** What Graph tells of a user when nothing is selected. A mailbox has a name and an address alone. */
const properties = ({ id, displayName, userPrincipalName }: Box): UserResource => ({
  businessPhones: [],
  displayName,
  givenName: null,
  jobTitle: null,
  mail: userPrincipalName,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: null,
  userPrincipalName,
  id,
});
