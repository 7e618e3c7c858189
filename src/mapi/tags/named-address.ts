// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { Guid } from '../../com/index.js';
import { PSETID_Address } from '../guids.js';
import {
  type FileTime,
  PT_BINARY,
  PT_BOOLEAN,
  PT_CLSID,
  PT_LONG,
  PT_MV_BINARY,
  PT_MV_LONG,
  PT_MV_UNICODE,
  PT_SYSTIME,
  PT_UNICODE,
} from '../types/proptype.js';
import { type NamedProp, named } from './namedprop.js';

/** Contact: 32-bit integer. @spec pidlidaddressbookproviderarraytype-canonical-property */
export const PidLidAddressBookProviderArrayType: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8029,
  PT_LONG,
);
/** Contact: many: 32-bit integer. @spec pidlidaddressbookprovideremaillist-canonical-property */
export const PidLidAddressBookProviderEmailList: NamedProp<readonly number[]> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8028,
  PT_MV_LONG,
);
/** Contact: Unicode string. @spec pidlidaddresscountrycode-canonical-property */
export const PidLidAddressCountryCode: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80dd, PT_UNICODE);
/** Contact: bytes. @spec pidlidanniversaryevententryid-canonical-property */
export const PidLidAnniversaryEventEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x804e,
  PT_BINARY,
);
/** Contact: true or false. @spec pidlidautolog-canonical-property */
export const PidLidAutoLog: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Address, 0x8025, PT_BOOLEAN);
/** Contact: bytes. @spec pidlidbirthdayevententryid-canonical-property */
export const PidLidBirthdayEventEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x804d,
  PT_BINARY,
);
/** Contact: bytes. @spec pidlidbusinesscardcardpicture-canonical-property */
export const PidLidBusinessCardCardPicture: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8041,
  PT_BINARY,
);
/** Contact: bytes. @spec pidlidbusinesscarddisplaydefinition-canonical-property */
export const PidLidBusinessCardDisplayDefinition: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8040,
  PT_BINARY,
);
/** Contact: 32-bit integer. @spec pidlidcontactcharacterset-canonical-property */
export const PidLidContactCharacterSet: NamedProp<number> = /* @__PURE__ */ named(PSETID_Address, 0x8023, PT_LONG);
/** Contact: many: 32-bit integer. @spec pidlidcontactitemdata-canonical-property */
export const PidLidContactItemData: NamedProp<readonly number[]> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8007,
  PT_MV_LONG,
);
/** Contact: Unicode string. @spec pidlidcontactuserfield1-canonical-property */
export const PidLidContactUserField1: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x804f, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidcontactuserfield2-canonical-property */
export const PidLidContactUserField2: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8050, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidcontactuserfield3-canonical-property */
export const PidLidContactUserField3: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8051, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidcontactuserfield4-canonical-property */
export const PidLidContactUserField4: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8052, PT_UNICODE);
/** Contact: 32-bit integer. @spec pidliddistributionlistchecksum-canonical-property */
export const PidLidDistributionListChecksum: NamedProp<number> = /* @__PURE__ */ named(PSETID_Address, 0x804c, PT_LONG);
/** Contact: many: bytes. @spec pidliddistributionlistmembers-canonical-property */
export const PidLidDistributionListMembers: NamedProp<readonly Uint8Array[]> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8055,
  PT_MV_BINARY,
);
/** Contact: Unicode string. @spec pidliddistributionlistname-canonical-property */
export const PidLidDistributionListName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8053, PT_UNICODE);
/** Contact: many: bytes. @spec pidliddistributionlistoneoffmembers-canonical-property */
export const PidLidDistributionListOneOffMembers: NamedProp<readonly Uint8Array[]> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8054,
  PT_MV_BINARY,
);
/** Contact: Unicode string. @spec pidlidemail1addresstype-canonical-property */
export const PidLidEmail1AddressType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8082, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidemail1displayname-canonical-property */
export const PidLidEmail1DisplayName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8080, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidemail1emailaddress-canonical-property */
export const PidLidEmail1EmailAddress: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8083, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidemail1originaldisplayname-canonical-property */
export const PidLidEmail1OriginalDisplayName: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8084,
  PT_UNICODE,
);
/** Contact: bytes. @spec pidlidemail1originalentryid-canonical-property */
export const PidLidEmail1OriginalEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8085,
  PT_BINARY,
);
/** Contact: Unicode string. @spec pidlidemail2addresstype-canonical-property */
export const PidLidEmail2AddressType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8092, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidemail2displayname-canonical-property */
export const PidLidEmail2DisplayName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8090, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidemail2emailaddress-canonical-property */
export const PidLidEmail2EmailAddress: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8093, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidemail2originaldisplayname-canonical-property */
export const PidLidEmail2OriginalDisplayName: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8094,
  PT_UNICODE,
);
/** Contact: bytes. @spec pidlidemail2originalentryid-canonical-property */
export const PidLidEmail2OriginalEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8095,
  PT_BINARY,
);
/** Contact: Unicode string. @spec pidlidemail3addresstype-canonical-property */
export const PidLidEmail3AddressType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80a2, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidemail3displayname-canonical-property */
export const PidLidEmail3DisplayName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80a0, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidemail3emailaddress-canonical-property */
export const PidLidEmail3EmailAddress: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80a3, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidemail3originaldisplayname-canonical-property */
export const PidLidEmail3OriginalDisplayName: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80a4,
  PT_UNICODE,
);
/** Contact: bytes. @spec pidlidemail3originalentryid-canonical-property */
export const PidLidEmail3OriginalEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80a5,
  PT_BINARY,
);
/** Contact: Unicode string. @spec pidlidfax1addresstype-canonical-property */
export const PidLidFax1AddressType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80b2, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidfax1displayname-canonical-property */
export const PidLidFax1DisplayName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80b0, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidfax1emailaddress-canonical-property */
export const PidLidFax1EmailAddress: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80b3, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidfax1emailtype-canonical-property */
export const PidLidFax1EmailType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80b7, PT_UNICODE);
/** Contact: bytes. @spec pidlidfax1entryid-canonical-property */
export const PidLidFax1EntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Address, 0x80b1, PT_BINARY);
/** Contact: Unicode string. @spec pidlidfax1originaldisplayname-canonical-property */
export const PidLidFax1OriginalDisplayName: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80b4,
  PT_UNICODE,
);
/** Contact: bytes. @spec pidlidfax1originalentryid-canonical-property */
export const PidLidFax1OriginalEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80b5,
  PT_BINARY,
);
/** Contact: true or false. @spec pidlidfax1richtextformat-canonical-property */
export const PidLidFax1RichTextFormat: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Address, 0x80b6, PT_BOOLEAN);
/** Contact: Unicode string. @spec pidlidfax2addresstype-canonical-property */
export const PidLidFax2AddressType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80c2, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidfax2displayname-canonical-property */
export const PidLidFax2DisplayName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80c0, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidfax2emailaddress-canonical-property */
export const PidLidFax2EmailAddress: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80c3, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidfax2emailtype-canonical-property */
export const PidLidFax2EmailType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80c7, PT_UNICODE);
/** Contact: bytes. @spec pidlidfax2entryid-canonical-property */
export const PidLidFax2EntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Address, 0x80c1, PT_BINARY);
/** Contact: Unicode string. @spec pidlidfax2originaldisplayname-canonical-property */
export const PidLidFax2OriginalDisplayName: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80c4,
  PT_UNICODE,
);
/** Contact: bytes. @spec pidlidfax2originalentryid-canonical-property */
export const PidLidFax2OriginalEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80c5,
  PT_BINARY,
);
/** Contact: true or false. @spec pidlidfax2richtextformat-canonical-property */
export const PidLidFax2RichTextFormat: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Address, 0x80c6, PT_BOOLEAN);
/** Contact: Unicode string. @spec pidlidfax3addresstype-canonical-property */
export const PidLidFax3AddressType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80d2, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidfax3displayname-canonical-property */
export const PidLidFax3DisplayName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80d0, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidfax3emailaddress-canonical-property */
export const PidLidFax3EmailAddress: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80d3, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidfax3emailtype-canonical-property */
export const PidLidFax3EmailType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80d7, PT_UNICODE);
/** Contact: bytes. @spec pidlidfax3entryid-canonical-property */
export const PidLidFax3EntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Address, 0x80d1, PT_BINARY);
/** Contact: Unicode string. @spec pidlidfax3originaldisplayname-canonical-property */
export const PidLidFax3OriginalDisplayName: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80d4,
  PT_UNICODE,
);
/** Contact: bytes. @spec pidlidfax3originalentryid-canonical-property */
export const PidLidFax3OriginalEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80d5,
  PT_BINARY,
);
/** Contact: true or false. @spec pidlidfax3richtextformat-canonical-property */
export const PidLidFax3RichTextFormat: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Address, 0x80d6, PT_BOOLEAN);
/** Contact: Unicode string. @spec pidlidfileunder-canonical-property */
export const PidLidFileUnder: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8005, PT_UNICODE);
/** Contact: 32-bit integer. @spec pidlidfileunderid-canonical-property */
export const PidLidFileUnderId: NamedProp<number> = /* @__PURE__ */ named(PSETID_Address, 0x8006, PT_LONG);
/** Contact: many: 32-bit integer. @spec pidlidfileunderlist-canonical-property */
export const PidLidFileUnderList: NamedProp<readonly number[]> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8026,
  PT_MV_LONG,
);
/** Contact: Unicode string. @spec pidlidfreebusylocation-canonical-property */
export const PidLidFreeBusyLocation: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80d8, PT_UNICODE);
/** Contact: true or false. @spec pidlidhaspicture-canonical-property */
export const PidLidHasPicture: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Address, 0x8015, PT_BOOLEAN);
/** Contact: Unicode string. @spec pidlidhomeaddress-canonical-property */
export const PidLidHomeAddress: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x801a, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidhomeaddresscountrycode-canonical-property */
export const PidLidHomeAddressCountryCode: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80da,
  PT_UNICODE,
);
/** Contact: Unicode string. @spec pidlidhtml-canonical-property */
export const PidLidHtml: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x802b, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidinstantmessagingaddress-canonical-property */
export const PidLidInstantMessagingAddress: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8062,
  PT_UNICODE,
);
/** Contact: Unicode string. @spec pidlidotheraddress-canonical-property */
export const PidLidOtherAddress: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x801c, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidotheraddresscountrycode-canonical-property */
export const PidLidOtherAddressCountryCode: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80dc,
  PT_UNICODE,
);
/** Contact: 32-bit integer. @spec pidlidpostaladdressid-canonical-property */
export const PidLidPostalAddressId: NamedProp<number> = /* @__PURE__ */ named(PSETID_Address, 0x8022, PT_LONG);
/** Contact: many: bytes. @spec pidliduserx509certificate-canonical-property */
export const PidLidUserX509Certificate: NamedProp<readonly Uint8Array[]> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80d9,
  PT_MV_BINARY,
);
/** Contact: Unicode string. @spec pidlidworkaddress-canonical-property */
export const PidLidWorkAddress: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x801b, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidworkaddresscity-canonical-property */
export const PidLidWorkAddressCity: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8046, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidworkaddresscountry-canonical-property */
export const PidLidWorkAddressCountry: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8049, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidworkaddresscountrycode-canonical-property */
export const PidLidWorkAddressCountryCode: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80db,
  PT_UNICODE,
);
/** Contact: Unicode string. @spec pidlidworkaddresspostofficebox-canonical-property */
export const PidLidWorkAddressPostOfficeBox: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Address,
  0x804a,
  PT_UNICODE,
);
/** Contact: Unicode string. @spec pidlidworkaddresspostalcode-canonical-property */
export const PidLidWorkAddressPostalCode: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8048, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidworkaddressstate-canonical-property */
export const PidLidWorkAddressState: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8047, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidworkaddressstreet-canonical-property */
export const PidLidWorkAddressStreet: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8045, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidyomicompanyname-canonical-property */
export const PidLidYomiCompanyName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x802e, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidyomifirstname-canonical-property */
export const PidLidYomiFirstName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x802c, PT_UNICODE);
/** Contact: Unicode string. @spec pidlidyomilastname-canonical-property */
export const PidLidYomiLastName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x802d, PT_UNICODE);
/** Contact: Unicode string. */
export const dispidReferredBy: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x800e, PT_UNICODE);
/** Contact: Unicode string. */
export const PidLidDepartment: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8010, PT_UNICODE);
/** Contact: many: 32-bit integer. */
export const dispidEmailList: NamedProp<readonly number[]> = /* @__PURE__ */ named(PSETID_Address, 0x8027, PT_MV_LONG);
/** Contact: bytes. */
export const PidLidDistributionListStream: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x8064,
  PT_BINARY,
);
/** Contact: true or false. */
export const dispidEmail1RTF: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Address, 0x8086, PT_BOOLEAN);
/** Contact: Unicode string. */
export const PidLidEmail1EmailType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8087, PT_UNICODE);
/** Contact: true or false. */
export const dispidEmail2RTF: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Address, 0x8096, PT_BOOLEAN);
/** Contact: Unicode string. */
export const PidLidEmail2EmailType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x8097, PT_UNICODE);
/** Contact: true or false. */
export const dispidEmail3RTF: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Address, 0x80a6, PT_BOOLEAN);
/** Contact: Unicode string. */
export const PidLidEmail3EmailType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Address, 0x80a7, PT_UNICODE);
/** Contact: point in time. */
export const PidLidBirthdayLocal: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Address, 0x80de, PT_SYSTIME);
/** Contact: point in time. */
export const PidLidWeddingAnniversaryLocal: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80df,
  PT_SYSTIME,
);
/** Contact: true or false. */
export const PidLidIsContactLinked: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Address, 0x80e0, PT_BOOLEAN);
/** Contact: bytes. */
export const PidLidContactLinkedGlobalAddressListEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80e2,
  PT_BINARY,
);
/** Contact: many: Unicode string. */
export const PidLidContactLinkSMTPAddressCache: NamedProp<readonly string[]> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80e3,
  PT_MV_UNICODE,
);
/** Contact: many: bytes. */
export const PidLidContactLinkLinkRejectHistory: NamedProp<readonly Uint8Array[]> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80e5,
  PT_MV_BINARY,
);
/** Contact: 32-bit integer. */
export const PidLidContactLinkGlobalAddressListLinkState: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80e6,
  PT_LONG,
);
/** Contact: GUID. */
export const PidLidContactLinkGlobalAddressListLinkId: NamedProp<Guid> = /* @__PURE__ */ named(
  PSETID_Address,
  0x80e8,
  PT_CLSID,
);
