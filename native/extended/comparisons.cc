// Exports that compare values and names of properties.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <algorithm>
#include <cstring>
#include <cwchar>

namespace {

template <typename Number>
LONG ordered(Number one, Number other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

LONG orderedBytes(const void *one, size_t many, const void *other, size_t others) {
  const size_t both = std::min(many, others);
  const int begin = both > 0 ? std::memcmp(one, other, both) : 0;
  return begin != 0 ? ordered(begin, 0) : ordered(many, others);
}

/** How two values of the same type stand to each other. @returns false for types that have no order */
bool compared(const SPropValue &one, const SPropValue &other, LONG &order) {
  const auto &a = one.Value, &b = other.Value;
  switch (PROP_TYPE(one.ulPropTag)) {
    case PT_UNSPECIFIED:
    case PT_NULL: order = 0; return true;
    case PT_I2: order = ordered(a.i, b.i); return true;
    case PT_LONG: order = ordered(a.l, b.l); return true;
    case PT_ERROR: order = ordered(a.err, b.err); return true;
    case PT_BOOLEAN: order = ordered(a.b != 0, b.b != 0); return true;
    case PT_R4: order = ordered(a.flt, b.flt); return true;
    case PT_DOUBLE: order = ordered(a.dbl, b.dbl); return true;
    case PT_APPTIME: order = ordered(a.at, b.at); return true;
    case PT_CURRENCY: order = ordered(a.cur.int64, b.cur.int64); return true;
    case PT_I8: order = ordered(a.li.QuadPart, b.li.QuadPart); return true;
    case PT_SYSTIME: order = CompareFileTime(&a.ft, &b.ft); return true;
    case PT_STRING8: order = ordered(lstrcmpA(a.lpszA, b.lpszA), 0); return true;
    case PT_UNICODE: order = ordered(lstrcmpW(a.lpszW, b.lpszW), 0); return true;
    case PT_CLSID: order = ordered(std::memcmp(a.lpguid, b.lpguid, sizeof(GUID)), 0); return true;
    case PT_BINARY: order = orderedBytes(a.bin.lpb, a.bin.cb, b.bin.lpb, b.bin.cb); return true;
    default: return false;
  }
}

DWORD lenience(ULONG fuzzy) {
  DWORD flags = 0;
  if (fuzzy & (FL_IGNORECASE | FL_LOOSE)) flags |= NORM_IGNORECASE;
  if (fuzzy & (FL_IGNORENONSPACE | FL_LOOSE)) flags |= NORM_IGNORENONSPACE;
  return flags;
}

/** Whether a text is, begins with, or has another in it. `Same` says whether so many letters at two places are alike. */
template <typename Letter, typename Same>
bool found(const Letter *text, size_t length, const Letter *key, size_t wanted, ULONG fuzzy, Same same) {
  if (wanted > length) return false;
  switch (fuzzy & 0xFFFF) {
    case FL_FULLSTRING: return wanted == length && same(text, key, wanted);
    case FL_PREFIX: return same(text, key, wanted);
    case FL_SUBSTRING:
      for (size_t at = 0; at + wanted <= length; at++)
        if (same(text + at, key, wanted)) return true;
      return false;
    default: return false;
  }
}

}  // namespace

extern "C" {

// @spec lpropcompareprop
LONG WINAPI LPropCompareProp(LPSPropValue one, LPSPropValue other) {
  const ULONG type = PROP_TYPE(one->ulPropTag), others = PROP_TYPE(other->ulPropTag);
  if (type != others) return ordered(type, others);
  LONG order = 0;
  compared(*one, *other, order);
  return order;
}

// @spec fpropcompareprop
BOOL WINAPI FPropCompareProp(LPSPropValue one, ULONG relation, LPSPropValue other) {
  LONG order = 0;
  if (!one || !other || PROP_TYPE(one->ulPropTag) != PROP_TYPE(other->ulPropTag) || !compared(*one, *other, order)) return FALSE;
  switch (relation) {
    case RELOP_LT: return order < 0;
    case RELOP_LE: return order <= 0;
    case RELOP_GT: return order > 0;
    case RELOP_GE: return order >= 0;
    case RELOP_EQ: return order == 0;
    case RELOP_NE: return order != 0;
    default: return FALSE;
  }
}

// @spec fpropcontainsprop
BOOL WINAPI FPropContainsProp(LPSPropValue text, LPSPropValue key, ULONG fuzzy) {
  if (!text || !key || PROP_TYPE(text->ulPropTag) != PROP_TYPE(key->ulPropTag)) return FALSE;
  const auto &in = text->Value, &of = key->Value;
  const DWORD flags = lenience(fuzzy);
  switch (PROP_TYPE(text->ulPropTag)) {
    case PT_BINARY:
      return found(in.bin.lpb, in.bin.cb, of.bin.lpb, of.bin.cb, fuzzy,
                   [](const BYTE *a, const BYTE *b, size_t count) { return count == 0 || std::memcmp(a, b, count) == 0; });
    case PT_STRING8:
      return found(in.lpszA, std::strlen(in.lpszA), of.lpszA, std::strlen(of.lpszA), fuzzy, [flags](const char *a, const char *b, size_t count) {
        return count == 0 ||
               CompareStringA(LOCALE_USER_DEFAULT, flags, a, static_cast<int>(count), b, static_cast<int>(count)) == CSTR_EQUAL;
      });
    case PT_UNICODE:
      return found(in.lpszW, std::wcslen(in.lpszW), of.lpszW, std::wcslen(of.lpszW), fuzzy, [flags](const wchar_t *a, const wchar_t *b, size_t count) {
        return count == 0 ||
               CompareStringW(LOCALE_USER_DEFAULT, flags, a, static_cast<int>(count), b, static_cast<int>(count)) == CSTR_EQUAL;
      });
    default: return FALSE;
  }
}

// @spec fequalnames
BOOL WINAPI FEqualNames(LPMAPINAMEID one, LPMAPINAMEID other) {
  if (!one || !other || !one->lpguid || !other->lpguid || one->ulKind != other->ulKind) return FALSE;
  if (std::memcmp(one->lpguid, other->lpguid, sizeof(GUID)) != 0) return FALSE;
  if (one->ulKind == MNID_ID) return one->Kind.lID == other->Kind.lID;
  return one->Kind.lpwstrName && other->Kind.lpwstrName && std::wcscmp(one->Kind.lpwstrName, other->Kind.lpwstrName) == 0;
}

}
