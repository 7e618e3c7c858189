// Written by scripts/generate/mapi-guids.mjs from test/reference/mapi-guids.json; change the facts, not this file.
import type { Guid } from '../com/index.js';

/** The class of a folder, form or component. */
export const CLSID_CalendarFolder: Guid = '{00067802-0000-0000-C000-000000000046}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_ContactFolder: Guid = '{00067801-0000-0000-C000-000000000046}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_IConverterSession: Guid = '{4E3A7680-B77A-11D0-9DA5-00C04FD65685}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_JournalFolder: Guid = '{00067808-0000-0000-C000-000000000046}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_MailFolder: Guid = '{00067800-0000-0000-C000-000000000046}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_MailMessage: Guid = '{00020D0B-0000-0000-C000-000000000046}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_NoteFolder: Guid = '{00067804-0000-0000-C000-000000000046}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_OlkAccountManager: Guid = '{ED475410-B0D6-11D2-8C3B-00104B2A6676}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_OlkAddressBook: Guid = '{ED475419-B0D6-11D2-8C3B-00104B2A6676}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_OlkHotmailAccount: Guid = '{4DB5CBF0-3B77-4852-BC8E-BB81908861F3}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_OlkIMAP4Account: Guid = '{ED475412-B0D6-11D2-8C3B-00104B2A6676}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_OlkLDAPAccount: Guid = '{4DB5CBF2-3B77-4852-BC8E-BB81908861F3}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_OlkMAPIAccount: Guid = '{ED475414-B0D6-11D2-8C3B-00104B2A6676}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_OlkMail: Guid = '{ED475418-B0D6-11D2-8C3B-00104B2A6676}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_OlkPOP3Account: Guid = '{ED475411-B0D6-11D2-8C3B-00104B2A6676}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_OlkStore: Guid = '{ED475420-B0D6-11D2-8C3B-00104B2A6676}' as Guid;
/** The class of a folder, form or component. */
export const CLSID_TaskFolder: Guid = '{00067803-0000-0000-C000-000000000046}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const GUID_Dilkie: Guid = '{53BC2EC0-D953-11CD-9752-00AA004AE40E}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const GUID_GlobalState: Guid = '{FBEFFD93-B11F-4094-842B-96DCD31E63D1}' as Guid;
/** The identifier of an interface that no page declares. */
export const IID_CAPONE_PROF: Guid = '{00020D0A-0000-0000-C000-000000000046}' as Guid;
/** The identifier of an interface that no page declares. */
export const IID_IExchangeMessageCpid0: Guid = '{00000000-1AE9-11CF-84E0-00AA006B4FAE}' as Guid;
/** The identifier of an interface that no page declares. */
export const IID_IOlkAccount: Guid = '{9240A6D2-AF41-11D2-8C3B-00104B2A6676}' as Guid;
/** The identifier of an interface that no page declares. */
export const IID_IOlkAccountHelper: Guid = '{9240A6CB-AF41-11D2-8C3B-00104B2A6676}' as Guid;
/** The identifier of an interface that no page declares. */
export const IID_IOlkAccountManager: Guid = '{9240A6CD-AF41-11D2-8C3B-00104B2A6676}' as Guid;
/** The identifier of an interface that no page declares. */
export const IID_IOlkAccountNotify: Guid = '{9240A6C3-AF41-11D2-8C3B-00104B2A6676}' as Guid;
/** The identifier of an interface that no page declares. */
export const IID_IOlkEnum: Guid = '{9240A6C0-AF41-11D2-8C3B-00104B2A6676}' as Guid;
/** The identifier of an interface that no page declares. */
export const IID_IOlkErrorUnknown: Guid = '{9240A6C0-AF41-11D2-8C3B-00104B2A6676}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const MAPI_ONE_OFF_UID: Guid = '{A41F2B81-A3BE-1910-9D6E-00DD010F5402}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const MSFS_UID_ABPROVIDER: Guid = '{64946000-4160-01B8-0800-2B2B8A290000}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const MSFS_UID_SFPROVIDER: Guid = '{64B8FF00-4160-01B8-0800-2B2B8A290000}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const MSPST_UID_PROVIDER: Guid = '{4154494E-BFF9-01B8-00AA-0037D96E0000}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const MUID_PROFILE_INSTANCE: Guid = '{00020385-0000-0000-C000-000000000046}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const PAB_PROVIDER_ID: Guid = '{C0C23BB5-772C-1A10-A1BC-08002B2A56C2}' as Guid;
/** A property set. */
export const PSETID_Address: Guid = '{00062004-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_AirSync: Guid = '{71035549-0739-4DCB-9163-00F0580DBBDF}' as Guid;
/** A property set. */
export const PSETID_Appointment: Guid = '{00062002-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_Attachment: Guid = '{96357F7F-59E1-47D0-99A7-46515C183B54}' as Guid;
/** A property set. */
export const PSETID_CalendarAssistant: Guid = '{11000E07-B51B-40D6-AF21-CAA85EDAB1D0}' as Guid;
/** A property set. */
export const PSETID_Common: Guid = '{00062008-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_Log: Guid = '{0006200A-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_Meeting: Guid = '{6ED8DA90-450B-101B-98DA-00AA003F1305}' as Guid;
/** A property set. */
export const PSETID_Messaging: Guid = '{41F28F13-83F4-4114-A584-EEDB5A6B0BFF}' as Guid;
/** A property set. */
export const PSETID_Note: Guid = '{0006200E-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_PostRss: Guid = '{00062041-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_Remote: Guid = '{00062014-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_Report: Guid = '{00062013-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_Sharing: Guid = '{00062040-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_Task: Guid = '{00062003-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const PSETID_UnifiedMessaging: Guid = '{4442858E-A9E3-4E80-B900-317A210CC15B}' as Guid;
/** A property set. */
export const PSETID_XmlExtractedEntities: Guid = '{23239608-685D-4732-9C55-4C95CB4E8E33}' as Guid;
/** A property set. */
export const PSUNKNOWN: Guid = '{000623E7-0000-0000-C000-000000000046}' as Guid;
/** A property set. @spec mapi-named-properties */
export const PS_INTERNET_HEADERS: Guid = '{00020386-0000-0000-C000-000000000046}' as Guid;
/** A property set. @spec mapi-named-properties */
export const PS_MAPI: Guid = '{00020328-0000-0000-C000-000000000046}' as Guid;
/** A property set. @spec mapi-named-properties */
export const PS_PROFILE_PROPERTIES_INIT: Guid = '{08AC1598-B0AA-1A10-8C93-08002B2A56C2}' as Guid;
/** A property set. @spec mapi-named-properties */
export const PS_PUBLIC_STRINGS: Guid = '{00020329-0000-0000-C000-000000000046}' as Guid;
/** A property set. @spec mapi-named-properties */
export const PS_ROUTING_ADDRTYPE: Guid = '{00020381-0000-0000-C000-000000000046}' as Guid;
/** A property set. @spec mapi-named-properties */
export const PS_ROUTING_DISPLAY_NAME: Guid = '{00020382-0000-0000-C000-000000000046}' as Guid;
/** A property set. @spec mapi-named-properties */
export const PS_ROUTING_EMAIL_ADDRESSES: Guid = '{00020380-0000-0000-C000-000000000046}' as Guid;
/** A property set. @spec mapi-named-properties */
export const PS_ROUTING_ENTRYID: Guid = '{00020383-0000-0000-C000-000000000046}' as Guid;
/** A property set. @spec mapi-named-properties */
export const PS_ROUTING_SEARCH_KEY: Guid = '{00020384-0000-0000-C000-000000000046}' as Guid;
/** A property set. */
export const SETID_AirSync: Guid = '{71035549-0739-4DCB-9163-00F0580DBBDF}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const WAB_GUID: Guid = '{D3AD91C0-9D51-11CF-A4A9-00AA0047FAA4}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const g_muidProvPrvNST: Guid = '{75EB2FE9-5096-8644-83B8-7DE522AA4948}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const g_muidStorePrivate: Guid = '{20FA551B-66AA-CD11-9BC8-00AA002FC45A}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const g_muidStorePublic: Guid = '{1002831C-66AA-CD11-9BC8-00AA002FC45A}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const muidContabDLL: Guid = '{0AAA42FE-C718-101A-E885-0B651C240000}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const muidEMSAB: Guid = '{C840A7DC-42C0-1A10-B4B9-08002B2FE182}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const muidOOP: Guid = '{A41F2B81-A3BE-1910-9D6E-00DD010F5402}' as Guid;
/** Whom an entry identifier or a profile section belongs to, as a MAPIUID. @spec mapiuid */
export const muidStoreWrap: Guid = '{10BBA138-E505-1A10-A1BB-08002B2A56C2}' as Guid;
/** A section of a profile, as a MAPIUID. @spec mapiuid */
export const pbExchangeProviderDelegateGuid: Guid = '{0077B49E-E474-CE11-8C5E-00AA004254E2}' as Guid;
/** A section of a profile, as a MAPIUID. @spec mapiuid */
export const pbExchangeProviderLocalStoreGuid: Guid = '{A16BE52D-6E64-D211-8D4E-00C04FAE2371}' as Guid;
/** A section of a profile, as a MAPIUID. @spec mapiuid */
export const pbExchangeProviderPersistStoreGuid: Guid = '{673DA298-CF62-344D-8279-DBFA6A508B31}' as Guid;
/** A section of a profile, as a MAPIUID. @spec mapiuid */
export const pbExchangeProviderPrimaryUserGuid: Guid = '{C0A19454-7F29-1B10-A587-08002B2A2517}' as Guid;
/** A section of a profile, as a MAPIUID. @spec mapiuid */
export const pbExchangeProviderPublicGuid: Guid = '{70FAB278-F7AF-CD11-9BC8-00AA002FC45A}' as Guid;
/** A section of a profile, as a MAPIUID. @spec mapiuid */
export const pbExchangeProviderXportGuid: Guid = '{E04006A9-93D6-CD11-AF95-00AA004A35C3}' as Guid;
/** A section of a profile, as a MAPIUID. @spec mapiuid */
export const pbGlobalProfileSectionGuid: Guid = '{C8B0DB13-05AA-1A10-9BB0-00AA002FC45A}' as Guid;
/** A section of a profile, as a MAPIUID. @spec mapiuid */
export const pbLongTermNonPrivateGuid: Guid = '{9073441A-66AA-CD11-9BC8-00AA002FC45A}' as Guid;
