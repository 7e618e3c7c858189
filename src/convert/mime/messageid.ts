import { hash } from 'node:crypto';
import { PR_CLIENT_SUBMIT_TIME, PR_INTERNET_MESSAGE_ID_W, PR_SEARCH_KEY, type PropTag } from '../../mapi/index.js';
import type { Mailbox } from '../address/mailbox.js';
import { type HeaderField, messageIds } from './headertext.js';
import type { PropValues } from './read.js';

/** The properties that {@link messageIdOf} looks at. */
export const messageIdProps: readonly PropTag[] = [PR_CLIENT_SUBMIT_TIME, PR_INTERNET_MESSAGE_ID_W, PR_SEARCH_KEY];

/**
 * The Message-ID of a message: its own, or one that follows from its search key and its submission. It is the same
 * however often the message is rendered, so that a receiver can tell a second copy.
 *
 * @param values the properties, {@link messageIdProps} among them
 * @param from whose domain it ends with
 * @param fields the header, for a message without a search key
 * @returns the identifier in angle brackets
 * @spec RFC 5322 section 3.6.4 @spec pidtaginternetmessageid-canonical-property
 */
export function messageIdOf(values: PropValues, from: Mailbox | null, fields: readonly HeaderField[]): string {
  const [own] = messageIds(values.get(PR_INTERNET_MESSAGE_ID_W));
  if (own !== undefined) return own;
  const key = values.get(PR_SEARCH_KEY);
  const known =
    key === null
      ? JSON.stringify(fields)
      : Buffer.concat([key, Buffer.from(String(values.get(PR_CLIENT_SUBMIT_TIME)))]);
  return `<${hash('sha256', known).slice(0, 32)}@${domainOf(from)}>`;
}

function domainOf(from: Mailbox | null): string {
  const domain = from?.address?.split('@').pop()?.toLowerCase() ?? '';
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{1,63}$/.test(domain) ? domain : 'localhost';
}
