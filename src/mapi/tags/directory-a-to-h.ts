// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DISPLAY_NAME_OVERRIDE: PropTag<boolean> = 0x8001000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_CA_CERTIFICATE: PropTag<readonly Uint8Array[]> = 0x80031102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_FOLDER_PATHNAME: PropTag<string> = 0x8004001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_FOLDER_PATHNAME_A: PropTag<string> = 0x8004001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_FOLDER_PATHNAME_W: PropTag<string> = 0x8004001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_HOME_MDB: PropTag<string> = 0x8006001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOME_MDB_T: PropTag<string> = 0x8006001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HOME_MDB_O: PropTag<number> = 0x8006000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_HOME_MDB_A: PropTag<string> = 0x8006001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOME_MDB_W: PropTag<string> = 0x8006001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOME_MTA: PropTag<string> = 0x8007001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOME_MTA_T: PropTag<string> = 0x8007001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HOME_MTA_O: PropTag<number> = 0x8007000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_HOME_MTA_A: PropTag<string> = 0x8007001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOME_MTA_W: PropTag<string> = 0x8007001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTOREPLY_MESSAGE: PropTag<string> = 0x800a001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_AUTOREPLY_MESSAGE_A: PropTag<string> = 0x800a001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTOREPLY_MESSAGE_W: PropTag<string> = 0x800a001f as PropTag<string>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_AUTOREPLY: PropTag<boolean> = 0x800b000b as PropTag<boolean>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_HELP_DATA32: PropTag<Uint8Array> = 0x80100102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HOME_MDB_BL: PropTag<readonly string[]> = 0x8014101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HOME_MDB_BL_T: PropTag<readonly string[]> = 0x8014101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HOME_MDB_BL_O: PropTag<number> = 0x8014000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_HOME_MDB_BL_A: PropTag<readonly string[]> = 0x8014101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HOME_MDB_BL_W: PropTag<readonly string[]> = 0x8014101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_CERTIFICATE_REVOCATION_LIST: PropTag<Uint8Array> = 0x80160102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_ADDRESS_ENTRY_DISPLAY_TABLE: PropTag<Uint8Array> = 0x80170102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_ADDRESS_SYNTAX: PropTag<Uint8Array> = 0x80180102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_BUSINESS_ROLES: PropTag<Uint8Array> = 0x80230102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_CROSS_CERTIFICATE_PAIR: PropTag<readonly Uint8Array[]> = 0x80251102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_AUTHORITY_REVOCATION_LIST: PropTag<readonly Uint8Array[]> = 0x80261102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_ASSOC_NT_ACCOUNT: PropTag<Uint8Array> = 0x80270102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: point in time. */
export const PR_EMS_AB_EXPIRATION_TIME: PropTag<FileTime> = 0x80280040 as PropTag<FileTime>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_1: PropTag<string> = 0x802d001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_1_A: PropTag<string> = 0x802d001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_1_W: PropTag<string> = 0x802d001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_2: PropTag<string> = 0x802e001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_2_A: PropTag<string> = 0x802e001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_2_W: PropTag<string> = 0x802e001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_3: PropTag<string> = 0x802f001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_3_A: PropTag<string> = 0x802f001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_3_W: PropTag<string> = 0x802f001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_4: PropTag<string> = 0x8030001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_4_A: PropTag<string> = 0x8030001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_4_W: PropTag<string> = 0x8030001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_5: PropTag<string> = 0x8031001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_5_A: PropTag<string> = 0x8031001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_5_W: PropTag<string> = 0x8031001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_6: PropTag<string> = 0x8032001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_6_A: PropTag<string> = 0x8032001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_6_W: PropTag<string> = 0x8032001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_7: PropTag<string> = 0x8033001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_7_A: PropTag<string> = 0x8033001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_7_W: PropTag<string> = 0x8033001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_8: PropTag<string> = 0x8034001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_8_A: PropTag<string> = 0x8034001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_8_W: PropTag<string> = 0x8034001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_9: PropTag<string> = 0x8035001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_9_A: PropTag<string> = 0x8035001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_9_W: PropTag<string> = 0x8035001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_10: PropTag<string> = 0x8036001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_10_A: PropTag<string> = 0x8036001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_10_W: PropTag<string> = 0x8036001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_HELP_DATA16: PropTag<Uint8Array> = 0x803a0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HELP_FILE_NAME: PropTag<string> = 0x803b001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_HELP_FILE_NAME_A: PropTag<string> = 0x803b001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HELP_FILE_NAME_W: PropTag<string> = 0x803b001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ENCRYPT_ALG_SELECTED_OTHER: PropTag<string> = 0x803d001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ENCRYPT_ALG_SELECTED_OTHER_A: PropTag<string> = 0x803d001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ENCRYPT_ALG_SELECTED_OTHER_W: PropTag<string> = 0x803d001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTOREPLY_SUBJECT: PropTag<string> = 0x803e001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_AUTOREPLY_SUBJECT_A: PropTag<string> = 0x803e001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTOREPLY_SUBJECT_W: PropTag<string> = 0x803e001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOME_PUBLIC_SERVER: PropTag<string> = 0x803f001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOME_PUBLIC_SERVER_T: PropTag<string> = 0x803f001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HOME_PUBLIC_SERVER_O: PropTag<number> = 0x803f000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_HOME_PUBLIC_SERVER_A: PropTag<string> = 0x803f001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOME_PUBLIC_SERVER_W: PropTag<string> = 0x803f001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ENCRYPT_ALG_LIST_NA: PropTag<readonly string[]> = 0x8040101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ENCRYPT_ALG_LIST_NA_A: PropTag<readonly string[]> = 0x8040101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ENCRYPT_ALG_LIST_NA_W: PropTag<readonly string[]> = 0x8040101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ENCRYPT_ALG_LIST_OTHER: PropTag<readonly string[]> = 0x8041101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ENCRYPT_ALG_LIST_OTHER_A: PropTag<readonly string[]> = 0x8041101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ENCRYPT_ALG_LIST_OTHER_W: PropTag<readonly string[]> = 0x8041101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ENCRYPT_ALG_SELECTED_NA: PropTag<string> = 0x8043001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ENCRYPT_ALG_SELECTED_NA_A: PropTag<string> = 0x8043001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ENCRYPT_ALG_SELECTED_NA_W: PropTag<string> = 0x8043001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_ACCESS_CATEGORY: PropTag<number> = 0x80440003 as PropTag<number>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_ACTIVATION_SCHEDULE: PropTag<Uint8Array> = 0x80450102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_ACTIVATION_STYLE: PropTag<number> = 0x80460003 as PropTag<number>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_ADDRESS_ENTRY_DISPLAY_TABLE_MSDOS: PropTag<Uint8Array> = 0x80470102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADDRESS_TYPE: PropTag<string> = 0x8048001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ADDRESS_TYPE_A: PropTag<string> = 0x8048001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADDRESS_TYPE_W: PropTag<string> = 0x8048001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADMD: PropTag<string> = 0x8049001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ADMD_A: PropTag<string> = 0x8049001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADMD_W: PropTag<string> = 0x8049001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADMIN_DESCRIPTION: PropTag<string> = 0x804a001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ADMIN_DESCRIPTION_A: PropTag<string> = 0x804a001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADMIN_DESCRIPTION_W: PropTag<string> = 0x804a001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADMIN_DISPLAY_NAME: PropTag<string> = 0x804b001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ADMIN_DISPLAY_NAME_A: PropTag<string> = 0x804b001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADMIN_DISPLAY_NAME_W: PropTag<string> = 0x804b001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADMIN_EXTENSION_DLL: PropTag<string> = 0x804c001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ADMIN_EXTENSION_DLL_A: PropTag<string> = 0x804c001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ADMIN_EXTENSION_DLL_W: PropTag<string> = 0x804c001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ALIASED_OBJECT_NAME: PropTag<string> = 0x804d001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ALIASED_OBJECT_NAME_T: PropTag<string> = 0x804d001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_ALIASED_OBJECT_NAME_O: PropTag<number> = 0x804d000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ALIASED_OBJECT_NAME_A: PropTag<string> = 0x804d001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ALIASED_OBJECT_NAME_W: PropTag<string> = 0x804d001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ALT_RECIPIENT: PropTag<string> = 0x804e001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ALT_RECIPIENT_T: PropTag<string> = 0x804e001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_ALT_RECIPIENT_O: PropTag<number> = 0x804e000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ALT_RECIPIENT_A: PropTag<string> = 0x804e001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ALT_RECIPIENT_W: PropTag<string> = 0x804e001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ALT_RECIPIENT_BL: PropTag<readonly string[]> = 0x804f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ALT_RECIPIENT_BL_T: PropTag<readonly string[]> = 0x804f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_ALT_RECIPIENT_BL_O: PropTag<number> = 0x804f000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ALT_RECIPIENT_BL_A: PropTag<readonly string[]> = 0x804f101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ALT_RECIPIENT_BL_W: PropTag<readonly string[]> = 0x804f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_ANCESTOR_ID: PropTag<Uint8Array> = 0x80500102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ASSOC_REMOTE_DXA: PropTag<readonly string[]> = 0x8051101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ASSOC_REMOTE_DXA_T: PropTag<readonly string[]> = 0x8051101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_ASSOC_REMOTE_DXA_O: PropTag<number> = 0x8051000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ASSOC_REMOTE_DXA_A: PropTag<readonly string[]> = 0x8051101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ASSOC_REMOTE_DXA_W: PropTag<readonly string[]> = 0x8051101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_ASSOCIATION_LIFETIME: PropTag<number> = 0x80520003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_AUTH_ORIG_BL: PropTag<readonly string[]> = 0x8053101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_AUTH_ORIG_BL_T: PropTag<readonly string[]> = 0x8053101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_AUTH_ORIG_BL_O: PropTag<number> = 0x8053000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_AUTH_ORIG_BL_A: PropTag<readonly string[]> = 0x8053101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_AUTH_ORIG_BL_W: PropTag<readonly string[]> = 0x8053101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTHORIZED_DOMAIN: PropTag<string> = 0x8054001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_AUTHORIZED_DOMAIN_A: PropTag<string> = 0x8054001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTHORIZED_DOMAIN_W: PropTag<string> = 0x8054001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_AUTHORIZED_PASSWORD: PropTag<Uint8Array> = 0x80550102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTHORIZED_USER: PropTag<string> = 0x8056001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_AUTHORIZED_USER_A: PropTag<string> = 0x8056001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTHORIZED_USER_W: PropTag<string> = 0x8056001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_BUSINESS_CATEGORY: PropTag<readonly string[]> = 0x8057101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_BUSINESS_CATEGORY_A: PropTag<readonly string[]> = 0x8057101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_BUSINESS_CATEGORY_W: PropTag<readonly string[]> = 0x8057101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF: PropTag<readonly string[]> = 0x8058101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_T: PropTag<readonly string[]> = 0x8058101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_CAN_CREATE_PF_O: PropTag<number> = 0x8058000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CAN_CREATE_PF_A: PropTag<readonly string[]> = 0x8058101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_W: PropTag<readonly string[]> = 0x8058101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_BL: PropTag<readonly string[]> = 0x8059101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_BL_T: PropTag<readonly string[]> = 0x8059101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_CAN_CREATE_PF_BL_O: PropTag<number> = 0x8059000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CAN_CREATE_PF_BL_A: PropTag<readonly string[]> = 0x8059101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_BL_W: PropTag<readonly string[]> = 0x8059101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_DL: PropTag<readonly string[]> = 0x805a101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_DL_T: PropTag<readonly string[]> = 0x805a101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_CAN_CREATE_PF_DL_O: PropTag<number> = 0x805a000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CAN_CREATE_PF_DL_A: PropTag<readonly string[]> = 0x805a101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_DL_W: PropTag<readonly string[]> = 0x805a101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_DL_BL: PropTag<readonly string[]> = 0x805b101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_DL_BL_T: PropTag<readonly string[]> = 0x805b101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_CAN_CREATE_PF_DL_BL_O: PropTag<number> = 0x805b000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CAN_CREATE_PF_DL_BL_A: PropTag<readonly string[]> = 0x805b101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_CREATE_PF_DL_BL_W: PropTag<readonly string[]> = 0x805b101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF: PropTag<readonly string[]> = 0x805c101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_T: PropTag<readonly string[]> = 0x805c101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_O: PropTag<number> = 0x805c000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_A: PropTag<readonly string[]> = 0x805c101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_W: PropTag<readonly string[]> = 0x805c101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_BL: PropTag<readonly string[]> = 0x805d101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_BL_T: PropTag<readonly string[]> = 0x805d101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_BL_O: PropTag<number> = 0x805d000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_BL_A: PropTag<readonly string[]> = 0x805d101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_BL_W: PropTag<readonly string[]> = 0x805d101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL: PropTag<readonly string[]> = 0x805e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL_T: PropTag<readonly string[]> = 0x805e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL_O: PropTag<number> = 0x805e000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL_A: PropTag<readonly string[]> = 0x805e101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL_W: PropTag<readonly string[]> = 0x805e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL_BL: PropTag<readonly string[]> = 0x805f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL_BL_T: PropTag<readonly string[]> = 0x805f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL_BL_O: PropTag<number> = 0x805f000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL_BL_A: PropTag<readonly string[]> = 0x805f101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CAN_NOT_CREATE_PF_DL_BL_W: PropTag<readonly string[]> = 0x805f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_CAN_PRESERVE_DNS: PropTag<boolean> = 0x8060000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_CLOCK_ALERT_OFFSET: PropTag<number> = 0x80610003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_CLOCK_ALERT_REPAIR: PropTag<boolean> = 0x8062000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_CLOCK_WARNING_OFFSET: PropTag<number> = 0x80630003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_CLOCK_WARNING_REPAIR: PropTag<boolean> = 0x8064000b as PropTag<boolean>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_COMPUTER_NAME: PropTag<string> = 0x8065001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_COMPUTER_NAME_A: PropTag<string> = 0x8065001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_COMPUTER_NAME_W: PropTag<string> = 0x8065001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CONNECTED_DOMAINS: PropTag<readonly string[]> = 0x8066101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CONNECTED_DOMAINS_A: PropTag<readonly string[]> = 0x8066101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CONNECTED_DOMAINS_W: PropTag<readonly string[]> = 0x8066101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_CONTAINER_INFO: PropTag<number> = 0x80670003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_COST: PropTag<number> = 0x80680003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_COUNTRY_NAME: PropTag<string> = 0x8069001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_COUNTRY_NAME_A: PropTag<string> = 0x8069001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_COUNTRY_NAME_W: PropTag<string> = 0x8069001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DELIV_CONT_LENGTH: PropTag<number> = 0x806a0003 as PropTag<number>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_DELIV_EITS: PropTag<readonly Uint8Array[]> = 0x806b1102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_DELIV_EXT_CONT_TYPES: PropTag<readonly Uint8Array[]> = 0x806c1102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DELIVER_AND_REDIRECT: PropTag<boolean> = 0x806d000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DELIVERY_MECHANISM: PropTag<number> = 0x806e0003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DESCRIPTION: PropTag<readonly string[]> = 0x806f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DESCRIPTION_A: PropTag<readonly string[]> = 0x806f101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DESCRIPTION_W: PropTag<readonly string[]> = 0x806f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DESTINATION_INDICATOR: PropTag<readonly string[]> = 0x8070101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DESTINATION_INDICATOR_A: PropTag<readonly string[]> = 0x8070101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DESTINATION_INDICATOR_W: PropTag<readonly string[]> = 0x8070101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DIAGNOSTIC_REG_KEY: PropTag<string> = 0x8071001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DIAGNOSTIC_REG_KEY_A: PropTag<string> = 0x8071001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DIAGNOSTIC_REG_KEY_W: PropTag<string> = 0x8071001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DL_MEM_REJECT_PERMS_BL: PropTag<readonly string[]> = 0x8072101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DL_MEM_REJECT_PERMS_BL_T: PropTag<readonly string[]> = 0x8072101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DL_MEM_REJECT_PERMS_BL_O: PropTag<number> = 0x8072000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DL_MEM_REJECT_PERMS_BL_A: PropTag<readonly string[]> = 0x8072101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DL_MEM_REJECT_PERMS_BL_W: PropTag<readonly string[]> = 0x8072101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DL_MEM_SUBMIT_PERMS_BL: PropTag<readonly string[]> = 0x8073101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DL_MEM_SUBMIT_PERMS_BL_T: PropTag<readonly string[]> = 0x8073101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DL_MEM_SUBMIT_PERMS_BL_O: PropTag<number> = 0x8073000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DL_MEM_SUBMIT_PERMS_BL_A: PropTag<readonly string[]> = 0x8073101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DL_MEM_SUBMIT_PERMS_BL_W: PropTag<readonly string[]> = 0x8073101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_DL_MEMBER_RULE: PropTag<readonly Uint8Array[]> = 0x80741102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DOMAIN_DEF_ALT_RECIP: PropTag<string> = 0x8075001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DOMAIN_DEF_ALT_RECIP_T: PropTag<string> = 0x8075001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DOMAIN_DEF_ALT_RECIP_O: PropTag<number> = 0x8075000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DOMAIN_DEF_ALT_RECIP_A: PropTag<string> = 0x8075001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DOMAIN_DEF_ALT_RECIP_W: PropTag<string> = 0x8075001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DOMAIN_NAME: PropTag<string> = 0x8076001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DOMAIN_NAME_A: PropTag<string> = 0x8076001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DOMAIN_NAME_W: PropTag<string> = 0x8076001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_DSA_SIGNATURE: PropTag<Uint8Array> = 0x80770102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DXA_ADMIN_COPY: PropTag<boolean> = 0x8078000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DXA_ADMIN_FORWARD: PropTag<boolean> = 0x8079000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_ADMIN_UPDATE: PropTag<number> = 0x807a0003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DXA_APPEND_REQCN: PropTag<boolean> = 0x807b000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST: PropTag<readonly string[]> = 0x807c101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_T: PropTag<readonly string[]> = 0x807c101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_O: PropTag<number> = 0x807c000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_A: PropTag<readonly string[]> = 0x807c101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_W: PropTag<readonly string[]> = 0x807c101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: point in time. */
export const PR_EMS_AB_DXA_CONF_REQ_TIME: PropTag<FileTime> = 0x807d0040 as PropTag<FileTime>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_CONF_SEQ: PropTag<string> = 0x807e001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_CONF_SEQ_A: PropTag<string> = 0x807e001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_CONF_SEQ_W: PropTag<string> = 0x807e001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_CONF_SEQ_USN: PropTag<number> = 0x807f0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_EXCHANGE_OPTIONS: PropTag<number> = 0x80800003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DXA_EXPORT_NOW: PropTag<boolean> = 0x8081000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_FLAGS: PropTag<number> = 0x80820003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_IMP_SEQ: PropTag<string> = 0x8083001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_IMP_SEQ_A: PropTag<string> = 0x8083001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_IMP_SEQ_W: PropTag<string> = 0x8083001f as PropTag<string>;
/** A property of EMSABTAG.H: point in time. */
export const PR_EMS_AB_DXA_IMP_SEQ_TIME: PropTag<FileTime> = 0x80840040 as PropTag<FileTime>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_IMP_SEQ_USN: PropTag<number> = 0x80850003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DXA_IMPORT_NOW: PropTag<boolean> = 0x8086000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_IN_TEMPLATE_MAP: PropTag<readonly string[]> = 0x8087101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DXA_IN_TEMPLATE_MAP_A: PropTag<readonly string[]> = 0x8087101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_IN_TEMPLATE_MAP_W: PropTag<readonly string[]> = 0x8087101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_LOCAL_ADMIN: PropTag<string> = 0x8088001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_LOCAL_ADMIN_T: PropTag<string> = 0x8088001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DXA_LOCAL_ADMIN_O: PropTag<number> = 0x8088000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_LOCAL_ADMIN_A: PropTag<string> = 0x8088001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_LOCAL_ADMIN_W: PropTag<string> = 0x8088001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_LOGGING_LEVEL: PropTag<number> = 0x80890003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_NATIVE_ADDRESS_TYPE: PropTag<string> = 0x808a001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_NATIVE_ADDRESS_TYPE_A: PropTag<string> = 0x808a001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_NATIVE_ADDRESS_TYPE_W: PropTag<string> = 0x808a001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_OUT_TEMPLATE_MAP: PropTag<readonly string[]> = 0x808b101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DXA_OUT_TEMPLATE_MAP_A: PropTag<readonly string[]> = 0x808b101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_OUT_TEMPLATE_MAP_W: PropTag<readonly string[]> = 0x808b101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_PASSWORD: PropTag<string> = 0x808c001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_PASSWORD_A: PropTag<string> = 0x808c001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_PASSWORD_W: PropTag<string> = 0x808c001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_PREV_EXCHANGE_OPTIONS: PropTag<number> = 0x808d0003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DXA_PREV_EXPORT_NATIVE_ONLY: PropTag<boolean> = 0x808e000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_PREV_IN_EXCHANGE_SENSITIVITY: PropTag<number> = 0x808f0003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_PREV_REMOTE_ENTRIES: PropTag<string> = 0x8090001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_PREV_REMOTE_ENTRIES_T: PropTag<string> = 0x8090001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DXA_PREV_REMOTE_ENTRIES_O: PropTag<number> = 0x8090000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_PREV_REMOTE_ENTRIES_A: PropTag<string> = 0x8090001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_PREV_REMOTE_ENTRIES_W: PropTag<string> = 0x8090001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_PREV_REPLICATION_SENSITIVITY: PropTag<number> = 0x80910003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_PREV_TEMPLATE_OPTIONS: PropTag<number> = 0x80920003 as PropTag<number>;
/** A property of servers: Unicode string. */
export const PidTagEmailAddress1: PropTag<string> = 0x8093001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_PREV_TYPES: PropTag<number> = 0x80930003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_RECIPIENT_CP: PropTag<string> = 0x8094001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_RECIPIENT_CP_A: PropTag<string> = 0x8094001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_RECIPIENT_CP_W: PropTag<string> = 0x8094001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_REMOTE_CLIENT: PropTag<string> = 0x8095001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_REMOTE_CLIENT_T: PropTag<string> = 0x8095001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DXA_REMOTE_CLIENT_O: PropTag<number> = 0x8095000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_REMOTE_CLIENT_A: PropTag<string> = 0x8095001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_REMOTE_CLIENT_W: PropTag<string> = 0x8095001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_REQ_SEQ: PropTag<string> = 0x8096001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_REQ_SEQ_A: PropTag<string> = 0x8096001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_REQ_SEQ_W: PropTag<string> = 0x8096001f as PropTag<string>;
/** A property of EMSABTAG.H: point in time. */
export const PR_EMS_AB_DXA_REQ_SEQ_TIME: PropTag<FileTime> = 0x80970040 as PropTag<FileTime>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_REQ_SEQ_USN: PropTag<number> = 0x80980003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_REQNAME: PropTag<string> = 0x8099001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_REQNAME_A: PropTag<string> = 0x8099001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_REQNAME_W: PropTag<string> = 0x8099001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_SVR_SEQ: PropTag<string> = 0x809a001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DXA_SVR_SEQ_A: PropTag<string> = 0x809a001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DXA_SVR_SEQ_W: PropTag<string> = 0x809a001f as PropTag<string>;
/** A property of EMSABTAG.H: point in time. */
export const PR_EMS_AB_DXA_SVR_SEQ_TIME: PropTag<FileTime> = 0x809b0040 as PropTag<FileTime>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_SVR_SEQ_USN: PropTag<number> = 0x809c0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_TASK: PropTag<number> = 0x809d0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_TEMPLATE_OPTIONS: PropTag<number> = 0x809e0003 as PropTag<number>;
/** A property of EMSABTAG.H: point in time. */
export const PR_EMS_AB_DXA_TEMPLATE_TIMESTAMP: PropTag<FileTime> = 0x809f0040 as PropTag<FileTime>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DXA_TYPES: PropTag<number> = 0x80a00003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST: PropTag<readonly string[]> = 0x80a1101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_T: PropTag<readonly string[]> = 0x80a1101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_O: PropTag<number> = 0x80a1000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_A: PropTag<readonly string[]> = 0x80a1101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_W: PropTag<readonly string[]> = 0x80a1101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_ENCAPSULATION_METHOD: PropTag<number> = 0x80a20003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_ENCRYPT: PropTag<boolean> = 0x80a3000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_EXPAND_DLS_LOCALLY: PropTag<boolean> = 0x80a4000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_EXPORT_CONTAINERS: PropTag<readonly string[]> = 0x80a5101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_EXPORT_CONTAINERS_T: PropTag<readonly string[]> = 0x80a5101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_EXPORT_CONTAINERS_O: PropTag<number> = 0x80a5000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_EXPORT_CONTAINERS_A: PropTag<readonly string[]> = 0x80a5101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_EXPORT_CONTAINERS_W: PropTag<readonly string[]> = 0x80a5101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_EXPORT_CUSTOM_RECIPIENTS: PropTag<boolean> = 0x80a6000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_EXTENDED_CHARS_ALLOWED: PropTag<boolean> = 0x80a7000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_EXTENSION_DATA: PropTag<readonly Uint8Array[]> = 0x80a81102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_EXTENSION_NAME: PropTag<readonly string[]> = 0x80a9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_EXTENSION_NAME_A: PropTag<readonly string[]> = 0x80a9101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_EXTENSION_NAME_W: PropTag<readonly string[]> = 0x80a9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_EXTENSION_NAME_INHERITED: PropTag<readonly string[]> = 0x80aa101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_EXTENSION_NAME_INHERITED_A: PropTag<readonly string[]> = 0x80aa101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_EXTENSION_NAME_INHERITED_W: PropTag<readonly string[]> = 0x80aa101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_FACSIMILE_TELEPHONE_NUMBER: PropTag<readonly Uint8Array[]> = 0x80ab1102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_FILE_VERSION: PropTag<Uint8Array> = 0x80ac0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_FILTER_LOCAL_ADDRESSES: PropTag<boolean> = 0x80ad000b as PropTag<boolean>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_FOLDERS_CONTAINER: PropTag<string> = 0x80ae001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_FOLDERS_CONTAINER_T: PropTag<string> = 0x80ae001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_FOLDERS_CONTAINER_O: PropTag<number> = 0x80ae000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_FOLDERS_CONTAINER_A: PropTag<string> = 0x80ae001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_FOLDERS_CONTAINER_W: PropTag<string> = 0x80ae001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_GARBAGE_COLL_PERIOD: PropTag<number> = 0x80af0003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GATEWAY_LOCAL_CRED: PropTag<string> = 0x80b0001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_GATEWAY_LOCAL_CRED_A: PropTag<string> = 0x80b0001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GATEWAY_LOCAL_CRED_W: PropTag<string> = 0x80b0001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GATEWAY_LOCAL_DESIG: PropTag<string> = 0x80b1001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_GATEWAY_LOCAL_DESIG_A: PropTag<string> = 0x80b1001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GATEWAY_LOCAL_DESIG_W: PropTag<string> = 0x80b1001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_GATEWAY_PROXY: PropTag<readonly string[]> = 0x80b2101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_GATEWAY_PROXY_A: PropTag<readonly string[]> = 0x80b2101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_GATEWAY_PROXY_W: PropTag<readonly string[]> = 0x80b2101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_GATEWAY_ROUTING_TREE: PropTag<Uint8Array> = 0x80b30102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: point in time. */
export const PR_EMS_AB_GWART_LAST_MODIFIED: PropTag<FileTime> = 0x80b40040 as PropTag<FileTime>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HAS_FULL_REPLICA_NCS: PropTag<readonly string[]> = 0x80b5101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HAS_FULL_REPLICA_NCS_T: PropTag<readonly string[]> = 0x80b5101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HAS_FULL_REPLICA_NCS_O: PropTag<number> = 0x80b5000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_HAS_FULL_REPLICA_NCS_A: PropTag<readonly string[]> = 0x80b5101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HAS_FULL_REPLICA_NCS_W: PropTag<readonly string[]> = 0x80b5101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HAS_MASTER_NCS: PropTag<readonly string[]> = 0x80b6101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HAS_MASTER_NCS_T: PropTag<readonly string[]> = 0x80b6101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HAS_MASTER_NCS_O: PropTag<number> = 0x80b6000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_HAS_MASTER_NCS_A: PropTag<readonly string[]> = 0x80b6101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HAS_MASTER_NCS_W: PropTag<readonly string[]> = 0x80b6101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_HEURISTICS: PropTag<number> = 0x80b70003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_HIDE_DL_MEMBERSHIP: PropTag<boolean> = 0x80b8000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_HIDE_FROM_ADDRESS_BOOK: PropTag<boolean> = 0x80b9000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_BRIDGEHEAD_SERVERS: PropTag<readonly string[]> = 0x8174101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_BRIDGEHEAD_SERVERS_T: PropTag<readonly string[]> = 0x8174101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_BRIDGEHEAD_SERVERS_O: PropTag<number> = 0x8174000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_BRIDGEHEAD_SERVERS_A: PropTag<readonly string[]> = 0x8174101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_BRIDGEHEAD_SERVERS_W: PropTag<readonly string[]> = 0x8174101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_ENABLED_PROTOCOLS: PropTag<number> = 0x817f0003 as PropTag<number>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_CONNECTION_LIST_FILTER: PropTag<Uint8Array> = 0x81800102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_AVAILABLE_AUTHORIZATION_PACKAGES: PropTag<readonly string[]> = 0x8181101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_AVAILABLE_AUTHORIZATION_PACKAGES_A: PropTag<readonly string[]> = 0x8181101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_AVAILABLE_AUTHORIZATION_PACKAGES_W: PropTag<readonly string[]> = 0x8181101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CHARACTER_SET_LIST: PropTag<readonly string[]> = 0x8182101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CHARACTER_SET_LIST_A: PropTag<readonly string[]> = 0x8182101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_CHARACTER_SET_LIST_W: PropTag<readonly string[]> = 0x8182101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ENABLED_AUTHORIZATION_PACKAGES: PropTag<readonly string[]> = 0x8184101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ENABLED_AUTHORIZATION_PACKAGES_A: PropTag<readonly string[]> = 0x8184101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ENABLED_AUTHORIZATION_PACKAGES_W: PropTag<readonly string[]> = 0x8184101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_CHARACTER_SET: PropTag<string> = 0x8185001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_CHARACTER_SET_A: PropTag<string> = 0x8185001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_CHARACTER_SET_W: PropTag<string> = 0x8185001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_CONTENT_TYPE: PropTag<number> = 0x81860003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_ANONYMOUS_ACCESS: PropTag<boolean> = 0x8187000b as PropTag<boolean>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_CONTROL_MSG_FOLDER_ID: PropTag<Uint8Array> = 0x81880102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_CONTROL_MSG_RULES: PropTag<Uint8Array> = 0x818a0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AVAILABLE_DISTRIBUTIONS: PropTag<string> = 0x818b001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_AVAILABLE_DISTRIBUTIONS_A: PropTag<string> = 0x818b001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AVAILABLE_DISTRIBUTIONS_W: PropTag<string> = 0x818b001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_AUTHORIZED_PASSWORD_CONFIRM: PropTag<Uint8Array> = 0x81920102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTHENTICATION_TO_USE: PropTag<string> = 0x819a001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_AUTHENTICATION_TO_USE_A: PropTag<string> = 0x819a001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_AUTHENTICATION_TO_USE_W: PropTag<string> = 0x819a001f as PropTag<string>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_HTTP_PUB_GAL: PropTag<boolean> = 0x819b000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_HTTP_PUB_GAL_LIMIT: PropTag<number> = 0x819c0003 as PropTag<number>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_HTTP_PUB_PF: PropTag<readonly Uint8Array[]> = 0x819e1102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ASSOC_PROTOCOL_CFG_NNTP: PropTag<string> = 0x81a5001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ASSOC_PROTOCOL_CFG_NNTP_T: PropTag<string> = 0x81a5001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_ASSOC_PROTOCOL_CFG_NNTP_O: PropTag<number> = 0x81a5000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ASSOC_PROTOCOL_CFG_NNTP_A: PropTag<string> = 0x81a5001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ASSOC_PROTOCOL_CFG_NNTP_W: PropTag<string> = 0x81a5001f as PropTag<string>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_ENABLED_PROTOCOL_CFG: PropTag<boolean> = 0x81a8000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HTTP_PUB_AB_ATTRIBUTES: PropTag<readonly string[]> = 0x81a9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_HTTP_PUB_AB_ATTRIBUTES_A: PropTag<readonly string[]> = 0x81a9101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HTTP_PUB_AB_ATTRIBUTES_W: PropTag<readonly string[]> = 0x81a9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HTTP_SERVERS: PropTag<readonly string[]> = 0x81ab101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_HTTP_SERVERS_A: PropTag<readonly string[]> = 0x81ab101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_HTTP_SERVERS_W: PropTag<readonly string[]> = 0x81ab101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_CONNECTION_TYPE: PropTag<boolean> = 0x81b3000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_CONNECTION_LIST_FILTER_TYPE: PropTag<number> = 0x81b40003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_1: PropTag<string> = 0x81b7001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_GROUP_BY_ATTR_1_A: PropTag<string> = 0x81b7001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_1_W: PropTag<string> = 0x81b7001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_2: PropTag<string> = 0x81b8001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_GROUP_BY_ATTR_2_A: PropTag<string> = 0x81b8001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_2_W: PropTag<string> = 0x81b8001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_3: PropTag<string> = 0x81b9001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_GROUP_BY_ATTR_3_A: PropTag<string> = 0x81b9001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_3_W: PropTag<string> = 0x81b9001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_4: PropTag<string> = 0x81ba001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_GROUP_BY_ATTR_4_A: PropTag<string> = 0x81ba001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_4_W: PropTag<string> = 0x81ba001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DISABLED_GATEWAY_PROXY: PropTag<readonly string[]> = 0x81c3101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DISABLED_GATEWAY_PROXY_A: PropTag<readonly string[]> = 0x81c3101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DISABLED_GATEWAY_PROXY_W: PropTag<readonly string[]> = 0x81c3101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_COMPROMISED_KEY_LIST: PropTag<Uint8Array> = 0x81c40102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_VALUE_STR: PropTag<string> = 0x8c19001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_GROUP_BY_ATTR_VALUE_STR_A: PropTag<string> = 0x8c19001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_VALUE_STR_W: PropTag<string> = 0x8c19001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_VALUE_DN: PropTag<string> = 0x8c1a001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_VALUE_DN_T: PropTag<string> = 0x8c1a001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_GROUP_BY_ATTR_VALUE_DN_O: PropTag<number> = 0x8c1a000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_GROUP_BY_ATTR_VALUE_DN_A: PropTag<string> = 0x8c1a001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GROUP_BY_ATTR_VALUE_DN_W: PropTag<string> = 0x8c1a001f as PropTag<string>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_ENABLED: PropTag<boolean> = 0x8c21000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DISABLE_DEFERRED_COMMIT: PropTag<boolean> = 0x8c23000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_CLIENT_ACCESS_ENABLED: PropTag<boolean> = 0x8c24000b as PropTag<boolean>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ANONYMOUS_ACCOUNT: PropTag<string> = 0x8c26001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ANONYMOUS_ACCOUNT_A: PropTag<string> = 0x8c26001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ANONYMOUS_ACCOUNT_W: PropTag<string> = 0x8c26001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_CERTIFICATE_CHAIN_V3: PropTag<Uint8Array> = 0x8c270102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_CERTIFICATE_REVOCATION_LIST_V3: PropTag<Uint8Array> = 0x8c280102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_CERTIFICATE_REVOCATION_LIST_V1: PropTag<Uint8Array> = 0x8c290102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_CROSS_CERTIFICATE_CRL: PropTag<readonly Uint8Array[]> = 0x8c301102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_ENABLE_COMPATIBILITY: PropTag<boolean> = 0x8c32000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DEFAULT_MESSAGE_FORMAT: PropTag<boolean> = 0x8c37000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DO_OAB_VERSION: PropTag<number> = 0x8c3a0003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DISPLAY_NAME_SUFFIX: PropTag<string> = 0x8c44001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DISPLAY_NAME_SUFFIX_A: PropTag<string> = 0x8c44001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DISPLAY_NAME_SUFFIX_W: PropTag<string> = 0x8c44001f as PropTag<string>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_ATTRIBUTE_CERTIFICATE: PropTag<readonly Uint8Array[]> = 0x8c451102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_DELTA_REVOCATION_LIST: PropTag<readonly Uint8Array[]> = 0x8c461102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_DELEGATE_USER: PropTag<boolean> = 0x8c49000b as PropTag<boolean>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GENERATION_QUALIFIER: PropTag<string> = 0x8c53001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_GENERATION_QUALIFIER_A: PropTag<string> = 0x8c53001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_GENERATION_QUALIFIER_W: PropTag<string> = 0x8c53001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOUSE_IDENTIFIER: PropTag<string> = 0x8c54001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_HOUSE_IDENTIFIER_A: PropTag<string> = 0x8c54001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HOUSE_IDENTIFIER_W: PropTag<string> = 0x8c54001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DMD_NAME: PropTag<string> = 0x8c56001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DMD_NAME_A: PropTag<string> = 0x8c56001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DMD_NAME_W: PropTag<string> = 0x8c56001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_11: PropTag<string> = 0x8c57001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_11_A: PropTag<string> = 0x8c57001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_11_W: PropTag<string> = 0x8c57001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_12: PropTag<string> = 0x8c58001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_12_A: PropTag<string> = 0x8c58001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_12_W: PropTag<string> = 0x8c58001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_13: PropTag<string> = 0x8c59001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_13_A: PropTag<string> = 0x8c59001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_13_W: PropTag<string> = 0x8c59001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_14: PropTag<string> = 0x8c60001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_14_A: PropTag<string> = 0x8c60001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_14_W: PropTag<string> = 0x8c60001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_15: PropTag<string> = 0x8c61001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_15_A: PropTag<string> = 0x8c61001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EXTENSION_ATTRIBUTE_15_W: PropTag<string> = 0x8c61001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_FORWARDING_ADDRESS: PropTag<string> = 0x8c64001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_FORWARDING_ADDRESS_A: PropTag<string> = 0x8c64001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_FORWARDING_ADDRESS_W: PropTag<string> = 0x8c64001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_FORM_DATA: PropTag<Uint8Array> = 0x8c650102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EMPLOYEE_NUMBER: PropTag<string> = 0x8c67001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EMPLOYEE_NUMBER_A: PropTag<string> = 0x8c67001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EMPLOYEE_NUMBER_W: PropTag<string> = 0x8c67001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EMPLOYEE_TYPE: PropTag<string> = 0x8c69001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_EMPLOYEE_TYPE_A: PropTag<string> = 0x8c69001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_EMPLOYEE_TYPE_W: PropTag<string> = 0x8c69001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ADC_GLOBAL_NAMES: PropTag<readonly string[]> = 0x8c70101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ADC_GLOBAL_NAMES_A: PropTag<readonly string[]> = 0x8c70101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ADC_GLOBAL_NAMES_W: PropTag<readonly string[]> = 0x8c70101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_LINKED: PropTag<readonly string[]> = 0x8c71101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_LINKED_T: PropTag<readonly string[]> = 0x8c71101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_LINKED_O: PropTag<number> = 0x8c71000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_LINKED_A: PropTag<readonly string[]> = 0x8c71101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_LINKED_W: PropTag<readonly string[]> = 0x8c71101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_LINKED: PropTag<readonly string[]> = 0x8c72101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_LINKED_T: PropTag<readonly string[]> = 0x8c72101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_LINKED_O: PropTag<number> = 0x8c72000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_LINKED_A: PropTag<readonly string[]> = 0x8c72101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_LINKED_W: PropTag<readonly string[]> = 0x8c72101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_BL: PropTag<readonly string[]> = 0x8c76101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_BL_T: PropTag<readonly string[]> = 0x8c76101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_BL_O: PropTag<number> = 0x8c76000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_BL_A: PropTag<readonly string[]> = 0x8c76101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_CONF_CONTAINER_LIST_BL_W: PropTag<readonly string[]> = 0x8c76101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_BL: PropTag<readonly string[]> = 0x8c77101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_BL_T: PropTag<readonly string[]> = 0x8c77101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_BL_O: PropTag<number> = 0x8c77000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_BL_A: PropTag<readonly string[]> = 0x8c77101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_DXA_UNCONF_CONTAINER_LIST_BL_W: PropTag<readonly string[]> = 0x8c77101f as PropTag<
  readonly string[]
>;
/** A property of servers: 32-bit integer. */
export const PR_EMS_AB_DISPLAY_TYPE_EX: PropTag<number> = 0x8c930003 as PropTag<number>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HAB_SHOW_IN_DEPARTMENTS: PropTag<number> = 0x8c94000d as PropTag<number>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HAB_DEPARTMENT_MEMBERS: PropTag<number> = 0x8c97000d as PropTag<number>;
/** PidTagAddressBookHierarchicalRootDepartment (Exchange Address Book): object. @spec pidtagaddressbookhierarchicalrootdepartment */
export const PR_EMS_AB_HAB_ROOT_DEPARTMENT: PropTag<number> = 0x8c98000d as PropTag<number>;
/** PidTagAddressBookHierarchicalRootDepartment (Exchange Address Book): 8-bit string. @spec pidtagaddressbookhierarchicalrootdepartment */
export const PR_EMS_AB_HAB_ROOT_DEPARTMENT_A: PropTag<string> = 0x8c98001e as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HAB_PARENT_DEPARTMENT: PropTag<number> = 0x8c99000d as PropTag<number>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_HAB_CHILD_DEPARTMENTS: PropTag<number> = 0x8c9a000d as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_HAB_SENIORITY_INDEX: PropTag<number> = 0x8ca00003 as PropTag<number>;
/** A property of servers: many: Unicode string. */
export const PR_EMS_AB_DL_SENDER_HINT_TRANSLATIONS_W: PropTag<readonly string[]> = 0x8cac101f as PropTag<
  readonly string[]
>;
/** A property of servers: true or false. */
export const PR_EMS_AB_ENABLE_MODERATION: PropTag<boolean> = 0x8cb5000b as PropTag<boolean>;
/** A property of servers: object. */
export const PR_EMS_AB_AUTH_ORIG: PropTag<number> = 0x8cd8000d as PropTag<number>;
/** A property of servers: object. */
export const PR_EMS_AB_DL_MEM_SUBMIT_PERMS: PropTag<number> = 0x8cda000d as PropTag<number>;
/** A property of servers: object. */
export const PR_EMS_AB_DL_MEM_REJECT_PERMS: PropTag<number> = 0x8cdb000d as PropTag<number>;
/** PidTagAddressBookHierarchicalIsHierarchicalGroup (Exchange Address Book): true or false. @spec pidtagaddressbookhierarchicalishierarchicalgroup */
export const PR_EMS_AB_HAB_IS_HIERARCHICAL_GROUP: PropTag<boolean> = 0x8cdd000b as PropTag<boolean>;
/** A property of servers: 32-bit integer. */
export const PR_EMS_AB_DL_TOTAL_MEMBER_COUNT: PropTag<number> = 0x8ce20003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DL_EXTERNAL_MEMBER_COUNT: PropTag<number> = 0x8ce30003 as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_CHILD_RDNS: PropTag<readonly string[]> = 0xfff8101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HIERARCHY_PATH: PropTag<string> = 0xfff9001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_HIERARCHY_PATH_A: PropTag<string> = 0xfff9001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_HIERARCHY_PATH_W: PropTag<string> = 0xfff9001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_CONTAINERID: PropTag<number> = 0xfffd0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_DOS_ENTRYID: PropTag<number> = 0xfffd0003 as PropTag<number>;
