import { resolve } from 'node:path';
import { ComError, guidFromBytes, type HResult, ok, S_OK } from '../../com/index.js';
import {
  type IMAPISupport,
  type IProviderAdmin,
  type LogonFailure,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNCONFIGURED,
  MAPI_MODIFY,
  MAPI_STORE_PROVIDER,
  MAPI_UNICODE,
  type MAPIERROR,
  MSG_SERVICE_CONFIGURE,
  MSG_SERVICE_CREATE,
  MSG_SERVICE_DELETE,
  MSG_SERVICE_INSTALL,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  MSG_SERVICE_UNINSTALL,
  PR_DISPLAY_NAME_W,
  PR_PROVIDER_UID,
  type PropValue,
  prop,
  propId,
  STATUS_DEFAULT_STORE,
} from '../../mapi/index.js';
import type { MessageService } from '../../subsystem/index.js';
import { MSProviderInit } from './logon/init.js';
import { PR_COMAIL_STORE_PATH_W, providerDisplay } from './logon/profile.js';
import { openStore } from './mailbox/open-store.js';

/**
 * The entry point of the message service: `MSG_SERVICE_CONFIGURE` takes the path of the store's file
 * (`PR_COMAIL_STORE_PATH_W`), which is made when it is not there, and PR_DISPLAY_NAME.
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
export async function StoreServiceEntry(
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
    return [error.hr, { lppMAPIError: explained(error) }];
  }
}

/** The message service of the store, to be registered. @spec file-format-of-mapisvc-inf */
export const storeMessageService: MessageService = Object.freeze({
  name: 'COMAIL',
  displayName: 'comail message store',
  dllName: 'comail',
  isDefault: true,
  entry: Object.freeze({ name: 'StoreServiceEntry', call: StoreServiceEntry }),
  providers: Object.freeze([
    Object.freeze({
      resourceType: MAPI_STORE_PROVIDER,
      resourceFlags: STATUS_DEFAULT_STORE,
      name: 'COMAILMS',
      displayName: '',
      providerDisplay,
      init: MSProviderInit,
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
      throw new ComError(MAPI_E_NO_SUPPORT, 'a service has one store; add the service once more for another store');
    default:
      throw new ComError(MAPI_E_INVALID_PARAMETER, `ulContext is ${String(context)}`);
  }
}

async function configure(
  support: IMAPISupport,
  props: readonly PropValue[],
  admin: IProviderAdmin | null,
): Promise<void> {
  const known = [PR_COMAIL_STORE_PATH_W, PR_DISPLAY_NAME_W].map(propId);
  const strange = props.find(([tag]) => !known.includes(propId(tag)));
  if (strange)
    throw new ComError(MAPI_E_INVALID_PARAMETER, `0x${strange[0].toString(16)} is no property of this service`);
  const uid = await providerOf(admin);
  using section = admin
    ? await ok(admin.OpenProfileSection(uid, null, MAPI_MODIFY))
    : await ok(support.OpenProfileSection(null, MAPI_MODIFY));
  const given = props.find(([tag]) => propId(tag) === propId(PR_COMAIL_STORE_PATH_W))?.[1];
  const path = given ?? (await ok(section.GetProps([PR_COMAIL_STORE_PATH_W]))).get(PR_COMAIL_STORE_PATH_W);
  if (typeof path !== 'string' || path === '')
    throw new ComError(MAPI_E_UNCONFIGURED, 'PR_COMAIL_STORE_PATH_W must say where the store lies');
  // A store that is not there is made now, so that a wrong path is told to whoever gave it.
  {
    using _store = await openStore(path, { mode: 'open-or-create' });
  }
  // Another working directory must not mean another store.
  const set = [...props.filter(([, value]) => value !== given), prop(PR_COMAIL_STORE_PATH_W, resolve(path))];
  const [problem] = await ok(section.SetProps(set));
  if (problem) throw new ComError(problem.scode, `0x${problem.ulPropTag.toString(16)} was not taken`);
}

async function providerOf(admin: IProviderAdmin | null) {
  if (!admin) return null;
  using table = await ok(admin.GetProviderTable(MAPI_UNICODE));
  const [row] = await ok(table.QueryRows(1, 0));
  const uid = row?.get(PR_PROVIDER_UID);
  if (!uid) throw new ComError(MAPI_E_UNCONFIGURED, 'the service has no store provider');
  return guidFromBytes(uid);
}

const explained = (error: ComError): MAPIERROR =>
  Object.freeze({
    ulVersion: 0,
    lpszError: error.message,
    lpszComponent: 'comail message store',
    ulLowLevelError: 0,
    ulContext: 0,
  });
