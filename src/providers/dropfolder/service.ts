import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ComError, guidFromBytes, type HResult, ok, S_OK } from '../../com/index.js';
import {
  type IMAPISupport,
  type IProfSect,
  type IProviderAdmin,
  type LogonFailure,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNCONFIGURED,
  MAPI_MODIFY,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  MSG_SERVICE_CONFIGURE,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  MSG_SERVICE_UI_READ_ONLY,
  PR_PROVIDER_UID,
  type PropValue,
  prop,
  propId,
  SERVICE_UI_ALLOWED,
  SERVICE_UI_ALWAYS,
  UI_CURRENT_PROVIDER_FIRST,
} from '../../mapi/index.js';
import type { MessageService } from '../../subsystem/index.js';
import { requireFlags } from './flags.js';
import { explanation, pathIn, XPProviderInit } from './provider.js';
import { PR_DROPFOLDER_PATH } from './tags.js';

/**
 * The entry point of the message service: checks and writes its one property, `PR_DROPFOLDER_PATH`.
 *
 * @param lpMAPISup MAPI's side
 * @param _ulUIParam the window that owns dialogs, of which there are none
 * @param ulFlags `SERVICE_UI_ALLOWED` and its like, which make no difference without dialogs
 * @param ulContext what is going on
 * @param lpProps the configuration, under `MSG_SERVICE_CONFIGURE`; null to check the one that is there
 * @param lpProviderAdmin the providers of the service
 * @returns `S_OK`; `MAPI_E_UNCONFIGURED` when there is no such folder; `MAPI_E_INVALID_PARAMETER` for a property that is none of
 *   the service; `MAPI_E_NO_SUPPORT` for a second provider
 * @spec msgserviceentry
 */
export async function ServiceEntry(
  lpMAPISup: IMAPISupport,
  _ulUIParam: number,
  ulFlags: number,
  ulContext: number,
  lpProps: readonly PropValue[] | null,
  lpProviderAdmin: IProviderAdmin | null,
): Promise<readonly [HResult, LogonFailure]> {
  try {
    const ui = SERVICE_UI_ALLOWED | SERVICE_UI_ALWAYS | MSG_SERVICE_UI_READ_ONLY | UI_CURRENT_PROVIDER_FIRST;
    requireFlags(ulFlags, ui | MAPI_UNICODE);
    if (ulContext === MSG_SERVICE_PROVIDER_CREATE || ulContext === MSG_SERVICE_PROVIDER_DELETE)
      throw new ComError(MAPI_E_NO_SUPPORT, 'add the service once more for another folder');
    if (ulContext === MSG_SERVICE_CONFIGURE) await configure(lpMAPISup, lpProps ?? [], lpProviderAdmin);
    return [S_OK, Object.freeze({ lppMAPIError: null })];
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    return [error.hr, Object.freeze({ lppMAPIError: explanation(error.message) })];
  }
}

/** The message service of the drop folder, to be registered. @spec file-format-of-mapisvc-inf */
export const dropFolderMessageService: MessageService = Object.freeze({
  name: 'DROPFOLDER',
  displayName: 'Drop folder',
  dllName: 'comail',
  entry: Object.freeze({ name: 'ServiceEntry', call: ServiceEntry }),
  providers: Object.freeze([
    Object.freeze({
      resourceType: MAPI_TRANSPORT_PROVIDER,
      name: 'DROPFOLDERXP',
      displayName: 'Drop folder',
      providerDisplay: 'Drop folder',
      init: XPProviderInit,
    }),
  ]),
});

async function configure(
  support: IMAPISupport,
  props: readonly PropValue[],
  admin: IProviderAdmin | null,
): Promise<void> {
  const strange = props.find(([tag]) => propId(tag) !== propId(PR_DROPFOLDER_PATH));
  if (strange)
    throw new ComError(MAPI_E_INVALID_PARAMETER, `0x${strange[0].toString(16)} is no property of this service`);
  using section = await sectionOf(support, admin);
  const given = props[0]?.[1];
  const path = typeof given === 'string' && given !== '' ? given : await pathIn(section);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new ComError(MAPI_E_UNCONFIGURED, `PR_DROPFOLDER_PATH is no folder: ${path}`);
  // Another working directory must not mean another folder.
  const [problem] = await ok(section.SetProps([prop(PR_DROPFOLDER_PATH, resolve(path))]));
  if (problem) throw new ComError(problem.scode, 'PR_DROPFOLDER_PATH was not taken');
}

async function sectionOf(support: IMAPISupport, admin: IProviderAdmin | null): Promise<IProfSect> {
  if (admin === null) return await ok(support.OpenProfileSection(null, MAPI_MODIFY));
  using table = await ok(admin.GetProviderTable(0));
  const uid = (await ok(table.QueryRows(1, 0)))[0]?.get(PR_PROVIDER_UID);
  if (!uid) throw new ComError(MAPI_E_UNCONFIGURED, 'the service has no transport provider');
  return await ok(admin.OpenProfileSection(guidFromBytes(uid), null, MAPI_MODIFY));
}
