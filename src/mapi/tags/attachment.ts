// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** A property of MAPITags.h: bytes. */
export const PR_ATTACHMENT_X400_PARAMETERS: PropTag<Uint8Array> = 0x37000102 as PropTag<Uint8Array>;
/** PidTagAttachDataBinary (Message attachment): bytes. @spec pidtagattachdatabinary-canonical-property */
export const PR_ATTACH_DATA_BIN: PropTag<Uint8Array> = 0x37010102 as PropTag<Uint8Array>;
/** PidTagAttachDataObject (Message attachment): object. @spec pidtagattachdataobject-canonical-property */
export const PR_ATTACH_DATA_OBJ: PropTag<number> = 0x3701000d as PropTag<number>;
/** PidTagAttachEncoding (Message attachment): bytes. @spec pidtagattachencoding-canonical-property */
export const PR_ATTACH_ENCODING: PropTag<Uint8Array> = 0x37020102 as PropTag<Uint8Array>;
/** PidTagAttachExtension (Message attachment): Unicode string. @spec pidtagattachextension-canonical-property */
export const PR_ATTACH_EXTENSION: PropTag<string> = 0x3703001f as PropTag<string>;
/** PidTagAttachExtension (Message attachment): 8-bit string. @spec pidtagattachextension-canonical-property */
export const PR_ATTACH_EXTENSION_A: PropTag<string> = 0x3703001e as PropTag<string>;
/** PidTagAttachExtension (Message attachment): Unicode string. @spec pidtagattachextension-canonical-property */
export const PR_ATTACH_EXTENSION_W: PropTag<string> = 0x3703001f as PropTag<string>;
/** PidTagAttachFilename (Message attachment): Unicode string. @spec pidtagattachfilename-canonical-property */
export const PR_ATTACH_FILENAME: PropTag<string> = 0x3704001f as PropTag<string>;
/** PidTagAttachFilename (Message attachment): 8-bit string. @spec pidtagattachfilename-canonical-property */
export const PR_ATTACH_FILENAME_A: PropTag<string> = 0x3704001e as PropTag<string>;
/** PidTagAttachFilename (Message attachment): Unicode string. @spec pidtagattachfilename-canonical-property */
export const PR_ATTACH_FILENAME_W: PropTag<string> = 0x3704001f as PropTag<string>;
/** PidTagAttachMethod (Message attachment): 32-bit integer. @spec pidtagattachmethod-canonical-property */
export const PR_ATTACH_METHOD: PropTag<number> = 0x37050003 as PropTag<number>;
/** PidTagAttachLongFilename (Message attachment): Unicode string. @spec pidtagattachlongfilename-canonical-property */
export const PR_ATTACH_LONG_FILENAME: PropTag<string> = 0x3707001f as PropTag<string>;
/** PidTagAttachLongFilename (Message attachment): 8-bit string. @spec pidtagattachlongfilename-canonical-property */
export const PR_ATTACH_LONG_FILENAME_A: PropTag<string> = 0x3707001e as PropTag<string>;
/** PidTagAttachLongFilename (Message attachment): Unicode string. @spec pidtagattachlongfilename-canonical-property */
export const PR_ATTACH_LONG_FILENAME_W: PropTag<string> = 0x3707001f as PropTag<string>;
/** PidTagAttachPathname (Message attachment): Unicode string. @spec pidtagattachpathname-canonical-property */
export const PR_ATTACH_PATHNAME: PropTag<string> = 0x3708001f as PropTag<string>;
/** PidTagAttachPathname (Message attachment): 8-bit string. @spec pidtagattachpathname-canonical-property */
export const PR_ATTACH_PATHNAME_A: PropTag<string> = 0x3708001e as PropTag<string>;
/** PidTagAttachPathname (Message attachment): Unicode string. @spec pidtagattachpathname-canonical-property */
export const PR_ATTACH_PATHNAME_W: PropTag<string> = 0x3708001f as PropTag<string>;
/** PidTagAttachRendering (Message attachment): bytes. @spec pidtagattachrendering-canonical-property */
export const PR_ATTACH_RENDERING: PropTag<Uint8Array> = 0x37090102 as PropTag<Uint8Array>;
/** PidTagAttachTag (Message attachment): bytes. @spec pidtagattachtag-canonical-property */
export const PR_ATTACH_TAG: PropTag<Uint8Array> = 0x370a0102 as PropTag<Uint8Array>;
/** PidTagRenderingPosition (MAPI attachment): 32-bit integer. @spec pidtagrenderingposition-canonical-property */
export const PR_RENDERING_POSITION: PropTag<number> = 0x370b0003 as PropTag<number>;
/** PidTagAttachTransportName (Message attachment): Unicode string. @spec pidtagattachtransportname-canonical-property */
export const PR_ATTACH_TRANSPORT_NAME: PropTag<string> = 0x370c001f as PropTag<string>;
/** PidTagAttachTransportName (Message attachment): 8-bit string. @spec pidtagattachtransportname-canonical-property */
export const PR_ATTACH_TRANSPORT_NAME_A: PropTag<string> = 0x370c001e as PropTag<string>;
/** PidTagAttachTransportName (Message attachment): Unicode string. @spec pidtagattachtransportname-canonical-property */
export const PR_ATTACH_TRANSPORT_NAME_W: PropTag<string> = 0x370c001f as PropTag<string>;
/** PidTagAttachLongPathname (Message attachment): Unicode string. @spec pidtagattachlongpathname-canonical-property */
export const PR_ATTACH_LONG_PATHNAME: PropTag<string> = 0x370d001f as PropTag<string>;
/** PidTagAttachLongPathname (Message attachment): 8-bit string. @spec pidtagattachlongpathname-canonical-property */
export const PR_ATTACH_LONG_PATHNAME_A: PropTag<string> = 0x370d001e as PropTag<string>;
/** PidTagAttachLongPathname (Message attachment): Unicode string. @spec pidtagattachlongpathname-canonical-property */
export const PR_ATTACH_LONG_PATHNAME_W: PropTag<string> = 0x370d001f as PropTag<string>;
/** PidTagAttachMimeTag (Message attachment): Unicode string. @spec pidtagattachmimetag-canonical-property */
export const PR_ATTACH_MIME_TAG: PropTag<string> = 0x370e001f as PropTag<string>;
/** PidTagAttachMimeTag (Message attachment): 8-bit string. @spec pidtagattachmimetag-canonical-property */
export const PR_ATTACH_MIME_TAG_A: PropTag<string> = 0x370e001e as PropTag<string>;
/** PidTagAttachMimeTag (Message attachment): Unicode string. @spec pidtagattachmimetag-canonical-property */
export const PR_ATTACH_MIME_TAG_W: PropTag<string> = 0x370e001f as PropTag<string>;
/** PidTagAttachAdditionalInformation (Message attachment): bytes. @spec pidtagattachadditionalinformation-canonical-property */
export const PR_ATTACH_ADDITIONAL_INFO: PropTag<Uint8Array> = 0x370f0102 as PropTag<Uint8Array>;
/** PidTagAttachMimeSequence (Message Attachment Properties): 32-bit integer. @spec pidtagattachmimesequence-canonical-property */
export const PR_ATTACH_MIME_SEQUENCE: PropTag<number> = 0x37100003 as PropTag<number>;
/** PidTagAttachContentBase (Message attachment): Unicode string. @spec pidtagattachcontentbase-canonical-property */
export const PR_ATTACH_CONTENT_BASE: PropTag<string> = 0x3711001f as PropTag<string>;
/** PidTagAttachContentBase (Message attachment): 8-bit string. @spec pidtagattachcontentbase-canonical-property */
export const PR_ATTACH_CONTENT_BASE_A: PropTag<string> = 0x3711001e as PropTag<string>;
/** PidTagAttachContentBase (Message attachment): Unicode string. @spec pidtagattachcontentbase-canonical-property */
export const PR_ATTACH_CONTENT_BASE_W: PropTag<string> = 0x3711001f as PropTag<string>;
/** PidTagAttachContentId (Message attachment): Unicode string. @spec pidtagattachcontentid-canonical-property */
export const PR_ATTACH_CONTENT_ID: PropTag<string> = 0x3712001f as PropTag<string>;
/** PidTagAttachContentId (Message attachment): 8-bit string. @spec pidtagattachcontentid-canonical-property */
export const PR_ATTACH_CONTENT_ID_A: PropTag<string> = 0x3712001e as PropTag<string>;
/** PidTagAttachContentId (Message attachment): Unicode string. @spec pidtagattachcontentid-canonical-property */
export const PR_ATTACH_CONTENT_ID_W: PropTag<string> = 0x3712001f as PropTag<string>;
/** PidTagAttachContentLocation (Message attachment): Unicode string. @spec pidtagattachcontentlocation-canonical-property */
export const PR_ATTACH_CONTENT_LOCATION: PropTag<string> = 0x3713001f as PropTag<string>;
/** PidTagAttachContentLocation (Message attachment): 8-bit string. @spec pidtagattachcontentlocation-canonical-property */
export const PR_ATTACH_CONTENT_LOCATION_A: PropTag<string> = 0x3713001e as PropTag<string>;
/** PidTagAttachContentLocation (Message attachment): Unicode string. @spec pidtagattachcontentlocation-canonical-property */
export const PR_ATTACH_CONTENT_LOCATION_W: PropTag<string> = 0x3713001f as PropTag<string>;
/** PidTagAttachFlags (Message attachment): 32-bit integer. @spec pidtagattachflags-canonical-property */
export const PR_ATTACH_FLAGS: PropTag<number> = 0x37140003 as PropTag<number>;
/** PidTagAttachPayloadProviderGuidString (Outlook application): Unicode string. @spec pidtagattachpayloadproviderguidstring-canonical-property */
export const PR_ATTACH_PAYLOAD_PROV_GUID_STR: PropTag<string> = 0x3719001f as PropTag<string>;
/** PidTagAttachPayloadProviderGuidString (Outlook application): 8-bit string. @spec pidtagattachpayloadproviderguidstring-canonical-property */
export const PR_ATTACH_PAYLOAD_PROV_GUID_STR_A: PropTag<string> = 0x3719001e as PropTag<string>;
/** PidTagAttachPayloadProviderGuidString (Outlook application): Unicode string. @spec pidtagattachpayloadproviderguidstring-canonical-property */
export const PR_ATTACH_PAYLOAD_PROV_GUID_STR_W: PropTag<string> = 0x3719001f as PropTag<string>;
/** PidTagAttachPayloadClass (Outlook application): Unicode string. @spec pidtagattachpayloadclass-canonical-property */
export const PR_ATTACH_PAYLOAD_CLASS: PropTag<string> = 0x371a001f as PropTag<string>;
/** PidTagAttachPayloadClass (Outlook application): 8-bit string. @spec pidtagattachpayloadclass-canonical-property */
export const PR_ATTACH_PAYLOAD_CLASS_A: PropTag<string> = 0x371a001e as PropTag<string>;
/** PidTagAttachPayloadClass (Outlook application): Unicode string. @spec pidtagattachpayloadclass-canonical-property */
export const PR_ATTACH_PAYLOAD_CLASS_W: PropTag<string> = 0x371a001f as PropTag<string>;
/** PidTagTextAttachmentCharset (Message attachment): Unicode string. @spec pidtagtextattachmentcharset-canonical-property */
export const PidTagTextAttachmentCharset: PropTag<string> = 0x371b001f as PropTag<string>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_LOCK_BRANCH_ID: PropTag<bigint> = 0x38000014 as PropTag<bigint>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_LOCK_RESOURCE_FID: PropTag<bigint> = 0x38010014 as PropTag<bigint>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_LOCK_RESOURCE_DID: PropTag<bigint> = 0x38020014 as PropTag<bigint>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_LOCK_RESOURCE_VID: PropTag<bigint> = 0x38030014 as PropTag<bigint>;
/** A property of EdkMdb.h: bytes. */
export const PR_LOCK_ENLISTMENT_CONTEXT: PropTag<Uint8Array> = 0x38040102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 16-bit integer. */
export const PR_LOCK_TYPE: PropTag<number> = 0x38050002 as PropTag<number>;
/** A property of EdkMdb.h: 16-bit integer. */
export const PR_LOCK_SCOPE: PropTag<number> = 0x38060002 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_LOCK_TRANSIENT_ID: PropTag<Uint8Array> = 0x38070102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_LOCK_DEPTH: PropTag<number> = 0x38080003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_LOCK_TIMEOUT: PropTag<number> = 0x38090003 as PropTag<number>;
/** A property of EdkMdb.h: point in time. */
export const PR_LOCK_EXPIRY_TIME: PropTag<FileTime> = 0x380a0040 as PropTag<FileTime>;
/** A property of EdkMdb.h: bytes. */
export const PR_LOCK_GLID: PropTag<Uint8Array> = 0x380b0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_LOCK_NULL_URL_W: PropTag<string> = 0x380c001f as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_SYNCEVENT_SUPPRESS_GUID: PropTag<Uint8Array> = 0x38800102 as PropTag<Uint8Array>;
