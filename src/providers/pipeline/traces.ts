import type { IProfSect } from '../../mapi/index.js';
import type { SubmissionTraces } from '../../subsystem/index.js';
import { readSettings } from './settings.js';
import { MailSystem } from './system.js';

/**
 * What became of the submissions of a mailbox.
 *
 * @param section the section of the transport, which names mailbox and mail system
 * @returns the traces of this mailbox alone; whoever has them closes them
 * @throws {ComError} `MAPI_E_UNCONFIGURED` when the section is not complete
 */
export async function tracesOf(section: IProfSect): Promise<SubmissionTraces> {
  const { path, address: mailbox } = await readSettings(section);
  const system = new MailSystem(path);
  return Object.freeze({
    mailbox,
    idOf: (entryId: Uint8Array, submittedAt: bigint) => system.submissionId(mailbox, entryId, submittedAt),
    trace(id: string) {
      const found = system.trace(id);
      return found?.mailbox.toLowerCase() === mailbox ? found : null;
    },
    submissionsOf: (entryId: Uint8Array) => system.submissionsOf(entryId),
    submissions: (skip: number, top: number) => system.submissions(mailbox, skip, top),
    close: () => system.close(),
  });
}
