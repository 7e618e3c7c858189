import { ComError, type Guid } from '../../com/index.js';
import {
  MAPI_E_NO_ACCESS,
  PR_RESOURCE_FLAGS,
  PR_SERVICE_NAME_W,
  prop,
  SERVICE_NO_PRIMARY_IDENTITY,
  SERVICE_PRIMARY_IDENTITY,
  STATUS_NO_PRIMARY_IDENTITY,
  STATUS_PRIMARY_IDENTITY,
} from '../../mapi/index.js';
import type { ProfileEntry, SectionEntry } from './document.js';
import { messageService } from './services.js';
import { propOf, providerFlags, providerName, providersOfService, servicesOf, setProps } from './tree.js';

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
 * Settles whose identity is the primary one when a service or a provider is added: of the providers that are ready to tell
 * (`STATUS_PRIMARY_IDENTITY`) the first that was configured, whose service is marked for it; the others lose the mark.
 *
 * @param entry the profile, changed
 * @param service the service
 * @param provider the provider that is new in it; null when all of it is
 * @spec mapi-primary-identity
 */
export function settleIdentity(entry: ProfileEntry, service: Guid, provider: Guid | null = null): void {
  const added = provider === null ? providersOfService(entry, service) : [provider];
  let isTaken = allProviders(entry).some((one) => !added.includes(one) && tells(entry, one));
  for (const one of added.filter((each) => tells(entry, each))) {
    if (isTaken) mark(entry.sections.get(one), STATUS_PRIMARY_IDENTITY, false);
    isTaken = true;
  }
  const isIt = providersOfService(entry, service).some((one) => tells(entry, one));
  // A new service may bring the mark with it, as a copy does.
  if (isIt || provider === null) mark(entry.sections.get(service), SERVICE_PRIMARY_IDENTITY, isIt);
}

/**
 * Removes something from a profile. When the provider goes with it that told who the user is, the next takes its place: the first that
 * was configured of those whose description has `STATUS_PRIMARY_IDENTITY`, or had it when they were made.
 *
 * @param entry the profile, changed
 * @param remove takes it out
 * @spec mapi-primary-identity
 */
export function removeTelling(entry: ProfileEntry, remove: () => void): void {
  const isTold = (): boolean => allProviders(entry).some((one) => tells(entry, one));
  const wasTold = isTold();
  remove();
  if (!wasTold || isTold()) return;
  const next = allProviders(entry).find((one) => canTell(entry, one));
  for (const service of servicesOf(entry))
    mark(entry.sections.get(service), SERVICE_PRIMARY_IDENTITY, service === ownerOf(entry, next));
  if (next !== undefined) mark(entry.sections.get(next), STATUS_PRIMARY_IDENTITY, true);
}

/** All providers, in the order in which they were configured. */
const allProviders = (entry: ProfileEntry): readonly Guid[] =>
  servicesOf(entry).flatMap((service) => providersOfService(entry, service));

const ownerOf = (entry: ProfileEntry, provider: Guid | undefined): Guid | null =>
  (provider && entry.sections.get(provider)?.owner) ?? null;

/** Whether a provider is who tells who the user is. */
export const tells = (entry: ProfileEntry, provider: Guid): boolean =>
  (flagsOf(entry.sections.get(provider)) & STATUS_PRIMARY_IDENTITY) !== 0;

/** Whether a provider could tell. PR_RESOURCE_FLAGS does not say so once another one has the mark; its description does. */
function canTell(entry: ProfileEntry, provider: Guid): boolean {
  const section = entry.sections.get(provider);
  const service = entry.sections.get(ownerOf(entry, provider) as Guid);
  if ((flagsOf(service) & SERVICE_NO_PRIMARY_IDENTITY) !== 0) return false;
  if ((flagsOf(section) & STATUS_NO_PRIMARY_IDENTITY) !== 0) return false;
  const described = messageService(propOf(service, PR_SERVICE_NAME_W) ?? '')?.providers;
  const own = described?.find(({ name }) => name === propOf(section, providerName));
  // Its service may not be installed in this process; then what it said when it was made counts.
  const flags = own ? own.resourceFlags : propOf(section, providerFlags);
  return ((flags ?? 0) & STATUS_PRIMARY_IDENTITY) !== 0;
}

const flagsOf = (section: SectionEntry | undefined): number => propOf(section, PR_RESOURCE_FLAGS) ?? 0;

function mark(section: SectionEntry | undefined, flag: number, set: boolean): void {
  if (!section) return;
  const flags = flagsOf(section);
  setProps(section, [prop(PR_RESOURCE_FLAGS, set ? flags | flag : flags & ~flag)]);
}
