// The structures of Simple MAPI. mapi.h has those of the ANSI functions; those of MAPISendMailW it lacks.
#pragma once

#include <windows.h>

#include <mapi.h>

namespace comail {

struct MapiFileDescW {
  ULONG ulReserved;
  ULONG flFlags;
  ULONG nPosition;
  PWSTR lpszPathName;
  PWSTR lpszFileName;
  PVOID lpFileType;
};

struct MapiRecipDescW {
  ULONG ulReserved;
  ULONG ulRecipClass;
  PWSTR lpszName;
  PWSTR lpszAddress;
  ULONG ulEIDSize;
  PVOID lpEntryID;
};

struct MapiMessageW {
  ULONG ulReserved;
  PWSTR lpszSubject;
  PWSTR lpszNoteText;
  PWSTR lpszMessageType;
  PWSTR lpszDateReceived;
  PWSTR lpszConversationID;
  FLAGS flFlags;
  MapiRecipDescW *lpOriginator;
  ULONG nRecipCount;
  MapiRecipDescW *lpRecips;
  ULONG nFileCount;
  MapiFileDescW *lpFiles;
};

// The same members in the same places: only what the texts point to differs.
static_assert(sizeof(MapiMessageW) == sizeof(MapiMessage) && sizeof(MapiRecipDescW) == sizeof(MapiRecipDesc) &&
              sizeof(MapiFileDescW) == sizeof(MapiFileDesc));
static_assert(sizeof(MapiMessage) == (sizeof(void *) == 8 ? 96 : 48));

// Codes that older headers lack.
constexpr ULONG kAttachmentTooLarge = 28;
constexpr ULONG kLongMessageId = 0x00004000;

constexpr UINT kUtf8 = 65001;

}  // namespace comail
