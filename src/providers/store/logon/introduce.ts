import { ComError, guidFromBytes, ok } from '../../../com/index.js';
import { type IMAPISupport, MDB_TEMPORARY, PR_DISPLAY_NAME_W } from '../../../mapi/index.js';
import type { Role } from '../mailbox/caller.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import { inTurn, writeProfile } from './profile.js';
import { type StatusFacts, statusRow } from './status.js';

/** How a store was opened. */
export interface Manner {
  /** For whom. */
  readonly role: Role;
  /** The flags of the logon. */
  readonly flags: number;
}

/** What came of introducing a store. */
export interface Introduced {
  /** PR_DISPLAY_NAME of the store in the profile. */
  readonly name: string | null;
  /** What did not work; the store is usable nevertheless. */
  readonly trouble: ComError | null;
}

/**
 * Makes a store that was opened known to MAPI: the MAPIUID of its entry identifiers, then for a client its part of the profile,
 * and its row of the status table. The spooler's logon is to the same store in the same session, which has both already.
 *
 * @param mailbox the logon
 * @param support MAPI's side
 * @param facts what is told of the store
 * @param manner how it was opened
 * @throws {ComError} what SetProviderUID answers: without it no entry identifier of the store could be opened
 * @spec imsprovider-logon
 */
export async function introduce(
  mailbox: Mailbox,
  support: IMAPISupport,
  facts: StatusFacts,
  { role, flags }: Manner,
): Promise<Introduced> {
  await ok(support.SetProviderUID(guidFromBytes(mailbox.ids.uid)));
  if (role !== 'client') return { name: null, trouble: null };
  let trouble: ComError | null = null;
  const attempt = async <T>(step: () => Promise<T>): Promise<T | null> => {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      trouble ??= error;
      return null;
    }
  };
  const lasting = (flags & MDB_TEMPORARY) === 0;
  if (lasting) await attempt(() => writeProfile(support, facts.path, mailbox.storeEntryId, mailbox.ids.uid));
  if (lasting) await attempt(() => ok(support.ModifyProfile(0)));
  const name = await attempt(() => inTurn(() => nameInProfile(support)));
  await attempt(() => ok(support.ModifyStatusRow(statusRow(mailbox, { ...facts, name }), 0)));
  return { name, trouble };
}

async function nameInProfile(support: IMAPISupport): Promise<string | null> {
  using section = await ok(support.OpenProfileSection(null, 0));
  const name: unknown = (await ok(section.GetProps([PR_DISPLAY_NAME_W])))[0];
  return typeof name === 'string' && name !== '' ? name : null;
}
