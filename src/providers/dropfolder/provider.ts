import { ComError, ok } from '../../com/index.js';
import {
  type IProfSect,
  LOGON_SP_POLL,
  MAPI_E_UNCONFIGURED,
  type IMAPISupport as Support,
  type XPPROVIDERINIT,
} from '../../mapi/index.js';
import { transportEntry } from '../../subsystem/index.js';
import { DropFolder } from './folder.js';
import { DropFolderLogon } from './logon.js';
import { statusColumns } from './status.js';
import { PR_DROPFOLDER_PATH } from './tags.js';

/** What failures name as their component. */
export const component = 'comail drop folder';

/**
 * The entry point of the drop folder's transport.
 *
 * @param ulFlags `MAPI_NT_SERVICE` or 0; it makes no difference
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows
 * @returns `S_OK` with the provider; `MAPI_E_VERSION` when MAPI is older than the provider
 * @spec xpproviderinit
 */
export const XPProviderInit: XPPROVIDERINIT = transportEntry({
  component,
  async logOn({ support, inbound }) {
    const path = await configuredPath(support);
    await ok(support.ModifyStatusRow(statusColumns(path, 0), 0));
    return new DropFolderLogon(support, new DropFolder(path), inbound);
  },
  // Watching tells at once; polling is for what watching misses, as on network drives.
  answers: LOGON_SP_POLL,
});

/**
 * The folder that a profile names.
 *
 * @param section the provider's section
 * @throws {ComError} `MAPI_E_UNCONFIGURED` when there is none
 */
export async function pathIn(section: IProfSect): Promise<string> {
  const path = (await ok(section.GetProps([PR_DROPFOLDER_PATH], 0))).get(PR_DROPFOLDER_PATH);
  if (!path) throw new ComError(MAPI_E_UNCONFIGURED, 'PR_DROPFOLDER_PATH is missing; it names the folder of mail');
  return path;
}

async function configuredPath(support: Support): Promise<string> {
  using section = await ok(support.OpenProfileSection(null, 0));
  return await pathIn(section);
}
