// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MANAGER: PropTag<number> = 0x8005000d as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MANAGER_T: PropTag<string> = 0x8005001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MANAGER_O: PropTag<number> = 0x8005000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_MANAGER_A: PropTag<string> = 0x8005001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MANAGER_W: PropTag<string> = 0x8005001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_TCV_CONST_LONG_ONE: PropTag<number> = 0x80080003 as PropTag<number>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_IS_MEMBER_OF_DL: PropTag<number> = 0x8008000d as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_IS_MEMBER_OF_DL_T: PropTag<readonly string[]> = 0x8008101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_IS_MEMBER_OF_DL_O: PropTag<number> = 0x8008000d as PropTag<number>;
/** A property of servers: 8-bit string. */
export const PR_EMS_AB_IS_MEMBER_OF_DL_A: PropTag<string> = 0x8008001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_EMS_AB_IS_MEMBER_OF_DL_W: PropTag<string> = 0x8008001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MEMBER: PropTag<number> = 0x8009000d as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MEMBER_T: PropTag<readonly string[]> = 0x8009101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MEMBER_O: PropTag<number> = 0x8009000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_MEMBER_A: PropTag<readonly string[]> = 0x8009101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MEMBER_W: PropTag<readonly string[]> = 0x8009101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OWNER: PropTag<string> = 0x800c001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OWNER_T: PropTag<string> = 0x800c001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_OWNER_O: PropTag<number> = 0x800c000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_OWNER_A: PropTag<string> = 0x800c001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OWNER_W: PropTag<string> = 0x800c001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_KM_SERVER: PropTag<string> = 0x800d001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_KM_SERVER_T: PropTag<string> = 0x800d001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_KM_SERVER_O: PropTag<number> = 0x800d000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_KM_SERVER_A: PropTag<string> = 0x800d001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_KM_SERVER_W: PropTag<string> = 0x800d001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_REPORTS: PropTag<number> = 0x800e000d as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_REPORTS_T: PropTag<readonly string[]> = 0x800e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_REPORTS_O: PropTag<number> = 0x800e000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_REPORTS_A: PropTag<readonly string[]> = 0x800e101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_REPORTS_W: PropTag<readonly string[]> = 0x800e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PROXY_ADDRESSES: PropTag<readonly string[]> = 0x800f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_PROXY_ADDRESSES_A: PropTag<readonly string[]> = 0x800f101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PROXY_ADDRESSES_W: PropTag<readonly string[]> = 0x800f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_TARGET_ADDRESS: PropTag<string> = 0x8011001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_TARGET_ADDRESS_A: PropTag<string> = 0x8011001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_TARGET_ADDRESS_W: PropTag<string> = 0x8011001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_TELEPHONE_NUMBER: PropTag<readonly string[]> = 0x8012101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_TELEPHONE_NUMBER_A: PropTag<readonly string[]> = 0x8012101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_TELEPHONE_NUMBER_W: PropTag<readonly string[]> = 0x8012101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_NT_SECURITY_DESCRIPTOR: PropTag<Uint8Array> = 0x80130102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_PUBLIC_DELEGATES: PropTag<number> = 0x8015000d as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PUBLIC_DELEGATES_T: PropTag<readonly string[]> = 0x8015101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_PUBLIC_DELEGATES_O: PropTag<number> = 0x8015000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_PUBLIC_DELEGATES_A: PropTag<readonly string[]> = 0x8015101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PUBLIC_DELEGATES_W: PropTag<readonly string[]> = 0x8015101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OWNER_BL: PropTag<readonly string[]> = 0x8024101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OWNER_BL_T: PropTag<readonly string[]> = 0x8024101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_OWNER_BL_O: PropTag<number> = 0x8024000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_OWNER_BL_A: PropTag<readonly string[]> = 0x8024101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OWNER_BL_W: PropTag<readonly string[]> = 0x8024101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_USN_CHANGED: PropTag<number> = 0x80290003 as PropTag<number>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_SECURITY_PROTOCOL: PropTag<readonly Uint8Array[]> = 0x80371102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PF_CONTACTS: PropTag<readonly string[]> = 0x8038101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PF_CONTACTS_T: PropTag<readonly string[]> = 0x8038101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_PF_CONTACTS_O: PropTag<number> = 0x8038000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_PF_CONTACTS_A: PropTag<readonly string[]> = 0x8038101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PF_CONTACTS_W: PropTag<readonly string[]> = 0x8038101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OBJ_DIST_NAME: PropTag<string> = 0x803c001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OBJ_DIST_NAME_T: PropTag<string> = 0x803c001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_OBJ_DIST_NAME_O: PropTag<number> = 0x803c000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_OBJ_DIST_NAME_A: PropTag<string> = 0x803c001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OBJ_DIST_NAME_W: PropTag<string> = 0x803c001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_IMPORTED_FROM: PropTag<string> = 0x8042001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_IMPORTED_FROM_A: PropTag<string> = 0x8042001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_IMPORTED_FROM_W: PropTag<string> = 0x8042001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_IMPORT_CONTAINER: PropTag<string> = 0x80ba001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_IMPORT_CONTAINER_T: PropTag<string> = 0x80ba001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_IMPORT_CONTAINER_O: PropTag<number> = 0x80ba000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_IMPORT_CONTAINER_A: PropTag<string> = 0x80ba001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_IMPORT_CONTAINER_W: PropTag<string> = 0x80ba001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_IMPORT_SENSITIVITY: PropTag<number> = 0x80bb0003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_INBOUND_SITES: PropTag<readonly string[]> = 0x80bc101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_INBOUND_SITES_T: PropTag<readonly string[]> = 0x80bc101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_INBOUND_SITES_O: PropTag<number> = 0x80bc000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_INBOUND_SITES_A: PropTag<readonly string[]> = 0x80bc101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_INBOUND_SITES_W: PropTag<readonly string[]> = 0x80bc101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_INSTANCE_TYPE: PropTag<number> = 0x80bd0003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_INTERNATIONAL_ISDN_NUMBER: PropTag<readonly string[]> = 0x80be101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_INTERNATIONAL_ISDN_NUMBER_A: PropTag<readonly string[]> = 0x80be101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_INTERNATIONAL_ISDN_NUMBER_W: PropTag<readonly string[]> = 0x80be101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_INVOCATION_ID: PropTag<Uint8Array> = 0x80bf0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_IS_DELETED: PropTag<boolean> = 0x80c0000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_IS_SINGLE_VALUED: PropTag<boolean> = 0x80c1000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_KCC_STATUS: PropTag<readonly Uint8Array[]> = 0x80c21102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_KNOWLEDGE_INFORMATION: PropTag<readonly string[]> = 0x80c3101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_KNOWLEDGE_INFORMATION_A: PropTag<readonly string[]> = 0x80c3101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_KNOWLEDGE_INFORMATION_W: PropTag<readonly string[]> = 0x80c3101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_LINE_WRAP: PropTag<number> = 0x80c40003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_LINK_ID: PropTag<number> = 0x80c50003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LOCAL_BRIDGE_HEAD: PropTag<string> = 0x80c6001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_LOCAL_BRIDGE_HEAD_A: PropTag<string> = 0x80c6001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LOCAL_BRIDGE_HEAD_W: PropTag<string> = 0x80c6001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LOCAL_BRIDGE_HEAD_ADDRESS: PropTag<string> = 0x80c7001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_LOCAL_BRIDGE_HEAD_ADDRESS_A: PropTag<string> = 0x80c7001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LOCAL_BRIDGE_HEAD_ADDRESS_W: PropTag<string> = 0x80c7001f as PropTag<string>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_LOCAL_INITIAL_TURN: PropTag<boolean> = 0x80c8000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_LOCAL_SCOPE: PropTag<readonly string[]> = 0x80c9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_LOCAL_SCOPE_T: PropTag<readonly string[]> = 0x80c9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_LOCAL_SCOPE_O: PropTag<number> = 0x80c9000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_LOCAL_SCOPE_A: PropTag<readonly string[]> = 0x80c9101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_LOCAL_SCOPE_W: PropTag<readonly string[]> = 0x80c9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LOG_FILENAME: PropTag<string> = 0x80ca001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_LOG_FILENAME_A: PropTag<string> = 0x80ca001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LOG_FILENAME_W: PropTag<string> = 0x80ca001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_LOG_ROLLOVER_INTERVAL: PropTag<number> = 0x80cb0003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_MAINTAIN_AUTOREPLY_HISTORY: PropTag<boolean> = 0x80cc000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MAPI_DISPLAY_TYPE: PropTag<number> = 0x80cd0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MAPI_ID: PropTag<number> = 0x80ce0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MDB_BACKOFF_INTERVAL: PropTag<number> = 0x80cf0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MDB_MSG_TIME_OUT_PERIOD: PropTag<number> = 0x80d00003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MDB_OVER_QUOTA_LIMIT: PropTag<number> = 0x80d10003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MDB_STORAGE_QUOTA: PropTag<number> = 0x80d20003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MDB_UNREAD_LIMIT: PropTag<number> = 0x80d30003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_MDB_USE_DEFAULTS: PropTag<boolean> = 0x80d4000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_MESSAGE_TRACKING_ENABLED: PropTag<boolean> = 0x80d5000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_MONITOR_CLOCK: PropTag<boolean> = 0x80d6000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_MONITOR_SERVERS: PropTag<boolean> = 0x80d7000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_MONITOR_SERVICES: PropTag<boolean> = 0x80d8000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORED_CONFIGURATIONS: PropTag<readonly string[]> = 0x80d9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORED_CONFIGURATIONS_T: PropTag<readonly string[]> = 0x80d9101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MONITORED_CONFIGURATIONS_O: PropTag<number> = 0x80d9000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_MONITORED_CONFIGURATIONS_A: PropTag<readonly string[]> = 0x80d9101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORED_CONFIGURATIONS_W: PropTag<readonly string[]> = 0x80d9101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORED_SERVERS: PropTag<readonly string[]> = 0x80da101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORED_SERVERS_T: PropTag<readonly string[]> = 0x80da101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MONITORED_SERVERS_O: PropTag<number> = 0x80da000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_MONITORED_SERVERS_A: PropTag<readonly string[]> = 0x80da101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORED_SERVERS_W: PropTag<readonly string[]> = 0x80da101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORED_SERVICES: PropTag<readonly string[]> = 0x80db101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_MONITORED_SERVICES_A: PropTag<readonly string[]> = 0x80db101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORED_SERVICES_W: PropTag<readonly string[]> = 0x80db101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_ALERT_DELAY: PropTag<number> = 0x80dc0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_ALERT_UNITS: PropTag<number> = 0x80dd0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_AVAILABILITY_STYLE: PropTag<number> = 0x80de0003 as PropTag<number>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_MONITORING_AVAILABILITY_WINDOW: PropTag<Uint8Array> = 0x80df0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_MAIL: PropTag<readonly string[]> = 0x80e0101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_MAIL_T: PropTag<readonly string[]> = 0x80e0101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_MAIL_O: PropTag<number> = 0x80e0000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_MAIL_A: PropTag<readonly string[]> = 0x80e0101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_MAIL_W: PropTag<readonly string[]> = 0x80e0101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_RPC: PropTag<readonly string[]> = 0x80e1101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_RPC_T: PropTag<readonly string[]> = 0x80e1101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_RPC_O: PropTag<number> = 0x80e1000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_RPC_A: PropTag<readonly string[]> = 0x80e1101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_CACHED_VIA_RPC_W: PropTag<readonly string[]> = 0x80e1101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_MONITORING_ESCALATION_PROCEDURE: PropTag<readonly Uint8Array[]> = 0x80e21102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_HOTSITE_POLL_INTERVAL: PropTag<number> = 0x80e30003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_HOTSITE_POLL_UNITS: PropTag<number> = 0x80e40003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_MAIL_UPDATE_INTERVAL: PropTag<number> = 0x80e50003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_MAIL_UPDATE_UNITS: PropTag<number> = 0x80e60003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_NORMAL_POLL_INTERVAL: PropTag<number> = 0x80e70003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_NORMAL_POLL_UNITS: PropTag<number> = 0x80e80003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_RECIPIENTS: PropTag<readonly string[]> = 0x80e9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_RECIPIENTS_T: PropTag<readonly string[]> = 0x80e9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MONITORING_RECIPIENTS_O: PropTag<number> = 0x80e9000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_MONITORING_RECIPIENTS_A: PropTag<readonly string[]> = 0x80e9101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_RECIPIENTS_W: PropTag<readonly string[]> = 0x80e9101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_RECIPIENTS_NDR: PropTag<readonly string[]> = 0x80ea101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_RECIPIENTS_NDR_T: PropTag<readonly string[]> = 0x80ea101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_MONITORING_RECIPIENTS_NDR_O: PropTag<number> = 0x80ea000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_MONITORING_RECIPIENTS_NDR_A: PropTag<readonly string[]> = 0x80ea101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_MONITORING_RECIPIENTS_NDR_W: PropTag<readonly string[]> = 0x80ea101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_RPC_UPDATE_INTERVAL: PropTag<number> = 0x80eb0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_RPC_UPDATE_UNITS: PropTag<number> = 0x80ec0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_WARNING_DELAY: PropTag<number> = 0x80ed0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_MONITORING_WARNING_UNITS: PropTag<number> = 0x80ee0003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MTA_LOCAL_CRED: PropTag<string> = 0x80ef001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_MTA_LOCAL_CRED_A: PropTag<string> = 0x80ef001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MTA_LOCAL_CRED_W: PropTag<string> = 0x80ef001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MTA_LOCAL_DESIG: PropTag<string> = 0x80f0001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_MTA_LOCAL_DESIG_A: PropTag<string> = 0x80f0001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MTA_LOCAL_DESIG_W: PropTag<string> = 0x80f0001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_N_ADDRESS: PropTag<Uint8Array> = 0x80f10102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_N_ADDRESS_TYPE: PropTag<number> = 0x80f20003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_NT_MACHINE_NAME: PropTag<string> = 0x80f3001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_NT_MACHINE_NAME_A: PropTag<string> = 0x80f3001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_NT_MACHINE_NAME_W: PropTag<string> = 0x80f3001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_NUM_OF_OPEN_RETRIES: PropTag<number> = 0x80f40003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_NUM_OF_TRANSFER_RETRIES: PropTag<number> = 0x80f50003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_OBJECT_CLASS_CATEGORY: PropTag<number> = 0x80f60003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_OBJECT_VERSION: PropTag<number> = 0x80f70003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OFF_LINE_AB_CONTAINERS: PropTag<readonly string[]> = 0x80f8101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OFF_LINE_AB_CONTAINERS_T: PropTag<readonly string[]> = 0x80f8101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_OFF_LINE_AB_CONTAINERS_O: PropTag<number> = 0x80f8000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_OFF_LINE_AB_CONTAINERS_A: PropTag<readonly string[]> = 0x80f8101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OFF_LINE_AB_CONTAINERS_W: PropTag<readonly string[]> = 0x80f8101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_OFF_LINE_AB_SCHEDULE: PropTag<Uint8Array> = 0x80f90102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OFF_LINE_AB_SERVER: PropTag<string> = 0x80fa001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OFF_LINE_AB_SERVER_T: PropTag<string> = 0x80fa001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_OFF_LINE_AB_SERVER_O: PropTag<number> = 0x80fa000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_OFF_LINE_AB_SERVER_A: PropTag<string> = 0x80fa001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OFF_LINE_AB_SERVER_W: PropTag<string> = 0x80fa001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_OFF_LINE_AB_STYLE: PropTag<number> = 0x80fb0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_OID_TYPE: PropTag<number> = 0x80fc0003 as PropTag<number>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_OM_OBJECT_CLASS: PropTag<Uint8Array> = 0x80fd0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_OM_SYNTAX: PropTag<number> = 0x80fe0003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_OOF_REPLY_TO_ORIGINATOR: PropTag<boolean> = 0x80ff000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_OPEN_RETRY_INTERVAL: PropTag<number> = 0x81000003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ORGANIZATION_NAME: PropTag<readonly string[]> = 0x8101101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ORGANIZATION_NAME_A: PropTag<readonly string[]> = 0x8101101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ORGANIZATION_NAME_W: PropTag<readonly string[]> = 0x8101101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ORGANIZATIONAL_UNIT_NAME: PropTag<readonly string[]> = 0x8102101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ORGANIZATIONAL_UNIT_NAME_A: PropTag<readonly string[]> = 0x8102101e as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ORGANIZATIONAL_UNIT_NAME_W: PropTag<readonly string[]> = 0x8102101f as PropTag<
  readonly string[]
>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_ORIGINAL_DISPLAY_TABLE: PropTag<Uint8Array> = 0x81030102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_ORIGINAL_DISPLAY_TABLE_MSDOS: PropTag<Uint8Array> = 0x81040102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OUTBOUND_SITES: PropTag<readonly string[]> = 0x8105101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OUTBOUND_SITES_T: PropTag<readonly string[]> = 0x8105101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_OUTBOUND_SITES_O: PropTag<number> = 0x8105000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_OUTBOUND_SITES_A: PropTag<readonly string[]> = 0x8105101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OUTBOUND_SITES_W: PropTag<readonly string[]> = 0x8105101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_P_SELECTOR: PropTag<Uint8Array> = 0x81060102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_P_SELECTOR_INBOUND: PropTag<Uint8Array> = 0x81070102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_PER_MSG_DIALOG_DISPLAY_TABLE: PropTag<Uint8Array> = 0x81080102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_PER_RECIP_DIALOG_DISPLAY_TABLE: PropTag<Uint8Array> = 0x81090102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_PERIOD_REP_SYNC_TIMES: PropTag<Uint8Array> = 0x810a0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_PERIOD_REPL_STAGGER: PropTag<number> = 0x810b0003 as PropTag<number>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_POSTAL_ADDRESS: PropTag<readonly Uint8Array[]> = 0x810c1102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: many: 32-bit integer. */
export const PR_EMS_AB_PREFERRED_DELIVERY_METHOD: PropTag<readonly number[]> = 0x810d1003 as PropTag<readonly number[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PRMD: PropTag<string> = 0x810e001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_PRMD_A: PropTag<string> = 0x810e001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PRMD_W: PropTag<string> = 0x810e001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PROXY_GENERATOR_DLL: PropTag<string> = 0x810f001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_PROXY_GENERATOR_DLL_A: PropTag<string> = 0x810f001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PROXY_GENERATOR_DLL_W: PropTag<string> = 0x810f001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PUBLIC_DELEGATES_BL: PropTag<readonly string[]> = 0x8110101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PUBLIC_DELEGATES_BL_T: PropTag<readonly string[]> = 0x8110101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_PUBLIC_DELEGATES_BL_O: PropTag<number> = 0x8110000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_PUBLIC_DELEGATES_BL_A: PropTag<readonly string[]> = 0x8110101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PUBLIC_DELEGATES_BL_W: PropTag<readonly string[]> = 0x8110101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_QUOTA_NOTIFICATION_SCHEDULE: PropTag<Uint8Array> = 0x81110102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_QUOTA_NOTIFICATION_STYLE: PropTag<number> = 0x81120003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_RANGE_LOWER: PropTag<number> = 0x81130003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_RANGE_UPPER: PropTag<number> = 0x81140003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_CALLBACK_NUMBER: PropTag<string> = 0x8115001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_RAS_CALLBACK_NUMBER_A: PropTag<string> = 0x8115001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_CALLBACK_NUMBER_W: PropTag<string> = 0x8115001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_PHONE_NUMBER: PropTag<string> = 0x8116001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_RAS_PHONE_NUMBER_A: PropTag<string> = 0x8116001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_PHONE_NUMBER_W: PropTag<string> = 0x8116001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_PHONEBOOK_ENTRY_NAME: PropTag<string> = 0x8117001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_RAS_PHONEBOOK_ENTRY_NAME_A: PropTag<string> = 0x8117001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_PHONEBOOK_ENTRY_NAME_W: PropTag<string> = 0x8117001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_REMOTE_SRVR_NAME: PropTag<string> = 0x8118001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_RAS_REMOTE_SRVR_NAME_A: PropTag<string> = 0x8118001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_REMOTE_SRVR_NAME_W: PropTag<string> = 0x8118001f as PropTag<string>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_REGISTERED_ADDRESS: PropTag<readonly Uint8Array[]> = 0x81191102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_BRIDGE_HEAD: PropTag<string> = 0x811a001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_REMOTE_BRIDGE_HEAD_A: PropTag<string> = 0x811a001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_BRIDGE_HEAD_W: PropTag<string> = 0x811a001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_BRIDGE_HEAD_ADDRESS: PropTag<string> = 0x811b001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_REMOTE_BRIDGE_HEAD_ADDRESS_A: PropTag<string> = 0x811b001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_BRIDGE_HEAD_ADDRESS_W: PropTag<string> = 0x811b001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_OUT_BH_SERVER: PropTag<string> = 0x811c001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_OUT_BH_SERVER_T: PropTag<string> = 0x811c001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_REMOTE_OUT_BH_SERVER_O: PropTag<number> = 0x811c000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_REMOTE_OUT_BH_SERVER_A: PropTag<string> = 0x811c001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_OUT_BH_SERVER_W: PropTag<string> = 0x811c001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_SITE: PropTag<string> = 0x811d001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_SITE_T: PropTag<string> = 0x811d001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_REMOTE_SITE_O: PropTag<number> = 0x811d000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_REMOTE_SITE_A: PropTag<string> = 0x811d001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_REMOTE_SITE_W: PropTag<string> = 0x811d001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_REPLICATION_SENSITIVITY: PropTag<number> = 0x811e0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_REPLICATION_STAGGER: PropTag<number> = 0x811f0003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_REPORT_TO_ORIGINATOR: PropTag<boolean> = 0x8120000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_REPORT_TO_OWNER: PropTag<boolean> = 0x8121000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_REQ_SEQ: PropTag<number> = 0x81220003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RESPONSIBLE_LOCAL_DXA: PropTag<string> = 0x8123001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RESPONSIBLE_LOCAL_DXA_T: PropTag<string> = 0x8123001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_RESPONSIBLE_LOCAL_DXA_O: PropTag<number> = 0x8123000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_RESPONSIBLE_LOCAL_DXA_A: PropTag<string> = 0x8123001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RESPONSIBLE_LOCAL_DXA_W: PropTag<string> = 0x8123001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RID_SERVER: PropTag<string> = 0x8124001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RID_SERVER_T: PropTag<string> = 0x8124001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_RID_SERVER_O: PropTag<number> = 0x8124000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_RID_SERVER_A: PropTag<string> = 0x8124001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RID_SERVER_W: PropTag<string> = 0x8124001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ROLE_OCCUPANT: PropTag<readonly string[]> = 0x8125101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ROLE_OCCUPANT_T: PropTag<readonly string[]> = 0x8125101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_ROLE_OCCUPANT_O: PropTag<number> = 0x8125000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ROLE_OCCUPANT_A: PropTag<readonly string[]> = 0x8125101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ROLE_OCCUPANT_W: PropTag<readonly string[]> = 0x8125101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ROUTING_LIST: PropTag<readonly string[]> = 0x8126101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ROUTING_LIST_A: PropTag<readonly string[]> = 0x8126101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ROUTING_LIST_W: PropTag<readonly string[]> = 0x8126101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_RTS_CHECKPOINT_SIZE: PropTag<number> = 0x81270003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_RTS_RECOVERY_TIMEOUT: PropTag<number> = 0x81280003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_RTS_WINDOW_SIZE: PropTag<number> = 0x81290003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_RUNS_ON: PropTag<readonly string[]> = 0x812a101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_RUNS_ON_T: PropTag<readonly string[]> = 0x812a101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_RUNS_ON_O: PropTag<number> = 0x812a000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_RUNS_ON_A: PropTag<readonly string[]> = 0x812a101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_RUNS_ON_W: PropTag<readonly string[]> = 0x812a101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_S_SELECTOR: PropTag<Uint8Array> = 0x812b0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_S_SELECTOR_INBOUND: PropTag<Uint8Array> = 0x812c0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_SEARCH_FLAGS: PropTag<number> = 0x812d0003 as PropTag<number>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_SEARCH_GUIDE: PropTag<readonly Uint8Array[]> = 0x812e1102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SEE_ALSO: PropTag<readonly string[]> = 0x812f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SEE_ALSO_T: PropTag<readonly string[]> = 0x812f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_SEE_ALSO_O: PropTag<number> = 0x812f000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_SEE_ALSO_A: PropTag<readonly string[]> = 0x812f101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SEE_ALSO_W: PropTag<readonly string[]> = 0x812f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SERIAL_NUMBER: PropTag<readonly string[]> = 0x8130101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_SERIAL_NUMBER_A: PropTag<readonly string[]> = 0x8130101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SERIAL_NUMBER_W: PropTag<readonly string[]> = 0x8130101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_SERVICE_ACTION_FIRST: PropTag<number> = 0x81310003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_SERVICE_ACTION_OTHER: PropTag<number> = 0x81320003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_SERVICE_ACTION_SECOND: PropTag<number> = 0x81330003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_SERVICE_RESTART_DELAY: PropTag<number> = 0x81340003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SERVICE_RESTART_MESSAGE: PropTag<string> = 0x8135001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_SERVICE_RESTART_MESSAGE_A: PropTag<string> = 0x8135001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SERVICE_RESTART_MESSAGE_W: PropTag<string> = 0x8135001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_SESSION_DISCONNECT_TIMER: PropTag<number> = 0x81360003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SITE_AFFINITY: PropTag<readonly string[]> = 0x8137101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_SITE_AFFINITY_A: PropTag<readonly string[]> = 0x8137101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SITE_AFFINITY_W: PropTag<readonly string[]> = 0x8137101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SITE_PROXY_SPACE: PropTag<readonly string[]> = 0x8138101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_SITE_PROXY_SPACE_A: PropTag<readonly string[]> = 0x8138101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SITE_PROXY_SPACE_W: PropTag<readonly string[]> = 0x8138101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: point in time. */
export const PR_EMS_AB_SPACE_LAST_COMPUTED: PropTag<FileTime> = 0x81390040 as PropTag<FileTime>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_STREET_ADDRESS: PropTag<string> = 0x813a001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_STREET_ADDRESS_A: PropTag<string> = 0x813a001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_STREET_ADDRESS_W: PropTag<string> = 0x813a001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SUB_REFS: PropTag<readonly string[]> = 0x813b101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SUB_REFS_T: PropTag<readonly string[]> = 0x813b101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_SUB_REFS_O: PropTag<number> = 0x813b000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_SUB_REFS_A: PropTag<readonly string[]> = 0x813b101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SUB_REFS_W: PropTag<readonly string[]> = 0x813b101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_SUBMISSION_CONT_LENGTH: PropTag<number> = 0x813c0003 as PropTag<number>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_SUPPORTED_APPLICATION_CONTEXT: PropTag<readonly Uint8Array[]> = 0x813d1102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SUPPORTING_STACK: PropTag<readonly string[]> = 0x813e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SUPPORTING_STACK_T: PropTag<readonly string[]> = 0x813e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_SUPPORTING_STACK_O: PropTag<number> = 0x813e000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_SUPPORTING_STACK_A: PropTag<readonly string[]> = 0x813e101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SUPPORTING_STACK_W: PropTag<readonly string[]> = 0x813e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SUPPORTING_STACK_BL: PropTag<readonly string[]> = 0x813f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SUPPORTING_STACK_BL_T: PropTag<readonly string[]> = 0x813f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_SUPPORTING_STACK_BL_O: PropTag<number> = 0x813f000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_SUPPORTING_STACK_BL_A: PropTag<readonly string[]> = 0x813f101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SUPPORTING_STACK_BL_W: PropTag<readonly string[]> = 0x813f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_T_SELECTOR: PropTag<Uint8Array> = 0x81400102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_T_SELECTOR_INBOUND: PropTag<Uint8Array> = 0x81410102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_TARGET_MTAS: PropTag<readonly string[]> = 0x8142101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_TARGET_MTAS_A: PropTag<readonly string[]> = 0x8142101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_TARGET_MTAS_W: PropTag<readonly string[]> = 0x8142101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_TELETEX_TERMINAL_IDENTIFIER: PropTag<readonly Uint8Array[]> = 0x81431102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TEMP_ASSOC_THRESHOLD: PropTag<number> = 0x81440003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TOMBSTONE_LIFETIME: PropTag<number> = 0x81450003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_TRACKING_LOG_PATH_NAME: PropTag<string> = 0x8146001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_TRACKING_LOG_PATH_NAME_A: PropTag<string> = 0x8146001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_TRACKING_LOG_PATH_NAME_W: PropTag<string> = 0x8146001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TRANS_RETRY_MINS: PropTag<number> = 0x81470003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TRANS_TIMEOUT_MINS: PropTag<number> = 0x81480003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TRANSFER_RETRY_INTERVAL: PropTag<number> = 0x81490003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TRANSFER_TIMEOUT_NON_URGENT: PropTag<number> = 0x814a0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TRANSFER_TIMEOUT_NORMAL: PropTag<number> = 0x814b0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TRANSFER_TIMEOUT_URGENT: PropTag<number> = 0x814c0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TRANSLATION_TABLE_USED: PropTag<number> = 0x814d0003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_TRANSPORT_EXPEDITED_DATA: PropTag<boolean> = 0x814e000b as PropTag<boolean>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TRUST_LEVEL: PropTag<number> = 0x814f0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_TURN_REQUEST_THRESHOLD: PropTag<number> = 0x81500003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_TWO_WAY_ALTERNATE_FACILITY: PropTag<boolean> = 0x8151000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_UNAUTH_ORIG_BL: PropTag<readonly string[]> = 0x8152101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_UNAUTH_ORIG_BL_T: PropTag<readonly string[]> = 0x8152101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_UNAUTH_ORIG_BL_O: PropTag<number> = 0x8152000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_UNAUTH_ORIG_BL_A: PropTag<readonly string[]> = 0x8152101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_UNAUTH_ORIG_BL_W: PropTag<readonly string[]> = 0x8152101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_USER_PASSWORD: PropTag<readonly Uint8Array[]> = 0x81531102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_USN_CREATED: PropTag<number> = 0x81540003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_USN_DSA_LAST_OBJ_REMOVED: PropTag<number> = 0x81550003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_USN_LAST_OBJ_REM: PropTag<number> = 0x81560003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_USN_SOURCE: PropTag<number> = 0x81570003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_X121_ADDRESS: PropTag<readonly string[]> = 0x8158101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_X121_ADDRESS_A: PropTag<readonly string[]> = 0x8158101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_X121_ADDRESS_W: PropTag<readonly string[]> = 0x8158101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_X25_CALL_USER_DATA_INCOMING: PropTag<Uint8Array> = 0x81590102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_X25_CALL_USER_DATA_OUTGOING: PropTag<Uint8Array> = 0x815a0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_X25_FACILITIES_DATA_INCOMING: PropTag<Uint8Array> = 0x815b0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_X25_FACILITIES_DATA_OUTGOING: PropTag<Uint8Array> = 0x815c0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_X25_LEASED_LINE_PORT: PropTag<Uint8Array> = 0x815d0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_X25_LEASED_OR_SWITCHED: PropTag<boolean> = 0x815e000b as PropTag<boolean>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_X25_REMOTE_MTA_PHONE: PropTag<string> = 0x815f001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_X25_REMOTE_MTA_PHONE_A: PropTag<string> = 0x815f001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_X25_REMOTE_MTA_PHONE_W: PropTag<string> = 0x815f001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_X400_ATTACHMENT_TYPE: PropTag<Uint8Array> = 0x81600102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_X400_SELECTOR_SYNTAX: PropTag<number> = 0x81610003 as PropTag<number>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_X500_ACCESS_CONTROL_LIST: PropTag<Uint8Array> = 0x81620102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_XMIT_TIMEOUT_NON_URGENT: PropTag<number> = 0x81630003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_XMIT_TIMEOUT_NORMAL: PropTag<number> = 0x81640003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_XMIT_TIMEOUT_URGENT: PropTag<number> = 0x81650003 as PropTag<number>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_SITE_FOLDER_GUID: PropTag<Uint8Array> = 0x81660102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SITE_FOLDER_SERVER: PropTag<string> = 0x8167001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SITE_FOLDER_SERVER_T: PropTag<string> = 0x8167001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_SITE_FOLDER_SERVER_O: PropTag<number> = 0x8167000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_SITE_FOLDER_SERVER_A: PropTag<string> = 0x8167001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SITE_FOLDER_SERVER_W: PropTag<string> = 0x8167001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_REPLICATION_MAIL_MSG_SIZE: PropTag<number> = 0x81680003 as PropTag<number>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_MAXIMUM_OBJECT_ID: PropTag<Uint8Array> = 0x81690102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_NETWORK_ADDRESS: PropTag<readonly string[]> = 0x8170101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_NETWORK_ADDRESS_A: PropTag<readonly string[]> = 0x8170101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_NETWORK_ADDRESS_W: PropTag<readonly string[]> = 0x8170101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_LDAP_DISPLAY_NAME: PropTag<readonly string[]> = 0x8171101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_LDAP_DISPLAY_NAME_A: PropTag<readonly string[]> = 0x8171101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_LDAP_DISPLAY_NAME_W: PropTag<readonly string[]> = 0x8171101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_SCHEMA_FLAGS: PropTag<number> = 0x81730003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_WWW_HOME_PAGE: PropTag<string> = 0x8175001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_WWW_HOME_PAGE_A: PropTag<string> = 0x8175001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_WWW_HOME_PAGE_W: PropTag<string> = 0x8175001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_NNTP_CONTENT_FORMAT: PropTag<string> = 0x8176001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_NNTP_CONTENT_FORMAT_A: PropTag<string> = 0x8176001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_NNTP_CONTENT_FORMAT_W: PropTag<string> = 0x8176001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_POP_CONTENT_FORMAT: PropTag<string> = 0x8177001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_POP_CONTENT_FORMAT_A: PropTag<string> = 0x8177001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_POP_CONTENT_FORMAT_W: PropTag<string> = 0x8177001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_LANGUAGE: PropTag<number> = 0x81780003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_POP_CHARACTER_SET: PropTag<string> = 0x8179001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_POP_CHARACTER_SET_A: PropTag<string> = 0x8179001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_POP_CHARACTER_SET_W: PropTag<string> = 0x8179001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_USN_INTERSITE: PropTag<number> = 0x817a0003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SUB_SITE: PropTag<string> = 0x817b001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_SUB_SITE_A: PropTag<string> = 0x817b001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SUB_SITE_W: PropTag<string> = 0x817b001f as PropTag<string>;
/** A property of EMSABTAG.H: many: 32-bit integer. */
export const PR_EMS_AB_SCHEMA_VERSION: PropTag<readonly number[]> = 0x817c1003 as PropTag<readonly number[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_NNTP_CHARACTER_SET: PropTag<string> = 0x817d001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_NNTP_CHARACTER_SET_A: PropTag<string> = 0x817d001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_NNTP_CHARACTER_SET_W: PropTag<string> = 0x817d001f as PropTag<string>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_USE_SERVER_VALUES: PropTag<boolean> = 0x817e000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_USE_SITE_VALUES: PropTag<boolean> = 0x8183000b as PropTag<boolean>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_USENET_SITE_NAME: PropTag<string> = 0x8189001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_USENET_SITE_NAME_A: PropTag<string> = 0x8189001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_USENET_SITE_NAME_W: PropTag<string> = 0x8189001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_OUTBOUND_HOST: PropTag<Uint8Array> = 0x818d0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_INBOUND_HOST: PropTag<readonly string[]> = 0x818e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_INBOUND_HOST_A: PropTag<readonly string[]> = 0x818e101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_INBOUND_HOST_W: PropTag<readonly string[]> = 0x818e101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_OUTGOING_MSG_SIZE_LIMIT: PropTag<number> = 0x818f0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_INCOMING_MSG_SIZE_LIMIT: PropTag<number> = 0x81900003 as PropTag<number>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_SEND_TNEF: PropTag<boolean> = 0x8191000b as PropTag<boolean>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_INBOUND_NEWSFEED: PropTag<string> = 0x8193001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_INBOUND_NEWSFEED_A: PropTag<string> = 0x8193001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_INBOUND_NEWSFEED_W: PropTag<string> = 0x8193001f as PropTag<string>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_NEWSFEED_TYPE: PropTag<number> = 0x81940003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OUTBOUND_NEWSFEED: PropTag<string> = 0x8195001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_OUTBOUND_NEWSFEED_A: PropTag<string> = 0x8195001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OUTBOUND_NEWSFEED_W: PropTag<string> = 0x8195001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_NEWSGROUP_LIST: PropTag<Uint8Array> = 0x81960102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_NNTP_DISTRIBUTIONS: PropTag<readonly string[]> = 0x8197101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_NNTP_DISTRIBUTIONS_A: PropTag<readonly string[]> = 0x8197101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_NNTP_DISTRIBUTIONS_W: PropTag<readonly string[]> = 0x8197101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_NEWSGROUP: PropTag<string> = 0x8198001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_NEWSGROUP_A: PropTag<string> = 0x8198001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_NEWSGROUP_W: PropTag<string> = 0x8198001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MODERATOR: PropTag<string> = 0x8199001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_MODERATOR_A: PropTag<string> = 0x8199001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MODERATOR_W: PropTag<string> = 0x8199001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_X500_RDN: PropTag<string> = 0x81a1001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_X500_RDN_A: PropTag<string> = 0x81a1001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_X500_RDN_W: PropTag<string> = 0x81a1001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_X500_NC: PropTag<string> = 0x81a2001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_X500_NC_A: PropTag<string> = 0x81a2001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_X500_NC_W: PropTag<string> = 0x81a2001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_REFERRAL_LIST: PropTag<readonly string[]> = 0x81a3101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_REFERRAL_LIST_A: PropTag<readonly string[]> = 0x81a3101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_REFERRAL_LIST_W: PropTag<readonly string[]> = 0x81a3101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_NNTP_DISTRIBUTIONS_FLAG: PropTag<boolean> = 0x81a4000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_NNTP_NEWSFEEDS: PropTag<readonly string[]> = 0x81a6101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_NNTP_NEWSFEEDS_T: PropTag<readonly string[]> = 0x81a6101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_NNTP_NEWSFEEDS_O: PropTag<number> = 0x81a6000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_NNTP_NEWSFEEDS_A: PropTag<readonly string[]> = 0x81a6101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_NNTP_NEWSFEEDS_W: PropTag<readonly string[]> = 0x81a6101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_MODERATED: PropTag<boolean> = 0x81ac000b as PropTag<boolean>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_ACCOUNT: PropTag<string> = 0x81ad001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_RAS_ACCOUNT_A: PropTag<string> = 0x81ad001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_RAS_ACCOUNT_W: PropTag<string> = 0x81ad001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_RAS_PASSWORD: PropTag<Uint8Array> = 0x81ae0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_INCOMING_PASSWORD: PropTag<Uint8Array> = 0x81af0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_OUTBOUND_HOST_TYPE: PropTag<boolean> = 0x81b0000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_PROXY_GENERATION_ENABLED: PropTag<boolean> = 0x81b1000b as PropTag<boolean>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_ROOT_NEWSGROUPS_FOLDER_ID: PropTag<Uint8Array> = 0x81b20102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_PORT_NUMBER: PropTag<number> = 0x81b50003 as PropTag<number>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PROTOCOL_SETTINGS: PropTag<readonly string[]> = 0x81b6101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_PROTOCOL_SETTINGS_A: PropTag<readonly string[]> = 0x81b6101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_PROTOCOL_SETTINGS_W: PropTag<readonly string[]> = 0x81b6101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VIEW_SITE: PropTag<string> = 0x81be001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_VIEW_SITE_A: PropTag<string> = 0x81be001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VIEW_SITE_W: PropTag<string> = 0x81be001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VIEW_CONTAINER_1: PropTag<string> = 0x81bf001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_VIEW_CONTAINER_1_A: PropTag<string> = 0x81bf001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VIEW_CONTAINER_1_W: PropTag<string> = 0x81bf001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VIEW_CONTAINER_2: PropTag<string> = 0x81c0001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_VIEW_CONTAINER_2_A: PropTag<string> = 0x81c0001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VIEW_CONTAINER_2_W: PropTag<string> = 0x81c0001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VIEW_CONTAINER_3: PropTag<string> = 0x81c1001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_VIEW_CONTAINER_3_A: PropTag<string> = 0x81c1001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VIEW_CONTAINER_3_W: PropTag<string> = 0x81c1001f as PropTag<string>;
/** A property of EMSABTAG.H: point in time. */
export const PR_EMS_AB_PROMO_EXPIRATION: PropTag<FileTime> = 0x81c20040 as PropTag<FileTime>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_INSADMIN: PropTag<string> = 0x81c5001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_INSADMIN_T: PropTag<string> = 0x81c5001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_INSADMIN_O: PropTag<number> = 0x81c5000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_INSADMIN_A: PropTag<string> = 0x81c5001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_INSADMIN_W: PropTag<string> = 0x81c5001f as PropTag<string>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_OVERRIDE_NNTP_CONTENT_FORMAT: PropTag<boolean> = 0x81c6000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OBJ_VIEW_CONTAINERS: PropTag<readonly string[]> = 0x81c7101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OBJ_VIEW_CONTAINERS_T: PropTag<readonly string[]> = 0x81c7101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_OBJ_VIEW_CONTAINERS_O: PropTag<number> = 0x81c7000d as PropTag<number>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_OBJ_VIEW_CONTAINERS_A: PropTag<readonly string[]> = 0x81c7101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_OBJ_VIEW_CONTAINERS_W: PropTag<readonly string[]> = 0x81c7101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_VIEW_FLAGS: PropTag<number> = 0x8c180003 as PropTag<number>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_VIEW_DEFINITION: PropTag<readonly Uint8Array[]> = 0x8c1b1102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_MIME_TYPES: PropTag<Uint8Array> = 0x8c1c0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_LDAP_SEARCH_CFG: PropTag<number> = 0x8c1d0003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_INBOUND_DN: PropTag<string> = 0x8c1e001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_INBOUND_DN_T: PropTag<string> = 0x8c1e001f as PropTag<string>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_INBOUND_DN_O: PropTag<number> = 0x8c1e000d as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_INBOUND_DN_A: PropTag<string> = 0x8c1e001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_INBOUND_DN_W: PropTag<string> = 0x8c1e001f as PropTag<string>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_INBOUND_NEWSFEED_TYPE: PropTag<boolean> = 0x8c1f000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_INBOUND_ACCEPT_ALL: PropTag<boolean> = 0x8c20000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_PRESERVE_INTERNET_CONTENT: PropTag<boolean> = 0x8c22000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_REQUIRE_SSL: PropTag<boolean> = 0x8c25000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_SEND_EMAIL_MESSAGE: PropTag<boolean> = 0x8c31000b as PropTag<boolean>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SMIME_ALG_LIST_NA: PropTag<readonly string[]> = 0x8c33101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_SMIME_ALG_LIST_NA_A: PropTag<readonly string[]> = 0x8c33101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SMIME_ALG_LIST_NA_W: PropTag<readonly string[]> = 0x8c33101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SMIME_ALG_LIST_OTHER: PropTag<readonly string[]> = 0x8c34101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_SMIME_ALG_LIST_OTHER_A: PropTag<readonly string[]> = 0x8c34101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_SMIME_ALG_LIST_OTHER_W: PropTag<readonly string[]> = 0x8c34101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SMIME_ALG_SELECTED_NA: PropTag<string> = 0x8c35001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_SMIME_ALG_SELECTED_NA_A: PropTag<string> = 0x8c35001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SMIME_ALG_SELECTED_NA_W: PropTag<string> = 0x8c35001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SMIME_ALG_SELECTED_OTHER: PropTag<string> = 0x8c36001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_SMIME_ALG_SELECTED_OTHER_A: PropTag<string> = 0x8c36001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_SMIME_ALG_SELECTED_OTHER_W: PropTag<string> = 0x8c36001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_TYPE: PropTag<string> = 0x8c38001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_TYPE_A: PropTag<string> = 0x8c38001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_TYPE_W: PropTag<string> = 0x8c38001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_VOICE_MAIL_SYSTEM_GUID: PropTag<Uint8Array> = 0x8c3b0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VOICE_MAIL_USER_ID: PropTag<string> = 0x8c3c001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_VOICE_MAIL_USER_ID_A: PropTag<string> = 0x8c3c001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VOICE_MAIL_USER_ID_W: PropTag<string> = 0x8c3c001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VOICE_MAIL_PASSWORD: PropTag<string> = 0x8c3d001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_VOICE_MAIL_PASSWORD_A: PropTag<string> = 0x8c3d001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_VOICE_MAIL_PASSWORD_W: PropTag<string> = 0x8c3d001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_VOICE_MAIL_RECORDED_NAME: PropTag<Uint8Array> = 0x8c3e0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_VOICE_MAIL_GREETINGS: PropTag<readonly string[]> = 0x8c3f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_VOICE_MAIL_GREETINGS_A: PropTag<readonly string[]> = 0x8c3f101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_VOICE_MAIL_GREETINGS_W: PropTag<readonly string[]> = 0x8c3f101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_VOICE_MAIL_FLAGS: PropTag<readonly Uint8Array[]> = 0x8c401102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_VOICE_MAIL_VOLUME: PropTag<number> = 0x8c410003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_VOICE_MAIL_SPEED: PropTag<number> = 0x8c420003 as PropTag<number>;
/** A property of EMSABTAG.H: many: 32-bit integer. */
export const PR_EMS_AB_VOICE_MAIL_RECORDING_LENGTH: PropTag<readonly number[]> = 0x8c431003 as PropTag<
  readonly number[]
>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_SECURITY_POLICY: PropTag<readonly Uint8Array[]> = 0x8c471102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_SUPPORT_SMIME_SIGNATURES: PropTag<boolean> = 0x8c48000b as PropTag<boolean>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_LIST_PUBLIC_FOLDERS: PropTag<boolean> = 0x8c50000b as PropTag<boolean>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LABELEDURI: PropTag<string> = 0x8c51001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_LABELEDURI_A: PropTag<string> = 0x8c51001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LABELEDURI_W: PropTag<string> = 0x8c51001f as PropTag<string>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_RETURN_EXACT_MSG_SIZE: PropTag<boolean> = 0x8c52000b as PropTag<boolean>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_SUPPORTED_ALGORITHMS: PropTag<Uint8Array> = 0x8c550102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_REPLICATED_OBJECT_VERSION: PropTag<number> = 0x8c620003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MAIL_DROP: PropTag<string> = 0x8c63001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_MAIL_DROP_A: PropTag<string> = 0x8c63001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_MAIL_DROP_W: PropTag<string> = 0x8c63001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OWA_SERVER: PropTag<string> = 0x8c66001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_OWA_SERVER_A: PropTag<string> = 0x8c66001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_OWA_SERVER_W: PropTag<string> = 0x8c66001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_TELEPHONE_PERSONAL_PAGER: PropTag<string> = 0x8c68001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_TELEPHONE_PERSONAL_PAGER_A: PropTag<string> = 0x8c68001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_TELEPHONE_PERSONAL_PAGER_W: PropTag<string> = 0x8c68001f as PropTag<string>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_X509_CERT: PropTag<readonly Uint8Array[]> = 0x8c6a1102 as PropTag<readonly Uint8Array[]>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PERSONAL_TITLE: PropTag<string> = 0x8c6b001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_PERSONAL_TITLE_A: PropTag<string> = 0x8c6b001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PERSONAL_TITLE_W: PropTag<string> = 0x8c6b001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LANGUAGE_ISO639: PropTag<string> = 0x8c6c001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_LANGUAGE_ISO639_A: PropTag<string> = 0x8c6c001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_LANGUAGE_ISO639_W: PropTag<string> = 0x8c6c001f as PropTag<string>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_OBJECT_GUID: PropTag<Uint8Array> = 0x8c6d0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_REPLICATION_SIGNATURE: PropTag<Uint8Array> = 0x8c6e0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: many: bytes. */
export const PR_EMS_AB_UNMERGED_ATTRIBUTES: PropTag<readonly Uint8Array[]> = 0x8c6f1102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_GIVEN_NAME: PropTag<string> = 0x8c8e001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_PHONETIC_GIVEN_NAME_A: PropTag<string> = 0x8c8e001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_GIVEN_NAME_W: PropTag<string> = 0x8c8e001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_SURNAME: PropTag<string> = 0x8c8f001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_PHONETIC_SURNAME_A: PropTag<string> = 0x8c8f001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_SURNAME_W: PropTag<string> = 0x8c8f001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_DEPARTMENT_NAME: PropTag<string> = 0x8c90001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_PHONETIC_DEPARTMENT_NAME_A: PropTag<string> = 0x8c90001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_DEPARTMENT_NAME_W: PropTag<string> = 0x8c90001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_COMPANY_NAME: PropTag<string> = 0x8c91001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_PHONETIC_COMPANY_NAME_A: PropTag<string> = 0x8c91001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_COMPANY_NAME_W: PropTag<string> = 0x8c91001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_DISPLAY_NAME: PropTag<string> = 0x8c92001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_PHONETIC_DISPLAY_NAME_A: PropTag<string> = 0x8c92001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_PHONETIC_DISPLAY_NAME_W: PropTag<string> = 0x8c92001f as PropTag<string>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ROOM_CONTAINERS: PropTag<readonly string[]> = 0x8c96101f as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: 8-bit string. */
export const PR_EMS_AB_ROOM_CONTAINERS_A: PropTag<readonly string[]> = 0x8c96101e as PropTag<readonly string[]>;
/** A property of EMSABTAG.H: many: Unicode string. */
export const PR_EMS_AB_ROOM_CONTAINERS_W: PropTag<readonly string[]> = 0x8c96101f as PropTag<readonly string[]>;
/** A property of extraPropTags.h: bytes. */
export const PR_EMS_AB_THUMBNAIL_PHOTO: PropTag<Uint8Array> = 0x8c9e0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_SENIORITY_INDEX: PropTag<number> = 0x8ca00003 as PropTag<number>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ORG_UNIT_ROOT_DN: PropTag<string> = 0x8ca8001e as PropTag<string>;
/** A property of servers: bytes. */
export const PR_EMS_AB_UM_SPOKEN_NAME: PropTag<Uint8Array> = 0x8cc20102 as PropTag<Uint8Array>;
/** A property of servers: object. */
export const PR_EMS_AB_UNAUTH_ORIG: PropTag<number> = 0x8cd9000d as PropTag<number>;
/** A property of servers: true or false. */
export const PR_EMS_AB_IS_ORGANIZATIONAL: PropTag<boolean> = 0x8cdd000b as PropTag<boolean>;
/** A property of EMSABTAG.H: object. */
export const PR_EMS_AB_OTHER_RECIPS: PropTag<number> = 0xf000000d as PropTag<number>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_OBJECT_OID: PropTag<Uint8Array> = 0xfffa0102 as PropTag<Uint8Array>;
/** A property of EMSABTAG.H: true or false. */
export const PR_EMS_AB_IS_MASTER: PropTag<boolean> = 0xfffb000b as PropTag<boolean>;
/** A property of EMSABTAG.H: bytes. */
export const PR_EMS_AB_PARENT_ENTRYID: PropTag<Uint8Array> = 0xfffc0102 as PropTag<Uint8Array>;
/** PidTagEmsAbServer (Address Book): Unicode string. @spec pidtagemsabserver-canonical-property */
export const PR_EMS_AB_SERVER: PropTag<string> = 0xfffe001f as PropTag<string>;
/** PidTagEmsAbServer (Address Book): 8-bit string. @spec pidtagemsabserver-canonical-property */
export const PR_EMS_AB_SERVER_A: PropTag<string> = 0xfffe001e as PropTag<string>;
/** PidTagEmsAbServer (Address Book): Unicode string. @spec pidtagemsabserver-canonical-property */
export const PR_EMS_AB_SERVER_W: PropTag<string> = 0xfffe001f as PropTag<string>;
