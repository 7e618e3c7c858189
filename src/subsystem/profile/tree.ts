import { type Guid, guidFromBytes, guidToBytes, newGuid } from '../../com/index.js';
import {
  MAPI_AB_PROVIDER,
  MAPI_HOOK_PROVIDER,
  MAPI_STORE_PROVIDER,
  MAPI_TRANSPORT_PROVIDER,
  MUID_PROFILE_INSTANCE,
  PR_AB_PROVIDERS,
  PR_DISPLAY_NAME_W,
  PR_FILTERING_HOOKS,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_W,
  PR_PROVIDER_UID,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_SEARCH_KEY,
  PR_SERVICE_DLL_NAME_W,
  PR_SERVICE_ENTRY_NAME,
  PR_SERVICE_EXTRA_UIDS,
  PR_SERVICE_NAME_W,
  PR_SERVICE_SUPPORT_FILES_W,
  PR_SERVICE_UID,
  PR_SERVICES,
  PR_STORE_PROVIDERS,
  PR_TRANSPORT_PROVIDERS,
  type PropTag,
  type PropValue,
  prop,
  propId,
  SERVICE_DEFAULT_STORE,
  STATUS_DEFAULT_STORE,
  STATUS_NO_DEFAULT_STORE,
  STATUS_XP_PREFER_LAST,
} from '../../mapi/index.js';
import { kept } from '../props/setting.js';
import type { ProfileEntry, SectionEntry, SectionKind } from './document.js';
import type { MessageService, ServiceProvider } from './services.js';

/** The properties that list the providers of each kind: of the profile in its own section, of a service in the service's. */
export const providerLists: ReadonlyMap<number, PropTag<Uint8Array>> = new Map([
  [MAPI_STORE_PROVIDER, PR_STORE_PROVIDERS],
  [MAPI_AB_PROVIDER, PR_AB_PROVIDERS],
  [MAPI_TRANSPORT_PROVIDER, PR_TRANSPORT_PROVIDERS],
  [MAPI_HOOK_PROVIDER, PR_FILTERING_HOOKS],
]);

/**
 * Makes a profile without services.
 *
 * @param name its name, to show
 * @param app whether it belongs to a program
 */
export function newProfile(name: string, app: boolean): ProfileEntry {
  const id = newGuid();
  const entry: ProfileEntry = { id, app, users: [], pending: null, sections: new Map() };
  addSection(entry, MUID_PROFILE_INSTANCE, 'profile', null, [
    prop(PR_DISPLAY_NAME_W, name),
    prop(PR_SEARCH_KEY, guidToBytes(id)),
  ]);
  return entry;
}

/**
 * Makes a copy with an identity of its own; services and providers keep theirs.
 *
 * @param source the profile
 * @param name the copy's name
 */
export function copiedProfile(source: ProfileEntry, name: string): ProfileEntry {
  const copy = newProfile(name, source.app);
  for (const [uid, { kind, owner, props }] of source.sections)
    if (kind !== 'leaving') copy.sections.set(uid, { kind, owner, props: new Map(props) });
  setProps(profileSection(copy), [prop(PR_DISPLAY_NAME_W, name), prop(PR_SEARCH_KEY, guidToBytes(copy.id))]);
  return copy;
}

/** The services of a profile in their order. */
export const servicesOf = (entry: ProfileEntry): readonly Guid[] =>
  listed(profileSection(entry), PR_SERVICES).filter((uid) => entry.sections.get(uid)?.kind === 'service');

/**
 * The providers of one kind in the profile, in their order.
 *
 * @param entry the profile
 * @param kind PR_RESOURCE_TYPE
 */
export const providersOf = (entry: ProfileEntry, kind: number): readonly Guid[] =>
  listed(profileSection(entry), listTag(kind)).filter((uid) => entry.sections.get(uid)?.kind === 'provider');

/** The providers of one service, in the order of their making. */
export const providersOfService = (entry: ProfileEntry, service: Guid): readonly Guid[] =>
  [...entry.sections].filter(([, { kind, owner }]) => kind === 'provider' && owner === service).map(([uid]) => uid);

/** The sections that a service keeps besides those of its providers: PR_SERVICE_EXTRA_UIDS. @spec provider-tables */
export const extraSectionsOf = (entry: ProfileEntry, service: Guid): readonly Guid[] => {
  const section = entry.sections.get(service);
  if (!section) return [];
  return listed(section, PR_SERVICE_EXTRA_UIDS).filter((uid) => entry.sections.get(uid)?.kind === 'shared');
};

/**
 * Adds a service with its providers.
 *
 * @param entry the profile
 * @param service what MapiSvc.inf says of it
 * @param displayName a name that the service does not bring itself; null for none
 * @returns its UID
 */
export function addService(entry: ProfileEntry, service: MessageService, displayName: string | null): Guid {
  const uid = newGuid();
  addSection(entry, uid, 'service', null, [
    prop(PR_SERVICE_UID, guidToBytes(uid)),
    prop(PR_SERVICE_NAME_W, service.name),
    prop(PR_DISPLAY_NAME_W, service.displayName || displayName || service.name),
    prop(PR_SERVICE_DLL_NAME_W, service.dllName),
    prop(PR_RESOURCE_FLAGS, service.resourceFlags ?? 0),
    ...(service.entry ? [prop(PR_SERVICE_ENTRY_NAME, service.entry.name)] : []),
    ...(service.supportFiles ? [prop(PR_SERVICE_SUPPORT_FILES_W, service.supportFiles)] : []),
    ...(service.props ?? []),
  ]);
  append(profileSection(entry), PR_SERVICES, uid);
  for (const provider of service.providers) addProvider(entry, uid, service, provider, []);
  return uid;
}

/**
 * Adds a provider to a service.
 *
 * @param entry the profile
 * @param owner the service
 * @param service what MapiSvc.inf says of the service
 * @param provider and of the provider
 * @param props further properties
 * @returns its UID
 */
export function addProvider(
  entry: ProfileEntry,
  owner: Guid,
  service: MessageService,
  provider: ServiceProvider,
  props: readonly PropValue[],
): Guid {
  const uid = newGuid();
  const own = entry.sections.get(owner) as SectionEntry;
  const section = addSection(entry, uid, 'provider', owner, [
    prop(PR_PROVIDER_UID, guidToBytes(uid)),
    prop(PR_SERVICE_UID, guidToBytes(owner)),
    prop(PR_SERVICE_NAME_W, service.name),
    prop(PR_DISPLAY_NAME_W, provider.displayName),
    prop(PR_PROVIDER_DISPLAY_W, provider.providerDisplay),
    prop(PR_PROVIDER_DLL_NAME_W, service.dllName),
    prop(PR_RESOURCE_TYPE, provider.resourceType),
    prop(PR_RESOURCE_FLAGS, provider.resourceFlags ?? 0),
    prop(providerName, provider.name),
    prop(providerFlags, provider.resourceFlags ?? 0),
    ...(provider.props ?? []),
    ...props,
  ]);
  const list = listTag(provider.resourceType);
  append(own, list, uid);
  const all = [...providersOf(entry, provider.resourceType)];
  const last = isLast(section) ? -1 : all.findIndex((one) => isLast(entry.sections.get(one)));
  all.splice(last < 0 ? all.length : last, 0, uid);
  setList(profileSection(entry), list, all);
  return uid;
}

/**
 * Copies a service with its providers and their configuration; copies have UIDs of their own.
 *
 * @param source the profile that has it
 * @param service the service
 * @param target the profile that gets it, perhaps the same
 * @returns the copy's UID
 */
export function copyService(source: ProfileEntry, service: Guid, target: ProfileEntry): Guid {
  const own = source.sections.get(service) as SectionEntry;
  const providers = providersOfService(source, service);
  const uid = newGuid();
  const lists = [...providerLists.values()].map(propId);
  const copy = addSection(
    target,
    uid,
    'service',
    null,
    [...own.props.values()].filter(([tag]) => !lists.includes(propId(tag))),
  );
  setProps(copy, [prop(PR_SERVICE_UID, guidToBytes(uid))]);
  append(profileSection(target), PR_SERVICES, uid);
  const extra = extraSectionsOf(source, service).map((twinned) => {
    const twin = newGuid();
    addSection(target, twin, 'shared', null, [...(source.sections.get(twinned)?.props.values() ?? [])]);
    return twin;
  });
  if (extra.length > 0) setList(copy, PR_SERVICE_EXTRA_UIDS, extra);
  for (const provider of providers) {
    const section = source.sections.get(provider) as SectionEntry;
    const twin = newGuid();
    addSection(target, twin, 'provider', uid, [
      ...section.props.values(),
      prop(PR_PROVIDER_UID, guidToBytes(twin)),
      prop(PR_SERVICE_UID, guidToBytes(uid)),
    ]);
    const list = listTag(propOf(section, PR_RESOURCE_TYPE) ?? 0);
    append(copy, list, twin);
    append(profileSection(target), list, twin);
  }
  return uid;
}

/** The default store: the first in the profile that is marked so and can be it; null when none is. @spec opening-the-default-message-store */
export function defaultStoreOf(entry: ProfileEntry): Guid | null {
  const marks = STATUS_DEFAULT_STORE | STATUS_NO_DEFAULT_STORE;
  const isMarked = (uid: Guid): boolean => (flagsOf(entry, uid) & marks) === STATUS_DEFAULT_STORE;
  return providersOf(entry, MAPI_STORE_PROVIDER).find(isMarked) ?? null;
}

/**
 * PR_RESOURCE_FLAGS of a service or a provider, as tables show them: one store alone is the default one, and one service has it.
 * Others that could be keep their mark in their sections, for the time after it.
 *
 * @spec pidtagresourceflags-canonical-property
 */
export function shownFlags(entry: ProfileEntry, uid: Guid): number {
  const flags = flagsOf(entry, uid);
  const store = defaultStoreOf(entry);
  if (entry.sections.get(uid)?.kind === 'service') {
    const has = store !== null && entry.sections.get(store)?.owner === uid;
    return has ? flags | SERVICE_DEFAULT_STORE : flags;
  }
  const isOther = propOf(entry.sections.get(uid), PR_RESOURCE_TYPE) === MAPI_STORE_PROVIDER && uid !== store;
  return isOther ? flags & ~STATUS_DEFAULT_STORE : flags;
}

const flagsOf = (entry: ProfileEntry, uid: Guid): number => propOf(entry.sections.get(uid), PR_RESOURCE_FLAGS) ?? 0;

/** How a section goes: at once, or when nobody uses it any more. */
export type Parting = (entry: ProfileEntry, uid: Guid) => void;

const atOnce: Parting = (entry, uid) => void entry.sections.delete(uid);

/** Removes a service with its providers and their sections. */
export function removeService(entry: ProfileEntry, service: Guid, part: Parting = atOnce): void {
  for (const provider of providersOfService(entry, service)) removeProvider(entry, provider, part);
  for (const uid of extraSectionsOf(entry, service)) part(entry, uid);
  part(entry, service);
  setList(profileSection(entry), PR_SERVICES, servicesOf(entry));
}

/** Removes a provider with its section. */
export function removeProvider(entry: ProfileEntry, provider: Guid, part: Parting = atOnce): void {
  const section = entry.sections.get(provider);
  part(entry, provider);
  const service = section?.owner ? entry.sections.get(section.owner) : undefined;
  for (const [kind, list] of providerLists) {
    setList(profileSection(entry), list, providersOf(entry, kind));
    if (service?.props.has(propId(list)))
      setList(
        service,
        list,
        listed(service, list).filter((uid) => uid !== provider),
      );
  }
}

/** Sets the order in which transports are asked. */
export const setTransportOrder = (entry: ProfileEntry, order: readonly Guid[]): void =>
  setList(profileSection(entry), PR_TRANSPORT_PROVIDERS, order);

/** Makes a section. */
export function addSection(
  entry: ProfileEntry,
  uid: Guid,
  kind: SectionKind,
  owner: Guid | null,
  props: readonly PropValue[],
): SectionEntry {
  const section: SectionEntry = { kind, owner, props: new Map() };
  setProps(section, props);
  entry.sections.set(uid, section);
  return section;
}

/** The section of the profile itself. */
export function profileSection(entry: ProfileEntry): SectionEntry {
  return entry.sections.get(MUID_PROFILE_INSTANCE) ?? addSection(entry, MUID_PROFILE_INSTANCE, 'profile', null, []);
}

/** One value of a section; null when it is not there. */
export const propOf = <T>(section: SectionEntry | undefined, tag: PropTag<T>): T | null =>
  (section?.props.get(propId(tag))?.[1] as T | undefined) ?? null;

/** Sets properties of a section. */
export function setProps(section: SectionEntry, props: readonly PropValue[]): void {
  for (const entry of props) section.props.set(propId(entry[0]), kept(entry));
}

/** The name of a provider among those of its service: what finds its description again. It is an internal property. */
export const providerName: PropTag<string> = 0x67ef001f as PropTag<string>;

/**
 * PR_RESOURCE_FLAGS of a provider's description when it was made: what it can be while it is not, told without its service. It is an
 * internal property.
 */
export const providerFlags: PropTag<number> = 0x67ee0003 as PropTag<number>;

/** UIDs as they lie one after the other in a property. */
export const uidsOf = (bytes: Uint8Array | null): readonly Guid[] =>
  Array.from({ length: Math.floor((bytes?.length ?? 0) / 16) }, (_, index) =>
    guidFromBytes((bytes as Uint8Array).subarray(index * 16, index * 16 + 16)),
  );

const listed = (section: SectionEntry, tag: PropTag<Uint8Array>): readonly Guid[] => uidsOf(propOf(section, tag));

const setList = (section: SectionEntry, tag: PropTag<Uint8Array>, uids: readonly Guid[]): void =>
  setProps(section, [prop(tag, new Uint8Array(Buffer.concat(uids.map(guidToBytes))))]);

const append = (section: SectionEntry, tag: PropTag<Uint8Array>, uid: Guid): void =>
  setList(section, tag, [...listed(section, tag), uid]);

const isLast = (section: SectionEntry | undefined): boolean =>
  ((propOf(section, PR_RESOURCE_FLAGS) ?? 0) & STATUS_XP_PREFER_LAST) !== 0;

const listTag = (kind: number): PropTag<Uint8Array> => providerLists.get(kind) as PropTag<Uint8Array>;
