// What the functions of given.h share.
#pragma once

#include "extended/given.h"
#include "extended/memory.h"

namespace comail {

/** docs/protocol.md: as deep as restrictions may be nested. */
constexpr unsigned kDeepest = 64;
/** Kinds of restrictions that are younger than the headers. */
constexpr ULONG kCountRestriction = 11, kAnnotationRestriction = 12;

/** What a structure points to has to be there. */
template <typename T>
T *needed(T *pointer) {
  if (!pointer) throw Failed{static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER)};
  return pointer;
}

template <typename T, typename Put>
void putMany(Writer &out, ULONG count, T *values, Put put) {
  if (count > 0) needed(values);
  out.u32(count);
  for (ULONG i = 0; i < count; i++) put(values[i]);
}

}  // namespace comail
