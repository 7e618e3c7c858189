import { type Guid, ok } from '../../com/index.js';
import {
  type IMessage,
  NEEDS_PREPROCESSING,
  NEEDS_SPOOLER,
  PR_OWN_STORE_ENTRYID,
  PR_RESPONSIBILITY,
} from '../../mapi/index.js';
import type { SessionCore } from '../session/core.js';
import { recipientsOf, valueIn } from '../submit/recipients.js';
import { chosenTransport } from './choose.js';
import { preprocessMark } from './preprocess.js';
import type { Preprocessing } from './preprocessing.js';
import type { TransportSession } from './transport.js';

/**
 * What ExpandRecips answers: whether a message needs preprocessing, and whether its store needs the spooler to send it. A message that
 * needs preprocessing is marked for it.
 *
 * @param core the session
 * @param store PR_PROVIDER_UID of the store
 * @param message the message, its recipients complete; not saved
 * @param transports those that are logged on, in their order
 * @param preprocessing knows the preprocessors of the session, and what they have made
 * @spec imapisupport-expandrecips
 */
export async function needsOf(
  core: SessionCore,
  store: Guid,
  message: IMessage,
  transports: readonly TransportSession[],
  { preprocessors, extras }: Pick<Preprocessing, 'preprocessors' | 'extras'>,
): Promise<number> {
  const spooler = (await reachesAll(core, store, message, transports)) ? 0 : NEEDS_SPOOLER;
  if (extras.has(message) || (await preprocessors.needed(message, transports)).length === 0) return spooler;
  await ok(message.SetProps([preprocessMark]));
  return spooler | NEEDS_PREPROCESSING;
}

/**
 * Whether a store can do without the spooler: a transport names it as its own (PR_OWN_STORE_ENTRYID) and gets the first try at
 * every recipient that is left.
 *
 * @spec tightly-coupled-message-store-providers
 */
async function reachesAll(
  { status, stores }: SessionCore,
  store: Guid,
  message: IMessage,
  transports: readonly TransportSession[],
): Promise<boolean> {
  const coupled = transports.find(({ uid }) => {
    const own = status.value(uid, PR_OWN_STORE_ENTRYID);
    return own !== null && stores.isOwn(store, own);
  });
  if (!coupled) return false;
  const left = (await recipientsOf(message)).filter((row) => valueIn(row, PR_RESPONSIBILITY) !== true);
  return left.every((row) => chosenTransport(row, transports) === coupled);
}
