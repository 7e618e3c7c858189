// The parts of property values and notifications that lie behind pointers: what is measured, copied and moved of them.
#pragma once

#include <windows.h>

#include <mapidefs.h>

#include <cstdint>
#include <cstring>
#include <cwchar>
#include <type_traits>

namespace comail {

/** What cannot be: thrown by the functions here, and caught by the exports. */
struct Invalid {};

/** Each copied part begins where any type may. */
constexpr size_t aligned(size_t size) { return (size + 7) & ~size_t{7}; }

/** The size of one value of a type whose values are all of a size; 0 for others. */
inline size_t fixedSize(ULONG type) {
  switch (type) {
    case PT_I2:
    case PT_BOOLEAN: return 2;
    case PT_LONG:
    case PT_R4:
    case PT_ERROR:
    case PT_OBJECT: return 4;
    case PT_DOUBLE:
    case PT_APPTIME:
    case PT_CURRENCY:
    case PT_I8:
    case PT_SYSTIME: return 8;
    case PT_CLSID: return sizeof(GUID);
    default: return 0;
  }
}

inline size_t bytesOf(const char *text) { return std::strlen(text) + 1; }
inline size_t bytesOf(const wchar_t *text) { return (wcslen(text) + 1) * sizeof(wchar_t); }

inline const void *asIs(const void *shown) { return shown; }

/**
 * Goes through the parts of a value that lie behind pointers.
 *
 * @param read where that which a pointer shows can be read
 * @param part is given each pointer, which it may change, and the size of what it shows; it answers where that can be read now
 */
template <typename Read, typename Part>
void eachPart(SPropValue &prop, Read read, Part part) {
  const ULONG type = PROP_TYPE(prop.ulPropTag);
  if (PROP_ID(prop.ulPropTag) == PROP_ID_NULL && type != PT_NULL && type != PT_ERROR) throw Invalid();
  if (PROP_ID(prop.ulPropTag) == PROP_ID_INVALID) throw Invalid();
  auto &value = prop.Value;
  const auto length = [&read](auto *text) {
    return text ? bytesOf(reinterpret_cast<const std::remove_pointer_t<decltype(text)> *>(read(text))) : throw Invalid();
  };
  const auto as = [&part](auto *&pointer, size_t size) {
    void *shown = const_cast<void *>(static_cast<const void *>(pointer));
    void *readable = part(shown, size);
    pointer = static_cast<std::remove_reference_t<decltype(pointer)>>(shown);
    return static_cast<std::remove_reference_t<decltype(pointer)>>(readable);
  };
  if (!(type & MV_FLAG)) {
    switch (type) {
      case PT_STRING8: as(value.lpszA, length(value.lpszA)); return;
      case PT_UNICODE: as(value.lpszW, length(value.lpszW)); return;
      case PT_CLSID: as(value.lpguid, sizeof(GUID)); return;
      case PT_BINARY: as(value.bin.lpb, value.bin.cb); return;
      case PT_UNSPECIFIED:
      case PT_NULL: return;
      default:
        if (!fixedSize(type)) throw Invalid();
        return;
    }
  }
  // All arrays lie alike: their length, then their pointer.
  if (value.MVl.cValues == 0 || !value.MVl.lpl) throw Invalid();
  const ULONG count = value.MVl.cValues;
  switch (type & ~static_cast<ULONG>(MVI_FLAG)) {
    case PT_STRING8: {
      LPSTR *texts = as(value.MVszA.lppszA, count * sizeof(LPSTR));
      for (ULONG i = 0; i < count; i++) as(texts[i], length(texts[i]));
      return;
    }
    case PT_UNICODE: {
      LPWSTR *texts = as(value.MVszW.lppszW, count * sizeof(LPWSTR));
      for (ULONG i = 0; i < count; i++) as(texts[i], length(texts[i]));
      return;
    }
    case PT_BINARY: {
      SBinary *binaries = as(value.MVbin.lpbin, count * sizeof(SBinary));
      for (ULONG i = 0; i < count; i++) as(binaries[i].lpb, binaries[i].cb);
      return;
    }
    default: {
      const size_t size = fixedSize(type & ~static_cast<ULONG>(MVI_FLAG));
      if (!size) throw Invalid();
      as(value.MVl.lpl, count * size);
    }
  }
}

/** Copies a part and shows the copy. */
inline void *copyTo(uint8_t *&next, void *&shown, size_t bytes) {
  std::memcpy(next, shown, bytes);
  shown = next;
  next += aligned(bytes);
  return shown;
}

}  // namespace comail
