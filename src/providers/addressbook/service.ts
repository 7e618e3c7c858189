import { resolve } from 'node:path';
import { ComError, guidFromBytes, type HResult, ok, S_OK } from '../../com/index.js';
import {
  type IMAPISupport,
  type IProfSect,
  type IProviderAdmin,
  type LogonFailure,
  MAPI_AB_PROVIDER,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNCONFIGURED,
  MAPI_MODIFY,
  MAPI_UNICODE,
  MSG_SERVICE_CONFIGURE,
  MSG_SERVICE_CREATE,
  MSG_SERVICE_DELETE,
  MSG_SERVICE_INSTALL,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  MSG_SERVICE_UNINSTALL,
  PR_DISPLAY_NAME_W,
  PR_PAB_PATH_W,
  PR_PROVIDER_UID,
  type PropValue,
  prop,
  propId,
} from '../../mapi/index.js';
import type { MessageService } from '../../subsystem/index.js';
import { BookFile } from './bookfile.js';
import { ABProviderInit, explained } from './provider.js';
import { providerDisplay } from './status.js';

/**
 * The entry point of the message service: `MSG_SERVICE_CONFIGURE` takes the path of the address book (`PR_PAB_PATH`), which is
 * made when it is not there, and PR_DISPLAY_NAME.
 *
 * @param lpMAPISup MAPI's side
 * @param _ulUIParam the window that owns dialogs, of which there are none
 * @param _ulFlags `SERVICE_UI_ALLOWED` and its like, which make no difference without dialogs
 * @param ulContext what is going on
 * @param lpProps the configuration
 * @param lpProviderAdmin the providers of the service
 * @returns `S_OK`; `MAPI_E_UNCONFIGURED` when there is no path; `MAPI_E_INVALID_PARAMETER` for a property that is none of the
 *   service; `MAPI_E_NO_SUPPORT` for a second provider
 * @spec msgserviceentry
 */
export async function AddressBookServiceEntry(
  lpMAPISup: IMAPISupport,
  _ulUIParam: number,
  _ulFlags: number,
  ulContext: number,
  lpProps: readonly PropValue[] | null,
  lpProviderAdmin: IProviderAdmin | null,
): Promise<readonly [HResult, LogonFailure]> {
  try {
    await perform(lpMAPISup, ulContext, lpProps ?? [], lpProviderAdmin);
    return [S_OK, { lppMAPIError: null }];
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    return [error.hr, { lppMAPIError: explained(error.message) }];
  }
}

/** The message service of personal address books, to be registered. @spec file-format-of-mapisvc-inf */
export const addressBookMessageService: MessageService = Object.freeze({
  name: 'COMAILPAB',
  displayName: 'Personal address book',
  dllName: 'comail',
  entry: Object.freeze({ name: 'AddressBookServiceEntry', call: AddressBookServiceEntry }),
  providers: Object.freeze([
    Object.freeze({
      resourceType: MAPI_AB_PROVIDER,
      name: 'COMAILPABAB',
      displayName: 'Personal address book',
      providerDisplay,
      init: ABProviderInit,
    }),
  ]),
});

async function perform(
  support: IMAPISupport,
  context: number,
  props: readonly PropValue[],
  admin: IProviderAdmin | null,
): Promise<void> {
  switch (context) {
    case MSG_SERVICE_INSTALL:
    case MSG_SERVICE_CREATE:
    case MSG_SERVICE_DELETE:
    case MSG_SERVICE_UNINSTALL:
      return;
    case MSG_SERVICE_CONFIGURE:
      return await configure(support, props, admin);
    case MSG_SERVICE_PROVIDER_CREATE:
    case MSG_SERVICE_PROVIDER_DELETE:
      throw new ComError(MAPI_E_NO_SUPPORT, 'a service has one address book; add the service once more for another');
    default:
      throw new ComError(MAPI_E_INVALID_PARAMETER, `ulContext is ${String(context)}`);
  }
}

async function configure(
  support: IMAPISupport,
  props: readonly PropValue[],
  admin: IProviderAdmin | null,
): Promise<void> {
  const known = [PR_PAB_PATH_W, PR_DISPLAY_NAME_W].map(propId);
  const strange = props.find(([tag]) => !known.includes(propId(tag)));
  if (strange)
    throw new ComError(MAPI_E_INVALID_PARAMETER, `0x${strange[0].toString(16)} is no property of this service`);
  using section = await sectionOf(support, admin);
  const given = props.find(([tag]) => propId(tag) === propId(PR_PAB_PATH_W))?.[1];
  const path = given ?? (await ok(section.GetProps([PR_PAB_PATH_W], MAPI_UNICODE))).get(PR_PAB_PATH_W);
  if (typeof path !== 'string' || path === '')
    throw new ComError(MAPI_E_UNCONFIGURED, 'PR_PAB_PATH must say where the personal address book lies');
  // A wrong path is told to whoever gave it; another working directory must not mean another book.
  new BookFile(resolve(path)).read();
  const others = props.filter(([tag]) => propId(tag) !== propId(PR_PAB_PATH_W));
  const [problem] = await ok(section.SetProps([...others, prop(PR_PAB_PATH_W, resolve(path))]));
  if (problem) throw new ComError(problem.scode, `0x${problem.ulPropTag.toString(16)} was not taken`);
}

async function sectionOf(support: IMAPISupport, admin: IProviderAdmin | null): Promise<IProfSect> {
  if (!admin) return await ok(support.OpenProfileSection(null, MAPI_MODIFY));
  using table = await ok(admin.GetProviderTable(MAPI_UNICODE));
  const [row] = await ok(table.QueryRows(1, 0));
  const uid = row?.get(PR_PROVIDER_UID);
  if (!uid) throw new ComError(MAPI_E_UNCONFIGURED, 'the service has no address book provider');
  return await ok(admin.OpenProfileSection(guidFromBytes(uid), null, MAPI_MODIFY));
}
