// Which constants belong together, in which file of src/mapi/flags, and which page speaks of them. `bits` are ORed,
// `values` exclude each other. A member is a name or, written as /.../, every name that matches.

/** @typedef {{ group: string, kind: 'bits' | 'values', noun: string, spec?: string, members: string }} Group */

/** @type {Readonly<Record<string, { from?: string, groups: readonly Group[] }>>} */
export const groups = {
  messages: {
    groups: [
      bits('MessageFlags', 'Message flag', 'pidtagmessageflags-canonical-property', '/^MSGFLAG_/'),
      bits('MessageStatus', 'Message status', 'pidtagmessagestatus-canonical-property', '/^MSGSTATUS_/'),
      bits('SubmitFlags', 'Submit flag', 'pidtagsubmitflags-canonical-property', '/^SUBMITFLAG_/'),
      bits('SubmitMessageFlags', 'Flag of a submission', 'imessage-submitmessage', 'FORCE_SUBMIT'),
      values('LockStates', 'Lock state', 'imsgstore-setlockstate', 'MSG_LOCKED MSG_UNLOCKED'),
      values('Importance', 'Importance', 'pidtagimportance-canonical-property', '/^IMPORTANCE_/'),
      values('Priority', 'Priority', 'pidtagpriority-canonical-property', '/^PRIO_/'),
      values('Sensitivity', 'Sensitivity', 'pidtagsensitivity-canonical-property', '/^SENSITIVITY_/'),
      bits('SecurityFlags', 'Security flag', undefined, '/^SECURITY_/'),
      bits(
        'ReadFlags',
        'Flag of a read mark',
        'imessage-setreadflag',
        'SUPPRESS_RECEIPT CLEAR_READ_FLAG GENERATE_RECEIPT_ONLY CLEAR_RN_PENDING CLEAR_NRN_PENDING',
      ),
      values(
        'EditorFormats',
        'Format of the editor',
        'pidtagmessageeditorformat-canonical-property',
        '/^EDITOR_FORMAT_/',
      ),
      values('InternetFormats', 'Internet format', undefined, '/^INTERNET_FORMAT_/'),
      bits(
        'MailEncoding',
        'How mail is encoded for a recipient',
        undefined,
        'ENCODING_PREFERENCE ENCODING_MIME /^BODY_ENCODING_/ /^MAC_ATTACH_ENCODING_/',
      ),
      bits('AutoResponseSuppress', 'Automatic response that is not wanted', undefined, '/^AUTO_RESPONSE_SUPPRESS_/'),
      bits(
        'NewMessageTypes',
        'Kind of a new form',
        'pidtagmessageclass-canonical-property',
        'MAPI_NEW_MESSAGE MAPI_POST_MESSAGE',
      ),
      values('IconIndexes', 'Icon', 'pidtagiconindex-canonical-property', '/^ICON_INDEX_/'),
    ],
  },
  recipients: {
    groups: [
      bits(
        'RecipientTypes',
        'Recipient type',
        'pidtagrecipienttype-canonical-property',
        'MAPI_ORIG MAPI_TO MAPI_CC MAPI_BCC MAPI_P1 MAPI_SUBMITTED',
      ),
      bits('ModifyRecipientsFlags', 'Flag of ModifyRecipients', 'imessage-modifyrecipients', '/^MODRECIP_/'),
      bits(
        'RecipientFlags',
        'Recipient flag',
        'pidtagrecipientflags-canonical-property',
        '/^RECIP_(UN)?SENDABLE$/ RECIP_ORGANIZER RECIP_ORIGINAL /^RECIP_EXCEPTIONAL_/',
      ),
      values(
        'NdrDiagnostics',
        'Diagnosis of a report',
        'pidtagnondeliveryreportdiagcode-canonical-property',
        '/^MAPI_DIAG_/',
      ),
      values('DeliveryPoints', 'Delivery point', 'pidtagdeliverypoint-canonical-property', '/^MAPI_MH_DP_/'),
    ],
  },
  attachments: {
    groups: [
      values(
        'AttachMethods',
        'Attach method',
        'pidtagattachmethod-canonical-property',
        'NO_ATTACHMENT /^ATTACH_(BY|EMB|OLE)/',
      ),
      bits('AttachFlags', 'Attach flag', 'pidtagattachflags-canonical-property', '/^ATT_/'),
      bits('DeleteAttachFlags', 'Flag of DeleteAttach', 'imessage-deleteattach', 'ATTACH_DIALOG'),
    ],
  },
  objects: {
    groups: [
      values(
        'ObjectTypes',
        'Object type',
        'pidtagobjecttype-canonical-property',
        'MAPI_STORE MAPI_ADDRBOOK MAPI_FOLDER MAPI_ABCONT MAPI_MESSAGE MAPI_MAILUSER MAPI_ATTACH MAPI_DISTLIST MAPI_PROFSECT MAPI_STATUS MAPI_SESSION MAPI_FORMINFO',
      ),
      bits(
        'OpenFlags',
        'Flag of opening',
        'imapiprop-openproperty',
        'MAPI_MODIFY MAPI_CREATE STREAM_APPEND MAPI_DEFERRED_ERRORS MAPI_BEST_ACCESS MAPI_UNICODE MAPI_NO_CACHE MAPI_CACHE_ONLY',
      ),
      bits(
        'SaveFlags',
        'Flag of SaveChanges',
        'imapiprop-savechanges',
        'KEEP_OPEN_READONLY KEEP_OPEN_READWRITE FORCE_SAVE =MAPI_DEFERRED_ERRORS SPAMFILTER_ONSAVE ITEMPROC_FORCE NON_EMS_XP_SAVE',
      ),
      bits(
        'CopyFlags',
        'Flag of CopyTo and CopyProps',
        'imapiprop-copyto',
        'MAPI_MOVE MAPI_NOREPLACE MAPI_DECLINE_OK MAPI_DIALOG',
      ),
      bits('NameFlags', 'Flag of GetNamesFromIDs', 'imapiprop-getnamesfromids', 'MAPI_NO_STRINGS MAPI_NO_IDS'),
      bits('AccessRights', 'Access right', 'pidtagaccess-canonical-property', '/^MAPI_ACCESS_/'),
      bits('PropertyAttributes', 'Property attribute', undefined, '/^PROPATTR_/'),
      bits('PropDataAccess', 'Access to a property of IPropData', 'ipropdata-hrsetobjaccess', '/^IPROP_/'),
      bits('MessageOnStorageFlags', 'Flag of OpenIMsgOnIStg', 'openimsgonistg', 'IMSG_NO_ISTG_COMMIT'),
      bits('StreamOnFileFlags', 'Flag of OpenStreamOnFile', 'openstreamonfile', 'SOF_UNIQUEFILENAME'),
      bits(
        'EntryIdFlags',
        'First byte of an entry identifier',
        'entryid',
        'MAPI_SHORTTERM MAPI_NOTRECIP MAPI_THISSESSION MAPI_NOW MAPI_NOTRESERVED',
      ),
      bits('CompoundEntryIdFlags', 'Flag of a compound entry identifier', 'entryid', 'MAPI_COMPOUND'),
    ],
  },
  folders: {
    groups: [
      values(
        'FolderTypes',
        'Folder type',
        'pidtagfoldertype-canonical-property',
        'FOLDER_ROOT FOLDER_GENERIC FOLDER_SEARCH',
      ),
      bits(
        'ValidFolders',
        'Folder that the store has',
        'pidtagvalidfoldermask-canonical-property',
        '/^FOLDER_.*_VALID$/',
      ),
      bits('FolderStatus', 'Folder status', 'pidtagstatus-canonical-property', '/^FLDSTATUS_/'),
      bits('CreateFolderFlags', 'Flag of CreateFolder', 'imapifolder-createfolder', 'OPEN_IF_EXISTS'),
      bits(
        'CopyFolderFlags',
        'Flag of CopyFolder',
        'imapifolder-copyfolder',
        'FOLDER_MOVE FOLDER_DIALOG COPY_SUBFOLDERS',
      ),
      bits('CopyMessagesFlags', 'Flag of CopyMessages', 'imapifolder-copymessages', 'MESSAGE_MOVE MESSAGE_DIALOG'),
      bits(
        'DeleteFolderFlags',
        'Flag of DeleteFolder',
        'imapifolder-deletefolder',
        'DEL_MESSAGES DEL_FOLDERS DEL_ASSOCIATED',
      ),
      bits('DeleteMessagesFlags', 'Flag of DeleteMessages', 'imapifolder-deletemessages', 'DELETE_HARD_DELETE'),
      bits('SaveContentsSortFlags', 'Flag of SaveContentsSort', 'imapifolder-savecontentssort', 'RECURSIVE_SORT'),
      bits(
        'ContentsTableFlags',
        'Flag of GetContentsTable and GetHierarchyTable',
        'imapicontainer-getcontentstable',
        'CONVENIENT_DEPTH SHOW_SOFT_DELETES SHOW_SUBFOLDERS MAPI_ASSOCIATED =MAPI_DEFERRED_ERRORS =MAPI_UNICODE',
      ),
      bits(
        'SearchFlags',
        'Flag of SetSearchCriteria',
        'imapicontainer-setsearchcriteria',
        'STOP_SEARCH RESTART_SEARCH RECURSIVE_SEARCH SHALLOW_SEARCH FOREGROUND_SEARCH BACKGROUND_SEARCH CONTENT_INDEXED_SEARCH NON_CONTENT_INDEXED_SEARCH STATIC_SEARCH',
      ),
      bits(
        'SearchState',
        'State of a search',
        'imapicontainer-getsearchcriteria',
        '/^SEARCH_(RUNNING|REBUILD|RECURSIVE|FOREGROUND|COMPLETE|PARTIAL|STATIC|MAYBE_STATIC)$/',
      ),
      bits('FolderRights', 'Right on a folder', undefined, '/^frights/ /^rights/'),
    ],
  },
  stores: {
    groups: [
      bits('StoreSupport', 'Ability of a store', 'pidtagstoresupportmask-canonical-property', '/^STORE_/'),
      bits(
        'StoreOpenFlags',
        'Flag of OpenMsgStore',
        'imapisession-openmsgstore',
        'MDB_NO_DIALOG MDB_WRITE MDB_TEMPORARY MDB_NO_MAIL MDB_ONLINE MDB_OST_LOGON_UNICODE MDB_OST_LOGON_ANSI',
      ),
      bits(
        'StoreLogoffFlags',
        'Flag and state of StoreLogoff',
        'imsgstore-storelogoff',
        'LOGOFF_NO_WAIT LOGOFF_ORDERLY LOGOFF_PURGE LOGOFF_ABORT LOGOFF_QUIET LOGOFF_COMPLETE LOGOFF_INBOUND LOGOFF_OUTBOUND LOGOFF_OUTBOUND_QUEUE',
      ),
      bits('PstEncryption', 'Encryption of a store file', undefined, '/^PSTF_/'),
      bits('OpenStoreFlags', 'Flag of CreateStoreEntryID', undefined, '/^OPENSTORE_/'),
    ],
  },
  rtf: {
    groups: [
      bits('RtfSyncFlags', 'Flag of RTFSync', 'rtfsync', '/^RTF_SYNC_/'),
      bits(
        'RtfStreamFlags',
        'Flag of a stream of rich text',
        'wrapcompressedrtfstreamex',
        '=MAPI_MODIFY =STORE_UNCOMPRESSED_RTF MAPI_NATIVE_BODY',
      ),
      values('NativeBody', 'Form of the body', undefined, '/^MAPI_NATIVE_BODY_TYPE_/'),
    ],
  },
  tables: {
    groups: [
      values('TableTypes', 'Table type', 'imapitable-getstatus', '/^TBLTYPE_/'),
      values('TableStates', 'Table state', 'imapitable-getstatus', '/^TBLSTAT_/'),
      bits('TableFlags', 'Flag of a table operation', 'imapitable-setcolumns', 'TBL_ASYNC TBL_BATCH'),
      bits('QueryColumnsFlags', 'Flag of QueryColumns', 'imapitable-querycolumns', 'TBL_ALL_COLUMNS'),
      bits('QueryRowsFlags', 'Flag of QueryRows', 'imapitable-queryrows', 'TBL_NOADVANCE'),
      bits('RowCountFlags', 'Flag of GetRowCount', 'imapitable-getrowcount', 'TBL_NOWAIT'),
      bits('FindRowFlags', 'Flag of FindRow', 'imapitable-findrow', 'DIR_BACKWARD'),
      values('Bookmarks', 'Bookmark', 'imapitable-seekrow', '/^BOOKMARK_/'),
      values(
        'RowTypes',
        'Row type',
        'pidtagrowtype-canonical-property',
        'TBL_LEAF_ROW TBL_EMPTY_CATEGORY TBL_EXPANDED_CATEGORY TBL_COLLAPSED_CATEGORY',
      ),
      bits('TableDataFlags', 'Flag of ITableData', 'itabledata-hrdeleterows', 'TAD_ALL_ROWS'),
      bits('ModifyTableFlags', 'Flag of ModifyTable', 'iexchangemodifytable-modifytable', 'ROWLIST_REPLACE'),
      values('RowChanges', 'Change of a row', 'rowentry', 'ROW_ADD ROW_MODIFY ROW_REMOVE ROW_EMPTY'),
    ],
  },
  restrictions: {
    groups: [
      values('RestrictionTypes', 'Restriction type', 'srestriction', '/^RES_/'),
      values('RelationalOperators', 'Relational operator', 'spropertyrestriction', '/^RELOP_/'),
      bits('FuzzyLevels', 'Fuzzy level', 'scontentrestriction', '/^FL_/'),
      values('BitmaskOperators', 'Bitmask operator', 'sbitmaskrestriction', '/^BMR_/'),
    ],
  },
  notifications: {
    groups: [
      bits('NotificationEvents', 'Event', 'notification', '/^fnev/'),
      values(
        'TableEvents',
        'Table event',
        'table_notification',
        'TABLE_CHANGED TABLE_ERROR TABLE_ROW_ADDED TABLE_ROW_DELETED TABLE_ROW_MODIFIED TABLE_SORT_DONE TABLE_RESTRICT_DONE TABLE_SETCOL_DONE TABLE_RELOAD',
      ),
      bits('NotifyCallbackFlags', 'Answer of a notification callback', 'imapisupport-notify', 'CALLBACK_DISCONTINUE'),
      bits('ProgressFlags', 'Flag of a progress report', 'imapiprogress-setlimits', 'MAPI_TOP_LEVEL'),
    ],
  },
  addressbook: {
    groups: [
      values(
        'DisplayTypes',
        'Display type',
        'pidtagdisplaytype-canonical-property',
        'DT_MAILUSER DT_DISTLIST DT_FORUM DT_AGENT DT_ORGANIZATION DT_PRIVATE_DISTLIST DT_REMOTE_MAILUSER DT_ROOM DT_EQUIPMENT DT_SEC_DISTLIST DT_MODIFIABLE DT_GLOBAL DT_LOCAL DT_WAN DT_NOT_SPECIFIC DT_FOLDER DT_FOLDER_LINK DT_FOLDER_SPECIAL',
      ),
      bits(
        'ExtendedDisplayTypes',
        'Part of the extended display type',
        'pidtagdisplaytypeex-canonical-property',
        '/^DTE_/',
      ),
      bits(
        'ContainerFlags',
        'Container flag',
        'pidtagcontainerflags-canonical-property',
        'AB_RECIPIENTS AB_SUBCONTAINERS AB_MODIFIABLE AB_UNMODIFIABLE AB_FIND_ON_OPEN AB_NOT_DEFAULT AB_UNICODEUI',
      ),
      bits('AddressBookFlags', 'Flag of the address book', 'imapisession-openaddressbook', 'AB_NO_DIALOG'),
      bits(
        'AddressDialogFlags',
        'Flag of the address dialogue',
        'adrparm',
        'AB_SELECTONLY AB_RESOLVE DIALOG_MODAL DIALOG_SDI DIALOG_OPTIONS ADDRESS_ONE',
      ),
      values(
        'ResolveFlags',
        'How far a name was resolved',
        'iabcontainer-resolvenames',
        'MAPI_UNRESOLVED MAPI_AMBIGUOUS MAPI_RESOLVED',
      ),
      bits(
        'CreateEntryFlags',
        'Flag of CreateEntry',
        'iabcontainer-createentry',
        'CREATE_CHECK_DUP_STRICT CREATE_CHECK_DUP_LOOSE CREATE_REPLACE',
      ),
      bits('NewEntryFlags', 'Flag of NewEntry', 'imapisupport-createoneoff', 'MAPI_SEND_NO_RICH_INFO'),
      bits(
        'OneOffFlags',
        'Flag of a one-off entry identifier',
        undefined,
        'MAPI_ONE_OFF_UNICODE MAPI_ONE_OFF_NO_RICH_INFO',
      ),
      bits('FillEntryFlags', 'Flag of a template', 'iablogon-opentemplateid', 'FILL_ENTRY'),
    ],
  },
  displaytables: {
    groups: [
      values('ControlTypes', 'Control type', 'pidtagcontroltype-canonical-property', '/^DTCT_/'),
      bits(
        'ControlFlags',
        'Control flag',
        'pidtagcontrolflags-canonical-property',
        'DT_MULTILINE DT_EDITABLE DT_REQUIRED DT_SET_IMMEDIATE DT_PASSWORD_EDIT DT_ACCEPT_DBCS DT_SET_SELECTION',
      ),
      bits('ListBoxFlags', 'Flag of a list box', 'dtbllbx', 'MAPI_NO_HBAR MAPI_NO_VBAR'),
      values('ControlStates', 'State of a button', 'imapicontrol-getstate', 'MAPI_ENABLED MAPI_DISABLED'),
    ],
  },
  session: {
    groups: [
      bits(
        'InitializeFlags',
        'Flag of MAPIInitialize',
        'mapiinit_0',
        'MAPI_MULTITHREAD_NOTIFICATIONS MAPI_NT_SERVICE MAPI_NO_COINIT',
      ),
      bits(
        'LogonFlags',
        'Flag of MAPILogonEx',
        'mapilogonex',
        'MAPI_LOGON_UI MAPI_NEW_SESSION MAPI_ALLOW_OTHERS MAPI_EXPLICIT_PROFILE MAPI_EXTENDED MAPI_USE_DEFAULT MAPI_FORCE_DOWNLOAD MAPI_SERVICE_UI_ALWAYS MAPI_NO_MAIL =MAPI_NT_SERVICE MAPI_PASSWORD_UI MAPI_TIMEOUT_SHORT MAPI_BG_SESSION =MAPI_UNICODE',
      ),
      bits('LogoffFlags', 'Flag of IMAPISession::Logoff', 'imapisession-logoff', 'MAPI_LOGOFF_SHARED MAPI_LOGOFF_UI'),
      bits(
        'DefaultStoreFlags',
        'Flag of SetDefaultStore',
        'imapisession-setdefaultstore',
        'MAPI_DEFAULT_STORE MAPI_SIMPLE_STORE_TEMPORARY MAPI_SIMPLE_STORE_PERMANENT MAPI_PRIMARY_STORE MAPI_SECONDARY_STORE',
      ),
      bits(
        'ProfileFlags',
        'Flag of CreateProfile',
        'iprofadmin-createprofile',
        'MAPI_DEFAULT_SERVICES MAPI_APP_PROFILE',
      ),
      bits('ProfileSectionFlags', 'Flag of OpenProfileSection', 'imapisession-openprofilesection', 'MAPI_FORCE_ACCESS'),
      bits('ServiceFlags', 'Flag of a message service', 'pidtagresourceflags-canonical-property', '/^SERVICE_/'),
      bits(
        'ResourceFlags',
        'Resource flag',
        'pidtagresourceflags-canonical-property',
        'STATUS_DEFAULT_OUTBOUND STATUS_DEFAULT_STORE STATUS_PRIMARY_IDENTITY STATUS_SIMPLE_STORE STATUS_XP_PREFER_LAST STATUS_NO_PRIMARY_IDENTITY STATUS_NO_DEFAULT_STORE STATUS_TEMP_SECTION STATUS_OWN_STORE STATUS_NEED_IPM_TREE STATUS_PRIMARY_STORE STATUS_SECONDARY_STORE',
      ),
      values(
        'ResourceTypes',
        'Resource type',
        'pidtagresourcetype-canonical-property',
        'MAPI_STORE_PROVIDER MAPI_AB MAPI_AB_PROVIDER MAPI_TRANSPORT_PROVIDER MAPI_SPOOLER MAPI_PROFILE_PROVIDER MAPI_SUBSYSTEM MAPI_HOOK_PROVIDER',
      ),
      bits(
        'ServiceUiFlags',
        'Flag of ConfigureMsgService',
        'imsgserviceadmin-configuremsgservice',
        'UI_READONLY UI_SERVICE UI_CURRENT_PROVIDER_FIRST',
      ),
      bits('WizardFlags', 'Flag of the profile wizard', 'launchwizardentry', '/^MAPI_PW_/'),
      bits(
        'TopFoldersFlags',
        'Flag of HrValidateIPMSubtree',
        'hrvalidateipmsubtree',
        'MAPI_FORCE_CREATE MAPI_FULL_IPM_TREE',
      ),
      values(
        'InterfaceVersions',
        'Version of a structure or interface',
        undefined,
        'MAPI_INIT_VERSION MAPI_ERROR_VERSION CURRENT_SPI_VERSION PDK1_SPI_VERSION PDK2_SPI_VERSION PDK3_SPI_VERSION',
      ),
      values(
        'ProfileNameLimits',
        'Longest name, with its end',
        'iprofadmin-createprofile',
        'cchProfileNameMax cchProfilePassMax',
      ),
    ],
  },
  status: {
    groups: [
      bits(
        'StatusMethods',
        'Method that a status object has',
        'pidtagresourcemethods-canonical-property',
        'STATUS_VALIDATE_STATE STATUS_SETTINGS_DIALOG STATUS_CHANGE_PASSWORD STATUS_FLUSH_QUEUES',
      ),
      bits(
        'StatusCodes',
        'Status code',
        'pidtagstatuscode-canonical-property',
        'STATUS_AVAILABLE STATUS_OFFLINE STATUS_FAILURE STATUS_INBOUND_ENABLED STATUS_INBOUND_ACTIVE STATUS_INBOUND_FLUSH STATUS_OUTBOUND_ENABLED STATUS_OUTBOUND_ACTIVE STATUS_OUTBOUND_FLUSH STATUS_REMOTE_ACCESS',
      ),
      bits(
        'ValidateStateFlags',
        'Flag of ValidateState',
        'imapistatus-validatestate',
        'SUPPRESS_UI REFRESH_XP_HEADER_CACHE PROCESS_XP_HEADER_CACHE FORCE_XP_CONNECT FORCE_XP_DISCONNECT CONFIG_CHANGED ABORT_XP_HEADER_OPERATION SHOW_XP_SESSION_UI',
      ),
      bits('FlushFlags', 'Flag of FlushQueues', 'imapistatus-flushqueues', '/^FLUSH_/'),
      bits('StatusRowFlags', 'Flag of ModifyStatusRow', 'imapisupport-modifystatusrow', 'STATUSROW_UPDATE'),
    ],
  },
  providers: {
    groups: [
      bits(
        'TransportLogonFlags',
        'Flag of IXPProvider::TransportLogon',
        'ixpprovider-transportlogon',
        'LOGON_NO_DIALOG LOGON_NO_CONNECT LOGON_NO_INBOUND LOGON_NO_OUTBOUND',
      ),
      bits(
        'TransportSessionFlags',
        'Answer of IXPProvider::TransportLogon',
        'ixpprovider-transportlogon',
        'LOGON_SP_IDLE LOGON_SP_POLL LOGON_SP_RESOLVE',
      ),
      bits(
        'SpoolerLogonFlags',
        'Flag of SpoolerLogon',
        'imsprovider-spoolerlogon',
        'LOGON_SP_TRANSPORT LOGON_SP_PROMPT LOGON_SP_NEWPW LOGON_CHANGED',
      ),
      bits(
        'ProviderShutdownFlags',
        'Flag of Shutdown and TransportLogoff',
        'ixpprovider-shutdown',
        'LOGOFF_NORMAL LOGOFF_HURRY DEINIT_NORMAL DEINIT_HURRY',
      ),
      bits(
        'TransportNotifyFlags',
        'Flag of TransportNotify',
        'ixplogon-transportnotify',
        'NOTIFY_BEGIN_INBOUND NOTIFY_BEGIN_OUTBOUND NOTIFY_BEGIN_INBOUND_FLUSH NOTIFY_BEGIN_OUTBOUND_FLUSH NOTIFY_END_INBOUND NOTIFY_END_OUTBOUND NOTIFY_END_INBOUND_FLUSH NOTIFY_END_OUTBOUND_FLUSH NOTIFY_ABORT_DEFERRED NOTIFY_CANCEL_MESSAGE',
      ),
      bits(
        'SpoolerNotifyFlags',
        'Flag of SpoolerNotify',
        'imapisupport-spoolernotify',
        'NOTIFY_NEWMAIL NOTIFY_READYTOSEND NOTIFY_SENTDEFERRED NOTIFY_CRITSEC NOTIFY_NONCRIT NOTIFY_CONFIG_CHANGE NOTIFY_CRITICAL_ERROR NOTIFY_NEWMAIL_RECEIVED',
      ),
      bits('NotifyFlags', 'Flag of IMAPISupport::Notify', 'imapisupport-notify', 'NOTIFY_SYNC NOTIFY_CANCELED'),
      bits('SubmitFlagsOfTransport', 'Flag of IXPLogon::SubmitMessage', 'ixplogon-submitmessage', 'BEGIN_DEFERRED'),
      bits('EndMessageFlags', 'Answer of IXPLogon::EndMessage', 'ixplogon-endmessage', '/^END_/'),
      values('OptionTypes', 'Kind of options', undefined, '/^OPTION_TYPE_/'),
      bits(
        'PrepareSubmitFlags',
        'Flag of preprocessing',
        'imapisupport-preparesubmit',
        'NEEDS_PREPROCESSING NEEDS_SPOOLER CHECK_SENDER NON_STANDARD',
      ),
      bits('StatusRecipsFlags', 'Flag of a read report', 'imapisupport-readreceipt', 'MAPI_NON_READ'),
      bits('StorageStreamFlags', 'Flag of a stream for a message', 'imapisupport-istoragefromstream', '/^STGSTRM_/'),
      values('ServiceEntryContexts', 'Reason of a call to a message service', 'msgserviceentry', '/^MSG_SERVICE_/'),
      bits('HookFlags', 'Flag of a spooler hook', undefined, '/^HOOK_/'),
      bits(
        'ProgressDialogFlags',
        'Flag of the progress dialogue',
        'imapisupport-doprogressdialog',
        'DIALOG_FOLDER DIALOG_MESSAGE DIALOG_PROP DIALOG_ATTACH DIALOG_MOVE DIALOG_COPY DIALOG_DELETE DIALOG_ALLOW_CANCEL DIALOG_CONFIRM_CANCEL',
      ),
    ],
  },
  forms: {
    groups: [
      values('FormVerbs', 'Verb of a form', undefined, '/^EXCHIVERB_/'),
      values('OutlookVerbs', 'Verb of an Outlook form', undefined, '/^NOTEIVERB_/'),
      bits('ViewDirections', 'Direction to the next message', 'imapiviewcontext-activatenext', '/^VCDIR_/'),
      bits('ViewStatus', 'Status of a view', 'imapiviewcontext-getviewstatus', '/^VCSTATUS_/'),
      values('SaveOptions', 'Whether to save', 'imapiform-shutdownform', '/^SAVEOPTS_/'),
      values('SaveFormats', 'Format of saving', 'imapiviewcontext-getsavestream', '/^SAVE_FORMAT_/'),
      values('FormRegistries', 'Form registry', 'imapiformmgr-openformcontainer', '/^HFRMREG_/'),
      bits(
        'FormFlags',
        'Flag of a form registry',
        'imapiformcontainer-installform',
        'MAPIFORM_EXACTMATCH MAPIFORM_INSTALL_DIALOG MAPIFORM_INSTALL_OVERWRITEONCONFLICT',
      ),
      values('FormRegistrySelection', 'Which registries to show', 'imapiformmgr-selectform', '/^MAPIFORM_SELECT_/'),
      values('FormPropertySets', 'How sets of properties join', 'imapiformmgr-calcformpropset', '/^FORMPROPSET_/'),
      values('FormPropertyKinds', 'Kind of a form property', 'smapiformprop', '/^FPST_/'),
      values('FormProcessors', 'Processor of a form', undefined, '/^MAPIFORM_CPU_/'),
      values('FormSystems', 'System of a form', undefined, '/^MAPIFORM_OS_/'),
      values('MessageBehaviours', 'Behaviour of a posted message', undefined, '/^MAPI_MESSAGE_BEHAVIOR_/'),
    ],
  },
  tnef: {
    groups: [
      bits(
        'TnefFlags',
        'Flag of a TNEF object',
        'opentnefstreamex',
        'TNEF_DECODE TNEF_ENCODE TNEF_PURE TNEF_COMPATIBILITY TNEF_BEST_DATA TNEF_COMPONENT_ENCODING',
      ),
      bits('TnefPropFlags', 'Flag of AddProps and ExtractProps', 'itnef-addprops', '/^TNEF_PROP_/'),
      bits(
        'TnefComponents',
        'Component of a TNEF stream',
        'itnef-finishcomponent',
        'TNEF_COMPONENT_MESSAGE TNEF_COMPONENT_ATTACHMENT',
      ),
      values(
        'TnefNumbers',
        'Number of the TNEF format',
        undefined,
        'TNEF_SIGNATURE MAC_BINARY LVL_MESSAGE LVL_ATTACHMENT',
      ),
      values('TnefAttributeTypes', 'Type of a TNEF attribute', undefined, '/^atp/'),
      values('TnefAttachTypes', 'Type of a TNEF attachment', undefined, '/^atyp/'),
      values('TnefPriorities', 'Priority in TNEF', undefined, '/^prio(High|Low|Norm)$/'),
      bits('TnefMessageStatus', 'Message status in TNEF', undefined, '/^fms/'),
      values('TnefRecipients', 'Kind of a TNEF address', undefined, '/^trpid/'),
    ],
  },
  rules: {
    groups: [
      values('RuleActions', 'Action of a rule', undefined, '/^OP_/'),
      bits('RuleStates', 'State of a rule', 'pidtagrulestate-canonical-property', '/^ST_/'),
      values('RuleErrors', 'Failure of a rule', undefined, '/^RULE_ERR_/'),
      bits('RuleForwardFlags', 'How a rule forwards', undefined, '/^FWD_/'),
      bits('RuleReplyFlags', 'How a rule replies', undefined, 'DO_NOT_SEND_TO_ORIGINATOR STOCK_REPLY_TEMPLATE'),
      values('BounceReasons', 'Why a rule refuses', undefined, '/^BOUNCE_/'),
    ],
  },
  synchronization: {
    groups: [
      bits(
        'SyncFlags',
        'Flag of an export of changes',
        undefined,
        '/^SYNC_(UNICODE|NO_DELETIONS|NO_SOFT_DELETIONS|READ_STATE|ASSOCIATED|NORMAL|NO_CONFLICTS|ONLY_SPECIFIED_PROPS|NO_FOREIGN_KEYS|LIMITED_IMESSAGE|CATCHUP|NEW_MESSAGE|MSG_SELECTIVE|BEST_BODY|IGNORE_SPECIFIED_ON_ASSOCIATED|PROGRESS_MODE|FXRECOVERMODE|DEFER_CONFIG|FORCE_UNICODE)$/',
      ),
      bits('SyncImportFlags', 'Flag of an import of changes', undefined, 'SYNC_SOFT_DELETE SYNC_EXPIRY SYNC_READ'),
      bits(
        'ReplicationFlags',
        'Flag of a replication',
        'sync',
        'SYNC_UPLOAD_HIERARCHY SYNC_DOWNLOAD_HIERARCHY SYNC_UPLOAD_CONTENTS SYNC_DOWNLOAD_CONTENTS SYNC_OUTGOING_MAIL SYNC_BACKGROUND SYNC_THESE_FOLDERS SYNC_HEADERS',
      ),
      bits('UploadTableFlags', 'Flag of an upload of tables', 'uptbl', '/^UPT_/'),
      bits('UploadHierarchyFlags', 'Flag of an upload of folders', 'uphier', '/^UPH_/'),
      bits('UploadFolderFlags', 'Flag of an upload of a folder', 'upfld', '/^UPF_/'),
      bits('UploadMessageFlags', 'Flag of an upload of a message', 'upmsg', '/^UPM_/'),
      bits('UploadMoveFlags', 'Flag of an upload of a move', 'upmov', '/^UPV_/'),
      bits('UploadReadFlags', 'Flag of an upload of a read state', 'upread', '/^UPR_/'),
      bits('UploadDeleteFlags', 'Flag of an upload of a deletion', 'updel', '/^UPD_/'),
      bits('UploadSynchronizationFlags', 'Flag of a synchronization', 'sync', '/^UPS_/'),
      bits('UploadContentsFlags', 'Flag of an upload of contents', 'synccont', '/^UPC_/'),
      bits('DownloadFlags', 'Flag of a download', 'dnhier', 'DNH_OK DNT_OK /^HSF_/'),
      bits('OfflineStates', 'Offline state', 'imapioffline-getcurrentstate', '/^MAPIOFFLINE_STATE_/'),
      bits('OfflineCapabilities', 'Offline capability', undefined, '/^MAPIOFFLINE_CAPABILITY_/'),
      bits('OfflineFlags', 'Flag of an offline object', undefined, '/^MAPIOFFLINE_(FLAG|ADVISE|UNADVISE)_/'),
    ],
  },
  conversion: {
    groups: [
      bits('ConversionFlags', 'Flag of a conversion', 'iconvertersession-mimetomapi', '/^CCSF_/'),
      values('EncodingTypes', 'Transfer encoding', 'iconvertersession-setencoding', '/^IET_/'),
      values('CharsetUses', 'Use of a character set', 'iconvertersession-setcharset', '/^CSET_/'),
      values('MimeSaveTypes', 'Kind of saved message', 'iconvertersession-setsaveformat', '/^SAVE_RFC/'),
    ],
  },
  idle: {
    groups: [
      bits('IdleFlags', 'Flag of an idle routine', 'ftgregisteridleroutine', '/^FIRO/ IRONULL'),
      bits('IdleChanges', 'Change of an idle routine', 'changeidleroutine', '/^FIRC/ IRCNULL'),
      values('IdlePriorities', 'Priority of an idle routine', 'ftgregisteridleroutine', 'PRIHIGHEST PRIUSER PRILOWEST'),
    ],
  },
  simplemapi: {
    groups: [
      bits(
        'SimpleLogonFlags',
        'Flag of a Simple MAPI logon',
        simple('mapilogon'),
        '=MAPI_LOGON_UI =MAPI_NEW_SESSION =MAPI_EXTENDED =MAPI_FORCE_DOWNLOAD =MAPI_PASSWORD_UI',
      ),
      bits(
        'SimpleSendFlags',
        'Flag of MAPISendMail',
        simple('mapisendmail'),
        '=MAPI_LOGON_UI =MAPI_NEW_SESSION =MAPI_DIALOG MAPI_DIALOG_MODELESS MAPI_FORCE_UNICODE',
      ),
      bits(
        'SimpleFindFlags',
        'Flag of MAPIFindNext',
        simple('mapifindnext'),
        'MAPI_UNREAD_ONLY MAPI_GUARANTEE_FIFO MAPI_LONG_MSGID',
      ),
      bits(
        'SimpleReadFlags',
        'Flag of MAPIReadMail',
        simple('mapireadmail'),
        'MAPI_ENVELOPE_ONLY MAPI_PEEK MAPI_BODY_AS_FILE MAPI_SUPPRESS_ATTACH',
      ),
      bits(
        'SimpleResolveFlags',
        'Flag of MAPIResolveName',
        simple('mapiresolvename'),
        '=MAPI_LOGON_UI =MAPI_NEW_SESSION =MAPI_DIALOG MAPI_AB_NOMODIFY',
      ),
      bits(
        'SimpleMessageFlags',
        'Flag of a Simple MAPI message',
        undefined,
        'MAPI_UNREAD MAPI_RECEIPT_REQUESTED MAPI_SENT',
      ),
      bits('SimpleFileFlags', 'Flag of a Simple MAPI attachment', undefined, 'MAPI_OLE MAPI_OLE_STATIC'),
    ],
  },
};

function bits(group, noun, spec, members) {
  return { group, kind: 'bits', noun, spec, members };
}

function values(group, noun, spec, members) {
  return { group, kind: 'values', noun, spec, members };
}

/** The page of a Simple MAPI function, which is named by its file. */
function simple(name) {
  return `MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-${name}.md`;
}
