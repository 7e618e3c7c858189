// Arrays whose parts lie behind them in one block: measured, copied into such a block, and moved with it. Properties and
// notifications are kept so by the helpers of Mapiutil.h.
#pragma once

#include "extended/parts.h"

namespace comail {

constexpr SCODE kInvalid = static_cast<SCODE>(MAPI_E_INVALID_PARAMETER);

template <typename T>
bool wrong(int count, const T *items) {
  return count < 0 || (count > 0 && !items);
}

/** @param parts goes through the parts of one: `parts(item, read, part)`, as eachPart. */
template <typename T, typename Parts>
SCODE countPacked(int count, T *items, ULONG *bytes, Parts parts) {
  if (wrong(count, items)) return kInvalid;
  size_t size = count * sizeof(T);
  try {
    for (int i = 0; i < count; i++)
      parts(items[i], asIs, [&size](void *shown, size_t part) {
        size += aligned(part);
        return shown;
      });
  } catch (const Invalid &) {
    return kInvalid;
  }
  if (bytes) *bytes = static_cast<ULONG>(size);
  return S_OK;
}

template <typename T, typename Parts>
SCODE copyPacked(int count, const T *items, void *into, ULONG *bytes, Parts parts) {
  if (wrong(count, items) || !into) return kInvalid;
  auto *copies = static_cast<T *>(into);
  auto *next = reinterpret_cast<uint8_t *>(copies + count);
  try {
    for (int i = 0; i < count; i++) {
      copies[i] = items[i];
      parts(copies[i], asIs, [&next](void *&shown, size_t size) { return copyTo(next, shown, size); });
    }
  } catch (const Invalid &) {
    return kInvalid;
  }
  if (bytes) *bytes = static_cast<ULONG>(next - static_cast<uint8_t *>(into));
  return S_OK;
}

template <typename T, typename Parts>
SCODE movePacked(int count, T *items, const void *before, void *after, ULONG *bytes, Parts parts) {
  if (wrong(count, items)) return kInvalid;
  size_t size = count * sizeof(T);
  const auto distance = [](const void *from, const void *to) { return static_cast<const uint8_t *>(to) - static_cast<const uint8_t *>(from); };
  // The parts lie behind the array, whatever its pointers say before or afterwards.
  const auto readable = [&](const void *shown) { return static_cast<void *>(reinterpret_cast<uint8_t *>(items) + distance(before, shown)); };
  try {
    for (int i = 0; i < count; i++)
      parts(items[i], readable, [&](void *&shown, size_t part) {
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

}  // namespace comail
