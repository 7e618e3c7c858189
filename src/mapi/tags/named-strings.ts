// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import { PS_INTERNET_HEADERS, PS_PUBLIC_STRINGS } from '../guids.js';
import { type FileTime, PT_LONG, PT_MV_BINARY, PT_MV_UNICODE, PT_SYSTIME, PT_UNICODE } from '../types/proptype.js';
import { type NamedProp, named } from './namedprop.js';

/** Common: many: Unicode string. @spec pidlidcategories-canonical-property */
export const PidLidCategories: NamedProp<readonly string[]> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  0x2328,
  PT_MV_UNICODE,
);
/** Email: Unicode string. @spec pidnameacceptlanguage-canonical-property */
export const PidNameAcceptLanguage: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'Accept-Language',
  PT_UNICODE,
);
/** Common: Unicode string. @spec pidnameapplicationname-canonical-property */
export const PidNameApplicationName: NamedProp<string> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'AppName',
  PT_UNICODE,
);
/** Common: Unicode string. @spec pidnameauthor-canonical-property */
export const PidNameAuthor: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'Author', PT_UNICODE);
/** Common: 32-bit integer. @spec pidnamebytecount-canonical-property */
export const PidNameByteCount: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'ByteCount', PT_LONG);
/** Common: Unicode string. @spec pidnamecategory-canonical-property */
export const PidNameCategory: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'Category', PT_UNICODE);
/** Common: 32-bit integer. @spec pidnamecharactercount-canonical-property */
export const PidNameCharacterCount: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'CharCount', PT_LONG);
/** Common: Unicode string. @spec pidnamecomments-canonical-property */
export const PidNameComments: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'Comments', PT_UNICODE);
/** Common: Unicode string. @spec pidnamecompany-canonical-property */
export const PidNameCompany: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'Company', PT_UNICODE);
/** Email: Unicode string. @spec pidnamecontentbase-canonical-property */
export const PidNameContentBase: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'Content-Base',
  PT_UNICODE,
);
/** Email: Unicode string. @spec pidnamecontentclass-canonical-property */
export const PidNameContentClass: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'Content-Class',
  PT_UNICODE,
);
/** Email: Unicode string. @spec pidnamecontenttransferencoding-canonical-property */
export const PidNameContentTransferEncoding: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'Content-Transfer-Encoding',
  PT_UNICODE,
);
/** Email: Unicode string. @spec pidnamecontenttype-canonical-property */
export const PidNameContentType: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'Content-Type',
  PT_UNICODE,
);
/** Common: point in time. @spec pidnamecreatedatetimereadonly-canonical-property */
export const PidNameCreateDateTimeReadOnly: NamedProp<FileTime> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'CreateDtmRo',
  PT_SYSTIME,
);
/** Email: Unicode string. @spec pidnamecrossreference-canonical-property */
export const PidNameCrossReference: NamedProp<string> = /* @__PURE__ */ named(PS_INTERNET_HEADERS, 'Xref', PT_UNICODE);
/** Common: Unicode string. @spec pidnameedittime-canonical-property */
export const PidNameEditTime: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'EditTime', PT_UNICODE);
/** Secure messaging: 32-bit integer. @spec pidnameexchangejunkemailmovestamp-canonical-property */
export const PidNameExchangeJunkEmailMoveStamp: NamedProp<number> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'http://schemas.microsoft.com/exchange/junkemailmovestamp',
  PT_LONG,
);
/** Common: 32-bit integer. @spec pidnamehiddencount-canonical-property */
export const PidNameHiddenCount: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'HiddenCount', PT_LONG);
/** General messaging: many: Unicode string. @spec pidnamekeywords-canonical-property */
export const PidNameKeywords: NamedProp<readonly string[]> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'Keywords',
  PT_MV_UNICODE,
);
/** Common: Unicode string. @spec pidnamelastauthor-canonical-property */
export const PidNameLastAuthor: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'LastAuthor', PT_UNICODE);
/** Common: point in time. @spec pidnamelastprinted-canonical-property */
export const PidNameLastPrinted: NamedProp<FileTime> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'LastPrinted',
  PT_SYSTIME,
);
/** Common: point in time. @spec pidnamelastsavedatetime-canonical-property */
export const PidNameLastSaveDateTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'LastSaveDtm',
  PT_SYSTIME,
);
/** Common: 32-bit integer. @spec pidnamelinecount-canonical-property */
export const PidNameLineCount: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'LineCount', PT_LONG);
/** Common: Unicode string. @spec pidnamemanager-canonical-property */
export const PidNameManager: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'Manager', PT_UNICODE);
/** Common: 32-bit integer. @spec pidnamemultimediaclipcount-canonical-property */
export const PidNameMultimediaClipCount: NamedProp<number> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'MMClipCount',
  PT_LONG,
);
/** Common: 32-bit integer. @spec pidnamenotecount-canonical-property */
export const PidNameNoteCount: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'NoteCount', PT_LONG);
/** Common: 32-bit integer. @spec pidnamepagecount-canonical-property */
export const PidNamePageCount: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'PageCount', PT_LONG);
/** Common: 32-bit integer. @spec pidnameparagraphcount-canonical-property */
export const PidNameParagraphCount: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'ParCount', PT_LONG);
/** Secure messaging: 32-bit integer. @spec pidnamephishingstamp-canonical-property */
export const PidNamePhishingStamp: NamedProp<number> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'http://schemas.microsoft.com/outlook/phishingstamp',
  PT_LONG,
);
/** Common: Unicode string. @spec pidnamepresentationformat-canonical-property */
export const PidNamePresentationFormat: NamedProp<string> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'PresFormat',
  PT_UNICODE,
);
/** Common: Unicode string. @spec pidnamerevisionnumber-canonical-property */
export const PidNameRevisionNumber: NamedProp<string> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'RevNumber',
  PT_UNICODE,
);
/** Secure messaging: many: bytes. @spec pidnamerightsmanagementlicense-canonical-property */
export const PidNameRightsManagementLicense: NamedProp<readonly Uint8Array[]> = /* @__PURE__ */ named(
  PS_PUBLIC_STRINGS,
  'DRMLicense',
  PT_MV_BINARY,
);
/** Common: 32-bit integer. @spec pidnamesecurity-canonical-property */
export const PidNameSecurity: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'Security', PT_LONG);
/** Common: 32-bit integer. @spec pidnameslidecount-canonical-property */
export const PidNameSlideCount: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'SlideCount', PT_LONG);
/** Common: Unicode string. @spec pidnamesubject-canonical-property */
export const PidNameSubject: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'Subject', PT_UNICODE);
/** Common: Unicode string. @spec pidnametemplate-canonical-property */
export const PidNameTemplate: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'Template', PT_UNICODE);
/** Common: Unicode string. @spec pidnametitle-canonical-property */
export const PidNameTitle: NamedProp<string> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'Title', PT_UNICODE);
/** Common: 32-bit integer. @spec pidnamewordcount-canonical-property */
export const PidNameWordCount: NamedProp<number> = /* @__PURE__ */ named(PS_PUBLIC_STRINGS, 'WordCount', PT_LONG);
/** Sharing: Unicode string. @spec pidnamexsharingcapabilities-canonical-property */
export const PidNameXSharingCapabilities: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Capabilities',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharingconfigurl-canonical-property */
export const PidNameXSharingConfigUrl: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Config-Url',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharingflavor-canonical-property */
export const PidNameXSharingFlavor: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Flavor',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharinglocaltype-canonical-property */
export const PidNameXSharingLocalType: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Local-Type',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharingproviderguid-canonical-property */
export const PidNameXSharingProviderGuid: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Provider-Guid',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharingprovidername-canonical-property */
export const PidNameXSharingProviderName: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Provider-Name',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharingproviderurl-canonical-property */
export const PidNameXSharingProviderUrl: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Provider-Url',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharingremotename-canonical-property */
export const PidNameXSharingRemoteName: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Remote-Name',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharingremotestoreuid-canonical-property */
export const PidNameXSharingRemoteStoreUid: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Remote-Store-Uid',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharingremotetype-canonical-property */
export const PidNameXSharingRemoteType: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Remote-Type',
  PT_UNICODE,
);
/** Sharing: Unicode string. @spec pidnamexsharingremoteuid-canonical-property */
export const PidNameXSharingRemoteUid: NamedProp<string> = /* @__PURE__ */ named(
  PS_INTERNET_HEADERS,
  'X-Sharing-Remote-Uid',
  PT_UNICODE,
);
