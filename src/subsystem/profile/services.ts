import { ComError } from '../../com/index.js';
import {
  type ABPROVIDERINIT,
  type HPPROVIDERINIT,
  type IProfSect,
  MAPI_AB_PROVIDER,
  MAPI_E_COLLISION,
  MAPI_HOOK_PROVIDER,
  MAPI_STORE_PROVIDER,
  MAPI_TRANSPORT_PROVIDER,
  type MSGSERVICEENTRY,
  type MSPROVIDERINIT,
  type PropValue,
  type XPPROVIDERINIT,
} from '../../mapi/index.js';
import type { SubmissionTraces } from '../submit/traces.js';

/** What the registration of a provider says whatever its kind: its section of MapiSvc.inf. */
export interface ProviderDescription {
  /** Its name among the providers of its service. */
  readonly name: string;
  /** PR_DISPLAY_NAME of a new one. */
  readonly displayName: string;
  /** PR_PROVIDER_DISPLAY: the kind of provider, for people. */
  readonly providerDisplay: string;
  /** PR_RESOURCE_FLAGS of a new one: `STATUS_DEFAULT_STORE`, `STATUS_XP_PREFER_LAST` and so on; 0 without it. */
  readonly resourceFlags?: number;
  /** Further properties of a new one's section. */
  readonly props?: readonly PropValue[];
}

/** A message store provider of a service. */
export interface StoreProviderDescription extends ProviderDescription {
  readonly resourceType: typeof MAPI_STORE_PROVIDER;
  /** Its entry point. */
  readonly init: MSPROVIDERINIT;
}

/** A transport provider of a service. */
export interface TransportProviderDescription extends ProviderDescription {
  readonly resourceType: typeof MAPI_TRANSPORT_PROVIDER;
  /** Its entry point. */
  readonly init: XPPROVIDERINIT;
}

/** An address book provider of a service. */
export interface AddressBookProviderDescription extends ProviderDescription {
  readonly resourceType: typeof MAPI_AB_PROVIDER;
  /** Its entry point. */
  readonly init: ABPROVIDERINIT;
}

/** A message hook provider of a service; PR_RESOURCE_FLAGS says whether it sees inbound or outbound messages. */
export interface HookProviderDescription extends ProviderDescription {
  readonly resourceType: typeof MAPI_HOOK_PROVIDER;
  /** Its entry point. */
  readonly init: HPPROVIDERINIT;
}

/** A provider of a service. */
export type ServiceProvider =
  | StoreProviderDescription
  | TransportProviderDescription
  | AddressBookProviderDescription
  | HookProviderDescription;

/** What MapiSvc.inf says of a message service, and the code that its DLL holds. @spec file-format-of-mapisvc-inf */
export interface MessageService {
  /** PR_SERVICE_NAME: what `CreateMsgService` is called with. */
  readonly name: string;
  /** PR_DISPLAY_NAME. */
  readonly displayName: string;
  /** PR_SERVICE_DLL_NAME: what it comes from. */
  readonly dllName: string;
  /** PR_SERVICE_ENTRY_NAME and what it names; without it the service can't be configured. */
  readonly entry?: { readonly name: string; readonly call: MSGSERVICEENTRY };
  /** PR_RESOURCE_FLAGS: `SERVICE_SINGLE_COPY`, `SERVICE_DEFAULT_STORE`, `SERVICE_NO_PRIMARY_IDENTITY` and so on. */
  readonly resourceFlags?: number;
  /** Names of services that can't be in the same profile, as both would have one duty; its own says that it can be there once. */
  readonly excludes?: readonly string[];
  /** Further properties of a new one's section. */
  readonly props?: readonly PropValue[];
  /** PR_SERVICE_SUPPORT_FILES. */
  readonly supportFiles?: readonly string[];
  /** Its providers, made with it in this order. */
  readonly providers: readonly ServiceProvider[];
  /**
   * Opens what became of the submissions of a mailbox, where the transport of the service keeps that.
   *
   * @param section the section of the transport
   * @throws {ComError} `MAPI_E_UNCONFIGURED` when it is not complete
   */
  readonly traces?: (section: IProfSect) => Promise<SubmissionTraces>;
  /** It is one of `[Default Services]`. */
  readonly isDefault?: boolean;
}

const services = new Map<string, Registered>();

/** A service, as it was given and as it is kept, and how often it was registered. */
interface Registered {
  readonly given: MessageService;
  readonly service: MessageService;
  times: number;
}

/**
 * Makes a message service known to this process, as an installation writes it into MapiSvc.inf. The same service may be
 * registered several times; it is known until each of them is taken back.
 *
 * @param service the service
 * @returns makes it unknown again
 * @throws {ComError} `MAPI_E_COLLISION` when there is another one of this name
 * @example
 * ```ts
 * registerMessageService({ name: 'MYXP', displayName: 'My transport', dllName: 'myxp', providers: [transport] });
 * ```
 */
export function registerMessageService(service: MessageService): () => void {
  const known = services.get(service.name);
  if (known !== undefined && known.given !== service)
    throw new ComError(MAPI_E_COLLISION, `there is a message service ${service.name} already`);
  const kept = Object.freeze({ ...service, providers: Object.freeze([...service.providers]) });
  const registered = known ?? { given: service, service: kept, times: 0 };
  registered.times++;
  services.set(service.name, registered);
  let over = false;
  return () => {
    if (over) return;
    over = true;
    registered.times--;
    if (registered.times === 0) services.delete(service.name);
  };
}

/** A message service that is known here; undefined for others. */
export const messageService = (name: string): MessageService | undefined => services.get(name)?.service;

/** The services of `[Default Services]`, in the order of their registration. */
export const defaultServices = (): readonly MessageService[] => messageServices().filter((one) => one.isDefault);

/** All services known here, for people to choose from. */
export const messageServices = (): readonly MessageService[] => [...services.values()].map(({ service }) => service);

/** The kinds of providers by PR_RESOURCE_TYPE. */
export const providerKinds: readonly number[] = [
  MAPI_STORE_PROVIDER,
  MAPI_AB_PROVIDER,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_HOOK_PROVIDER,
];
