// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { Guid } from '../../com/index.js';
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** PidTagPstPath (Personal storage table (.pst) internal): 8-bit string. @spec pidtagpstpath-canonical-property */
export const PR_PST_PATH: PropTag<string> = 0x6700001e as PropTag<string>;
/** PidTagWizardNoPstPage (Exchange Administrative): true or false. @spec pidtagwizardnopstpage-canonical-property */
export const PR_WIZARD_NO_PST_PAGE: PropTag<boolean> = 0x6700000b as PropTag<boolean>;
/** PidTagPstPath (Personal storage table (.pst) internal): 8-bit string. @spec pidtagpstpath-canonical-property */
export const PR_PST_PATH_A: PropTag<string> = 0x6700001e as PropTag<string>;
/** PidTagPstPath (Personal storage table (.pst) internal): Unicode string. @spec pidtagpstpath-canonical-property */
export const PR_PST_PATH_W: PropTag<string> = 0x6700001f as PropTag<string>;
/** PidTagPstRememberPassword (Personal storage table (.pst) internal): true or false. @spec pidtagpstrememberpassword-canonical-property */
export const PR_PST_REMEMBER_PW: PropTag<boolean> = 0x6701000b as PropTag<boolean>;
/** PidTagWizardNoPabPage (Exchange Administrative): true or false. @spec pidtagwizardnopabpage-canonical-property */
export const PR_WIZARD_NO_PAB_PAGE: PropTag<boolean> = 0x6701000b as PropTag<boolean>;
/** A property of EdkMdb.h and MSPST.h: 32-bit integer. */
export const PR_OST_ENCRYPTION: PropTag<number> = 0x67020003 as PropTag<number>;
/** A property of EdkMdb.h and MSPST.h: 32-bit integer. */
export const PR_PST_ENCRYPTION: PropTag<number> = 0x67020003 as PropTag<number>;
/** PidTagPstPasswordSzOld (Personal storage table (.pst) internal): 8-bit string. @spec pidtagpstpasswordszold-canonical-property */
export const PR_PST_PW_SZ_OLD: PropTag<string> = 0x6703001e as PropTag<string>;
/** PidTagPstPasswordSzOld (Personal storage table (.pst) internal): 8-bit string. @spec pidtagpstpasswordszold-canonical-property */
export const PR_PST_PW_SZ_OLD_A: PropTag<string> = 0x6703001e as PropTag<string>;
/** PidTagPstPasswordSzOld (Personal storage table (.pst) internal): Unicode string. @spec pidtagpstpasswordszold-canonical-property */
export const PR_PST_PW_SZ_OLD_W: PropTag<string> = 0x6703001f as PropTag<string>;
/** PidTagPstPasswordSzNew (Personal storage table (.pst) internal): 8-bit string. @spec pidtagpstpasswordsznew-canonical-property */
export const PR_PST_PW_SZ_NEW: PropTag<string> = 0x6704001e as PropTag<string>;
/** PidTagPstPasswordSzNew (Personal storage table (.pst) internal): 8-bit string. @spec pidtagpstpasswordsznew-canonical-property */
export const PR_PST_PW_SZ_NEW_A: PropTag<string> = 0x6704001e as PropTag<string>;
/** PidTagPstPasswordSzNew (Personal storage table (.pst) internal): Unicode string. @spec pidtagpstpasswordsznew-canonical-property */
export const PR_PST_PW_SZ_NEW_W: PropTag<string> = 0x6704001f as PropTag<string>;
/** A property of servers: object. */
export const PR_EMS_AB_MANAGE_DL: PropTag<number> = 0x6704000d as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_SORT_LOCALE_ID: PropTag<number> = 0x67050003 as PropTag<number>;
/** A property of servers: true or false. */
export const PR_PST_IPMSUBTREE_DESCENDANT: PropTag<boolean> = 0x6705000b as PropTag<boolean>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_URL_NAME: PropTag<string> = 0x6707001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_URL_NAME_A: PropTag<string> = 0x6707001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_URL_NAME_W: PropTag<string> = 0x6707001f as PropTag<string>;
/** A property of EdkMdb.h: true or false. */
export const PR_SUBFOLDER: PropTag<boolean> = 0x6708000b as PropTag<boolean>;
/** A property of EdkMdb.h: point in time. */
export const PR_LOCAL_COMMIT_TIME: PropTag<FileTime> = 0x67090040 as PropTag<FileTime>;
/** A property of EdkMdb.h: point in time. */
export const PR_LOCAL_COMMIT_TIME_MAX: PropTag<FileTime> = 0x670a0040 as PropTag<FileTime>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_DELETED_COUNT_TOTAL: PropTag<number> = 0x670b0003 as PropTag<number>;
/** A property of EdkMdb.h: many: GUID. */
export const PR_AUTO_RESET: PropTag<readonly Guid[]> = 0x670c1048 as PropTag<readonly Guid[]>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PARENT_URL_NAME: PropTag<string> = 0x670d001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PARENT_URL_NAME_A: PropTag<string> = 0x670d001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PARENT_URL_NAME_W: PropTag<string> = 0x670d001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_FLAT_URL_NAME: PropTag<string> = 0x670e001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_FLAT_URL_NAME_A: PropTag<string> = 0x670e001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_FLAT_URL_NAME_W: PropTag<string> = 0x670e001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_SRC_URL_NAME: PropTag<string> = 0x670f001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_SRC_URL_NAME_A: PropTag<string> = 0x670f001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_SRC_URL_NAME_W: PropTag<string> = 0x670f001f as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RANK: PropTag<number> = 0x67120003 as PropTag<number>;
/** A property of servers: Unicode string. */
export const PidTagPublicFolderAdministrativeDescription: PropTag<string> = 0x671c001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_PF_PROXY: PropTag<Uint8Array> = 0x671d0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_QUOTA_WARNING_THRESHOLD: PropTag<number> = 0x67210003 as PropTag<number>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_PF_OVER_HARD_QUOTA_LIMIT: PropTag<bigint> = 0x67210014 as PropTag<bigint>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_PF_MSG_SIZE_LIMIT: PropTag<bigint> = 0x67220014 as PropTag<bigint>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_QUOTA_SEND_THRESHOLD: PropTag<number> = 0x67220003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_QUOTA_RECEIVE_THRESHOLD: PropTag<number> = 0x67230003 as PropTag<number>;
/** A property of EdkMdb.h: true or false. */
export const PR_PF_DISALLOW_MDB_WIDE_EXPIRY: PropTag<boolean> = 0x6723000b as PropTag<boolean>;
/** A property of servers: server entry identifier. */
export const PidTagSentMailSvrEID: PropTag = 0x674000fb as PropTag;
/** A property of servers: server entry identifier. */
export const PR_DAM_ORIG_MSG_SVREID: PropTag = 0x674100fb as PropTag;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_MIME_SIZE: PropTag<number> = 0x67460003 as PropTag<number>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_MIME_SIZE_EXTENDED: PropTag<bigint> = 0x67460014 as PropTag<bigint>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_FILE_SIZE: PropTag<number> = 0x67470003 as PropTag<number>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_FILE_SIZE_EXTENDED: PropTag<bigint> = 0x67470014 as PropTag<bigint>;
/** A property of servers: 64-bit integer. */
export const PidTagFolderId: PropTag<bigint> = 0x67480014 as PropTag<bigint>;
/** A property of servers: 64-bit integer. */
export const PidTagParentFolderId: PropTag<bigint> = 0x67490014 as PropTag<bigint>;
/** A property of servers: 64-bit integer. */
export const PidTagMid: PropTag<bigint> = 0x674a0014 as PropTag<bigint>;
/** A property of servers: 64-bit integer. */
export const PidTagInstID: PropTag<bigint> = 0x674d0014 as PropTag<bigint>;
/** A property of servers: 32-bit integer. */
export const PidTagInstanceNum: PropTag<number> = 0x674e0003 as PropTag<number>;
/** A property of servers: 64-bit integer. */
export const PidTagAddressBookMessageId: PropTag<bigint> = 0x674f0014 as PropTag<bigint>;
/** PidTagPstConfigurationFlags (Personal storage table (.pst) internal): 32-bit integer. @spec pidtagpstconfigurationflags-canonical-property */
export const PR_PST_CONFIG_FLAGS: PropTag<number> = 0x67700003 as PropTag<number>;
/** PidTagPstPathHint (Personal storage table (.pst) internal): Unicode string. @spec pidtagpstpathhint-canonical-property */
export const PR_PST_PATH_HINT: PropTag<string> = 0x6771001f as PropTag<string>;
/** PidTagPstPathHint (Personal storage table (.pst) internal): 8-bit string. @spec pidtagpstpathhint-canonical-property */
export const PR_PST_PATH_HINT_A: PropTag<string> = 0x6771001e as PropTag<string>;
/** PidTagPstPathHint (Personal storage table (.pst) internal): Unicode string. @spec pidtagpstpathhint-canonical-property */
export const PR_PST_PATH_HINT_W: PropTag<string> = 0x6771001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_PST_SUBTREE_CONTAINER: PropTag<number> = 0x67720003 as PropTag<number>;
/** A property of servers: 32-bit integer. */
export const PR_CONVERSION_STATE: PropTag<number> = 0x67780003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_USER_SID: PropTag<Uint8Array> = 0x67830102 as PropTag<Uint8Array>;
/** A property of servers: bytes. */
export const PR_CREATOR_TOKEN: PropTag<Uint8Array> = 0x67830102 as PropTag<Uint8Array>;
/** A property of servers: 64-bit integer. */
export const PidTagChangeNumber: PropTag<bigint> = 0x67a40014 as PropTag<bigint>;
/** A property of servers: true or false. */
export const PidTagAssociated: PropTag<boolean> = 0x67aa000b as PropTag<boolean>;
/** A property of msfs.h: 8-bit string. */
export const PR_CFG_PASSWORD: PropTag<string> = 0x67f0001e as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_PROFILE_SECURE_MAILBOX: PropTag<Uint8Array> = 0x67f00102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_LTP_PARENT_NID: PropTag<number> = 0x67f10003 as PropTag<number>;
/** A property of servers: 32-bit integer. */
export const PR_LTP_ROW_ID: PropTag<number> = 0x67f20003 as PropTag<number>;
/** A property of servers: 32-bit integer. */
export const PR_LTP_ROW_VER: PropTag<number> = 0x67f30003 as PropTag<number>;
/** PidTagAutoConfigurationUserPassword (Message attachment): Unicode string. @spec pidtagautoconfigurationuserpassword-canonical-property */
export const PR_AUTOCFG_USER_PASSWORD_W: PropTag<string> = 0x67fc001f as PropTag<string>;
/** PidTagAutoConfigurationUserEmail (Message attachment): Unicode string. @spec pidtagautoconfigurationuseremail-canonical-property */
export const PR_AUTOCFG_USER_EMAIL_W: PropTag<string> = 0x67fd001f as PropTag<string>;
/** PidTagAutoConfigurationUserName (Message attachment): Unicode string. @spec pidtagautoconfigurationusername-canonical-property */
export const PR_AUTOCFG_USER_NAME_W: PropTag<string> = 0x67fe001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_PST_PASSWORD: PropTag<number> = 0x67ff0003 as PropTag<number>;
