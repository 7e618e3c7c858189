// Simple MAPI as Visual Basic declares it: the functions that begin with B. Strings are BSTRs of bytes, arrays are SAFEARRAYs of structures,
// which Basic has turned into ANSI and will turn back.
#include <windows.h>

#include <oleauto.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "common/sync.h"
#include "mapi32/functions.h"
#include "mapi32/memory.h"

namespace comail {

namespace {

/** A text; NULL for an empty one. */
using BasicText = BSTR;

struct BasicMessage {
  ULONG reserved;
  BasicText subject, noteText, messageType, dateReceived, conversationID;
  FLAGS flags;
  ULONG recipCount, fileCount;
};

struct BasicRecip {
  ULONG reserved, recipClass;
  BasicText name, address;
  ULONG entryIDSize;
  BasicText entryID;
};

struct BasicFile {
  ULONG reserved, flags, position;
  BasicText pathName, fileName, fileType;
};

/** Messages that were read, and recipients that were chosen, until Basic fetches them: it has numbers for them. */
struct Kept {
  Mutex mutex;
  ULONG last = 0;
  std::unordered_map<ULONG, MapiMessage *> messages;
  std::unordered_map<ULONG, MapiRecipDesc *> recipients;
};

Kept &kept() {
  static auto *only = new Kept;
  return *only;
}

template <typename Work>
ULONG guarded(Work work) noexcept {
  try {
    return work();
  } catch (...) {
    return MAPI_E_INSUFFICIENT_MEMORY;
  }
}

LPSTR text(BasicText from) { return reinterpret_cast<LPSTR>(from); }

void set(BasicText &into, const void *bytes, size_t count) {
  SysFreeString(into);
  into = SysAllocStringByteLen(static_cast<LPCSTR>(bytes), static_cast<UINT>(count));
}
void set(BasicText &into, const char *from) { set(into, from, from ? std::strlen(from) : 0); }

/** The elements of an array, as far as it has any of this kind. @param count gets how many */
template <typename Element>
Element *elements(SAFEARRAY *const *array, ULONG &count) {
  count = 0;
  if (!array || !*array || (*array)->cDims != 1 || (*array)->cbElements != sizeof(Element)) return nullptr;
  count = (*array)->rgsabound[0].cElements;
  return static_cast<Element *>((*array)->pvData);
}

MapiRecipDesc recipOf(const BasicRecip &from) {
  const ULONG size = from.entryID ? std::min<ULONG>(from.entryIDSize, SysStringByteLen(from.entryID)) : 0;
  return {from.reserved, from.recipClass, text(from.name), text(from.address), size, from.entryID};
}

void put(BasicRecip &into, const MapiRecipDesc &from) {
  into.reserved = from.ulReserved;
  into.recipClass = from.ulRecipClass;
  set(into.name, from.lpszName);
  set(into.address, from.lpszAddress);
  into.entryIDSize = from.ulEIDSize;
  set(into.entryID, from.lpEntryID, from.ulEIDSize);
}

/** A message of Basic as the other functions have it. */
struct Whole {
  std::vector<MapiRecipDesc> recipients;
  std::vector<MapiFileDesc> files;
  MapiMessage message = {};

  /** @returns SUCCESS_SUCCESS, or why the message can't be */
  ULONG take(const BasicMessage &from, SAFEARRAY *const *recips, SAFEARRAY *const *given) {
    ULONG count = 0;
    const auto *who = elements<BasicRecip>(recips, count);
    if (count < from.recipCount) return MAPI_E_INVALID_RECIPS;
    for (ULONG i = 0; i < from.recipCount; i++) recipients.push_back(recipOf(who[i]));
    const auto *which = elements<BasicFile>(given, count);
    if (count < from.fileCount) return MAPI_E_ATTACHMENT_NOT_FOUND;
    for (ULONG i = 0; i < from.fileCount; i++)
      files.push_back({which[i].reserved, which[i].flags, which[i].position, text(which[i].pathName), text(which[i].fileName), nullptr});
    message.lpszSubject = text(from.subject);
    message.lpszNoteText = text(from.noteText);
    message.lpszMessageType = text(from.messageType);
    message.lpszDateReceived = text(from.dateReceived);
    message.lpszConversationID = text(from.conversationID);
    message.flFlags = from.flags;
    message.nRecipCount = from.recipCount;
    message.lpRecips = recipients.data();
    message.nFileCount = from.fileCount;
    message.lpFiles = files.data();
    return SUCCESS_SUCCESS;
  }
};

/** As long as an identifier of a message may be. */
constexpr size_t kIdRoom = 513;

template <typename What>
ULONG keep(std::unordered_map<ULONG, What *> &in, What *what) {
  Locked locked(kept().mutex);
  in.emplace(++kept().last, what);
  return kept().last;
}

template <typename What>
What *taken(std::unordered_map<ULONG, What *> &from, ULONG number) {
  Locked locked(kept().mutex);
  const auto found = from.find(number);
  if (found == from.end()) return nullptr;
  What *what = found->second;
  from.erase(found);
  return what;
}

}  // namespace

}  // namespace comail

using namespace comail;

extern "C" {

ULONG WINAPI BMAPISendMail(ULONG_PTR session, ULONG_PTR window, BasicMessage *message, SAFEARRAY **recips, SAFEARRAY **files, ULONG flags, ULONG) {
  if (!message) return MAPI_E_FAILURE;
  return guarded([&] {
    Whole whole;
    const ULONG code = whole.take(*message, recips, files);
    return code == SUCCESS_SUCCESS ? sendMail(session, window, &whole.message, flags) : code;
  });
}

ULONG WINAPI BMAPISaveMail(ULONG_PTR session, ULONG_PTR window, BasicMessage *message, SAFEARRAY **recips, SAFEARRAY **files, ULONG flags, ULONG,
                           BasicText *id) {
  if (!message || !id) return MAPI_E_FAILURE;
  return guarded([&] {
    Whole whole;
    ULONG code = whole.take(*message, recips, files);
    char made[kIdRoom] = "";
    if (*id) std::strncpy(made, text(*id), kIdRoom - 1);
    if (code == SUCCESS_SUCCESS) code = saveMail(session, window, &whole.message, flags | kLongMessageId, made);
    if (code == SUCCESS_SUCCESS) set(*id, made);
    return code;
  });
}

ULONG WINAPI BMAPIFindNext(ULONG_PTR session, ULONG_PTR window, BasicText *type, BasicText *seed, ULONG flags, ULONG, BasicText *id) {
  if (!id) return MAPI_E_FAILURE;
  return guarded([&] {
    char found[kIdRoom] = "";
    const ULONG code = findNext(session, window, type ? text(*type) : nullptr, seed ? text(*seed) : nullptr, flags | kLongMessageId, found);
    if (code == SUCCESS_SUCCESS) set(*id, found);
    return code;
  });
}

ULONG WINAPI BMAPIReadMail(ULONG *number, ULONG *recipCount, ULONG *fileCount, ULONG_PTR session, ULONG_PTR window, BasicText *id, ULONG flags, ULONG) {
  if (!number || !recipCount || !fileCount || !id) return MAPI_E_FAILURE;
  return guarded([&] {
    MapiMessage *message = nullptr;
    const ULONG code = readMail(session, window, text(*id), flags, &message);
    if (code != SUCCESS_SUCCESS) return code;
    *recipCount = message->nRecipCount;
    *fileCount = message->nFileCount;
    *number = keep(kept().messages, message);
    return ULONG{SUCCESS_SUCCESS};
  });
}

// Basic has made the arrays as long as it was told; what there is no room for is left out.
ULONG WINAPI BMAPIGetReadMail(ULONG number, BasicMessage *into, SAFEARRAY **recips, SAFEARRAY **files, BasicRecip *originator) {
  if (!into || !originator) return MAPI_E_FAILURE;
  MapiMessage *message = taken(kept().messages, number);
  if (!message) return MAPI_E_FAILURE;
  set(into->subject, message->lpszSubject);
  set(into->noteText, message->lpszNoteText);
  set(into->messageType, message->lpszMessageType);
  set(into->dateReceived, message->lpszDateReceived);
  set(into->conversationID, message->lpszConversationID);
  into->flags = message->flFlags;
  into->recipCount = message->nRecipCount;
  into->fileCount = message->nFileCount;
  if (message->lpOriginator) put(*originator, *message->lpOriginator);
  ULONG room = 0;
  BasicRecip *who = elements<BasicRecip>(recips, room);
  for (ULONG i = 0; i < message->nRecipCount && i < room; i++) put(who[i], message->lpRecips[i]);
  BasicFile *which = elements<BasicFile>(files, room);
  for (ULONG i = 0; i < message->nFileCount && i < room; i++) {
    const MapiFileDesc &file = message->lpFiles[i];
    which[i].reserved = file.ulReserved;
    which[i].flags = file.flFlags;
    which[i].position = file.nPosition;
    set(which[i].pathName, file.lpszPathName);
    set(which[i].fileName, file.lpszFileName);
  }
  freeBuffer(message);
  return SUCCESS_SUCCESS;
}

ULONG WINAPI BMAPIAddress(ULONG *number, ULONG_PTR session, ULONG_PTR window, BasicText *caption, ULONG fields, BasicText *labels, ULONG *count,
                          SAFEARRAY **recips, ULONG flags, ULONG) {
  if (!number || !count) return MAPI_E_FAILURE;
  return guarded([&] {
    ULONG room = 0;
    const auto *who = elements<BasicRecip>(recips, room);
    if (room < *count) return ULONG{MAPI_E_INVALID_RECIPS};
    std::vector<MapiRecipDesc> given;
    for (ULONG i = 0; i < *count; i++) given.push_back(recipOf(who[i]));
    MapiRecipDesc *made = nullptr;
    const Chosen chosen = {*count, given.data(), count, &made};
    const ULONG code = address(session, window, caption ? text(*caption) : nullptr, fields, labels ? text(*labels) : nullptr, flags, chosen);
    if (code == SUCCESS_SUCCESS) *number = keep(kept().recipients, made);
    return code;
  });
}

ULONG WINAPI BMAPIGetAddress(ULONG number, ULONG count, SAFEARRAY **recips) {
  MapiRecipDesc *chosen = taken(kept().recipients, number);
  if (!chosen) return MAPI_E_FAILURE;
  ULONG room = 0;
  BasicRecip *who = elements<BasicRecip>(recips, room);
  for (ULONG i = 0; i < count && i < room; i++) put(who[i], chosen[i]);
  freeBuffer(chosen);
  return SUCCESS_SUCCESS;
}

ULONG WINAPI BMAPIDetails(ULONG_PTR session, ULONG_PTR window, BasicRecip *recipient, ULONG flags, ULONG) {
  if (!recipient) return MAPI_E_FAILURE;
  return guarded([&] {
    const MapiRecipDesc given = recipOf(*recipient);
    return details(session, window, &given, flags);
  });
}

ULONG WINAPI BMAPIResolveName(ULONG_PTR session, ULONG_PTR window, LPSTR name, ULONG flags, ULONG, BasicRecip *recipient) {
  if (!recipient) return MAPI_E_FAILURE;
  return guarded([&] {
    MapiRecipDesc *found = nullptr;
    const ULONG code = resolveName(session, window, name, flags, &found);
    if (code != SUCCESS_SUCCESS) return code;
    put(*recipient, *found);
    freeBuffer(found);
    return ULONG{SUCCESS_SUCCESS};
  });
}

}
