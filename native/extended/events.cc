// Exports for arrays of notifications: measured, copied into one block, and moved with it.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <initializer_list>

#include "extended/packed.h"

using namespace comail;

namespace {

/** One part of any type, which may be NULL where there is nothing of it. @returns where it can be read now */
template <typename Part, typename T>
T *one(Part &part, T *&pointer, size_t size) {
  if (!pointer) {
    if (size > 0) throw Invalid();
    return nullptr;
  }
  void *shown = const_cast<void *>(static_cast<const void *>(pointer));
  auto *readable = static_cast<T *>(part(shown, size));
  pointer = static_cast<T *>(shown);
  return readable;
}

template <typename Read, typename Part, typename Letter>
void text(Read read, Part &part, Letter *&pointer) {
  if (pointer) one(part, pointer, bytesOf(static_cast<const Letter *>(read(pointer))));
}

template <typename Read, typename Part>
void maybeWide(Read read, Part &part, LPTSTR &pointer, bool wide) {
  if (!pointer) return;
  const void *there = read(pointer);
  one(part, pointer, wide ? bytesOf(static_cast<const wchar_t *>(there)) : bytesOf(static_cast<const char *>(there)));
}

template <typename Read, typename Part>
void props(Read read, Part &part, ULONG count, LPSPropValue &values) {
  SPropValue *all = one(part, values, count * sizeof(SPropValue));
  for (ULONG i = 0; all && i < count; i++) eachPart(all[i], read, part);
}

/** As eachPart of a property value. */
template <typename Read, typename Part>
void partsOfEvent(NOTIFICATION &event, Read read, Part part) {
  auto &info = event.info;
  switch (event.ulEventType) {
    case fnevCriticalError: {
      auto &err = info.err;
      one(part, err.lpEntryID, err.cbEntryID);
      if (!err.lpMAPIError) return;
      MAPIERROR *words = one(part, err.lpMAPIError, sizeof(MAPIERROR));
      const bool wide = err.ulFlags & MAPI_UNICODE;
      maybeWide(read, part, words->lpszError, wide);
      maybeWide(read, part, words->lpszComponent, wide);
      return;
    }
    case fnevNewMail: {
      auto &mail = info.newmail;
      one(part, mail.lpEntryID, mail.cbEntryID);
      one(part, mail.lpParentID, mail.cbParentID);
      maybeWide(read, part, mail.lpszMessageClass, mail.ulFlags & MAPI_UNICODE);
      return;
    }
    case fnevObjectCreated:
    case fnevObjectDeleted:
    case fnevObjectModified:
    case fnevObjectMoved:
    case fnevObjectCopied:
    case fnevSearchComplete: {
      auto &object = info.obj;
      one(part, object.lpEntryID, object.cbEntryID);
      one(part, object.lpParentID, object.cbParentID);
      one(part, object.lpOldID, object.cbOldID);
      one(part, object.lpOldParentID, object.cbOldParentID);
      if (!object.lpPropTagArray) return;
      const auto *tags = static_cast<const SPropTagArray *>(read(object.lpPropTagArray));
      one(part, object.lpPropTagArray, offsetof(SPropTagArray, aulPropTag) + tags->cValues * sizeof(ULONG));
      return;
    }
    case fnevTableModified: {
      auto &table = info.tab;
      for (SPropValue *key : {&table.propIndex, &table.propPrior})
        if (key->ulPropTag != PR_NULL && key->ulPropTag != 0) eachPart(*key, read, part);
      props(read, part, table.row.cValues, table.row.lpProps);
      return;
    }
    case fnevStatusObjectModified:
      one(part, info.statobj.lpEntryID, info.statobj.cbEntryID);
      props(read, part, info.statobj.cValues, info.statobj.lpPropVals);
      return;
    case fnevExtended: one(part, info.ext.pbEventParameters, info.ext.cb); return;
    default: throw Invalid();
  }
}

constexpr auto parts = [](NOTIFICATION &event, auto read, auto part) { partsOfEvent(event, read, part); };

}  // namespace

extern "C" {

// @spec sccountnotifications
SCODE WINAPI ScCountNotifications(int count, LPNOTIFICATION events, ULONG *bytes) {
  return countPacked(count, events, bytes, parts);
}

// @spec sccopynotifications
SCODE WINAPI ScCopyNotifications(int count, LPNOTIFICATION events, LPVOID into, ULONG *bytes) {
  return copyPacked(count, events, into, bytes, parts);
}

// @spec screlocnotifications
SCODE WINAPI ScRelocNotifications(int count, LPNOTIFICATION events, LPVOID before, LPVOID after, ULONG *bytes) {
  return movePacked(count, events, before, after, bytes, parts);
}

}
