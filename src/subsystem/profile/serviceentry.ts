import { ComError, guidFromBytes, ok, S_OK } from '../../com/index.js';
import {
  type IMAPISupport,
  type IProfSect,
  type IProviderAdmin,
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
  MSG_SERVICE_UI_READ_ONLY,
  MSG_SERVICE_UNINSTALL,
  type MSGSERVICEENTRY,
  PR_PROVIDER_UID,
  type PropTag,
  type PropValue,
  propId,
  SERVICE_CREATE_WITH_STORE,
  SERVICE_LOGON_FAILED,
  SERVICE_UI_ALLOWED,
  SERVICE_UI_ALWAYS,
  UI_CURRENT_PROVIDER_FIRST,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import { mapiError } from '../props/lasterror.js';

/** A message service with one provider, whose configuration is properties of that provider's section. */
export interface OneProviderService {
  /** What failures name as their component. */
  readonly component: string;
  /** The properties that it is configured by. */
  readonly settings: readonly PropTag[];
  /** Why there is no second provider, and what helps. */
  readonly second: string;
  /**
   * Checks a configuration and writes it.
   *
   * @param section the provider's section, open for writing
   * @param props what is to change, none but {@link OneProviderService.settings}; empty to check what is there
   * @throws {ComError} `MAPI_E_UNCONFIGURED` when something is missing
   */
  configure(section: IProfSect, props: readonly PropValue[]): Promise<void>;
}

/**
 * Makes the entry point of such a service. There are no dialogs, so that flags about them make no difference; a service is created
 * without a configuration and configured in a second step, and only then does it have to be complete.
 *
 * @param service the service
 * @returns its entry point, which answers `S_OK`; `MAPI_E_UNCONFIGURED` and whatever else configuring fails with;
 *   `MAPI_E_INVALID_PARAMETER` for a property that is none of the service, and for a context that there is not;
 *   `MAPI_E_UNKNOWN_FLAGS`; `MAPI_E_NO_SUPPORT` for a second provider
 * @spec msgserviceentry
 */
export const serviceEntry =
  (service: OneProviderService): MSGSERVICEENTRY =>
  async (lpMAPISup, _ulUIParam, ulFlags, ulContext, lpProps, lpProviderAdmin) => {
    try {
      requireFlags(ulFlags, known);
      await perform(service, lpMAPISup, ulContext, lpProps ?? [], lpProviderAdmin);
      return [S_OK, Object.freeze({ lppMAPIError: null })];
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      return [error.hr, Object.freeze({ lppMAPIError: mapiError(service.component, error.words) })];
    }
  };

const known =
  MAPI_UNICODE |
  MSG_SERVICE_UI_READ_ONLY |
  SERVICE_UI_ALLOWED |
  SERVICE_UI_ALWAYS |
  SERVICE_CREATE_WITH_STORE |
  SERVICE_LOGON_FAILED |
  UI_CURRENT_PROVIDER_FIRST;

async function perform(
  service: OneProviderService,
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
    case MSG_SERVICE_CONFIGURE: {
      const ids = service.settings.map(propId);
      const strange = props.find(([tag]) => !ids.includes(propId(tag)));
      if (strange)
        throw new ComError(MAPI_E_INVALID_PARAMETER, `0x${strange[0].toString(16)} is no property of this service`);
      using section = await sectionOf(support, admin);
      return await service.configure(section, props);
    }
    case MSG_SERVICE_PROVIDER_CREATE:
    case MSG_SERVICE_PROVIDER_DELETE:
      throw new ComError(MAPI_E_NO_SUPPORT, service.second);
    default:
      throw new ComError(MAPI_E_INVALID_PARAMETER, `ulContext is ${String(context)}`);
  }
}

async function sectionOf(support: IMAPISupport, admin: IProviderAdmin | null): Promise<IProfSect> {
  if (!admin) return await ok(support.OpenProfileSection(null, MAPI_MODIFY));
  using table = await ok(admin.GetProviderTable(MAPI_UNICODE));
  const uid = (await ok(table.QueryRows(1, 0)))[0]?.get(PR_PROVIDER_UID);
  if (!uid) throw new ComError(MAPI_E_UNCONFIGURED, 'the service has no provider');
  return await ok(admin.OpenProfileSection(guidFromBytes(uid), null, MAPI_MODIFY));
}

/**
 * Writes properties into a section, all or none.
 *
 * @param section the section
 * @param props the properties
 * @throws {ComError} the code of the first that was not taken
 */
export async function writeSettings(section: IProfSect, props: readonly PropValue[]): Promise<void> {
  const [problem] = await ok(section.SetProps(props));
  if (problem) throw new ComError(problem.scode, `0x${problem.ulPropTag.toString(16)} was not taken`);
}
