import { ComError } from '../../com/index.js';
import { logon, type MailSession } from '../../index.js';
import { MAPI_E_LOGON_FAILED, MAPI_E_NOT_FOUND } from '../../mapi/index.js';
import { Failure, machineAdvice } from '../mailbox/failure.js';
import { chosenProfile, noDefault, noProfile, profileReport, withProfiles, wordsOf } from './profiles.js';

/**
 * Logs on to a mailbox for one step of work.
 *
 * @param profile what was typed; undefined for the default one
 * @param mail whether the session sends and receives
 * @param step the work
 * @throws {Failure} when there is no such profile, or no default one
 */
export async function withMailbox<T>(
  profile: string | undefined,
  mail: boolean,
  step: (session: MailSession) => Promise<T>,
): Promise<T> {
  await using session = await opened(profile, mail);
  return await step(session);
}

async function opened(profile: string | undefined, mail: boolean): Promise<MailSession> {
  try {
    return await logon({ mail, ...(profile === undefined ? {} : { profile }) });
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    if (error.hr === MAPI_E_NOT_FOUND && profile !== undefined && /no profile/.test(error.message))
      throw noProfile(profile);
    if (error.hr === MAPI_E_LOGON_FAILED && profile === undefined) throw noDefault(await countOfProfiles());
    throw new Failure(
      error.hr,
      wordsOf(error),
      machineAdvice(error.hr) ??
        'Look with `comail profile show` what the profile is made of; `comail store check FILE` tells whether its store is sound.',
    );
  }
}

const countOfProfiles = (): Promise<number> =>
  withProfiles(async (admin) => {
    using table = (await admin.GetProfileTable(0))[1];
    return (await table?.GetRowCount(0))?.[1] ?? 0;
  });

/**
 * Refuses to send from a profile that has nothing to send through, before every message comes back as undeliverable.
 *
 * @param profile what was typed; undefined for the default one
 * @throws {Failure} `MAPI_E_NOT_FOUND` without an account
 */
export async function requireAccount(profile: string | undefined): Promise<void> {
  await withProfiles(async (admin) => {
    const name = await chosenProfile(admin, profile);
    const { accounts, mailboxes, others } = await profileReport(admin, name, false);
    if (accounts.length > 0 || mailboxes.length > 0 || others.length > 0) return;
    throw new Failure(
      MAPI_E_NOT_FOUND,
      `the profile ${name} has no account to send through`,
      `Add one: \`comail account add smtp --profile ${JSON.stringify(name)} --server mail.example.org --from you@example.org\`.`,
    );
  });
}
