// Written by scripts/native/main.mjs from the interfaces that src declares; change those, not this file.
#include "generated/extended.h"

#include <mapidefs.h>
#include <mapix.h>

#include <mapiutil.h>

#include "extended/call.h"
#include "extended/method.h"

namespace comail {

namespace {

constexpr Guid kIABContainer = guid(0x0002030D, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIAddrBook = guid(0x00020309, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIAttach = guid(0x00020308, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIDistList = guid(0x0002030E, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMAPIAdviseSink = guid(0x00020302, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMAPIContainer = guid(0x0002030B, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMAPIFolder = guid(0x0002030C, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMAPIProgress = guid(0x0002031F, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMAPIProp = guid(0x00020303, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMAPISession = guid(0x00020300, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMAPIStatus = guid(0x00020305, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMAPITable = guid(0x00020301, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMailUser = guid(0x0002030A, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMessage = guid(0x00020307, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMsgServiceAdmin = guid(0x0002031D, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMsgServiceAdmin2 = guid(0x00020387, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIMsgStore = guid(0x00020306, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIProfAdmin = guid(0x0002031C, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIProfSect = guid(0x00020304, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIProviderAdmin = guid(0x00020325, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kISequentialStream = guid(0x0C733A30, 0x2A1C, 0x11CE, {0xAD, 0xE5, 0x00, 0xAA, 0x00, 0x44, 0x77, 0x3D});
constexpr Guid kIStream = guid(0x0000000C, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kITableData = guid(0x00020316, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});
constexpr Guid kIUnknown = guid(0x00000000, 0x0000, 0x0000, {0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46});

constexpr Parameter pIStream_Seek[] = {{Kind::kWide, kIn}, {Kind::kNumber, kIn}, {Kind::kWide, kOut | kUnique | kPointed}};
constexpr Method mIStream_Seek = {5, 3, -1, pIStream_Seek};
constexpr Parameter pIStream_SetSize[] = {{Kind::kWide, kIn}};
constexpr Method mIStream_SetSize = {6, 1, -1, pIStream_SetSize};
constexpr Parameter pIStream_CopyTo[] = {{Kind::kReference, kIn | kUnique, kNone, kNone, &kIStream}, {Kind::kWide, kIn}, {Kind::kWide, kOut | kUnique | kPointed}, {Kind::kWide, kOut | kUnique | kPointed}};
constexpr Method mIStream_CopyTo = {7, 4, -1, pIStream_CopyTo};
constexpr Parameter pIStream_Commit[] = {{Kind::kNumber, kIn}};
constexpr Method mIStream_Commit = {8, 1, -1, pIStream_Commit};
constexpr Method mIStream_Revert = {9, 0, -1, nullptr};
constexpr Parameter pIStream_LockRegion[] = {{Kind::kWide, kIn}, {Kind::kWide, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIStream_LockRegion = {10, 3, -1, pIStream_LockRegion};
constexpr Parameter pIStream_UnlockRegion[] = {{Kind::kWide, kIn}, {Kind::kWide, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIStream_UnlockRegion = {11, 3, -1, pIStream_UnlockRegion};
constexpr Parameter pIStream_Stat[] = {{Kind::kStat, kOut}, {Kind::kNumber, kIn}};
constexpr Method mIStream_Stat = {12, 2, -1, pIStream_Stat};
constexpr Parameter pIStream_Clone[] = {{Kind::kReference, kOut | kUnique, kNone, kNone, &kIStream}};
constexpr Method mIStream_Clone = {13, 1, -1, pIStream_Clone};
constexpr Parameter pIMAPIProp_GetLastError[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kError, kOut}};
constexpr Method mIMAPIProp_GetLastError = {3, 3, 1, pIMAPIProp_GetLastError};
constexpr Parameter pIMAPIProp_SaveChanges[] = {{Kind::kNumber, kIn}};
constexpr Method mIMAPIProp_SaveChanges = {4, 1, 0, pIMAPIProp_SaveChanges};
constexpr Parameter pIMAPIProp_GetProps[] = {{Kind::kTags, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed | kCount}, {Kind::kProps, kOut, 2}};
constexpr Method mIMAPIProp_GetProps = {5, 4, 1, pIMAPIProp_GetProps};
constexpr Parameter pIMAPIProp_GetPropList[] = {{Kind::kNumber, kIn}, {Kind::kTags, kOut}};
constexpr Method mIMAPIProp_GetPropList = {6, 2, 0, pIMAPIProp_GetPropList};
constexpr Parameter pIMAPIProp_OpenProperty[] = {{Kind::kNumber, kIn}, {Kind::kGuid, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, 1, &kIUnknown}};
constexpr Method mIMAPIProp_OpenProperty = {7, 5, 3, pIMAPIProp_OpenProperty};
constexpr Parameter pIMAPIProp_SetProps[] = {{Kind::kNumber, kIn | kCount}, {Kind::kProps, kIn, 0}, {Kind::kProblems, kOut | kUnique}};
constexpr Method mIMAPIProp_SetProps = {8, 3, -1, pIMAPIProp_SetProps};
constexpr Parameter pIMAPIProp_DeleteProps[] = {{Kind::kTags, kIn}, {Kind::kProblems, kOut | kUnique}};
constexpr Method mIMAPIProp_DeleteProps = {9, 2, -1, pIMAPIProp_DeleteProps};
constexpr Parameter pIMAPIProp_CopyTo[] = {{Kind::kNumber, kIn | kCount}, {Kind::kGuids, kIn | kUnique, 0}, {Kind::kTags, kIn | kUnique}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kGuid, kIn}, {Kind::kReference, kIn, kNone, 5}, {Kind::kNumber, kIn}, {Kind::kProblems, kOut | kUnique}};
constexpr Method mIMAPIProp_CopyTo = {10, 9, 7, pIMAPIProp_CopyTo};
constexpr Parameter pIMAPIProp_CopyProps[] = {{Kind::kTags, kIn}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kGuid, kIn}, {Kind::kReference, kIn, kNone, 3}, {Kind::kNumber, kIn}, {Kind::kProblems, kOut | kUnique}};
constexpr Method mIMAPIProp_CopyProps = {11, 7, 5, pIMAPIProp_CopyProps};
constexpr Parameter pIMAPIProp_GetNamesFromIDs[] = {{Kind::kTags, kIn | kOut | kUnique}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed | kCount}, {Kind::kNames, kOut, 3}};
constexpr Method mIMAPIProp_GetNamesFromIDs = {12, 5, 2, pIMAPIProp_GetNamesFromIDs};
constexpr Parameter pIMAPIProp_GetIDsFromNames[] = {{Kind::kNumber, kIn | kCount}, {Kind::kNames, kIn | kUnique, 0}, {Kind::kNumber, kIn}, {Kind::kTags, kOut}};
constexpr Method mIMAPIProp_GetIDsFromNames = {13, 4, 2, pIMAPIProp_GetIDsFromNames};
constexpr Parameter pIMAPISession_GetLastError[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kError, kOut}};
constexpr Method mIMAPISession_GetLastError = {3, 3, 1, pIMAPISession_GetLastError};
constexpr Parameter pIMAPISession_GetMsgStoresTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMAPISession_GetMsgStoresTable = {4, 2, 0, pIMAPISession_GetMsgStoresTable};
constexpr Parameter pIMAPISession_OpenMsgStore[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 1}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, 3, &kIMsgStore}};
constexpr Method mIMAPISession_OpenMsgStore = {5, 6, 4, pIMAPISession_OpenMsgStore};
constexpr Parameter pIMAPISession_OpenAddressBook[] = {{Kind::kWord, kIn}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, 1, &kIAddrBook}};
constexpr Method mIMAPISession_OpenAddressBook = {6, 4, 2, pIMAPISession_OpenAddressBook};
constexpr Parameter pIMAPISession_OpenProfileSection[] = {{Kind::kGuid, kIn}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, 1, &kIProfSect}};
constexpr Method mIMAPISession_OpenProfileSection = {7, 4, 2, pIMAPISession_OpenProfileSection};
constexpr Parameter pIMAPISession_GetStatusTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMAPISession_GetStatusTable = {8, 2, 0, pIMAPISession_GetStatusTable};
constexpr Parameter pIMAPISession_OpenEntry[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 0}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}, {Kind::kReference, kOut, kNone, 2, &kIUnknown}};
constexpr Method mIMAPISession_OpenEntry = {9, 6, 3, pIMAPISession_OpenEntry};
constexpr Parameter pIMAPISession_CompareEntryIDs[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 2}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIMAPISession_CompareEntryIDs = {10, 6, 4, pIMAPISession_CompareEntryIDs};
constexpr Parameter pIMAPISession_Advise[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 0}, {Kind::kNumber, kIn}, {Kind::kReference, kIn, kNone, kNone, &kIMAPIAdviseSink}, {Kind::kWord, kOut | kPointed}};
constexpr Method mIMAPISession_Advise = {11, 5, -1, pIMAPISession_Advise};
constexpr Parameter pIMAPISession_Unadvise[] = {{Kind::kWord, kIn}};
constexpr Method mIMAPISession_Unadvise = {12, 1, -1, pIMAPISession_Unadvise};
constexpr Parameter pIMAPISession_MessageOptions[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kText, kIn}, {Kind::kReference, kIn, kNone, kNone, &kIMessage}};
constexpr Method mIMAPISession_MessageOptions = {13, 4, 1, pIMAPISession_MessageOptions};
constexpr Parameter pIMAPISession_QueryDefaultMessageOpt[] = {{Kind::kText, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed | kCount}, {Kind::kProps, kOut, 2}};
constexpr Method mIMAPISession_QueryDefaultMessageOpt = {14, 4, 1, pIMAPISession_QueryDefaultMessageOpt};
constexpr Parameter pIMAPISession_EnumAdrTypes[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed | kCount}, {Kind::kTexts, kOut, 1}};
constexpr Method mIMAPISession_EnumAdrTypes = {15, 3, 0, pIMAPISession_EnumAdrTypes};
constexpr Parameter pIMAPISession_QueryIdentity[] = {{Kind::kNumber, kOut | kPointed | kCount}, {Kind::kBytes, kOut, 0}};
constexpr Method mIMAPISession_QueryIdentity = {16, 2, -1, pIMAPISession_QueryIdentity};
constexpr Parameter pIMAPISession_Logoff[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMAPISession_Logoff = {17, 3, 1, pIMAPISession_Logoff};
constexpr Parameter pIMAPISession_SetDefaultStore[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 1}};
constexpr Method mIMAPISession_SetDefaultStore = {18, 3, 0, pIMAPISession_SetDefaultStore};
constexpr Parameter pIMAPISession_AdminServices[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMsgServiceAdmin}};
constexpr Method mIMAPISession_AdminServices = {19, 2, 0, pIMAPISession_AdminServices};
constexpr Parameter pIMAPISession_ShowForm[] = {{Kind::kWord, kIn}, {Kind::kReference, kIn, kNone, kNone, &kIMsgStore}, {Kind::kReference, kIn, kNone, kNone, &kIMAPIFolder}, {Kind::kGuid, kIn | kUnique}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMessage}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kText8, kIn}};
constexpr Method mIMAPISession_ShowForm = {20, 11, 6, pIMAPISession_ShowForm};
constexpr Parameter pIMAPISession_PrepareForm[] = {{Kind::kGuid, kIn | kUnique}, {Kind::kReference, kIn, kNone, kNone, &kIMessage}, {Kind::kWord, kOut | kPointed}};
constexpr Method mIMAPISession_PrepareForm = {21, 3, -1, pIMAPISession_PrepareForm};
constexpr Parameter pIMsgStore_Advise[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 0}, {Kind::kNumber, kIn}, {Kind::kReference, kIn, kNone, kNone, &kIMAPIAdviseSink}, {Kind::kWord, kOut | kPointed}};
constexpr Method mIMsgStore_Advise = {14, 5, -1, pIMsgStore_Advise};
constexpr Parameter pIMsgStore_Unadvise[] = {{Kind::kWord, kIn}};
constexpr Method mIMsgStore_Unadvise = {15, 1, -1, pIMsgStore_Unadvise};
constexpr Parameter pIMsgStore_CompareEntryIDs[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 2}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIMsgStore_CompareEntryIDs = {16, 6, 4, pIMsgStore_CompareEntryIDs};
constexpr Parameter pIMsgStore_OpenEntry[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 0}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}, {Kind::kReference, kOut, kNone, 2, &kIUnknown}};
constexpr Method mIMsgStore_OpenEntry = {17, 6, 3, pIMsgStore_OpenEntry};
constexpr Parameter pIMsgStore_SetReceiveFolder[] = {{Kind::kText, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 2}};
constexpr Method mIMsgStore_SetReceiveFolder = {18, 4, 1, pIMsgStore_SetReceiveFolder};
constexpr Parameter pIMsgStore_GetReceiveFolder[] = {{Kind::kText, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed | kCount}, {Kind::kBytes, kOut, 2}, {Kind::kText, kOut | kUnique}};
constexpr Method mIMsgStore_GetReceiveFolder = {19, 5, 1, pIMsgStore_GetReceiveFolder};
constexpr Parameter pIMsgStore_GetReceiveFolderTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMsgStore_GetReceiveFolderTable = {20, 2, 0, pIMsgStore_GetReceiveFolderTable};
constexpr Parameter pIMsgStore_StoreLogoff[] = {{Kind::kNumber, kIn | kOut | kPointed}};
constexpr Method mIMsgStore_StoreLogoff = {21, 1, -1, pIMsgStore_StoreLogoff};
constexpr Parameter pIMsgStore_AbortSubmit[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn}};
constexpr Method mIMsgStore_AbortSubmit = {22, 3, 2, pIMsgStore_AbortSubmit};
constexpr Parameter pIMsgStore_GetOutgoingQueue[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMsgStore_GetOutgoingQueue = {23, 2, 0, pIMsgStore_GetOutgoingQueue};
constexpr Parameter pIMsgStore_SetLockState[] = {{Kind::kReference, kIn, kNone, kNone, &kIMessage}, {Kind::kNumber, kIn}};
constexpr Method mIMsgStore_SetLockState = {24, 2, -1, pIMsgStore_SetLockState};
constexpr Parameter pIMsgStore_FinishedMsg[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 1}};
constexpr Method mIMsgStore_FinishedMsg = {25, 3, 0, pIMsgStore_FinishedMsg};
constexpr Parameter pIMsgStore_NotifyNewMail[] = {{Kind::kNotification, kIn}};
constexpr Method mIMsgStore_NotifyNewMail = {26, 1, -1, pIMsgStore_NotifyNewMail};
constexpr Parameter pIMAPIContainer_GetContentsTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMAPIContainer_GetContentsTable = {14, 2, 0, pIMAPIContainer_GetContentsTable};
constexpr Parameter pIMAPIContainer_GetHierarchyTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMAPIContainer_GetHierarchyTable = {15, 2, 0, pIMAPIContainer_GetHierarchyTable};
constexpr Parameter pIMAPIContainer_OpenEntry[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 0}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}, {Kind::kReference, kOut, kNone, 2, &kIUnknown}};
constexpr Method mIMAPIContainer_OpenEntry = {16, 6, 3, pIMAPIContainer_OpenEntry};
constexpr Parameter pIMAPIContainer_SetSearchCriteria[] = {{Kind::kRestriction, kIn | kUnique}, {Kind::kEntries, kIn | kUnique}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIContainer_SetSearchCriteria = {17, 3, -1, pIMAPIContainer_SetSearchCriteria};
constexpr Parameter pIMAPIContainer_GetSearchCriteria[] = {{Kind::kNumber, kIn}, {Kind::kRestriction, kOut | kUnique}, {Kind::kEntries, kOut | kUnique}, {Kind::kNumber, kOut | kUnique | kPointed}};
constexpr Method mIMAPIContainer_GetSearchCriteria = {18, 4, 0, pIMAPIContainer_GetSearchCriteria};
constexpr Parameter pIMAPIFolder_CreateMessage[] = {{Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, 0, &kIMessage}};
constexpr Method mIMAPIFolder_CreateMessage = {19, 3, 1, pIMAPIFolder_CreateMessage};
constexpr Parameter pIMAPIFolder_CopyMessages[] = {{Kind::kEntries, kIn}, {Kind::kGuid, kIn | kUnique}, {Kind::kReference, kIn, kNone, 1}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIFolder_CopyMessages = {20, 6, 5, pIMAPIFolder_CopyMessages};
constexpr Parameter pIMAPIFolder_DeleteMessages[] = {{Kind::kEntries, kIn}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIFolder_DeleteMessages = {21, 4, 3, pIMAPIFolder_DeleteMessages};
constexpr Parameter pIMAPIFolder_CreateFolder[] = {{Kind::kNumber, kIn}, {Kind::kText, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, 3, &kIMAPIFolder}};
constexpr Method mIMAPIFolder_CreateFolder = {22, 6, 4, pIMAPIFolder_CreateFolder};
constexpr Parameter pIMAPIFolder_CopyFolder[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kGuid, kIn | kUnique}, {Kind::kReference, kIn, kNone, 2}, {Kind::kText, kIn | kUnique}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIFolder_CopyFolder = {23, 8, 7, pIMAPIFolder_CopyFolder};
constexpr Parameter pIMAPIFolder_DeleteFolder[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIFolder_DeleteFolder = {24, 5, 4, pIMAPIFolder_DeleteFolder};
constexpr Parameter pIMAPIFolder_SetReadFlags[] = {{Kind::kEntries, kIn | kUnique}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIFolder_SetReadFlags = {25, 4, 3, pIMAPIFolder_SetReadFlags};
constexpr Parameter pIMAPIFolder_GetMessageStatus[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIMAPIFolder_GetMessageStatus = {26, 4, 2, pIMAPIFolder_GetMessageStatus};
constexpr Parameter pIMAPIFolder_SetMessageStatus[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIMAPIFolder_SetMessageStatus = {27, 5, -1, pIMAPIFolder_SetMessageStatus};
constexpr Parameter pIMAPIFolder_SaveContentsSort[] = {{Kind::kSort, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIFolder_SaveContentsSort = {28, 2, 1, pIMAPIFolder_SaveContentsSort};
constexpr Parameter pIMAPIFolder_EmptyFolder[] = {{Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIFolder_EmptyFolder = {29, 3, 2, pIMAPIFolder_EmptyFolder};
constexpr Parameter pIMessage_GetAttachmentTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMessage_GetAttachmentTable = {14, 2, 0, pIMessage_GetAttachmentTable};
constexpr Parameter pIMessage_OpenAttach[] = {{Kind::kNumber, kIn}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, 1, &kIAttach}};
constexpr Method mIMessage_OpenAttach = {15, 4, 2, pIMessage_OpenAttach};
constexpr Parameter pIMessage_CreateAttach[] = {{Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}, {Kind::kReference, kOut, kNone, 0, &kIAttach}};
constexpr Method mIMessage_CreateAttach = {16, 4, 1, pIMessage_CreateAttach};
constexpr Parameter pIMessage_DeleteAttach[] = {{Kind::kNumber, kIn}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kNumber, kIn}};
constexpr Method mIMessage_DeleteAttach = {17, 4, 3, pIMessage_DeleteAttach};
constexpr Parameter pIMessage_GetRecipientTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMessage_GetRecipientTable = {18, 2, 0, pIMessage_GetRecipientTable};
constexpr Parameter pIMessage_ModifyRecipients[] = {{Kind::kNumber, kIn}, {Kind::kAddresses, kIn}};
constexpr Method mIMessage_ModifyRecipients = {19, 2, 0, pIMessage_ModifyRecipients};
constexpr Parameter pIMessage_SubmitMessage[] = {{Kind::kNumber, kIn}};
constexpr Method mIMessage_SubmitMessage = {20, 1, 0, pIMessage_SubmitMessage};
constexpr Parameter pIMessage_SetReadFlag[] = {{Kind::kNumber, kIn}};
constexpr Method mIMessage_SetReadFlag = {21, 1, 0, pIMessage_SetReadFlag};
constexpr Parameter pIMAPITable_GetLastError[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kError, kOut}};
constexpr Method mIMAPITable_GetLastError = {3, 3, 1, pIMAPITable_GetLastError};
constexpr Parameter pIMAPITable_Advise[] = {{Kind::kNumber, kIn}, {Kind::kReference, kIn, kNone, kNone, &kIMAPIAdviseSink}, {Kind::kWord, kOut | kPointed}};
constexpr Method mIMAPITable_Advise = {4, 3, -1, pIMAPITable_Advise};
constexpr Parameter pIMAPITable_Unadvise[] = {{Kind::kWord, kIn}};
constexpr Method mIMAPITable_Unadvise = {5, 1, -1, pIMAPITable_Unadvise};
constexpr Parameter pIMAPITable_GetStatus[] = {{Kind::kNumber, kOut | kPointed}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIMAPITable_GetStatus = {6, 2, -1, pIMAPITable_GetStatus};
constexpr Parameter pIMAPITable_SetColumns[] = {{Kind::kTags, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMAPITable_SetColumns = {7, 2, 1, pIMAPITable_SetColumns};
constexpr Parameter pIMAPITable_QueryColumns[] = {{Kind::kNumber, kIn}, {Kind::kTags, kOut}};
constexpr Method mIMAPITable_QueryColumns = {8, 2, 0, pIMAPITable_QueryColumns};
constexpr Parameter pIMAPITable_GetRowCount[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIMAPITable_GetRowCount = {9, 2, 0, pIMAPITable_GetRowCount};
constexpr Parameter pIMAPITable_SeekRow[] = {{Kind::kBookmark, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kUnique | kPointed}};
constexpr Method mIMAPITable_SeekRow = {10, 3, -1, pIMAPITable_SeekRow};
constexpr Parameter pIMAPITable_SeekRowApprox[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMAPITable_SeekRowApprox = {11, 2, -1, pIMAPITable_SeekRowApprox};
constexpr Parameter pIMAPITable_QueryPosition[] = {{Kind::kNumber, kOut | kPointed}, {Kind::kNumber, kOut | kPointed}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIMAPITable_QueryPosition = {12, 3, -1, pIMAPITable_QueryPosition};
constexpr Parameter pIMAPITable_FindRow[] = {{Kind::kRestriction, kIn}, {Kind::kBookmark, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMAPITable_FindRow = {13, 3, 2, pIMAPITable_FindRow};
constexpr Parameter pIMAPITable_Restrict[] = {{Kind::kRestriction, kIn | kUnique}, {Kind::kNumber, kIn}};
constexpr Method mIMAPITable_Restrict = {14, 2, 1, pIMAPITable_Restrict};
constexpr Parameter pIMAPITable_CreateBookmark[] = {{Kind::kBookmark, kOut | kPointed}};
constexpr Method mIMAPITable_CreateBookmark = {15, 1, -1, pIMAPITable_CreateBookmark};
constexpr Parameter pIMAPITable_FreeBookmark[] = {{Kind::kBookmark, kIn}};
constexpr Method mIMAPITable_FreeBookmark = {16, 1, -1, pIMAPITable_FreeBookmark};
constexpr Parameter pIMAPITable_SortTable[] = {{Kind::kSort, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMAPITable_SortTable = {17, 2, 1, pIMAPITable_SortTable};
constexpr Parameter pIMAPITable_QuerySortOrder[] = {{Kind::kSort, kOut}};
constexpr Method mIMAPITable_QuerySortOrder = {18, 1, -1, pIMAPITable_QuerySortOrder};
constexpr Parameter pIMAPITable_QueryRows[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kRows, kOut}};
constexpr Method mIMAPITable_QueryRows = {19, 3, 1, pIMAPITable_QueryRows};
constexpr Method mIMAPITable_Abort = {20, 0, -1, nullptr};
constexpr Parameter pIMAPITable_ExpandRow[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kRows, kOut | kUnique}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIMAPITable_ExpandRow = {21, 6, 3, pIMAPITable_ExpandRow};
constexpr Parameter pIMAPITable_CollapseRow[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIMAPITable_CollapseRow = {22, 4, 2, pIMAPITable_CollapseRow};
constexpr Parameter pIMAPITable_WaitForCompletion[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kUnique | kPointed}};
constexpr Method mIMAPITable_WaitForCompletion = {23, 3, 0, pIMAPITable_WaitForCompletion};
constexpr Parameter pIMAPITable_GetCollapseState[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 1}, {Kind::kNumber, kOut | kPointed | kCount}, {Kind::kBytes, kOut, 3}};
constexpr Method mIMAPITable_GetCollapseState = {24, 5, 0, pIMAPITable_GetCollapseState};
constexpr Parameter pIMAPITable_SetCollapseState[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 1}, {Kind::kBookmark, kOut | kPointed}};
constexpr Method mIMAPITable_SetCollapseState = {25, 4, 0, pIMAPITable_SetCollapseState};
constexpr Parameter pIAddrBook_OpenEntry[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 0}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}, {Kind::kReference, kOut, kNone, 2, &kIUnknown}};
constexpr Method mIAddrBook_OpenEntry = {14, 6, 3, pIAddrBook_OpenEntry};
constexpr Parameter pIAddrBook_CompareEntryIDs[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 2}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mIAddrBook_CompareEntryIDs = {15, 6, 4, pIAddrBook_CompareEntryIDs};
constexpr Parameter pIAddrBook_Advise[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 0}, {Kind::kNumber, kIn}, {Kind::kReference, kIn, kNone, kNone, &kIMAPIAdviseSink}, {Kind::kWord, kOut | kPointed}};
constexpr Method mIAddrBook_Advise = {16, 5, -1, pIAddrBook_Advise};
constexpr Parameter pIAddrBook_Unadvise[] = {{Kind::kWord, kIn}};
constexpr Method mIAddrBook_Unadvise = {17, 1, -1, pIAddrBook_Unadvise};
constexpr Parameter pIAddrBook_CreateOneOff[] = {{Kind::kText, kIn | kUnique}, {Kind::kText, kIn}, {Kind::kText, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed | kCount}, {Kind::kBytes, kOut, 4}};
constexpr Method mIAddrBook_CreateOneOff = {18, 6, 3, pIAddrBook_CreateOneOff};
constexpr Parameter pIAddrBook_NewEntry[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 2}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 4}, {Kind::kNumber, kOut | kPointed | kCount}, {Kind::kBytes, kOut, 6}};
constexpr Method mIAddrBook_NewEntry = {19, 8, 1, pIAddrBook_NewEntry};
constexpr Parameter pIAddrBook_ResolveName[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kAddresses, kIn | kOut | kInPlace}};
constexpr Method mIAddrBook_ResolveName = {20, 4, 1, pIAddrBook_ResolveName};
constexpr Parameter pIAddrBook_Address[] = {{Kind::kWord, kIn | kOut | kPointed}, {Kind::kAddressDialog, kIn | kOut | kInPlace}, {Kind::kAddresses, kIn | kOut | kUnique}};
constexpr Method mIAddrBook_Address = {21, 3, -1, pIAddrBook_Address};
constexpr Parameter pIAddrBook_Details[] = {{Kind::kWord, kIn | kPointed}, {Kind::kNothing, kIn | kUnique}, {Kind::kNothing, kIn | kUnique}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 3}, {Kind::kNothing, kIn | kUnique}, {Kind::kNothing, kIn | kUnique}, {Kind::kText, kIn | kUnique}, {Kind::kNumber, kIn}};
constexpr Method mIAddrBook_Details = {22, 9, 8, pIAddrBook_Details};
constexpr Parameter pIAddrBook_RecipOptions[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kAddress, kIn | kOut | kInPlace}};
constexpr Method mIAddrBook_RecipOptions = {23, 3, 1, pIAddrBook_RecipOptions};
constexpr Parameter pIAddrBook_QueryDefaultRecipOpt[] = {{Kind::kText, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed | kCount}, {Kind::kProps, kOut, 2}};
constexpr Method mIAddrBook_QueryDefaultRecipOpt = {24, 4, 1, pIAddrBook_QueryDefaultRecipOpt};
constexpr Parameter pIAddrBook_GetPAB[] = {{Kind::kNumber, kOut | kPointed | kCount}, {Kind::kBytes, kOut, 0}};
constexpr Method mIAddrBook_GetPAB = {25, 2, -1, pIAddrBook_GetPAB};
constexpr Parameter pIAddrBook_SetPAB[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}};
constexpr Method mIAddrBook_SetPAB = {26, 2, -1, pIAddrBook_SetPAB};
constexpr Parameter pIAddrBook_GetDefaultDir[] = {{Kind::kNumber, kOut | kPointed | kCount}, {Kind::kBytes, kOut, 0}};
constexpr Method mIAddrBook_GetDefaultDir = {27, 2, -1, pIAddrBook_GetDefaultDir};
constexpr Parameter pIAddrBook_SetDefaultDir[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}};
constexpr Method mIAddrBook_SetDefaultDir = {28, 2, -1, pIAddrBook_SetDefaultDir};
constexpr Parameter pIAddrBook_GetSearchPath[] = {{Kind::kNumber, kIn}, {Kind::kRows, kOut}};
constexpr Method mIAddrBook_GetSearchPath = {29, 2, 0, pIAddrBook_GetSearchPath};
constexpr Parameter pIAddrBook_SetSearchPath[] = {{Kind::kNumber, kIn}, {Kind::kRows, kIn}};
constexpr Method mIAddrBook_SetSearchPath = {30, 2, 0, pIAddrBook_SetSearchPath};
constexpr Parameter pIAddrBook_PrepareRecips[] = {{Kind::kNumber, kIn}, {Kind::kTags, kIn | kUnique}, {Kind::kAddresses, kIn | kOut | kInPlace}};
constexpr Method mIAddrBook_PrepareRecips = {31, 3, 0, pIAddrBook_PrepareRecips};
constexpr Parameter pIABContainer_CreateEntry[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPIProp}};
constexpr Method mIABContainer_CreateEntry = {19, 4, -1, pIABContainer_CreateEntry};
constexpr Parameter pIABContainer_CopyEntries[] = {{Kind::kEntries, kIn}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kNumber, kIn}};
constexpr Method mIABContainer_CopyEntries = {20, 4, 3, pIABContainer_CopyEntries};
constexpr Parameter pIABContainer_DeleteEntries[] = {{Kind::kEntries, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIABContainer_DeleteEntries = {21, 2, 1, pIABContainer_DeleteEntries};
constexpr Parameter pIABContainer_ResolveNames[] = {{Kind::kTags, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kAddresses, kIn | kOut | kInPlace}, {Kind::kFlags, kIn | kOut | kInPlace}};
constexpr Method mIABContainer_ResolveNames = {22, 4, 1, pIABContainer_ResolveNames};
constexpr Parameter pIDistList_CreateEntry[] = {{Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn, 0}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPIProp}};
constexpr Method mIDistList_CreateEntry = {19, 4, -1, pIDistList_CreateEntry};
constexpr Parameter pIDistList_CopyEntries[] = {{Kind::kEntries, kIn}, {Kind::kWord, kIn}, {Kind::kReference, kIn | kUnique, kNone, kNone, &kIMAPIProgress}, {Kind::kNumber, kIn}};
constexpr Method mIDistList_CopyEntries = {20, 4, 3, pIDistList_CopyEntries};
constexpr Parameter pIDistList_DeleteEntries[] = {{Kind::kEntries, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIDistList_DeleteEntries = {21, 2, 1, pIDistList_DeleteEntries};
constexpr Parameter pIDistList_ResolveNames[] = {{Kind::kTags, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kAddresses, kIn | kOut | kInPlace}, {Kind::kFlags, kIn | kOut | kInPlace}};
constexpr Method mIDistList_ResolveNames = {22, 4, 1, pIDistList_ResolveNames};
constexpr Parameter pIMAPIStatus_ValidateState[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIStatus_ValidateState = {14, 2, 1, pIMAPIStatus_ValidateState};
constexpr Parameter pIMAPIStatus_SettingsDialog[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIStatus_SettingsDialog = {15, 2, 1, pIMAPIStatus_SettingsDialog};
constexpr Parameter pIMAPIStatus_ChangePassword[] = {{Kind::kText, kIn}, {Kind::kText, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIStatus_ChangePassword = {16, 3, 2, pIMAPIStatus_ChangePassword};
constexpr Parameter pIMAPIStatus_FlushQueues[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kBytes, kIn | kUnique, 1}, {Kind::kNumber, kIn}};
constexpr Method mIMAPIStatus_FlushQueues = {17, 4, 3, pIMAPIStatus_FlushQueues};
constexpr Parameter pIProfAdmin_GetLastError[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kError, kOut}};
constexpr Method mIProfAdmin_GetLastError = {3, 3, 1, pIProfAdmin_GetLastError};
constexpr Parameter pIProfAdmin_GetProfileTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIProfAdmin_GetProfileTable = {4, 2, 0, pIProfAdmin_GetProfileTable};
constexpr Parameter pIProfAdmin_CreateProfile[] = {{Kind::kText, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kWord, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIProfAdmin_CreateProfile = {5, 4, 3, pIProfAdmin_CreateProfile};
constexpr Parameter pIProfAdmin_DeleteProfile[] = {{Kind::kText, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIProfAdmin_DeleteProfile = {6, 2, 1, pIProfAdmin_DeleteProfile};
constexpr Parameter pIProfAdmin_ChangeProfilePassword[] = {{Kind::kText, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kText, kIn | kUnique}, {Kind::kNumber, kIn}};
constexpr Method mIProfAdmin_ChangeProfilePassword = {7, 4, 3, pIProfAdmin_ChangeProfilePassword};
constexpr Parameter pIProfAdmin_CopyProfile[] = {{Kind::kText, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kText, kIn}, {Kind::kWord, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIProfAdmin_CopyProfile = {8, 5, 4, pIProfAdmin_CopyProfile};
constexpr Parameter pIProfAdmin_RenameProfile[] = {{Kind::kText, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kText, kIn}, {Kind::kWord, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIProfAdmin_RenameProfile = {9, 5, 4, pIProfAdmin_RenameProfile};
constexpr Parameter pIProfAdmin_SetDefaultProfile[] = {{Kind::kText, kIn | kUnique}, {Kind::kNumber, kIn}};
constexpr Method mIProfAdmin_SetDefaultProfile = {10, 2, 1, pIProfAdmin_SetDefaultProfile};
constexpr Parameter pIProfAdmin_AdminServices[] = {{Kind::kText, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMsgServiceAdmin}};
constexpr Method mIProfAdmin_AdminServices = {11, 5, 3, pIProfAdmin_AdminServices};
constexpr Parameter pIMsgServiceAdmin_GetLastError[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kError, kOut}};
constexpr Method mIMsgServiceAdmin_GetLastError = {3, 3, 1, pIMsgServiceAdmin_GetLastError};
constexpr Parameter pIMsgServiceAdmin_GetMsgServiceTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMsgServiceAdmin_GetMsgServiceTable = {4, 2, 0, pIMsgServiceAdmin_GetMsgServiceTable};
constexpr Parameter pIMsgServiceAdmin_CreateMsgService[] = {{Kind::kText, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kWord, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMsgServiceAdmin_CreateMsgService = {5, 4, 3, pIMsgServiceAdmin_CreateMsgService};
constexpr Parameter pIMsgServiceAdmin_DeleteMsgService[] = {{Kind::kGuid, kIn}};
constexpr Method mIMsgServiceAdmin_DeleteMsgService = {6, 1, -1, pIMsgServiceAdmin_DeleteMsgService};
constexpr Parameter pIMsgServiceAdmin_CopyMsgService[] = {{Kind::kGuid, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kGuid, kIn | kUnique}, {Kind::kGuid, kIn | kUnique}, {Kind::kReference, kIn, kNone, 3}, {Kind::kWord, kIn}, {Kind::kNumber, kIn}};
constexpr Method mIMsgServiceAdmin_CopyMsgService = {7, 7, 6, pIMsgServiceAdmin_CopyMsgService};
constexpr Parameter pIMsgServiceAdmin_RenameMsgService[] = {{Kind::kGuid, kIn}, {Kind::kNumber, kIn}, {Kind::kText, kIn}};
constexpr Method mIMsgServiceAdmin_RenameMsgService = {8, 3, 1, pIMsgServiceAdmin_RenameMsgService};
constexpr Parameter pIMsgServiceAdmin_ConfigureMsgService[] = {{Kind::kGuid, kIn}, {Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kProps, kIn | kUnique, 3}};
constexpr Method mIMsgServiceAdmin_ConfigureMsgService = {9, 5, 2, pIMsgServiceAdmin_ConfigureMsgService};
constexpr Parameter pIMsgServiceAdmin_OpenProfileSection[] = {{Kind::kGuid, kIn}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, 1, &kIProfSect}};
constexpr Method mIMsgServiceAdmin_OpenProfileSection = {10, 4, 2, pIMsgServiceAdmin_OpenProfileSection};
constexpr Parameter pIMsgServiceAdmin_MsgServiceTransportOrder[] = {{Kind::kNumber, kIn | kCount}, {Kind::kGuids, kIn, 0}, {Kind::kNumber, kIn}};
constexpr Method mIMsgServiceAdmin_MsgServiceTransportOrder = {11, 3, 2, pIMsgServiceAdmin_MsgServiceTransportOrder};
constexpr Parameter pIMsgServiceAdmin_AdminProviders[] = {{Kind::kGuid, kIn}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIProviderAdmin}};
constexpr Method mIMsgServiceAdmin_AdminProviders = {12, 3, 1, pIMsgServiceAdmin_AdminProviders};
constexpr Parameter pIMsgServiceAdmin_SetPrimaryIdentity[] = {{Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}};
constexpr Method mIMsgServiceAdmin_SetPrimaryIdentity = {13, 2, 1, pIMsgServiceAdmin_SetPrimaryIdentity};
constexpr Parameter pIMsgServiceAdmin_GetProviderTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIMsgServiceAdmin_GetProviderTable = {14, 2, 0, pIMsgServiceAdmin_GetProviderTable};
constexpr Parameter pIMsgServiceAdmin2_CreateMsgServiceEx[] = {{Kind::kText, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kGuid, kOut}};
constexpr Method mIMsgServiceAdmin2_CreateMsgServiceEx = {15, 5, 3, pIMsgServiceAdmin2_CreateMsgServiceEx};
constexpr Parameter pIProviderAdmin_GetLastError[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kError, kOut}};
constexpr Method mIProviderAdmin_GetLastError = {3, 3, 1, pIProviderAdmin_GetLastError};
constexpr Parameter pIProviderAdmin_GetProviderTable[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mIProviderAdmin_GetProviderTable = {4, 2, 0, pIProviderAdmin_GetProviderTable};
constexpr Parameter pIProviderAdmin_CreateProvider[] = {{Kind::kText, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kProps, kIn | kUnique, 1}, {Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kGuid, kOut}};
constexpr Method mIProviderAdmin_CreateProvider = {5, 6, 4, pIProviderAdmin_CreateProvider};
constexpr Parameter pIProviderAdmin_DeleteProvider[] = {{Kind::kGuid, kIn}};
constexpr Method mIProviderAdmin_DeleteProvider = {6, 1, -1, pIProviderAdmin_DeleteProvider};
constexpr Parameter pIProviderAdmin_OpenProfileSection[] = {{Kind::kGuid, kIn | kUnique}, {Kind::kGuid, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, 1, &kIProfSect}};
constexpr Method mIProviderAdmin_OpenProfileSection = {7, 4, 2, pIProviderAdmin_OpenProfileSection};
constexpr Parameter pITableData_HrGetView[] = {{Kind::kSort, kIn | kUnique}, {Kind::kNothing, kIn | kUnique}, {Kind::kWord, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPITable}};
constexpr Method mITableData_HrGetView = {3, 4, -1, pITableData_HrGetView};
constexpr Parameter pITableData_HrModifyRow[] = {{Kind::kRow, kIn}};
constexpr Method mITableData_HrModifyRow = {4, 1, -1, pITableData_HrModifyRow};
constexpr Parameter pITableData_HrDeleteRow[] = {{Kind::kProp, kIn}};
constexpr Method mITableData_HrDeleteRow = {5, 1, -1, pITableData_HrDeleteRow};
constexpr Parameter pITableData_HrQueryRow[] = {{Kind::kProp, kIn}, {Kind::kRow, kOut}, {Kind::kNumber, kOut | kUnique | kPointed}};
constexpr Method mITableData_HrQueryRow = {6, 3, -1, pITableData_HrQueryRow};
constexpr Parameter pITableData_HrEnumRow[] = {{Kind::kNumber, kIn}, {Kind::kRow, kOut}};
constexpr Method mITableData_HrEnumRow = {7, 2, -1, pITableData_HrEnumRow};
constexpr Parameter pITableData_HrNotify[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn | kCount}, {Kind::kProps, kIn, 1}};
constexpr Method mITableData_HrNotify = {8, 3, 0, pITableData_HrNotify};
constexpr Parameter pITableData_HrInsertRow[] = {{Kind::kNumber, kIn}, {Kind::kRow, kIn}};
constexpr Method mITableData_HrInsertRow = {9, 2, -1, pITableData_HrInsertRow};
constexpr Parameter pITableData_HrModifyRows[] = {{Kind::kNumber, kIn}, {Kind::kRows, kIn}};
constexpr Method mITableData_HrModifyRows = {10, 2, 0, pITableData_HrModifyRows};
constexpr Parameter pITableData_HrDeleteRows[] = {{Kind::kNumber, kIn}, {Kind::kRows, kIn | kUnique}, {Kind::kNumber, kOut | kPointed}};
constexpr Method mITableData_HrDeleteRows = {11, 3, 0, pITableData_HrDeleteRows};

const void *const tIUnknown[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
};

const void *const tISequentialStream[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place(&readStream),
  place(&writeStream),
};

const void *const tIStream[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place(&readStream),
  place(&writeStream),
  place<mIStream_Seek, LARGE_INTEGER, DWORD, ULARGE_INTEGER *>(),
  place<mIStream_SetSize, ULARGE_INTEGER>(),
  place<mIStream_CopyTo, IStream *, ULARGE_INTEGER, ULARGE_INTEGER *, ULARGE_INTEGER *>(),
  place<mIStream_Commit, DWORD>(),
  place<mIStream_Revert>(),
  place<mIStream_LockRegion, ULARGE_INTEGER, ULARGE_INTEGER, DWORD>(),
  place<mIStream_UnlockRegion, ULARGE_INTEGER, ULARGE_INTEGER, DWORD>(),
  place<mIStream_Stat, STATSTG *, DWORD>(),
  place<mIStream_Clone, IStream **>(),
};

const void *const tIMAPIProp[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
};

const void *const tIMAPISession[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPISession_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPISession_GetMsgStoresTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPISession_OpenMsgStore, ULONG_PTR, ULONG, LPENTRYID, LPCIID, ULONG, LPMDB *>(),
  place<mIMAPISession_OpenAddressBook, ULONG_PTR, LPCIID, ULONG, LPADRBOOK *>(),
  place<mIMAPISession_OpenProfileSection, LPMAPIUID, LPCIID, ULONG, LPPROFSECT *>(),
  place<mIMAPISession_GetStatusTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPISession_OpenEntry, ULONG, LPENTRYID, LPCIID, ULONG, ULONG *, LPUNKNOWN *>(),
  place<mIMAPISession_CompareEntryIDs, ULONG, LPENTRYID, ULONG, LPENTRYID, ULONG, ULONG *>(),
  place<mIMAPISession_Advise, ULONG, LPENTRYID, ULONG, LPMAPIADVISESINK, ULONG_PTR *>(),
  place<mIMAPISession_Unadvise, ULONG_PTR>(),
  place<mIMAPISession_MessageOptions, ULONG_PTR, ULONG, LPTSTR, LPMESSAGE>(),
  place<mIMAPISession_QueryDefaultMessageOpt, LPTSTR, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPISession_EnumAdrTypes, ULONG, ULONG *, LPTSTR **>(),
  place<mIMAPISession_QueryIdentity, ULONG *, LPENTRYID *>(),
  place<mIMAPISession_Logoff, ULONG_PTR, ULONG, ULONG>(),
  place<mIMAPISession_SetDefaultStore, ULONG, ULONG, LPENTRYID>(),
  place<mIMAPISession_AdminServices, ULONG, LPSERVICEADMIN *>(),
  place<mIMAPISession_ShowForm, ULONG_PTR, LPMDB, LPMAPIFOLDER, LPCIID, ULONG_PTR, LPMESSAGE, ULONG, ULONG, ULONG, ULONG, LPSTR>(),
  place<mIMAPISession_PrepareForm, LPCIID, LPMESSAGE, ULONG_PTR *>(),
};

const void *const tIMsgStore[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
  place<mIMsgStore_Advise, ULONG, LPENTRYID, ULONG, LPMAPIADVISESINK, ULONG_PTR *>(),
  place<mIMsgStore_Unadvise, ULONG_PTR>(),
  place<mIMsgStore_CompareEntryIDs, ULONG, LPENTRYID, ULONG, LPENTRYID, ULONG, ULONG *>(),
  place<mIMsgStore_OpenEntry, ULONG, LPENTRYID, LPCIID, ULONG, ULONG *, LPUNKNOWN *>(),
  place<mIMsgStore_SetReceiveFolder, LPTSTR, ULONG, ULONG, LPENTRYID>(),
  place<mIMsgStore_GetReceiveFolder, LPTSTR, ULONG, ULONG *, LPENTRYID *, LPTSTR *>(),
  place<mIMsgStore_GetReceiveFolderTable, ULONG, LPMAPITABLE *>(),
  place<mIMsgStore_StoreLogoff, ULONG *>(),
  place<mIMsgStore_AbortSubmit, ULONG, LPENTRYID, ULONG>(),
  place<mIMsgStore_GetOutgoingQueue, ULONG, LPMAPITABLE *>(),
  place<mIMsgStore_SetLockState, LPMESSAGE, ULONG>(),
  place<mIMsgStore_FinishedMsg, ULONG, ULONG, LPENTRYID>(),
  place<mIMsgStore_NotifyNewMail, LPNOTIFICATION>(),
};

const void *const tIMAPIContainer[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
  place<mIMAPIContainer_GetContentsTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPIContainer_GetHierarchyTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPIContainer_OpenEntry, ULONG, LPENTRYID, LPCIID, ULONG, ULONG *, LPUNKNOWN *>(),
  place<mIMAPIContainer_SetSearchCriteria, LPSRestriction, LPENTRYLIST, ULONG>(),
  place<mIMAPIContainer_GetSearchCriteria, ULONG, LPSRestriction *, LPENTRYLIST *, ULONG *>(),
};

const void *const tIMAPIFolder[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
  place<mIMAPIContainer_GetContentsTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPIContainer_GetHierarchyTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPIContainer_OpenEntry, ULONG, LPENTRYID, LPCIID, ULONG, ULONG *, LPUNKNOWN *>(),
  place<mIMAPIContainer_SetSearchCriteria, LPSRestriction, LPENTRYLIST, ULONG>(),
  place<mIMAPIContainer_GetSearchCriteria, ULONG, LPSRestriction *, LPENTRYLIST *, ULONG *>(),
  place<mIMAPIFolder_CreateMessage, LPCIID, ULONG, LPMESSAGE *>(),
  place<mIMAPIFolder_CopyMessages, LPENTRYLIST, LPCIID, LPVOID, ULONG_PTR, LPMAPIPROGRESS, ULONG>(),
  place<mIMAPIFolder_DeleteMessages, LPENTRYLIST, ULONG_PTR, LPMAPIPROGRESS, ULONG>(),
  place<mIMAPIFolder_CreateFolder, ULONG, LPTSTR, LPTSTR, LPCIID, ULONG, LPMAPIFOLDER *>(),
  place<mIMAPIFolder_CopyFolder, ULONG, LPENTRYID, LPCIID, LPVOID, LPTSTR, ULONG_PTR, LPMAPIPROGRESS, ULONG>(),
  place<mIMAPIFolder_DeleteFolder, ULONG, LPENTRYID, ULONG_PTR, LPMAPIPROGRESS, ULONG>(),
  place<mIMAPIFolder_SetReadFlags, LPENTRYLIST, ULONG_PTR, LPMAPIPROGRESS, ULONG>(),
  place<mIMAPIFolder_GetMessageStatus, ULONG, LPENTRYID, ULONG, ULONG *>(),
  place<mIMAPIFolder_SetMessageStatus, ULONG, LPENTRYID, ULONG, ULONG, ULONG *>(),
  place<mIMAPIFolder_SaveContentsSort, LPSSortOrderSet, ULONG>(),
  place<mIMAPIFolder_EmptyFolder, ULONG_PTR, LPMAPIPROGRESS, ULONG>(),
};

const void *const tIMessage[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
  place<mIMessage_GetAttachmentTable, ULONG, LPMAPITABLE *>(),
  place<mIMessage_OpenAttach, ULONG, LPCIID, ULONG, LPATTACH *>(),
  place<mIMessage_CreateAttach, LPCIID, ULONG, ULONG *, LPATTACH *>(),
  place<mIMessage_DeleteAttach, ULONG, ULONG_PTR, LPMAPIPROGRESS, ULONG>(),
  place<mIMessage_GetRecipientTable, ULONG, LPMAPITABLE *>(),
  place<mIMessage_ModifyRecipients, ULONG, LPADRLIST>(),
  place<mIMessage_SubmitMessage, ULONG>(),
  place<mIMessage_SetReadFlag, ULONG>(),
};

const void *const tIAttach[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
};

const void *const tIMAPITable[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPITable_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPITable_Advise, ULONG, LPMAPIADVISESINK, ULONG_PTR *>(),
  place<mIMAPITable_Unadvise, ULONG_PTR>(),
  place<mIMAPITable_GetStatus, ULONG *, ULONG *>(),
  place<mIMAPITable_SetColumns, LPSPropTagArray, ULONG>(),
  place<mIMAPITable_QueryColumns, ULONG, LPSPropTagArray *>(),
  place<mIMAPITable_GetRowCount, ULONG, ULONG *>(),
  place<mIMAPITable_SeekRow, BOOKMARK, LONG, LONG *>(),
  place<mIMAPITable_SeekRowApprox, ULONG, ULONG>(),
  place<mIMAPITable_QueryPosition, ULONG *, ULONG *, ULONG *>(),
  place<mIMAPITable_FindRow, LPSRestriction, BOOKMARK, ULONG>(),
  place<mIMAPITable_Restrict, LPSRestriction, ULONG>(),
  place<mIMAPITable_CreateBookmark, BOOKMARK *>(),
  place<mIMAPITable_FreeBookmark, BOOKMARK>(),
  place<mIMAPITable_SortTable, LPSSortOrderSet, ULONG>(),
  place<mIMAPITable_QuerySortOrder, LPSSortOrderSet *>(),
  place<mIMAPITable_QueryRows, LONG, ULONG, LPSRowSet *>(),
  place<mIMAPITable_Abort>(),
  place<mIMAPITable_ExpandRow, ULONG, LPBYTE, ULONG, ULONG, LPSRowSet *, ULONG *>(),
  place<mIMAPITable_CollapseRow, ULONG, LPBYTE, ULONG, ULONG *>(),
  place<mIMAPITable_WaitForCompletion, ULONG, ULONG, ULONG *>(),
  place<mIMAPITable_GetCollapseState, ULONG, ULONG, LPBYTE, ULONG *, LPBYTE *>(),
  place<mIMAPITable_SetCollapseState, ULONG, ULONG, LPBYTE, BOOKMARK *>(),
};

const void *const tIAddrBook[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
  place<mIAddrBook_OpenEntry, ULONG, LPENTRYID, LPCIID, ULONG, ULONG *, LPUNKNOWN *>(),
  place<mIAddrBook_CompareEntryIDs, ULONG, LPENTRYID, ULONG, LPENTRYID, ULONG, ULONG *>(),
  place<mIAddrBook_Advise, ULONG, LPENTRYID, ULONG, LPMAPIADVISESINK, ULONG_PTR *>(),
  place<mIAddrBook_Unadvise, ULONG_PTR>(),
  place<mIAddrBook_CreateOneOff, LPTSTR, LPTSTR, LPTSTR, ULONG, ULONG *, LPENTRYID *>(),
  place<mIAddrBook_NewEntry, ULONG_PTR, ULONG, ULONG, LPENTRYID, ULONG, LPENTRYID, ULONG *, LPENTRYID *>(),
  place<mIAddrBook_ResolveName, ULONG_PTR, ULONG, LPTSTR, LPADRLIST>(),
  place<mIAddrBook_Address, ULONG_PTR *, LPADRPARM, LPADRLIST *>(),
  place<mIAddrBook_Details, ULONG_PTR *, LPFNDISMISS, LPVOID, ULONG, LPENTRYID, LPFNBUTTON, LPVOID, LPTSTR, ULONG>(),
  place<mIAddrBook_RecipOptions, ULONG_PTR, ULONG, LPADRENTRY>(),
  place<mIAddrBook_QueryDefaultRecipOpt, LPTSTR, ULONG, ULONG *, LPSPropValue *>(),
  place<mIAddrBook_GetPAB, ULONG *, LPENTRYID *>(),
  place<mIAddrBook_SetPAB, ULONG, LPENTRYID>(),
  place<mIAddrBook_GetDefaultDir, ULONG *, LPENTRYID *>(),
  place<mIAddrBook_SetDefaultDir, ULONG, LPENTRYID>(),
  place<mIAddrBook_GetSearchPath, ULONG, LPSRowSet *>(),
  place<mIAddrBook_SetSearchPath, ULONG, LPSRowSet>(),
  place<mIAddrBook_PrepareRecips, ULONG, LPSPropTagArray, LPADRLIST>(),
};

const void *const tIABContainer[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
  place<mIMAPIContainer_GetContentsTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPIContainer_GetHierarchyTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPIContainer_OpenEntry, ULONG, LPENTRYID, LPCIID, ULONG, ULONG *, LPUNKNOWN *>(),
  place<mIMAPIContainer_SetSearchCriteria, LPSRestriction, LPENTRYLIST, ULONG>(),
  place<mIMAPIContainer_GetSearchCriteria, ULONG, LPSRestriction *, LPENTRYLIST *, ULONG *>(),
  place<mIABContainer_CreateEntry, ULONG, LPENTRYID, ULONG, LPMAPIPROP *>(),
  place<mIABContainer_CopyEntries, LPENTRYLIST, ULONG_PTR, LPMAPIPROGRESS, ULONG>(),
  place<mIABContainer_DeleteEntries, LPENTRYLIST, ULONG>(),
  place<mIABContainer_ResolveNames, LPSPropTagArray, ULONG, LPADRLIST, LPFlagList>(),
};

const void *const tIMailUser[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
};

const void *const tIDistList[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
  place<mIMAPIContainer_GetContentsTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPIContainer_GetHierarchyTable, ULONG, LPMAPITABLE *>(),
  place<mIMAPIContainer_OpenEntry, ULONG, LPENTRYID, LPCIID, ULONG, ULONG *, LPUNKNOWN *>(),
  place<mIMAPIContainer_SetSearchCriteria, LPSRestriction, LPENTRYLIST, ULONG>(),
  place<mIMAPIContainer_GetSearchCriteria, ULONG, LPSRestriction *, LPENTRYLIST *, ULONG *>(),
  place<mIDistList_CreateEntry, ULONG, LPENTRYID, ULONG, LPMAPIPROP *>(),
  place<mIDistList_CopyEntries, LPENTRYLIST, ULONG_PTR, LPMAPIPROGRESS, ULONG>(),
  place<mIDistList_DeleteEntries, LPENTRYLIST, ULONG>(),
  place<mIDistList_ResolveNames, LPSPropTagArray, ULONG, LPADRLIST, LPFlagList>(),
};

const void *const tIProfSect[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
};

const void *const tIMAPIStatus[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMAPIProp_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMAPIProp_SaveChanges, ULONG>(),
  place<mIMAPIProp_GetProps, LPSPropTagArray, ULONG, ULONG *, LPSPropValue *>(),
  place<mIMAPIProp_GetPropList, ULONG, LPSPropTagArray *>(),
  place<mIMAPIProp_OpenProperty, ULONG, LPCIID, ULONG, ULONG, LPUNKNOWN *>(),
  place<mIMAPIProp_SetProps, ULONG, LPSPropValue, LPSPropProblemArray *>(),
  place<mIMAPIProp_DeleteProps, LPSPropTagArray, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyTo, ULONG, LPCIID, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_CopyProps, LPSPropTagArray, ULONG_PTR, LPMAPIPROGRESS, LPCIID, LPVOID, ULONG, LPSPropProblemArray *>(),
  place<mIMAPIProp_GetNamesFromIDs, LPSPropTagArray *, LPGUID, ULONG, ULONG *, LPMAPINAMEID **>(),
  place<mIMAPIProp_GetIDsFromNames, ULONG, LPMAPINAMEID *, ULONG, LPSPropTagArray *>(),
  place<mIMAPIStatus_ValidateState, ULONG_PTR, ULONG>(),
  place<mIMAPIStatus_SettingsDialog, ULONG_PTR, ULONG>(),
  place<mIMAPIStatus_ChangePassword, LPTSTR, LPTSTR, ULONG>(),
  place<mIMAPIStatus_FlushQueues, ULONG_PTR, ULONG, LPENTRYID, ULONG>(),
};

const void *const tIProfAdmin[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIProfAdmin_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIProfAdmin_GetProfileTable, ULONG, LPMAPITABLE *>(),
  place<mIProfAdmin_CreateProfile, LPTSTR, LPTSTR, ULONG_PTR, ULONG>(),
  place<mIProfAdmin_DeleteProfile, LPTSTR, ULONG>(),
  place<mIProfAdmin_ChangeProfilePassword, LPTSTR, LPTSTR, LPTSTR, ULONG>(),
  place<mIProfAdmin_CopyProfile, LPTSTR, LPTSTR, LPTSTR, ULONG_PTR, ULONG>(),
  place<mIProfAdmin_RenameProfile, LPTSTR, LPTSTR, LPTSTR, ULONG_PTR, ULONG>(),
  place<mIProfAdmin_SetDefaultProfile, LPTSTR, ULONG>(),
  place<mIProfAdmin_AdminServices, LPTSTR, LPTSTR, ULONG_PTR, ULONG, LPSERVICEADMIN *>(),
};

const void *const tIMsgServiceAdmin[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMsgServiceAdmin_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMsgServiceAdmin_GetMsgServiceTable, ULONG, LPMAPITABLE *>(),
  place<mIMsgServiceAdmin_CreateMsgService, LPTSTR, LPTSTR, ULONG_PTR, ULONG>(),
  place<mIMsgServiceAdmin_DeleteMsgService, LPMAPIUID>(),
  place<mIMsgServiceAdmin_CopyMsgService, LPMAPIUID, LPTSTR, LPCIID, LPCIID, LPVOID, ULONG_PTR, ULONG>(),
  place<mIMsgServiceAdmin_RenameMsgService, LPMAPIUID, ULONG, LPTSTR>(),
  place<mIMsgServiceAdmin_ConfigureMsgService, LPMAPIUID, ULONG_PTR, ULONG, ULONG, LPSPropValue>(),
  place<mIMsgServiceAdmin_OpenProfileSection, LPMAPIUID, LPCIID, ULONG, LPPROFSECT *>(),
  place<mIMsgServiceAdmin_MsgServiceTransportOrder, ULONG, LPMAPIUID, ULONG>(),
  place<mIMsgServiceAdmin_AdminProviders, LPMAPIUID, ULONG, LPPROVIDERADMIN *>(),
  place<mIMsgServiceAdmin_SetPrimaryIdentity, LPMAPIUID, ULONG>(),
  place<mIMsgServiceAdmin_GetProviderTable, ULONG, LPMAPITABLE *>(),
};

const void *const tIMsgServiceAdmin2[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIMsgServiceAdmin_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIMsgServiceAdmin_GetMsgServiceTable, ULONG, LPMAPITABLE *>(),
  place<mIMsgServiceAdmin_CreateMsgService, LPTSTR, LPTSTR, ULONG_PTR, ULONG>(),
  place<mIMsgServiceAdmin_DeleteMsgService, LPMAPIUID>(),
  place<mIMsgServiceAdmin_CopyMsgService, LPMAPIUID, LPTSTR, LPCIID, LPCIID, LPVOID, ULONG_PTR, ULONG>(),
  place<mIMsgServiceAdmin_RenameMsgService, LPMAPIUID, ULONG, LPTSTR>(),
  place<mIMsgServiceAdmin_ConfigureMsgService, LPMAPIUID, ULONG_PTR, ULONG, ULONG, LPSPropValue>(),
  place<mIMsgServiceAdmin_OpenProfileSection, LPMAPIUID, LPCIID, ULONG, LPPROFSECT *>(),
  place<mIMsgServiceAdmin_MsgServiceTransportOrder, ULONG, LPMAPIUID, ULONG>(),
  place<mIMsgServiceAdmin_AdminProviders, LPMAPIUID, ULONG, LPPROVIDERADMIN *>(),
  place<mIMsgServiceAdmin_SetPrimaryIdentity, LPMAPIUID, ULONG>(),
  place<mIMsgServiceAdmin_GetProviderTable, ULONG, LPMAPITABLE *>(),
  place<mIMsgServiceAdmin2_CreateMsgServiceEx, LPTSTR, LPTSTR, ULONG_PTR, ULONG, LPMAPIUID>(),
};

const void *const tIProviderAdmin[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mIProviderAdmin_GetLastError, HRESULT, ULONG, LPMAPIERROR *>(),
  place<mIProviderAdmin_GetProviderTable, ULONG, LPMAPITABLE *>(),
  place<mIProviderAdmin_CreateProvider, LPTSTR, ULONG, LPSPropValue, ULONG_PTR, ULONG, MAPIUID *>(),
  place<mIProviderAdmin_DeleteProvider, LPMAPIUID>(),
  place<mIProviderAdmin_OpenProfileSection, LPMAPIUID, LPCIID, ULONG, LPPROFSECT *>(),
};

const void *const tITableData[] = {
  place(&queryInterface),
  place(&addRef),
  place(&release),
  place<mITableData_HrGetView, LPSSortOrderSet, CALLERRELEASE *, ULONG_PTR, LPMAPITABLE *>(),
  place<mITableData_HrModifyRow, LPSRow>(),
  place<mITableData_HrDeleteRow, LPSPropValue>(),
  place<mITableData_HrQueryRow, LPSPropValue, LPSRow *, ULONG *>(),
  place<mITableData_HrEnumRow, ULONG, LPSRow *>(),
  place<mITableData_HrNotify, ULONG, ULONG, LPSPropValue>(),
  place<mITableData_HrInsertRow, ULONG, LPSRow>(),
  place<mITableData_HrModifyRows, ULONG, LPSRowSet>(),
  place<mITableData_HrDeleteRows, ULONG, LPSRowSet, ULONG *>(),
};

const Interface interfaces[] = {
  {"IUnknown", kIUnknown, tIUnknown},
  {"ISequentialStream", kISequentialStream, tISequentialStream},
  {"IStream", kIStream, tIStream},
  {"IMAPIProp", kIMAPIProp, tIMAPIProp},
  {"IMAPISession", kIMAPISession, tIMAPISession},
  {"IMsgStore", kIMsgStore, tIMsgStore},
  {"IMAPIContainer", kIMAPIContainer, tIMAPIContainer},
  {"IMAPIFolder", kIMAPIFolder, tIMAPIFolder},
  {"IMessage", kIMessage, tIMessage},
  {"IAttach", kIAttach, tIAttach},
  {"IMAPITable", kIMAPITable, tIMAPITable},
  {"IAddrBook", kIAddrBook, tIAddrBook},
  {"IABContainer", kIABContainer, tIABContainer},
  {"IMailUser", kIMailUser, tIMailUser},
  {"IDistList", kIDistList, tIDistList},
  {"IProfSect", kIProfSect, tIProfSect},
  {"IMAPIStatus", kIMAPIStatus, tIMAPIStatus},
  {"IProfAdmin", kIProfAdmin, tIProfAdmin},
  {"IMsgServiceAdmin", kIMsgServiceAdmin, tIMsgServiceAdmin},
  {"IMsgServiceAdmin2", kIMsgServiceAdmin2, tIMsgServiceAdmin2},
  {"IProviderAdmin", kIProviderAdmin, tIProviderAdmin},
  {"ITableData", kITableData, tITableData},
};

}  // namespace

const Interface *interfaceOf(const Guid &iid) {
  for (const Interface &one : interfaces)
    if (one.iid == iid) return &one;
  return nullptr;
}

constexpr Parameter pIComailMapi_MAPIInitialize[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}};
const Method mIComailMapi_MAPIInitialize = {3, 2, 1, pIComailMapi_MAPIInitialize};
const Method mIComailMapi_MAPIUninitialize = {4, 0, -1, nullptr};
constexpr Parameter pIComailMapi_MAPILogonEx[] = {{Kind::kWord, kIn}, {Kind::kText, kIn | kUnique}, {Kind::kText, kIn | kUnique}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPISession}};
const Method mIComailMapi_MAPILogonEx = {5, 5, 3, pIComailMapi_MAPILogonEx};
constexpr Parameter pIComailMapi_MAPIAdminProfiles[] = {{Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIProfAdmin}};
const Method mIComailMapi_MAPIAdminProfiles = {6, 2, 0, pIComailMapi_MAPIAdminProfiles};
constexpr Parameter pIComailMapiUtil_RTFSync[] = {{Kind::kReference, kIn | kUnique, kNone, kNone, &kIMessage}, {Kind::kNumber, kIn}, {Kind::kNumber, kOut | kPointed}};
const Method mIComailMapiUtil_RTFSync = {3, 3, 1, pIComailMapiUtil_RTFSync};
constexpr Parameter pIComailMapiUtil_ScMAPIXFromSMAPI[] = {{Kind::kWord, kIn}, {Kind::kNumber, kIn}, {Kind::kReference, kOut, kNone, kNone, &kIMAPISession}};
const Method mIComailMapiUtil_ScMAPIXFromSMAPI = {4, 3, 1, pIComailMapiUtil_ScMAPIXFromSMAPI};
constexpr Parameter pIComailMapiUtil_CreateTable[] = {{Kind::kNumber, kIn}, {Kind::kNumber, kIn}, {Kind::kTags, kIn}, {Kind::kReference, kOut, kNone, kNone, &kITableData}};
const Method mIComailMapiUtil_CreateTable = {5, 4, -1, pIComailMapiUtil_CreateTable};

}  // namespace comail
