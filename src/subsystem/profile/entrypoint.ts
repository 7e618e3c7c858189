import { ComError, failed, type Guid, nameOf } from '../../com/index.js';
import { type IProviderAdmin, MAPI_E_NO_SUPPORT, PR_SERVICE_NAME_W, type PropValue } from '../../mapi/index.js';
import { SupportObject } from '../support/supportobject.js';
import { foreignCall } from './foreigncall.js';
import type { Profile } from './profile.js';
import { type MessageService, messageService } from './services.js';
import { propOf } from './tree.js';

/** What the entry point of a service is called with. */
export interface EntryCall {
  /** `MSG_SERVICE_CREATE` and so on. */
  readonly context: number;
  /** The window that owns dialogs. */
  readonly uiParam: number;
  /** `SERVICE_UI_ALLOWED` and so on. */
  readonly flags: number;
  /** The configuration, under `MSG_SERVICE_CONFIGURE`. */
  readonly props?: readonly PropValue[] | null;
  /** The provider concerned, whose section the service finds as its own. */
  readonly provider?: Guid | null;
}

/** What is known here of a service in a profile; undefined when it is registered nowhere in this process. */
export const serviceOf = (profile: Profile, uid: Guid): MessageService | undefined =>
  messageService(propOf(profile.section(uid), PR_SERVICE_NAME_W) ?? '');

/**
 * Calls the entry point of a service. One without an entry point has nothing to do.
 *
 * @param profile the profile
 * @param uid the service
 * @param admin the administration of its providers; released here
 * @param call what for
 * @throws {ComError} what the entry point answers; its own words become the error's
 * @spec msgserviceentry
 */
export async function callEntry(profile: Profile, uid: Guid, admin: IProviderAdmin, call: EntryCall): Promise<void> {
  using providers = admin;
  const entry = serviceOf(profile, uid)?.entry;
  if (!entry) return;
  using support = new SupportObject(profile, call.provider ?? null).publish();
  const { uiParam, flags, context, props = null } = call;
  const [hr, told] = await foreignCall(entry.name, () =>
    entry.call(support, uiParam, flags, context, props, providers),
  );
  if (!failed(hr)) return;
  const words = told?.lppMAPIError?.lpszError;
  throw new ComError(hr, words || `${entry.name} of the service answered ${nameOf(hr)}`, { cause: told?.lppMAPIError });
}

/** Whether an entry point only says that it does not have this operation. */
export const isNoSupport = (error: unknown): boolean => error instanceof ComError && error.hr === MAPI_E_NO_SUPPORT;
