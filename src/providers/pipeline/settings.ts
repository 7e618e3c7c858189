import { ComError, ok } from '../../com/index.js';
import {
  type IMAPIProp,
  isPropError,
  MAPI_E_UNCONFIGURED,
  PropRow,
  type PropTag,
  type PropValue,
} from '../../mapi/index.js';
import { checkAddress, WireError } from '../../wire/index.js';
import { PR_PIPELINE_ADDRESS, PR_PIPELINE_NAME, PR_PIPELINE_PATH } from './tags.js';

/** What the section of the provider says, checked. */
export interface Settings {
  /** The folder of the mail system. */
  readonly path: string;
  /** The mailbox. */
  readonly address: string;
  /** The name that its mail comes from. */
  readonly name: string;
}

/** All that the section may hold. */
export const settingTags: readonly [PropTag<string>, PropTag<string>, PropTag<string>] = [
  PR_PIPELINE_PATH,
  PR_PIPELINE_ADDRESS,
  PR_PIPELINE_NAME,
];

/**
 * Reads and checks a section.
 *
 * @param section the provider's section
 * @param changes values that are about to be written to it, which count already
 * @throws {ComError} `MAPI_E_UNCONFIGURED`, in words that name the property, when something is missing or wrong
 */
export async function readSettings(section: IMAPIProp, changes: readonly PropValue[] = []): Promise<Settings> {
  const stored = await ok(section.GetProps(settingTags, 0));
  const row = PropRow.fromProps([...changes, ...stored.toProps().filter((entry) => !isPropError(entry))]);
  const path = row.get(PR_PIPELINE_PATH);
  if (!path)
    throw new ComError(MAPI_E_UNCONFIGURED, 'PR_PIPELINE_PATH is missing; it names the folder of the mail system');
  const address = row.get(PR_PIPELINE_ADDRESS)?.trim() ?? '';
  if (address === '') throw new ComError(MAPI_E_UNCONFIGURED, 'PR_PIPELINE_ADDRESS is missing; it names the mailbox');
  try {
    checkAddress(address);
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    throw new ComError(MAPI_E_UNCONFIGURED, `PR_PIPELINE_ADDRESS is no address: ${cause.message}`, { cause });
  }
  return Object.freeze({ path, address: address.toLowerCase(), name: row.get(PR_PIPELINE_NAME)?.trim() ?? '' });
}
