// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { Guid } from '../../com/index.js';
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** PidTagAccount (Address book): Unicode string. @spec pidtagaccount-canonical-property */
export const PR_ACCOUNT: PropTag<string> = 0x3a00001f as PropTag<string>;
/** PidTagAccount (Address book): 8-bit string. @spec pidtagaccount-canonical-property */
export const PR_ACCOUNT_A: PropTag<string> = 0x3a00001e as PropTag<string>;
/** PidTagAccount (Address book): Unicode string. @spec pidtagaccount-canonical-property */
export const PR_ACCOUNT_W: PropTag<string> = 0x3a00001f as PropTag<string>;
/** PidTagAlternateRecipient (Address): bytes. @spec pidtagalternaterecipient-canonical-property */
export const PR_ALTERNATE_RECIPIENT: PropTag<Uint8Array> = 0x3a010102 as PropTag<Uint8Array>;
/** PidTagCallbackTelephoneNumber (Contact): Unicode string. @spec pidtagcallbacktelephonenumber-canonical-property */
export const PR_CALLBACK_TELEPHONE_NUMBER: PropTag<string> = 0x3a02001f as PropTag<string>;
/** PidTagCallbackTelephoneNumber (Contact): 8-bit string. @spec pidtagcallbacktelephonenumber-canonical-property */
export const PR_CALLBACK_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a02001e as PropTag<string>;
/** PidTagCallbackTelephoneNumber (Contact): Unicode string. @spec pidtagcallbacktelephonenumber-canonical-property */
export const PR_CALLBACK_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a02001f as PropTag<string>;
/** PidTagConversionProhibited (Address): true or false. @spec pidtagconversionprohibited-canonical-property */
export const PR_CONVERSION_PROHIBITED: PropTag<boolean> = 0x3a03000b as PropTag<boolean>;
/** A property of MAPITags.h: true or false. */
export const PR_DISCLOSE_RECIPIENTS: PropTag<boolean> = 0x3a04000b as PropTag<boolean>;
/** PidTagGeneration (MAPI mail user): Unicode string. @spec pidtaggeneration-canonical-property */
export const PR_GENERATION: PropTag<string> = 0x3a05001f as PropTag<string>;
/** PidTagGeneration (MAPI mail user): 8-bit string. @spec pidtaggeneration-canonical-property */
export const PR_GENERATION_A: PropTag<string> = 0x3a05001e as PropTag<string>;
/** PidTagGeneration (MAPI mail user): Unicode string. @spec pidtaggeneration-canonical-property */
export const PR_GENERATION_W: PropTag<string> = 0x3a05001f as PropTag<string>;
/** PidTagGivenName (MAPI mail user): Unicode string. @spec pidtaggivenname-canonical-property */
export const PR_GIVEN_NAME: PropTag<string> = 0x3a06001f as PropTag<string>;
/** PidTagGivenName (MAPI mail user): 8-bit string. @spec pidtaggivenname-canonical-property */
export const PR_GIVEN_NAME_A: PropTag<string> = 0x3a06001e as PropTag<string>;
/** PidTagGivenName (MAPI mail user): Unicode string. @spec pidtaggivenname-canonical-property */
export const PR_GIVEN_NAME_W: PropTag<string> = 0x3a06001f as PropTag<string>;
/** PidTagGovernmentIdNumber (MAPI mail user): Unicode string. @spec pidtaggovernmentidnumber-canonical-property */
export const PR_GOVERNMENT_ID_NUMBER: PropTag<string> = 0x3a07001f as PropTag<string>;
/** PidTagGovernmentIdNumber (MAPI mail user): 8-bit string. @spec pidtaggovernmentidnumber-canonical-property */
export const PR_GOVERNMENT_ID_NUMBER_A: PropTag<string> = 0x3a07001e as PropTag<string>;
/** PidTagGovernmentIdNumber (MAPI mail user): Unicode string. @spec pidtaggovernmentidnumber-canonical-property */
export const PR_GOVERNMENT_ID_NUMBER_W: PropTag<string> = 0x3a07001f as PropTag<string>;
/** PidTagBusinessTelephoneNumber (Contact): Unicode string. @spec pidtagbusinesstelephonenumber-canonical-property */
export const PR_BUSINESS_TELEPHONE_NUMBER: PropTag<string> = 0x3a08001f as PropTag<string>;
/** PidTagBusinessTelephoneNumber (Contact): Unicode string. @spec pidtagbusinesstelephonenumber-canonical-property */
export const PR_OFFICE_TELEPHONE_NUMBER: PropTag<string> = 0x3a08001f as PropTag<string>;
/** PidTagBusinessTelephoneNumber (Contact): 8-bit string. @spec pidtagbusinesstelephonenumber-canonical-property */
export const PR_BUSINESS_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a08001e as PropTag<string>;
/** PidTagBusinessTelephoneNumber (Contact): Unicode string. @spec pidtagbusinesstelephonenumber-canonical-property */
export const PR_BUSINESS_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a08001f as PropTag<string>;
/** PidTagBusinessTelephoneNumber (Contact): 8-bit string. @spec pidtagbusinesstelephonenumber-canonical-property */
export const PR_OFFICE_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a08001e as PropTag<string>;
/** PidTagBusinessTelephoneNumber (Contact): Unicode string. @spec pidtagbusinesstelephonenumber-canonical-property */
export const PR_OFFICE_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a08001f as PropTag<string>;
/** PidTagHomeTelephoneNumber (MAPI mail user): Unicode string. @spec pidtaghometelephonenumber-canonical-property */
export const PR_HOME_TELEPHONE_NUMBER: PropTag<string> = 0x3a09001f as PropTag<string>;
/** PidTagHomeTelephoneNumber (MAPI mail user): 8-bit string. @spec pidtaghometelephonenumber-canonical-property */
export const PR_HOME_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a09001e as PropTag<string>;
/** PidTagHomeTelephoneNumber (MAPI mail user): Unicode string. @spec pidtaghometelephonenumber-canonical-property */
export const PR_HOME_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a09001f as PropTag<string>;
/** PidTagInitials (Address): Unicode string. @spec pidtaginitials-canonical-property */
export const PR_INITIALS: PropTag<string> = 0x3a0a001f as PropTag<string>;
/** PidTagInitials (Address): 8-bit string. @spec pidtaginitials-canonical-property */
export const PR_INITIALS_A: PropTag<string> = 0x3a0a001e as PropTag<string>;
/** PidTagInitials (Address): Unicode string. @spec pidtaginitials-canonical-property */
export const PR_INITIALS_W: PropTag<string> = 0x3a0a001f as PropTag<string>;
/** PidTagKeyword (Address): Unicode string. @spec pidtagkeyword-canonical-property */
export const PR_KEYWORD: PropTag<string> = 0x3a0b001f as PropTag<string>;
/** PidTagKeyword (Address): 8-bit string. @spec pidtagkeyword-canonical-property */
export const PR_KEYWORD_A: PropTag<string> = 0x3a0b001e as PropTag<string>;
/** PidTagKeyword (Address): Unicode string. @spec pidtagkeyword-canonical-property */
export const PR_KEYWORD_W: PropTag<string> = 0x3a0b001f as PropTag<string>;
/** PidTagLanguage (Address): Unicode string. @spec pidtaglanguage-canonical-property */
export const PR_LANGUAGE: PropTag<string> = 0x3a0c001f as PropTag<string>;
/** PidTagLanguage (Address): 8-bit string. @spec pidtaglanguage-canonical-property */
export const PR_LANGUAGE_A: PropTag<string> = 0x3a0c001e as PropTag<string>;
/** PidTagLanguage (Address): Unicode string. @spec pidtaglanguage-canonical-property */
export const PR_LANGUAGE_W: PropTag<string> = 0x3a0c001f as PropTag<string>;
/** PidTagLocation (Address): Unicode string. @spec pidtaglocation-canonical-property */
export const PR_LOCATION: PropTag<string> = 0x3a0d001f as PropTag<string>;
/** PidTagLocation (Address): 8-bit string. @spec pidtaglocation-canonical-property */
export const PR_LOCATION_A: PropTag<string> = 0x3a0d001e as PropTag<string>;
/** PidTagLocation (Address): Unicode string. @spec pidtaglocation-canonical-property */
export const PR_LOCATION_W: PropTag<string> = 0x3a0d001f as PropTag<string>;
/** PidTagMailPermission (Address): true or false. @spec pidtagmailpermission-canonical-property */
export const PR_MAIL_PERMISSION: PropTag<boolean> = 0x3a0e000b as PropTag<boolean>;
/** PidTagMessageHandlingSystemCommonName (Address): Unicode string. @spec pidtagmessagehandlingsystemcommonname-canonical-property */
export const PR_MHS_COMMON_NAME: PropTag<string> = 0x3a0f001f as PropTag<string>;
/** PidTagMessageHandlingSystemCommonName (Address): 8-bit string. @spec pidtagmessagehandlingsystemcommonname-canonical-property */
export const PR_MHS_COMMON_NAME_A: PropTag<string> = 0x3a0f001e as PropTag<string>;
/** PidTagMessageHandlingSystemCommonName (Address): Unicode string. @spec pidtagmessagehandlingsystemcommonname-canonical-property */
export const PR_MHS_COMMON_NAME_W: PropTag<string> = 0x3a0f001f as PropTag<string>;
/** PidTagOrganizationalIdNumber (Address): Unicode string. @spec pidtagorganizationalidnumber-canonical-property */
export const PR_ORGANIZATIONAL_ID_NUMBER: PropTag<string> = 0x3a10001f as PropTag<string>;
/** PidTagOrganizationalIdNumber (Address): 8-bit string. @spec pidtagorganizationalidnumber-canonical-property */
export const PR_ORGANIZATIONAL_ID_NUMBER_A: PropTag<string> = 0x3a10001e as PropTag<string>;
/** PidTagOrganizationalIdNumber (Address): Unicode string. @spec pidtagorganizationalidnumber-canonical-property */
export const PR_ORGANIZATIONAL_ID_NUMBER_W: PropTag<string> = 0x3a10001f as PropTag<string>;
/** PidTagSurname (MAPI mail user): Unicode string. @spec pidtagsurname-canonical-property */
export const PR_SURNAME: PropTag<string> = 0x3a11001f as PropTag<string>;
/** PidTagSurname (MAPI mail user): 8-bit string. @spec pidtagsurname-canonical-property */
export const PR_SURNAME_A: PropTag<string> = 0x3a11001e as PropTag<string>;
/** PidTagSurname (MAPI mail user): Unicode string. @spec pidtagsurname-canonical-property */
export const PR_SURNAME_W: PropTag<string> = 0x3a11001f as PropTag<string>;
/** PidTagOriginalEntryId (General messaging): bytes. @spec pidtagoriginalentryid-canonical-property */
export const PR_ORIGINAL_ENTRYID: PropTag<Uint8Array> = 0x3a120102 as PropTag<Uint8Array>;
/** PidTagOriginalDisplayName (General messaging): Unicode string. @spec pidtagoriginaldisplayname-canonical-property */
export const PR_ORIGINAL_DISPLAY_NAME: PropTag<string> = 0x3a13001f as PropTag<string>;
/** PidTagOriginalDisplayName (General messaging): 8-bit string. @spec pidtagoriginaldisplayname-canonical-property */
export const PR_ORIGINAL_DISPLAY_NAME_A: PropTag<string> = 0x3a13001e as PropTag<string>;
/** PidTagOriginalDisplayName (General messaging): Unicode string. @spec pidtagoriginaldisplayname-canonical-property */
export const PR_ORIGINAL_DISPLAY_NAME_W: PropTag<string> = 0x3a13001f as PropTag<string>;
/** PidTagOriginalSearchKey (General messaging): bytes. @spec pidtagoriginalsearchkey-canonical-property */
export const PR_ORIGINAL_SEARCH_KEY: PropTag<Uint8Array> = 0x3a140102 as PropTag<Uint8Array>;
/** PidTagPostalAddress (MAPI mail user): Unicode string. @spec pidtagpostaladdress-canonical-property */
export const PR_POSTAL_ADDRESS: PropTag<string> = 0x3a15001f as PropTag<string>;
/** PidTagPostalAddress (MAPI mail user): 8-bit string. @spec pidtagpostaladdress-canonical-property */
export const PR_POSTAL_ADDRESS_A: PropTag<string> = 0x3a15001e as PropTag<string>;
/** PidTagPostalAddress (MAPI mail user): Unicode string. @spec pidtagpostaladdress-canonical-property */
export const PR_POSTAL_ADDRESS_W: PropTag<string> = 0x3a15001f as PropTag<string>;
/** PidTagCompanyName (Contact): Unicode string. @spec pidtagcompanyname-canonical-property */
export const PR_COMPANY_NAME: PropTag<string> = 0x3a16001f as PropTag<string>;
/** PidTagCompanyName (Contact): 8-bit string. @spec pidtagcompanyname-canonical-property */
export const PR_COMPANY_NAME_A: PropTag<string> = 0x3a16001e as PropTag<string>;
/** PidTagCompanyName (Contact): Unicode string. @spec pidtagcompanyname-canonical-property */
export const PR_COMPANY_NAME_W: PropTag<string> = 0x3a16001f as PropTag<string>;
/** PidTagTitle (MAPI mail user): Unicode string. @spec pidtagtitle-canonical-property */
export const PR_TITLE: PropTag<string> = 0x3a17001f as PropTag<string>;
/** PidTagTitle (MAPI mail user): 8-bit string. @spec pidtagtitle-canonical-property */
export const PR_TITLE_A: PropTag<string> = 0x3a17001e as PropTag<string>;
/** PidTagTitle (MAPI mail user): Unicode string. @spec pidtagtitle-canonical-property */
export const PR_TITLE_W: PropTag<string> = 0x3a17001f as PropTag<string>;
/** PidTagDepartmentName (MAPI mail user): Unicode string. @spec pidtagdepartmentname-canonical-property */
export const PR_DEPARTMENT_NAME: PropTag<string> = 0x3a18001f as PropTag<string>;
/** PidTagDepartmentName (MAPI mail user): 8-bit string. @spec pidtagdepartmentname-canonical-property */
export const PR_DEPARTMENT_NAME_A: PropTag<string> = 0x3a18001e as PropTag<string>;
/** PidTagDepartmentName (MAPI mail user): Unicode string. @spec pidtagdepartmentname-canonical-property */
export const PR_DEPARTMENT_NAME_W: PropTag<string> = 0x3a18001f as PropTag<string>;
/** PidTagOfficeLocation (Address): Unicode string. @spec pidtagofficelocation-canonical-property */
export const PR_OFFICE_LOCATION: PropTag<string> = 0x3a19001f as PropTag<string>;
/** PidTagOfficeLocation (Address): 8-bit string. @spec pidtagofficelocation-canonical-property */
export const PR_OFFICE_LOCATION_A: PropTag<string> = 0x3a19001e as PropTag<string>;
/** PidTagOfficeLocation (Address): Unicode string. @spec pidtagofficelocation-canonical-property */
export const PR_OFFICE_LOCATION_W: PropTag<string> = 0x3a19001f as PropTag<string>;
/** PidTagPrimaryTelephoneNumber (MAPI mail user): Unicode string. @spec pidtagprimarytelephonenumber-canonical-property */
export const PR_PRIMARY_TELEPHONE_NUMBER: PropTag<string> = 0x3a1a001f as PropTag<string>;
/** PidTagPrimaryTelephoneNumber (MAPI mail user): 8-bit string. @spec pidtagprimarytelephonenumber-canonical-property */
export const PR_PRIMARY_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a1a001e as PropTag<string>;
/** PidTagPrimaryTelephoneNumber (MAPI mail user): Unicode string. @spec pidtagprimarytelephonenumber-canonical-property */
export const PR_PRIMARY_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a1a001f as PropTag<string>;
/** PidTagBusiness2TelephoneNumber (Contact): Unicode string. @spec pidtagbusiness2telephonenumber-canonical-property */
export const PR_BUSINESS2_TELEPHONE_NUMBER: PropTag<string> = 0x3a1b001f as PropTag<string>;
/** PidTagBusiness2TelephoneNumber (Contact): Unicode string. @spec pidtagbusiness2telephonenumber-canonical-property */
export const PR_OFFICE2_TELEPHONE_NUMBER: PropTag<string> = 0x3a1b001f as PropTag<string>;
/** PidTagBusiness2TelephoneNumbers (Contact): many: 8-bit string. @spec pidtagbusiness2telephonenumbers-canonical-property */
export const PR_BUSINESS2_TELEPHONE_NUMBER_A_MV: PropTag<readonly string[]> = 0x3a1b101e as PropTag<readonly string[]>;
/** PidTagBusiness2TelephoneNumber (Contact): 8-bit string. @spec pidtagbusiness2telephonenumber-canonical-property */
export const PR_BUSINESS2_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a1b001e as PropTag<string>;
/** PidTagBusiness2TelephoneNumber (Contact): Unicode string. @spec pidtagbusiness2telephonenumber-canonical-property */
export const PR_BUSINESS2_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a1b001f as PropTag<string>;
/** PidTagBusiness2TelephoneNumber (Contact): 8-bit string. @spec pidtagbusiness2telephonenumber-canonical-property */
export const PR_OFFICE2_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a1b001e as PropTag<string>;
/** PidTagBusiness2TelephoneNumber (Contact): Unicode string. @spec pidtagbusiness2telephonenumber-canonical-property */
export const PR_OFFICE2_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a1b001f as PropTag<string>;
/** PidTagMobileTelephoneNumber (Address book): Unicode string. @spec pidtagmobiletelephonenumber-canonical-property */
export const PR_MOBILE_TELEPHONE_NUMBER: PropTag<string> = 0x3a1c001f as PropTag<string>;
/** PidTagMobileTelephoneNumber (Address book): Unicode string. @spec pidtagmobiletelephonenumber-canonical-property */
export const PR_CELLULAR_TELEPHONE_NUMBER: PropTag<string> = 0x3a1c001f as PropTag<string>;
/** PidTagMobileTelephoneNumber (Address book): 8-bit string. @spec pidtagmobiletelephonenumber-canonical-property */
export const PR_MOBILE_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a1c001e as PropTag<string>;
/** PidTagMobileTelephoneNumber (Address book): Unicode string. @spec pidtagmobiletelephonenumber-canonical-property */
export const PR_MOBILE_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a1c001f as PropTag<string>;
/** PidTagMobileTelephoneNumber (Address book): 8-bit string. @spec pidtagmobiletelephonenumber-canonical-property */
export const PR_CELLULAR_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a1c001e as PropTag<string>;
/** PidTagMobileTelephoneNumber (Address book): Unicode string. @spec pidtagmobiletelephonenumber-canonical-property */
export const PR_CELLULAR_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a1c001f as PropTag<string>;
/** PidTagRadioTelephoneNumber (MAPI mail user): Unicode string. @spec pidtagradiotelephonenumber-canonical-property */
export const PR_RADIO_TELEPHONE_NUMBER: PropTag<string> = 0x3a1d001f as PropTag<string>;
/** PidTagRadioTelephoneNumber (MAPI mail user): 8-bit string. @spec pidtagradiotelephonenumber-canonical-property */
export const PR_RADIO_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a1d001e as PropTag<string>;
/** PidTagRadioTelephoneNumber (MAPI mail user): Unicode string. @spec pidtagradiotelephonenumber-canonical-property */
export const PR_RADIO_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a1d001f as PropTag<string>;
/** PidTagCarTelephoneNumber (Contact): Unicode string. @spec pidtagcartelephonenumber-canonical-property */
export const PR_CAR_TELEPHONE_NUMBER: PropTag<string> = 0x3a1e001f as PropTag<string>;
/** PidTagCarTelephoneNumber (Contact): 8-bit string. @spec pidtagcartelephonenumber-canonical-property */
export const PR_CAR_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a1e001e as PropTag<string>;
/** PidTagCarTelephoneNumber (Contact): Unicode string. @spec pidtagcartelephonenumber-canonical-property */
export const PR_CAR_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a1e001f as PropTag<string>;
/** PidTagOtherTelephoneNumber (Address): Unicode string. @spec pidtagothertelephonenumber-canonical-property */
export const PR_OTHER_TELEPHONE_NUMBER: PropTag<string> = 0x3a1f001f as PropTag<string>;
/** PidTagOtherTelephoneNumber (Address): 8-bit string. @spec pidtagothertelephonenumber-canonical-property */
export const PR_OTHER_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a1f001e as PropTag<string>;
/** PidTagOtherTelephoneNumber (Address): Unicode string. @spec pidtagothertelephonenumber-canonical-property */
export const PR_OTHER_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a1f001f as PropTag<string>;
/** PidTagTransmittableDisplayName (Address): Unicode string. @spec pidtagtransmittabledisplayname-canonical-property */
export const PR_TRANSMITABLE_DISPLAY_NAME: PropTag<string> = 0x3a20001f as PropTag<string>;
/** PidTagTransmittableDisplayName (Address): 8-bit string. @spec pidtagtransmittabledisplayname-canonical-property */
export const PR_TRANSMITABLE_DISPLAY_NAME_A: PropTag<string> = 0x3a20001e as PropTag<string>;
/** PidTagTransmittableDisplayName (Address): Unicode string. @spec pidtagtransmittabledisplayname-canonical-property */
export const PR_TRANSMITABLE_DISPLAY_NAME_W: PropTag<string> = 0x3a20001f as PropTag<string>;
/** PidTagPagerTelephoneNumber (Address): Unicode string. @spec pidtagpagertelephonenumber-canonical-property */
export const PR_PAGER_TELEPHONE_NUMBER: PropTag<string> = 0x3a21001f as PropTag<string>;
/** PidTagPagerTelephoneNumber (Address): Unicode string. @spec pidtagpagertelephonenumber-canonical-property */
export const PR_BEEPER_TELEPHONE_NUMBER: PropTag<string> = 0x3a21001f as PropTag<string>;
/** PidTagPagerTelephoneNumber (Address): 8-bit string. @spec pidtagpagertelephonenumber-canonical-property */
export const PR_PAGER_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a21001e as PropTag<string>;
/** PidTagPagerTelephoneNumber (Address): Unicode string. @spec pidtagpagertelephonenumber-canonical-property */
export const PR_PAGER_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a21001f as PropTag<string>;
/** PidTagPagerTelephoneNumber (Address): 8-bit string. @spec pidtagpagertelephonenumber-canonical-property */
export const PR_BEEPER_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a21001e as PropTag<string>;
/** PidTagPagerTelephoneNumber (Address): Unicode string. @spec pidtagpagertelephonenumber-canonical-property */
export const PR_BEEPER_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a21001f as PropTag<string>;
/** PidTagUserCertificate (MAPI mail user): bytes. @spec pidtagusercertificate-canonical-property */
export const PR_USER_CERTIFICATE: PropTag<Uint8Array> = 0x3a220102 as PropTag<Uint8Array>;
/** PidTagPrimaryFaxNumber (MAPI mail user): Unicode string. @spec pidtagprimaryfaxnumber-canonical-property */
export const PR_PRIMARY_FAX_NUMBER: PropTag<string> = 0x3a23001f as PropTag<string>;
/** PidTagPrimaryFaxNumber (MAPI mail user): 8-bit string. @spec pidtagprimaryfaxnumber-canonical-property */
export const PR_PRIMARY_FAX_NUMBER_A: PropTag<string> = 0x3a23001e as PropTag<string>;
/** PidTagPrimaryFaxNumber (MAPI mail user): Unicode string. @spec pidtagprimaryfaxnumber-canonical-property */
export const PR_PRIMARY_FAX_NUMBER_W: PropTag<string> = 0x3a23001f as PropTag<string>;
/** PidTagBusinessFaxNumber (Contact): Unicode string. @spec pidtagbusinessfaxnumber-canonical-property */
export const PR_BUSINESS_FAX_NUMBER: PropTag<string> = 0x3a24001f as PropTag<string>;
/** PidTagBusinessFaxNumber (Contact): 8-bit string. @spec pidtagbusinessfaxnumber-canonical-property */
export const PR_BUSINESS_FAX_NUMBER_A: PropTag<string> = 0x3a24001e as PropTag<string>;
/** PidTagBusinessFaxNumber (Contact): Unicode string. @spec pidtagbusinessfaxnumber-canonical-property */
export const PR_BUSINESS_FAX_NUMBER_W: PropTag<string> = 0x3a24001f as PropTag<string>;
/** PidTagHomeFaxNumber (MAPI mail user): Unicode string. @spec pidtaghomefaxnumber-canonical-property */
export const PR_HOME_FAX_NUMBER: PropTag<string> = 0x3a25001f as PropTag<string>;
/** PidTagHomeFaxNumber (MAPI mail user): 8-bit string. @spec pidtaghomefaxnumber-canonical-property */
export const PR_HOME_FAX_NUMBER_A: PropTag<string> = 0x3a25001e as PropTag<string>;
/** PidTagHomeFaxNumber (MAPI mail user): Unicode string. @spec pidtaghomefaxnumber-canonical-property */
export const PR_HOME_FAX_NUMBER_W: PropTag<string> = 0x3a25001f as PropTag<string>;
/** PidTagCountry (Contact): Unicode string. @spec pidtagcountry-canonical-property */
export const PR_COUNTRY: PropTag<string> = 0x3a26001f as PropTag<string>;
/** PidTagCountry (Contact): Unicode string. @spec pidtagcountry-canonical-property */
export const PR_BUSINESS_ADDRESS_COUNTRY: PropTag<string> = 0x3a26001f as PropTag<string>;
/** PidTagCountry (Contact): 8-bit string. @spec pidtagcountry-canonical-property */
export const PR_COUNTRY_A: PropTag<string> = 0x3a26001e as PropTag<string>;
/** PidTagCountry (Contact): Unicode string. @spec pidtagcountry-canonical-property */
export const PR_COUNTRY_W: PropTag<string> = 0x3a26001f as PropTag<string>;
/** PidTagCountry (Contact): 8-bit string. @spec pidtagcountry-canonical-property */
export const PR_BUSINESS_ADDRESS_COUNTRY_A: PropTag<string> = 0x3a26001e as PropTag<string>;
/** PidTagCountry (Contact): Unicode string. @spec pidtagcountry-canonical-property */
export const PR_BUSINESS_ADDRESS_COUNTRY_W: PropTag<string> = 0x3a26001f as PropTag<string>;
/** PidTagLocality (Address): Unicode string. @spec pidtaglocality-canonical-property */
export const PR_LOCALITY: PropTag<string> = 0x3a27001f as PropTag<string>;
/** PidTagLocality (Address): Unicode string. @spec pidtaglocality-canonical-property */
export const PR_BUSINESS_ADDRESS_LOCALITY: PropTag<string> = 0x3a27001f as PropTag<string>;
/** PidTagLocality (Address): 8-bit string. @spec pidtaglocality-canonical-property */
export const PR_LOCALITY_A: PropTag<string> = 0x3a27001e as PropTag<string>;
/** PidTagLocality (Address): Unicode string. @spec pidtaglocality-canonical-property */
export const PR_LOCALITY_W: PropTag<string> = 0x3a27001f as PropTag<string>;
/** PidTagLocality (Address): 8-bit string. @spec pidtaglocality-canonical-property */
export const PR_BUSINESS_ADDRESS_LOCALITY_A: PropTag<string> = 0x3a27001e as PropTag<string>;
/** PidTagLocality (Address): Unicode string. @spec pidtaglocality-canonical-property */
export const PR_BUSINESS_ADDRESS_LOCALITY_W: PropTag<string> = 0x3a27001f as PropTag<string>;
/** A property of MAPITags.h: Unicode string. */
export const PR_BUSINESS_ADDRESS_CITY: PropTag<string> = 0x3a27001f as PropTag<string>;
/** A property of MAPITags.h: 8-bit string. */
export const PR_BUSINESS_ADDRESS_CITY_A: PropTag<string> = 0x3a27001e as PropTag<string>;
/** A property of MAPITags.h: Unicode string. */
export const PR_BUSINESS_ADDRESS_CITY_W: PropTag<string> = 0x3a27001f as PropTag<string>;
/** PidTagStateOrProvince (MAPI mail user): Unicode string. @spec pidtagstateorprovince-canonical-property */
export const PR_STATE_OR_PROVINCE: PropTag<string> = 0x3a28001f as PropTag<string>;
/** PidTagStateOrProvince (MAPI mail user): Unicode string. @spec pidtagstateorprovince-canonical-property */
export const PR_BUSINESS_ADDRESS_STATE_OR_PROVINCE: PropTag<string> = 0x3a28001f as PropTag<string>;
/** PidTagStateOrProvince (MAPI mail user): 8-bit string. @spec pidtagstateorprovince-canonical-property */
export const PR_STATE_OR_PROVINCE_A: PropTag<string> = 0x3a28001e as PropTag<string>;
/** PidTagStateOrProvince (MAPI mail user): Unicode string. @spec pidtagstateorprovince-canonical-property */
export const PR_STATE_OR_PROVINCE_W: PropTag<string> = 0x3a28001f as PropTag<string>;
/** PidTagStateOrProvince (MAPI mail user): 8-bit string. @spec pidtagstateorprovince-canonical-property */
export const PR_BUSINESS_ADDRESS_STATE_OR_PROVINCE_A: PropTag<string> = 0x3a28001e as PropTag<string>;
/** PidTagStateOrProvince (MAPI mail user): Unicode string. @spec pidtagstateorprovince-canonical-property */
export const PR_BUSINESS_ADDRESS_STATE_OR_PROVINCE_W: PropTag<string> = 0x3a28001f as PropTag<string>;
/** PidTagStreetAddress (MAPI mail user): Unicode string. @spec pidtagstreetaddress-canonical-property */
export const PR_STREET_ADDRESS: PropTag<string> = 0x3a29001f as PropTag<string>;
/** PidTagStreetAddress (MAPI mail user): Unicode string. @spec pidtagstreetaddress-canonical-property */
export const PR_BUSINESS_ADDRESS_STREET: PropTag<string> = 0x3a29001f as PropTag<string>;
/** PidTagStreetAddress (MAPI mail user): 8-bit string. @spec pidtagstreetaddress-canonical-property */
export const PR_STREET_ADDRESS_A: PropTag<string> = 0x3a29001e as PropTag<string>;
/** PidTagStreetAddress (MAPI mail user): Unicode string. @spec pidtagstreetaddress-canonical-property */
export const PR_STREET_ADDRESS_W: PropTag<string> = 0x3a29001f as PropTag<string>;
/** PidTagStreetAddress (MAPI mail user): 8-bit string. @spec pidtagstreetaddress-canonical-property */
export const PR_BUSINESS_ADDRESS_STREET_A: PropTag<string> = 0x3a29001e as PropTag<string>;
/** PidTagStreetAddress (MAPI mail user): Unicode string. @spec pidtagstreetaddress-canonical-property */
export const PR_BUSINESS_ADDRESS_STREET_W: PropTag<string> = 0x3a29001f as PropTag<string>;
/** PidTagPostalCode (MAPI mail user): Unicode string. @spec pidtagpostalcode-canonical-property */
export const PR_POSTAL_CODE: PropTag<string> = 0x3a2a001f as PropTag<string>;
/** PidTagPostalCode (MAPI mail user): Unicode string. @spec pidtagpostalcode-canonical-property */
export const PR_BUSINESS_ADDRESS_POSTAL_CODE: PropTag<string> = 0x3a2a001f as PropTag<string>;
/** PidTagPostalCode (MAPI mail user): 8-bit string. @spec pidtagpostalcode-canonical-property */
export const PR_POSTAL_CODE_A: PropTag<string> = 0x3a2a001e as PropTag<string>;
/** PidTagPostalCode (MAPI mail user): Unicode string. @spec pidtagpostalcode-canonical-property */
export const PR_POSTAL_CODE_W: PropTag<string> = 0x3a2a001f as PropTag<string>;
/** PidTagPostalCode (MAPI mail user): 8-bit string. @spec pidtagpostalcode-canonical-property */
export const PR_BUSINESS_ADDRESS_POSTAL_CODE_A: PropTag<string> = 0x3a2a001e as PropTag<string>;
/** PidTagPostalCode (MAPI mail user): Unicode string. @spec pidtagpostalcode-canonical-property */
export const PR_BUSINESS_ADDRESS_POSTAL_CODE_W: PropTag<string> = 0x3a2a001f as PropTag<string>;
/** PidTagPostOfficeBox (MAPI mail user): Unicode string. @spec pidtagpostofficebox-canonical-property */
export const PR_POST_OFFICE_BOX: PropTag<string> = 0x3a2b001f as PropTag<string>;
/** PidTagPostOfficeBox (MAPI mail user): Unicode string. @spec pidtagpostofficebox-canonical-property */
export const PR_BUSINESS_ADDRESS_POST_OFFICE_BOX: PropTag<string> = 0x3a2b001f as PropTag<string>;
/** PidTagPostOfficeBox (MAPI mail user): 8-bit string. @spec pidtagpostofficebox-canonical-property */
export const PR_POST_OFFICE_BOX_A: PropTag<string> = 0x3a2b001e as PropTag<string>;
/** PidTagPostOfficeBox (MAPI mail user): Unicode string. @spec pidtagpostofficebox-canonical-property */
export const PR_POST_OFFICE_BOX_W: PropTag<string> = 0x3a2b001f as PropTag<string>;
/** PidTagPostOfficeBox (MAPI mail user): 8-bit string. @spec pidtagpostofficebox-canonical-property */
export const PR_BUSINESS_ADDRESS_POST_OFFICE_BOX_A: PropTag<string> = 0x3a2b001e as PropTag<string>;
/** PidTagPostOfficeBox (MAPI mail user): Unicode string. @spec pidtagpostofficebox-canonical-property */
export const PR_BUSINESS_ADDRESS_POST_OFFICE_BOX_W: PropTag<string> = 0x3a2b001f as PropTag<string>;
/** PidTagTelexNumber (MAPI mail user): Unicode string. @spec pidtagtelexnumber-canonical-property */
export const PR_TELEX_NUMBER: PropTag<string> = 0x3a2c001f as PropTag<string>;
/** PidTagTelexNumber (MAPI mail user): 8-bit string. @spec pidtagtelexnumber-canonical-property */
export const PR_TELEX_NUMBER_A: PropTag<string> = 0x3a2c001e as PropTag<string>;
/** PidTagTelexNumber (MAPI mail user): Unicode string. @spec pidtagtelexnumber-canonical-property */
export const PR_TELEX_NUMBER_W: PropTag<string> = 0x3a2c001f as PropTag<string>;
/** PidTagIsdnNumber (Address): Unicode string. @spec pidtagisdnnumber-canonical-property */
export const PR_ISDN_NUMBER: PropTag<string> = 0x3a2d001f as PropTag<string>;
/** PidTagIsdnNumber (Address): 8-bit string. @spec pidtagisdnnumber-canonical-property */
export const PR_ISDN_NUMBER_A: PropTag<string> = 0x3a2d001e as PropTag<string>;
/** PidTagIsdnNumber (Address): Unicode string. @spec pidtagisdnnumber-canonical-property */
export const PR_ISDN_NUMBER_W: PropTag<string> = 0x3a2d001f as PropTag<string>;
/** PidTagAssistantTelephoneNumber (Address): Unicode string. @spec pidtagassistanttelephonenumber-canonical-property */
export const PR_ASSISTANT_TELEPHONE_NUMBER: PropTag<string> = 0x3a2e001f as PropTag<string>;
/** PidTagAssistantTelephoneNumber (Address): 8-bit string. @spec pidtagassistanttelephonenumber-canonical-property */
export const PR_ASSISTANT_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a2e001e as PropTag<string>;
/** PidTagAssistantTelephoneNumber (Address): Unicode string. @spec pidtagassistanttelephonenumber-canonical-property */
export const PR_ASSISTANT_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a2e001f as PropTag<string>;
/** PidTagHome2TelephoneNumber (MAPI mail user): Unicode string. @spec pidtaghome2telephonenumber-canonical-property */
export const PR_HOME2_TELEPHONE_NUMBER: PropTag<string> = 0x3a2f001f as PropTag<string>;
/** PidTagHome2TelephoneNumber (MAPI mail user): 8-bit string. @spec pidtaghome2telephonenumber-canonical-property */
export const PR_HOME2_TELEPHONE_NUMBER_A: PropTag<string> = 0x3a2f001e as PropTag<string>;
/** PidTagHome2TelephoneNumber (MAPI mail user): Unicode string. @spec pidtaghome2telephonenumber-canonical-property */
export const PR_HOME2_TELEPHONE_NUMBER_W: PropTag<string> = 0x3a2f001f as PropTag<string>;
/** PidTagAssistant (Address): Unicode string. @spec pidtagassistant-canonical-property */
export const PR_ASSISTANT: PropTag<string> = 0x3a30001f as PropTag<string>;
/** PidTagAssistant (Address): 8-bit string. @spec pidtagassistant-canonical-property */
export const PR_ASSISTANT_A: PropTag<string> = 0x3a30001e as PropTag<string>;
/** PidTagAssistant (Address): Unicode string. @spec pidtagassistant-canonical-property */
export const PR_ASSISTANT_W: PropTag<string> = 0x3a30001f as PropTag<string>;
/** PidTagSendRichInfo (Address): true or false. @spec pidtagsendrichinfo-canonical-property */
export const PR_SEND_RICH_INFO: PropTag<boolean> = 0x3a40000b as PropTag<boolean>;
/** PidTagWeddingAnniversary (MAPI mail user): point in time. @spec pidtagweddinganniversary-canonical-property */
export const PR_WEDDING_ANNIVERSARY: PropTag<FileTime> = 0x3a410040 as PropTag<FileTime>;
/** PidTagBirthday (Contact): point in time. @spec pidtagbirthday-canonical-property */
export const PR_BIRTHDAY: PropTag<FileTime> = 0x3a420040 as PropTag<FileTime>;
/** PidTagHobbies (MAPI mail user): Unicode string. @spec pidtaghobbies-canonical-property */
export const PR_HOBBIES: PropTag<string> = 0x3a43001f as PropTag<string>;
/** PidTagHobbies (MAPI mail user): 8-bit string. @spec pidtaghobbies-canonical-property */
export const PR_HOBBIES_A: PropTag<string> = 0x3a43001e as PropTag<string>;
/** PidTagHobbies (MAPI mail user): Unicode string. @spec pidtaghobbies-canonical-property */
export const PR_HOBBIES_W: PropTag<string> = 0x3a43001f as PropTag<string>;
/** PidTagMiddleName (Address): Unicode string. @spec pidtagmiddlename-canonical-property */
export const PR_MIDDLE_NAME: PropTag<string> = 0x3a44001f as PropTag<string>;
/** PidTagMiddleName (Address): 8-bit string. @spec pidtagmiddlename-canonical-property */
export const PR_MIDDLE_NAME_A: PropTag<string> = 0x3a44001e as PropTag<string>;
/** PidTagMiddleName (Address): Unicode string. @spec pidtagmiddlename-canonical-property */
export const PR_MIDDLE_NAME_W: PropTag<string> = 0x3a44001f as PropTag<string>;
/** PidTagDisplayNamePrefix (MAPI mail user): Unicode string. @spec pidtagdisplaynameprefix-canonical-property */
export const PR_DISPLAY_NAME_PREFIX: PropTag<string> = 0x3a45001f as PropTag<string>;
/** PidTagDisplayNamePrefix (MAPI mail user): 8-bit string. @spec pidtagdisplaynameprefix-canonical-property */
export const PR_DISPLAY_NAME_PREFIX_A: PropTag<string> = 0x3a45001e as PropTag<string>;
/** PidTagDisplayNamePrefix (MAPI mail user): Unicode string. @spec pidtagdisplaynameprefix-canonical-property */
export const PR_DISPLAY_NAME_PREFIX_W: PropTag<string> = 0x3a45001f as PropTag<string>;
/** PidTagProfession (MAPI mail user): Unicode string. @spec pidtagprofession-canonical-property */
export const PR_PROFESSION: PropTag<string> = 0x3a46001f as PropTag<string>;
/** PidTagProfession (MAPI mail user): 8-bit string. @spec pidtagprofession-canonical-property */
export const PR_PROFESSION_A: PropTag<string> = 0x3a46001e as PropTag<string>;
/** PidTagProfession (MAPI mail user): Unicode string. @spec pidtagprofession-canonical-property */
export const PR_PROFESSION_W: PropTag<string> = 0x3a46001f as PropTag<string>;
/** PidTagReferredByName (MAPI mail user): Unicode string. @spec pidtagreferredbyname-canonical-property */
export const PR_REFERRED_BY_NAME: PropTag<string> = 0x3a47001f as PropTag<string>;
/** PidTagPreferredByName (MAPI mail user): Unicode string. @spec pidtagpreferredbyname-canonical-property */
export const PR_PREFERRED_BY_NAME: PropTag<string> = 0x3a47001f as PropTag<string>;
/** PidTagReferredByName (MAPI mail user): 8-bit string. @spec pidtagreferredbyname-canonical-property */
export const PR_REFERRED_BY_NAME_A: PropTag<string> = 0x3a47001e as PropTag<string>;
/** PidTagReferredByName (MAPI mail user): Unicode string. @spec pidtagreferredbyname-canonical-property */
export const PR_REFERRED_BY_NAME_W: PropTag<string> = 0x3a47001f as PropTag<string>;
/** PidTagPreferredByName (MAPI mail user): 8-bit string. @spec pidtagpreferredbyname-canonical-property */
export const PR_PREFERRED_BY_NAME_A: PropTag<string> = 0x3a47001e as PropTag<string>;
/** PidTagPreferredByName (MAPI mail user): Unicode string. @spec pidtagpreferredbyname-canonical-property */
export const PR_PREFERRED_BY_NAME_W: PropTag<string> = 0x3a47001f as PropTag<string>;
/** PidTagSpouseName (MAPI mail user): Unicode string. @spec pidtagspousename-canonical-property */
export const PR_SPOUSE_NAME: PropTag<string> = 0x3a48001f as PropTag<string>;
/** PidTagSpouseName (MAPI mail user): 8-bit string. @spec pidtagspousename-canonical-property */
export const PR_SPOUSE_NAME_A: PropTag<string> = 0x3a48001e as PropTag<string>;
/** PidTagSpouseName (MAPI mail user): Unicode string. @spec pidtagspousename-canonical-property */
export const PR_SPOUSE_NAME_W: PropTag<string> = 0x3a48001f as PropTag<string>;
/** PidTagComputerNetworkName (Contact): Unicode string. @spec pidtagcomputernetworkname-canonical-property */
export const PR_COMPUTER_NETWORK_NAME: PropTag<string> = 0x3a49001f as PropTag<string>;
/** PidTagComputerNetworkName (Contact): 8-bit string. @spec pidtagcomputernetworkname-canonical-property */
export const PR_COMPUTER_NETWORK_NAME_A: PropTag<string> = 0x3a49001e as PropTag<string>;
/** PidTagComputerNetworkName (Contact): Unicode string. @spec pidtagcomputernetworkname-canonical-property */
export const PR_COMPUTER_NETWORK_NAME_W: PropTag<string> = 0x3a49001f as PropTag<string>;
/** PidTagCustomerId (Contact): Unicode string. @spec pidtagcustomerid-canonical-property */
export const PR_CUSTOMER_ID: PropTag<string> = 0x3a4a001f as PropTag<string>;
/** PidTagCustomerId (Contact): 8-bit string. @spec pidtagcustomerid-canonical-property */
export const PR_CUSTOMER_ID_A: PropTag<string> = 0x3a4a001e as PropTag<string>;
/** PidTagCustomerId (Contact): Unicode string. @spec pidtagcustomerid-canonical-property */
export const PR_CUSTOMER_ID_W: PropTag<string> = 0x3a4a001f as PropTag<string>;
/** PidTagTelecommunicationsDeviceForDeafTelephoneNumber (MAPI mail user): Unicode string. @spec pidtagtelecommunicationsdevicefordeaftelephonenumber-canonical-property */
export const PR_TTYTDD_PHONE_NUMBER: PropTag<string> = 0x3a4b001f as PropTag<string>;
/** PidTagTelecommunicationsDeviceForDeafTelephoneNumber (MAPI mail user): 8-bit string. @spec pidtagtelecommunicationsdevicefordeaftelephonenumber-canonical-property */
export const PR_TTYTDD_PHONE_NUMBER_A: PropTag<string> = 0x3a4b001e as PropTag<string>;
/** PidTagTelecommunicationsDeviceForDeafTelephoneNumber (MAPI mail user): Unicode string. @spec pidtagtelecommunicationsdevicefordeaftelephonenumber-canonical-property */
export const PR_TTYTDD_PHONE_NUMBER_W: PropTag<string> = 0x3a4b001f as PropTag<string>;
/** PidTagFtpSite (MAPI mail user): Unicode string. @spec pidtagftpsite-canonical-property */
export const PR_FTP_SITE: PropTag<string> = 0x3a4c001f as PropTag<string>;
/** PidTagFtpSite (MAPI mail user): 8-bit string. @spec pidtagftpsite-canonical-property */
export const PR_FTP_SITE_A: PropTag<string> = 0x3a4c001e as PropTag<string>;
/** PidTagFtpSite (MAPI mail user): Unicode string. @spec pidtagftpsite-canonical-property */
export const PR_FTP_SITE_W: PropTag<string> = 0x3a4c001f as PropTag<string>;
/** PidTagGender (MAPI mail user): 16-bit integer. @spec pidtaggender-canonical-property */
export const PR_GENDER: PropTag<number> = 0x3a4d0002 as PropTag<number>;
/** PidTagManagerName (Address): Unicode string. @spec pidtagmanagername-canonical-property */
export const PR_MANAGER_NAME: PropTag<string> = 0x3a4e001f as PropTag<string>;
/** PidTagManagerName (Address): 8-bit string. @spec pidtagmanagername-canonical-property */
export const PR_MANAGER_NAME_A: PropTag<string> = 0x3a4e001e as PropTag<string>;
/** PidTagManagerName (Address): Unicode string. @spec pidtagmanagername-canonical-property */
export const PR_MANAGER_NAME_W: PropTag<string> = 0x3a4e001f as PropTag<string>;
/** PidTagNickname (Address): Unicode string. @spec pidtagnickname-canonical-property */
export const PR_NICKNAME: PropTag<string> = 0x3a4f001f as PropTag<string>;
/** PidTagNickname (Address): 8-bit string. @spec pidtagnickname-canonical-property */
export const PR_NICKNAME_A: PropTag<string> = 0x3a4f001e as PropTag<string>;
/** PidTagNickname (Address): Unicode string. @spec pidtagnickname-canonical-property */
export const PR_NICKNAME_W: PropTag<string> = 0x3a4f001f as PropTag<string>;
/** PidTagPersonalHomePage (MAPI mail user): Unicode string. @spec pidtagpersonalhomepage-canonical-property */
export const PR_PERSONAL_HOME_PAGE: PropTag<string> = 0x3a50001f as PropTag<string>;
/** PidTagPersonalHomePage (MAPI mail user): 8-bit string. @spec pidtagpersonalhomepage-canonical-property */
export const PR_PERSONAL_HOME_PAGE_A: PropTag<string> = 0x3a50001e as PropTag<string>;
/** PidTagPersonalHomePage (MAPI mail user): Unicode string. @spec pidtagpersonalhomepage-canonical-property */
export const PR_PERSONAL_HOME_PAGE_W: PropTag<string> = 0x3a50001f as PropTag<string>;
/** PidTagBusinessHomePage (Contact): Unicode string. @spec pidtagbusinesshomepage-canonical-property */
export const PR_BUSINESS_HOME_PAGE: PropTag<string> = 0x3a51001f as PropTag<string>;
/** PidTagBusinessHomePage (Contact): 8-bit string. @spec pidtagbusinesshomepage-canonical-property */
export const PR_BUSINESS_HOME_PAGE_A: PropTag<string> = 0x3a51001e as PropTag<string>;
/** PidTagBusinessHomePage (Contact): Unicode string. @spec pidtagbusinesshomepage-canonical-property */
export const PR_BUSINESS_HOME_PAGE_W: PropTag<string> = 0x3a51001f as PropTag<string>;
/** PidTagContactVersion (Contact): GUID. @spec pidtagcontactversion-canonical-property */
export const PR_CONTACT_VERSION: PropTag<Guid> = 0x3a520048 as PropTag<Guid>;
/** A property of MAPITags.h: many: bytes. */
export const PR_CONTACT_ENTRYIDS: PropTag<readonly Uint8Array[]> = 0x3a531102 as PropTag<readonly Uint8Array[]>;
/** PidTagContactAddressTypes (Contact): many: Unicode string. @spec pidtagcontactaddresstypes-canonical-property */
export const PR_CONTACT_ADDRTYPES: PropTag<readonly string[]> = 0x3a54101f as PropTag<readonly string[]>;
/** PidTagContactAddressTypes (Contact): many: 8-bit string. @spec pidtagcontactaddresstypes-canonical-property */
export const PR_CONTACT_ADDRTYPES_A: PropTag<readonly string[]> = 0x3a54101e as PropTag<readonly string[]>;
/** PidTagContactAddressTypes (Contact): many: Unicode string. @spec pidtagcontactaddresstypes-canonical-property */
export const PR_CONTACT_ADDRTYPES_W: PropTag<readonly string[]> = 0x3a54101f as PropTag<readonly string[]>;
/** A property of MAPITags.h: 32-bit integer. */
export const PR_CONTACT_DEFAULT_ADDRESS_INDEX: PropTag<number> = 0x3a550003 as PropTag<number>;
/** A property of MAPITags.h: many: Unicode string. */
export const PR_CONTACT_EMAIL_ADDRESSES: PropTag<readonly string[]> = 0x3a56101f as PropTag<readonly string[]>;
/** A property of MAPITags.h: many: 8-bit string. */
export const PR_CONTACT_EMAIL_ADDRESSES_A: PropTag<readonly string[]> = 0x3a56101e as PropTag<readonly string[]>;
/** A property of MAPITags.h: many: Unicode string. */
export const PR_CONTACT_EMAIL_ADDRESSES_W: PropTag<readonly string[]> = 0x3a56101f as PropTag<readonly string[]>;
/** PidTagCompanyMainTelephoneNumber (Contact): Unicode string. @spec pidtagcompanymaintelephonenumber-canonical-property */
export const PR_COMPANY_MAIN_PHONE_NUMBER: PropTag<string> = 0x3a57001f as PropTag<string>;
/** PidTagCompanyMainTelephoneNumber (Contact): 8-bit string. @spec pidtagcompanymaintelephonenumber-canonical-property */
export const PR_COMPANY_MAIN_PHONE_NUMBER_A: PropTag<string> = 0x3a57001e as PropTag<string>;
/** PidTagCompanyMainTelephoneNumber (Contact): Unicode string. @spec pidtagcompanymaintelephonenumber-canonical-property */
export const PR_COMPANY_MAIN_PHONE_NUMBER_W: PropTag<string> = 0x3a57001f as PropTag<string>;
/** PidTagChildrensNames (Contact): many: Unicode string. @spec pidtagchildrensnames-canonical-property */
export const PR_CHILDRENS_NAMES: PropTag<readonly string[]> = 0x3a58101f as PropTag<readonly string[]>;
/** PidTagChildrensNames (Contact): many: 8-bit string. @spec pidtagchildrensnames-canonical-property */
export const PR_CHILDRENS_NAMES_A: PropTag<readonly string[]> = 0x3a58101e as PropTag<readonly string[]>;
/** PidTagChildrensNames (Contact): many: Unicode string. @spec pidtagchildrensnames-canonical-property */
export const PR_CHILDRENS_NAMES_W: PropTag<readonly string[]> = 0x3a58101f as PropTag<readonly string[]>;
/** PidTagHomeAddressCity (MAPI mail user): Unicode string. @spec pidtaghomeaddresscity-canonical-property */
export const PR_HOME_ADDRESS_CITY: PropTag<string> = 0x3a59001f as PropTag<string>;
/** PidTagHomeAddressCity (MAPI mail user): 8-bit string. @spec pidtaghomeaddresscity-canonical-property */
export const PR_HOME_ADDRESS_CITY_A: PropTag<string> = 0x3a59001e as PropTag<string>;
/** PidTagHomeAddressCity (MAPI mail user): Unicode string. @spec pidtaghomeaddresscity-canonical-property */
export const PR_HOME_ADDRESS_CITY_W: PropTag<string> = 0x3a59001f as PropTag<string>;
/** PidTagHomeAddressCountry (MAPI mail user): Unicode string. @spec pidtaghomeaddresscountry-canonical-property */
export const PR_HOME_ADDRESS_COUNTRY: PropTag<string> = 0x3a5a001f as PropTag<string>;
/** PidTagHomeAddressCountry (MAPI mail user): 8-bit string. @spec pidtaghomeaddresscountry-canonical-property */
export const PR_HOME_ADDRESS_COUNTRY_A: PropTag<string> = 0x3a5a001e as PropTag<string>;
/** PidTagHomeAddressCountry (MAPI mail user): Unicode string. @spec pidtaghomeaddresscountry-canonical-property */
export const PR_HOME_ADDRESS_COUNTRY_W: PropTag<string> = 0x3a5a001f as PropTag<string>;
/** PidTagHomeAddressPostalCode (MAPI mail user): Unicode string. @spec pidtaghomeaddresspostalcode-canonical-property */
export const PR_HOME_ADDRESS_POSTAL_CODE: PropTag<string> = 0x3a5b001f as PropTag<string>;
/** PidTagHomeAddressPostalCode (MAPI mail user): 8-bit string. @spec pidtaghomeaddresspostalcode-canonical-property */
export const PR_HOME_ADDRESS_POSTAL_CODE_A: PropTag<string> = 0x3a5b001e as PropTag<string>;
/** PidTagHomeAddressPostalCode (MAPI mail user): Unicode string. @spec pidtaghomeaddresspostalcode-canonical-property */
export const PR_HOME_ADDRESS_POSTAL_CODE_W: PropTag<string> = 0x3a5b001f as PropTag<string>;
/** PidTagHomeAddressStateOrProvince (MAPI mail user): Unicode string. @spec pidtaghomeaddressstateorprovince-canonical-property */
export const PR_HOME_ADDRESS_STATE_OR_PROVINCE: PropTag<string> = 0x3a5c001f as PropTag<string>;
/** PidTagHomeAddressStateOrProvince (MAPI mail user): 8-bit string. @spec pidtaghomeaddressstateorprovince-canonical-property */
export const PR_HOME_ADDRESS_STATE_OR_PROVINCE_A: PropTag<string> = 0x3a5c001e as PropTag<string>;
/** PidTagHomeAddressStateOrProvince (MAPI mail user): Unicode string. @spec pidtaghomeaddressstateorprovince-canonical-property */
export const PR_HOME_ADDRESS_STATE_OR_PROVINCE_W: PropTag<string> = 0x3a5c001f as PropTag<string>;
/** PidTagHomeAddressStreet (MAPI mail user): Unicode string. @spec pidtaghomeaddressstreet-canonical-property */
export const PR_HOME_ADDRESS_STREET: PropTag<string> = 0x3a5d001f as PropTag<string>;
/** PidTagHomeAddressStreet (MAPI mail user): 8-bit string. @spec pidtaghomeaddressstreet-canonical-property */
export const PR_HOME_ADDRESS_STREET_A: PropTag<string> = 0x3a5d001e as PropTag<string>;
/** PidTagHomeAddressStreet (MAPI mail user): Unicode string. @spec pidtaghomeaddressstreet-canonical-property */
export const PR_HOME_ADDRESS_STREET_W: PropTag<string> = 0x3a5d001f as PropTag<string>;
/** PidTagHomeAddressPostOfficeBox (MAPI mail user): Unicode string. @spec pidtaghomeaddresspostofficebox-canonical-property */
export const PR_HOME_ADDRESS_POST_OFFICE_BOX: PropTag<string> = 0x3a5e001f as PropTag<string>;
/** PidTagHomeAddressPostOfficeBox (MAPI mail user): 8-bit string. @spec pidtaghomeaddresspostofficebox-canonical-property */
export const PR_HOME_ADDRESS_POST_OFFICE_BOX_A: PropTag<string> = 0x3a5e001e as PropTag<string>;
/** PidTagHomeAddressPostOfficeBox (MAPI mail user): Unicode string. @spec pidtaghomeaddresspostofficebox-canonical-property */
export const PR_HOME_ADDRESS_POST_OFFICE_BOX_W: PropTag<string> = 0x3a5e001f as PropTag<string>;
/** PidTagOtherAddressCity (Address): Unicode string. @spec pidtagotheraddresscity-canonical-property */
export const PR_OTHER_ADDRESS_CITY: PropTag<string> = 0x3a5f001f as PropTag<string>;
/** PidTagOtherAddressCity (Address): 8-bit string. @spec pidtagotheraddresscity-canonical-property */
export const PR_OTHER_ADDRESS_CITY_A: PropTag<string> = 0x3a5f001e as PropTag<string>;
/** PidTagOtherAddressCity (Address): Unicode string. @spec pidtagotheraddresscity-canonical-property */
export const PR_OTHER_ADDRESS_CITY_W: PropTag<string> = 0x3a5f001f as PropTag<string>;
/** PidTagOtherAddressCountry (Address book): Unicode string. @spec pidtagotheraddresscountry-canonical-property */
export const PR_OTHER_ADDRESS_COUNTRY: PropTag<string> = 0x3a60001f as PropTag<string>;
/** PidTagOtherAddressCountry (Address book): 8-bit string. @spec pidtagotheraddresscountry-canonical-property */
export const PR_OTHER_ADDRESS_COUNTRY_A: PropTag<string> = 0x3a60001e as PropTag<string>;
/** PidTagOtherAddressCountry (Address book): Unicode string. @spec pidtagotheraddresscountry-canonical-property */
export const PR_OTHER_ADDRESS_COUNTRY_W: PropTag<string> = 0x3a60001f as PropTag<string>;
/** PidTagOtherAddressPostalCode (Address): Unicode string. @spec pidtagotheraddresspostalcode-canonical-property */
export const PR_OTHER_ADDRESS_POSTAL_CODE: PropTag<string> = 0x3a61001f as PropTag<string>;
/** PidTagOtherAddressPostalCode (Address): 8-bit string. @spec pidtagotheraddresspostalcode-canonical-property */
export const PR_OTHER_ADDRESS_POSTAL_CODE_A: PropTag<string> = 0x3a61001e as PropTag<string>;
/** PidTagOtherAddressPostalCode (Address): Unicode string. @spec pidtagotheraddresspostalcode-canonical-property */
export const PR_OTHER_ADDRESS_POSTAL_CODE_W: PropTag<string> = 0x3a61001f as PropTag<string>;
/** PidTagOtherAddressStateOrProvince (Address): Unicode string. @spec pidtagotheraddressstateorprovince-canonical-property */
export const PR_OTHER_ADDRESS_STATE_OR_PROVINCE: PropTag<string> = 0x3a62001f as PropTag<string>;
/** PidTagOtherAddressStateOrProvince (Address): 8-bit string. @spec pidtagotheraddressstateorprovince-canonical-property */
export const PR_OTHER_ADDRESS_STATE_OR_PROVINCE_A: PropTag<string> = 0x3a62001e as PropTag<string>;
/** PidTagOtherAddressStateOrProvince (Address): Unicode string. @spec pidtagotheraddressstateorprovince-canonical-property */
export const PR_OTHER_ADDRESS_STATE_OR_PROVINCE_W: PropTag<string> = 0x3a62001f as PropTag<string>;
/** PidTagOtherAddressStreet (Address): Unicode string. @spec pidtagotheraddressstreet-canonical-property */
export const PR_OTHER_ADDRESS_STREET: PropTag<string> = 0x3a63001f as PropTag<string>;
/** PidTagOtherAddressStreet (Address): 8-bit string. @spec pidtagotheraddressstreet-canonical-property */
export const PR_OTHER_ADDRESS_STREET_A: PropTag<string> = 0x3a63001e as PropTag<string>;
/** PidTagOtherAddressStreet (Address): Unicode string. @spec pidtagotheraddressstreet-canonical-property */
export const PR_OTHER_ADDRESS_STREET_W: PropTag<string> = 0x3a63001f as PropTag<string>;
/** PidTagOtherAddressPostOfficeBox (Address): Unicode string. @spec pidtagotheraddresspostofficebox-canonical-property */
export const PR_OTHER_ADDRESS_POST_OFFICE_BOX: PropTag<string> = 0x3a64001f as PropTag<string>;
/** PidTagOtherAddressPostOfficeBox (Address): 8-bit string. @spec pidtagotheraddresspostofficebox-canonical-property */
export const PR_OTHER_ADDRESS_POST_OFFICE_BOX_A: PropTag<string> = 0x3a64001e as PropTag<string>;
/** PidTagOtherAddressPostOfficeBox (Address): Unicode string. @spec pidtagotheraddresspostofficebox-canonical-property */
export const PR_OTHER_ADDRESS_POST_OFFICE_BOX_W: PropTag<string> = 0x3a64001f as PropTag<string>;
/** PidTagUserX509Certificate (MAPI mail user): many: bytes. @spec pidtaguserx509certificate-canonical-property */
export const PR_USER_X509_CERTIFICATE: PropTag<readonly Uint8Array[]> = 0x3a701102 as PropTag<readonly Uint8Array[]>;
/** PidTagSendInternetEncoding (Address): 32-bit integer. @spec pidtagsendinternetencoding-canonical-property */
export const PR_SEND_INTERNET_ENCODING: PropTag<number> = 0x3a710003 as PropTag<number>;
