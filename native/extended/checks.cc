// Exports that look whether structures are what they say: the FBad functions of Mapival.h, which answer TRUE for what is none.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include "extended/parts.h"

using namespace comail;

namespace {

/** As deep as restrictions may be nested. */
constexpr unsigned kDeepest = 64;

bool unreadable(const void *from, size_t size) { return size > 0 && IsBadReadPtr(from, size); }
bool unreadable(const char *text) { return !text || IsBadStringPtrA(text, MAXLONG); }
bool unreadable(const wchar_t *text) { return !text || IsBadStringPtrW(text, MAXLONG); }

/** A structure that ends with its array, whose length it begins with. */
template <typename Structure>
bool unreadable(const Structure *whole, size_t head, size_t element) {
  return unreadable(whole, head) || unreadable(whole, head + *reinterpret_cast<const ULONG *>(whole) * element);
}

/** Whether values of a type may stand in a list. */
bool multiple(ULONG type) {
  return type == PT_STRING8 || type == PT_UNICODE || type == PT_BINARY ||
         (fixedSize(type) > 0 && type != PT_BOOLEAN && type != PT_ERROR && type != PT_OBJECT);
}

bool badTag(ULONG tag) {
  const ULONG type = PROP_TYPE(tag);
  if (PROP_ID(tag) == PROP_ID_INVALID) return true;
  if (type & MV_FLAG) return !multiple(type & ~static_cast<ULONG>(MVI_FLAG));
  return type != PT_UNSPECIFIED && type != PT_NULL && type != PT_BOOLEAN && type != PT_ERROR && type != PT_OBJECT && !multiple(type);
}

template <typename Text>
bool badTexts(Text *const *texts, ULONG count) {
  if (unreadable(texts, count * sizeof(Text *))) return true;
  for (ULONG i = 0; i < count; i++)
    if (unreadable(texts[i])) return true;
  return false;
}

bool badBinaries(const SBinary *binaries, ULONG count) {
  if (unreadable(binaries, count * sizeof(SBinary))) return true;
  for (ULONG i = 0; i < count; i++)
    if (unreadable(binaries[i].lpb, binaries[i].cb)) return true;
  return false;
}

bool badProp(const SPropValue *prop) {
  if (unreadable(prop, sizeof(SPropValue)) || badTag(prop->ulPropTag)) return true;
  const auto &value = prop->Value;
  const ULONG type = PROP_TYPE(prop->ulPropTag);
  switch (type & ~static_cast<ULONG>(MV_INSTANCE)) {
    case PT_BOOLEAN: return value.b != TRUE && value.b != FALSE;
    case PT_STRING8: return unreadable(value.lpszA);
    case PT_UNICODE: return unreadable(value.lpszW);
    case PT_CLSID: return unreadable(value.lpguid, sizeof(GUID));
    case PT_BINARY: return unreadable(value.bin.lpb, value.bin.cb);
    case PT_MV_STRING8: return badTexts(value.MVszA.lppszA, value.MVszA.cValues);
    case PT_MV_UNICODE: return badTexts(value.MVszW.lppszW, value.MVszW.cValues);
    case PT_MV_BINARY: return badBinaries(value.MVbin.lpbin, value.MVbin.cValues);
    default:
      return type & MV_FLAG && unreadable(value.MVl.lpl, value.MVl.cValues * fixedSize(type & ~static_cast<ULONG>(MVI_FLAG)));
  }
}

bool badProps(const SPropValue *props, ULONG count) {
  if (unreadable(props, count * sizeof(SPropValue))) return true;
  for (ULONG i = 0; i < count; i++)
    if (badProp(&props[i])) return true;
  return false;
}

bool badRow(const SRow *row) { return unreadable(row, sizeof(SRow)) || badProps(row->lpProps, row->cValues); }

bool badRestriction(const SRestriction *restriction, unsigned depth);

bool badRestrictions(const SRestriction *all, ULONG count, unsigned depth) {
  if (unreadable(all, count * sizeof(SRestriction))) return true;
  for (ULONG i = 0; i < count; i++)
    if (badRestriction(&all[i], depth)) return true;
  return false;
}

bool badRestriction(const SRestriction *restriction, unsigned depth) {
  if (depth == 0 || unreadable(restriction, sizeof(SRestriction))) return true;
  const auto &res = restriction->res;
  switch (restriction->rt) {
    case RES_AND: return badRestrictions(res.resAnd.lpRes, res.resAnd.cRes, depth - 1);
    case RES_OR: return badRestrictions(res.resOr.lpRes, res.resOr.cRes, depth - 1);
    case RES_NOT: return badRestriction(res.resNot.lpRes, depth - 1);
    case RES_CONTENT: return badTag(res.resContent.ulPropTag) || badProp(res.resContent.lpProp);
    case RES_PROPERTY: return res.resProperty.relop > RELOP_RE || badTag(res.resProperty.ulPropTag) || badProp(res.resProperty.lpProp);
    case RES_COMPAREPROPS:
      return res.resCompareProps.relop > RELOP_RE || badTag(res.resCompareProps.ulPropTag1) || badTag(res.resCompareProps.ulPropTag2);
    case RES_BITMASK: return res.resBitMask.relBMR > BMR_NEZ || badTag(res.resBitMask.ulPropTag);
    case RES_SIZE: return res.resSize.relop > RELOP_RE || badTag(res.resSize.ulPropTag);
    case RES_EXIST: return badTag(res.resExist.ulPropTag);
    case RES_SUBRESTRICTION: return badTag(res.resSub.ulSubObject) || badRestriction(res.resSub.lpRes, depth - 1);
    case RES_COMMENT:
      return badProps(res.resComment.lpProp, res.resComment.cValues) || (res.resComment.lpRes && badRestriction(res.resComment.lpRes, depth - 1));
    default: return true;
  }
}

}  // namespace

extern "C" {

BOOL WINAPI FBadRglpszA(LPSTR *texts, ULONG count) { return badTexts(texts, count); }

// @spec fbadrglpszw
BOOL WINAPI FBadRglpszW(LPWSTR *texts, ULONG count) { return badTexts(texts, count); }

// @spec fbadrowset
BOOL WINAPI FBadRowSet(LPSRowSet rows) {
  if (unreadable(rows, offsetof(SRowSet, aRow), sizeof(SRow))) return TRUE;
  for (ULONG i = 0; i < rows->cRows; i++)
    if (badRow(&rows->aRow[i])) return TRUE;
  return FALSE;
}

// @spec fbadrglpnameid
BOOL WINAPI FBadRglpNameID(LPMAPINAMEID *names, ULONG count) {
  if (unreadable(names, count * sizeof(LPMAPINAMEID))) return TRUE;
  for (ULONG i = 0; i < count; i++) {
    const MAPINAMEID *name = names[i];
    if (unreadable(name, sizeof(MAPINAMEID)) || unreadable(name->lpguid, sizeof(GUID))) return TRUE;
    if (name->ulKind != MNID_ID && (name->ulKind != MNID_STRING || unreadable(name->Kind.lpwstrName))) return TRUE;
  }
  return FALSE;
}

// @spec fbadproptag
ULONG WINAPI FBadPropTag(ULONG tag) { return badTag(tag); }

// @spec fbadrow
ULONG WINAPI FBadRow(LPSRow row) { return badRow(row); }

// @spec fbadprop
ULONG WINAPI FBadProp(LPSPropValue prop) { return badProp(prop); }

// Columns of type PT_NULL are good, those of PT_ERROR are not. @spec fbadcolumnset
ULONG WINAPI FBadColumnSet(LPSPropTagArray columns) {
  if (unreadable(columns, offsetof(SPropTagArray, aulPropTag), sizeof(ULONG))) return TRUE;
  for (ULONG i = 0; i < columns->cValues; i++)
    if (PROP_TYPE(columns->aulPropTag[i]) == PT_ERROR || badTag(columns->aulPropTag[i])) return TRUE;
  return FALSE;
}

// @spec fbadsortorderset
ULONG WINAPI FBadSortOrderSet(LPSSortOrderSet order) {
  constexpr size_t head = offsetof(SSortOrderSet, aSort);
  if (unreadable(order, head) || unreadable(order, head + order->cSorts * sizeof(SSortOrder))) return TRUE;
  if (order->cCategories > order->cSorts || order->cExpanded > order->cCategories) return TRUE;
  for (ULONG i = 0; i < order->cSorts; i++)
    if (badTag(order->aSort[i].ulPropTag) || order->aSort[i].ulOrder > TABLE_SORT_COMBINE) return TRUE;
  return FALSE;
}

// @spec fbadentrylist
BOOL WINAPI FBadEntryList(LPENTRYLIST entries) {
  if (unreadable(entries, sizeof(ENTRYLIST)) || badBinaries(entries->lpbin, entries->cValues)) return TRUE;
  for (ULONG i = 0; i < entries->cValues; i++)
    // Four bytes of flags, and one at least that says which.
    if (entries->lpbin[i].cb <= sizeof(ULONG)) return TRUE;
  return FALSE;
}

// @spec fbadrestriction
ULONG WINAPI FBadRestriction(LPSRestriction restriction) { return badRestriction(restriction, kDeepest); }

// @spec isbadboundedstringptr
BOOL WINAPI IsBadBoundedStringPtr(const void *text, UINT most) { return IsBadStringPtrA(static_cast<LPCSTR>(text), most); }

}
