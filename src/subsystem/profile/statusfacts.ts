import { ok } from '../../com/index.js';
import {
  type IMAPISupport,
  PR_PROVIDER_DLL_NAME_W,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  type PropValue,
  prop,
} from '../../mapi/index.js';

/**
 * What MAPI adds to the row of a provider in the status table, for the provider's status object, which has it, too.
 *
 * @param support MAPI's side of the provider
 * @param type PR_RESOURCE_TYPE of a provider whose section does not say it
 * @throws {ComError} when the section of the provider cannot be read
 * @spec status-object-implementation
 */
export async function statusFacts(support: IMAPISupport, type: number): Promise<readonly PropValue[]> {
  using section = await ok(support.OpenProfileSection(null, 0));
  const [dll, flags, kind] = await ok(
    section.GetProps([PR_PROVIDER_DLL_NAME_W, PR_RESOURCE_FLAGS, PR_RESOURCE_TYPE], 0),
  );
  return [
    prop(PR_PROVIDER_DLL_NAME_W, dll ?? ''),
    prop(PR_RESOURCE_FLAGS, flags ?? 0),
    prop(PR_RESOURCE_TYPE, kind ?? type),
  ];
}
