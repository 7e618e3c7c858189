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
  MSG_SERVICE_CREATE,
  MSG_SERVICE_DELETE,
  MSG_SERVICE_INSTALL,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  MSG_SERVICE_UI_READ_ONLY,
  MSG_SERVICE_UNINSTALL,
  PR_PROVIDER_UID,
  PR_RESOURCE_TYPE,
  type PropValue,
  propId,
  SERVICE_UI_ALLOWED,
  SERVICE_UI_ALWAYS,
  UI_CURRENT_PROVIDER_FIRST,
} from '../../mapi/index.js';
import type { MessageService } from '../../subsystem/index.js';
import { requireFlags } from './flags.js';
import { explanation, XPProviderInit } from './provider.js';
import { readSettings, settingTags } from './settings.js';

/**
 * The entry point of the message service: checks and writes the configuration, which is all in properties
 * (`PR_SMTP_SERVER`, `PR_SMTP_SENDER_ADDRESS` ...). They belong to the section of the service's transport provider.
 *
 * A service is created without a configuration, and configured in a second step: only then does it have to be complete.
 *
 * @param lpMAPISup MAPI's side
 * @param _ulUIParam the window that owns dialogs, of which there are none
 * @param ulFlags `SERVICE_UI_ALLOWED` and its like, which make no difference without dialogs
 * @param ulContext what is going on
 * @param lpProps the configuration, under `MSG_SERVICE_CONFIGURE`; null to check the one that is there
 * @param lpProviderAdmin the providers of the service
 * @returns `S_OK`; `MAPI_E_UNCONFIGURED` when the configuration does not suffice, in words that name the property;
 *   `MAPI_E_INVALID_PARAMETER` for a property that is none of the service; `MAPI_E_NO_SUPPORT` for a second provider
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
    await perform(ulContext, lpMAPISup, lpProps, lpProviderAdmin);
    return [S_OK, NOTHING];
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    return [error.hr, Object.freeze({ lppMAPIError: explanation(error.message) })];
  }
}

/** The message service of the SMTP transport, to be registered. @spec file-format-of-mapisvc-inf */
export const smtpMessageService: MessageService = Object.freeze({
  name: 'SMTP',
  displayName: 'Internet mail (SMTP)',
  dllName: 'comail',
  entry: Object.freeze({ name: 'ServiceEntry', call: ServiceEntry }),
  providers: Object.freeze([
    Object.freeze({
      resourceType: MAPI_TRANSPORT_PROVIDER,
      name: 'SMTPXP',
      displayName: 'SMTP transport',
      providerDisplay: 'Internet mail (SMTP)',
      init: XPProviderInit,
    }),
  ]),
});

const NOTHING: LogonFailure = Object.freeze({ lppMAPIError: null });

async function perform(
  context: number,
  support: IMAPISupport,
  props: readonly PropValue[] | null,
  admin: IProviderAdmin | null,
): Promise<void> {
  switch (context) {
    case MSG_SERVICE_INSTALL:
    case MSG_SERVICE_CREATE:
    case MSG_SERVICE_DELETE:
    case MSG_SERVICE_UNINSTALL:
      return;
    case MSG_SERVICE_CONFIGURE:
      await configure(support, props ?? [], admin);
      return;
    case MSG_SERVICE_PROVIDER_CREATE:
    case MSG_SERVICE_PROVIDER_DELETE:
      throw new ComError(
        MAPI_E_NO_SUPPORT,
        'an account has one transport; add the service once more for another account',
      );
    default:
      throw new ComError(MAPI_E_INVALID_PARAMETER, `ulContext is ${String(context)}`);
  }
}

async function configure(
  support: IMAPISupport,
  props: readonly PropValue[],
  admin: IProviderAdmin | null,
): Promise<void> {
  const ids = new Set(settingTags.map(propId));
  const strange = props.find(([tag]) => !ids.has(propId(tag)));
  if (strange !== undefined)
    throw new ComError(MAPI_E_INVALID_PARAMETER, `0x${strange[0].toString(16)} is no property of this service`);
  using section = await sectionOf(support, admin);
  // Checked as it will be, before anything of it is written.
  await readSettings(section, props);
  if (props.length > 0) {
    const [problem] = await ok(section.SetProps(props));
    if (problem !== undefined) throw new ComError(problem.scode, `0x${problem.ulPropTag.toString(16)} was not taken`);
  }
}

async function sectionOf(support: IMAPISupport, admin: IProviderAdmin | null): Promise<IProfSect> {
  if (admin === null) return ok(support.OpenProfileSection(null, MAPI_MODIFY));
  using table = await ok(admin.GetProviderTable(0));
  await ok(table.SetColumns([PR_PROVIDER_UID, PR_RESOURCE_TYPE]));
  for (;;) {
    const rows = await ok(table.QueryRows(20, 0));
    if (rows.length === 0) throw new ComError(MAPI_E_UNCONFIGURED, 'the service has no transport provider');
    for (const row of rows) {
      const uid = row.get(PR_PROVIDER_UID);
      if (uid === null || row.get(PR_RESOURCE_TYPE) !== MAPI_TRANSPORT_PROVIDER) continue;
      return await ok(admin.OpenProfileSection(guidFromBytes(uid), null, MAPI_MODIFY));
    }
  }
}
