import { ComError, type Guid } from '../../com/index.js';
import {
  MAPI_E_NO_ACCESS,
  PR_RESOURCE_FLAGS,
  prop,
  SERVICE_NO_PRIMARY_IDENTITY,
  SERVICE_PRIMARY_IDENTITY,
  STATUS_NO_PRIMARY_IDENTITY,
  STATUS_PRIMARY_IDENTITY,
} from '../../mapi/index.js';
import type { ProfileEntry, SectionEntry } from './document.js';
import { propOf, providersOfService, servicesOf, setProps } from './tree.js';

/**
 * Makes a service the one that tells who the user is. The page has the other services marked `SERVICE_NO_PRIMARY_IDENTITY`, and
 * refuses services so marked; both together would make the first choice final. So the mark of the others is not set, and the
 * refusal is for services that bring it with them.
 *
 * @param entry the profile, changed
 * @param uid the service; null for none
 * @throws {ComError} `MAPI_E_NO_ACCESS` when the service says that it can't
 * @spec imsgserviceadmin-setprimaryidentity
 */
export function setPrimaryIdentity(entry: ProfileEntry, uid: Guid | null): void {
  const chosen = uid === null ? undefined : entry.sections.get(uid);
  if ((flagsOf(chosen) & SERVICE_NO_PRIMARY_IDENTITY) !== 0)
    throw new ComError(MAPI_E_NO_ACCESS, 'the message service cannot tell who the user is');
  for (const service of servicesOf(entry)) {
    const isIt = service === uid;
    mark(entry.sections.get(service), SERVICE_PRIMARY_IDENTITY, isIt);
    for (const provider of providersOfService(entry, service)) {
      const section = entry.sections.get(provider);
      mark(section, STATUS_PRIMARY_IDENTITY, isIt && (flagsOf(section) & STATUS_NO_PRIMARY_IDENTITY) === 0);
    }
  }
}

/**
 * Settles whose identity is the primary one when a service is added: of the providers that are ready to tell (`STATUS_PRIMARY_IDENTITY`)
 * the first that was configured, whose service is marked for it; the others lose the mark.
 *
 * @param entry the profile, changed
 * @param uid the service that is new, or has a new provider
 * @spec pidtagresourceflags-canonical-property
 */
export function settleIdentity(entry: ProfileEntry, uid: Guid): void {
  const tells = (provider: Guid): boolean => (flagsOf(entry.sections.get(provider)) & STATUS_PRIMARY_IDENTITY) !== 0;
  const others = servicesOf(entry).filter((service) => service !== uid);
  let isTaken = others.some((service) => providersOfService(entry, service).some(tells));
  for (const provider of providersOfService(entry, uid).filter(tells)) {
    if (isTaken) mark(entry.sections.get(provider), STATUS_PRIMARY_IDENTITY, false);
    else mark(entry.sections.get(uid), SERVICE_PRIMARY_IDENTITY, true);
    isTaken = true;
  }
}

const flagsOf = (section: SectionEntry | undefined): number => propOf(section, PR_RESOURCE_FLAGS) ?? 0;

function mark(section: SectionEntry | undefined, flag: number, set: boolean): void {
  if (!section) return;
  const flags = flagsOf(section);
  setProps(section, [prop(PR_RESOURCE_FLAGS, set ? flags | flag : flags & ~flag)]);
}
