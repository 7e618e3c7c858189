// Exports for arrays of notifications: measured, copied into one block, and moved with it.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <initializer_list>

#include "extended/parts.h"

using namespace comail;

namespace {

constexpr SCODE kInvalid = static_cast<SCODE>(MAPI_E_INVALID_PARAMETER);

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

bool wrong(int count, LPNOTIFICATION events) { return count < 0 || (count > 0 && !events); }

}  // namespace

extern "C" {

// @spec sccountnotifications
SCODE WINAPI ScCountNotifications(int count, LPNOTIFICATION events, ULONG *bytes) {
  if (wrong(count, events)) return kInvalid;
  size_t size = count * sizeof(NOTIFICATION);
  try {
    for (int i = 0; i < count; i++)
      partsOfEvent(events[i], asIs, [&size](void *shown, size_t part) {
        size += aligned(part);
        return shown;
      });
  } catch (const Invalid &) {
    return kInvalid;
  }
  if (bytes) *bytes = static_cast<ULONG>(size);
  return S_OK;
}

// @spec sccopynotifications
SCODE WINAPI ScCopyNotifications(int count, LPNOTIFICATION events, LPVOID into, ULONG *bytes) {
  if (wrong(count, events) || !into) return kInvalid;
  auto *copies = static_cast<NOTIFICATION *>(into);
  auto *next = reinterpret_cast<uint8_t *>(copies + count);
  try {
    for (int i = 0; i < count; i++) {
      copies[i] = events[i];
      partsOfEvent(copies[i], asIs, [&next](void *&shown, size_t size) { return copyTo(next, shown, size); });
    }
  } catch (const Invalid &) {
    return kInvalid;
  }
  if (bytes) *bytes = static_cast<ULONG>(next - static_cast<uint8_t *>(into));
  return S_OK;
}

// @spec screlocnotifications
SCODE WINAPI ScRelocNotifications(int count, LPNOTIFICATION events, LPVOID before, LPVOID after, ULONG *bytes) {
  if (wrong(count, events)) return kInvalid;
  size_t size = count * sizeof(NOTIFICATION);
  const auto distance = [](const void *from, const void *to) { return static_cast<const uint8_t *>(to) - static_cast<const uint8_t *>(from); };
  const auto readable = [&](const void *shown) { return static_cast<void *>(reinterpret_cast<uint8_t *>(events) + distance(before, shown)); };
  try {
    for (int i = 0; i < count; i++)
      partsOfEvent(events[i], readable, [&](void *&shown, size_t part) {
        void *here = readable(shown);
        size += aligned(part);
        shown = static_cast<uint8_t *>(after) + distance(before, shown);
        return here;
      });
  } catch (const Invalid &) {
    return kInvalid;
  }
  if (bytes) *bytes = static_cast<ULONG>(size);
  return S_OK;
}

}
