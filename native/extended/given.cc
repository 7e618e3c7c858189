#include "extended/given.h"

#include "common/codepage.h"
#include "extended/memory.h"

namespace comail {

namespace {

// docs/protocol.md: as deep as restrictions may be nested.
constexpr unsigned kDeepest = 64;
// Younger than the headers.
constexpr ULONG kCountRestriction = 11, kAnnotationRestriction = 12;
constexpr ULONG kUnicodeDialog = 0x40;

void there(Writer &out, const void *pointer) { out.u8(pointer ? 1 : 0); }

void putBytes(Writer &out, const void *bytes, ULONG count) {
  // No bytes are not NULL, wherever the pointer shows.
  static const uint8_t nothing = 0;
  out.bytes(count == 0 ? &nothing : bytes, count);
}

void putOptionalBytes(Writer &out, const void *bytes, ULONG count) { out.bytes(bytes, count); }

uint32_t bitsOf(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

uint64_t bitsOf(double value) {
  uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

uint64_t timeOf(const FILETIME &time) { return time.dwLowDateTime | uint64_t{time.dwHighDateTime} << 32; }

/** What the value of a property points to has to be there. */
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

void putMulti(Writer &out, ULONG type, const union _PV &value) {
  const auto u32 = [&out](auto one) { out.u32(static_cast<uint32_t>(one)); };
  const auto floating = [&out](auto one) { out.u64(bitsOf(one)); };
  switch (type) {
    case PT_I2: return putMany(out, value.MVi.cValues, value.MVi.lpi, u32);
    case PT_LONG: return putMany(out, value.MVl.cValues, value.MVl.lpl, u32);
    case PT_R4: return putMany(out, value.MVflt.cValues, value.MVflt.lpflt, [&out](float one) { out.u32(bitsOf(one)); });
    case PT_DOUBLE: return putMany(out, value.MVdbl.cValues, value.MVdbl.lpdbl, floating);
    case PT_APPTIME: return putMany(out, value.MVat.cValues, value.MVat.lpat, floating);
    case PT_CURRENCY:
      return putMany(out, value.MVcur.cValues, value.MVcur.lpcur,
                     [&out](const CURRENCY &one) { out.u64(static_cast<uint64_t>(one.int64)); });
    case PT_I8:
      return putMany(out, value.MVli.cValues, value.MVli.lpli,
                     [&out](const LARGE_INTEGER &one) { out.u64(static_cast<uint64_t>(one.QuadPart)); });
    case PT_SYSTIME:
      return putMany(out, value.MVft.cValues, value.MVft.lpft, [&out](const FILETIME &one) { out.u64(timeOf(one)); });
    case PT_STRING8:
      return putMany(out, value.MVszA.cValues, value.MVszA.lppszA, [&out](const char *one) { putText(out, needed(one)); });
    case PT_UNICODE:
      return putMany(out, value.MVszW.cValues, value.MVszW.lppszW, [&out](const wchar_t *one) { putText(out, needed(one)); });
    case PT_CLSID:
      return putMany(out, value.MVguid.cValues, value.MVguid.lpguid, [&out](const GUID &one) { putGuid(out, one); });
    case PT_BINARY:
      return putMany(out, value.MVbin.cValues, value.MVbin.lpbin,
                     [&out](const SBinary &one) { putBytes(out, one.cb ? needed(one.lpb) : one.lpb, one.cb); });
    default: throw Failed{static_cast<HRESULT>(MAPI_E_INVALID_TYPE)};
  }
}

void putSingle(Writer &out, ULONG type, const union _PV &value) {
  switch (type) {
    case PT_UNSPECIFIED:
    case PT_NULL: return;
    case PT_I2: out.u32(static_cast<uint32_t>(value.i)); return;
    case PT_LONG:
    case PT_ERROR:
    case PT_OBJECT: out.u32(value.ul); return;
    case PT_BOOLEAN: out.u32(value.b ? 1 : 0); return;
    case PT_R4: out.u32(bitsOf(value.flt)); return;
    case PT_DOUBLE:
    case PT_APPTIME: out.u64(bitsOf(value.dbl)); return;
    case PT_CURRENCY:
    case PT_I8: out.u64(static_cast<uint64_t>(value.li.QuadPart)); return;
    case PT_SYSTIME: out.u64(timeOf(value.ft)); return;
    case PT_STRING8: putText(out, needed(value.lpszA)); return;
    case PT_UNICODE: putText(out, needed(value.lpszW)); return;
    case PT_CLSID: putGuid(out, *needed(value.lpguid)); return;
    case PT_BINARY: putBytes(out, value.bin.cb ? needed(value.bin.lpb) : value.bin.lpb, value.bin.cb); return;
    default: throw Failed{static_cast<HRESULT>(MAPI_E_INVALID_TYPE)};
  }
}

void putNested(Writer &out, const SRestriction &restriction, unsigned depth) {
  if (depth >= kDeepest) throw Failed{static_cast<HRESULT>(MAPI_E_TOO_COMPLEX)};
  const auto inner = [&out, depth](const SRestriction *one) { putNested(out, *needed(one), depth + 1); };
  const auto &res = restriction.res;
  out.u32(restriction.rt);
  switch (restriction.rt) {
    case RES_AND:
    case RES_OR:
      putMany(out, res.resAnd.cRes, res.resAnd.lpRes, [&inner](const SRestriction &one) { inner(&one); });
      return;
    case RES_NOT: inner(res.resNot.lpRes); return;
    case RES_CONTENT:
      out.u32(res.resContent.ulFuzzyLevel).u32(res.resContent.ulPropTag);
      putProp(out, *needed(res.resContent.lpProp));
      return;
    case RES_PROPERTY:
      out.u32(res.resProperty.relop).u32(res.resProperty.ulPropTag);
      putProp(out, *needed(res.resProperty.lpProp));
      return;
    case RES_COMPAREPROPS:
      out.u32(res.resCompareProps.relop).u32(res.resCompareProps.ulPropTag1).u32(res.resCompareProps.ulPropTag2);
      return;
    case RES_BITMASK: out.u32(res.resBitMask.relBMR).u32(res.resBitMask.ulPropTag).u32(res.resBitMask.ulMask); return;
    case RES_SIZE: out.u32(res.resSize.relop).u32(res.resSize.ulPropTag).u32(res.resSize.cb); return;
    case RES_EXIST: out.u32(res.resExist.ulPropTag); return;
    case RES_SUBRESTRICTION:
      out.u32(res.resSub.ulSubObject);
      inner(res.resSub.lpRes);
      return;
    // A count has the members of a sub-object's restriction, an annotation those of a comment.
    case kCountRestriction:
      out.u32(res.resSub.ulSubObject);
      inner(res.resSub.lpRes);
      return;
    case RES_COMMENT:
    case kAnnotationRestriction:
      there(out, res.resComment.lpRes);
      if (res.resComment.lpRes) inner(res.resComment.lpRes);
      putMany(out, res.resComment.cValues, res.resComment.lpProp, [&out](const SPropValue &one) { putProp(out, one); });
      return;
    default: throw Failed{static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER)};
  }
}

void putError(Writer &out, const MAPIERROR *error, bool wide) {
  there(out, error);
  if (!error) return;
  out.u32(error->ulVersion);
  putText(out, error->lpszError, wide);
  putText(out, error->lpszComponent, wide);
  out.u32(error->ulLowLevelError).u32(error->ulContext);
}

}  // namespace

void putText(Writer &out, const char *text) {
  std::u16string wide;
  out.text(wideOf(text, CP_ACP, wide) ? &wide : nullptr);
}

void putText(Writer &out, const wchar_t *text) {
  std::u16string wide;
  out.text(wideOf(text, wide) ? &wide : nullptr);
}

void putText(Writer &out, const void *text, bool wide) {
  if (wide) putText(out, static_cast<const wchar_t *>(text));
  else putText(out, static_cast<const char *>(text));
}

void putGuid(Writer &out, const GUID &guid) { out.raw(&guid, sizeof guid); }

void putProp(Writer &out, const SPropValue &value) {
  out.u32(value.ulPropTag);
  const ULONG type = PROP_TYPE(value.ulPropTag);
  const bool instance = (type & MVI_FLAG) == MVI_FLAG;
  const ULONG single = type & ~static_cast<ULONG>(MVI_FLAG);
  if ((type & MV_FLAG) && !instance) putMulti(out, single, value.Value);
  else putSingle(out, single, value.Value);
}

void putProps(Writer &out, ULONG count, const SPropValue *values) {
  if (!values && count > 0) throw Failed{static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER)};
  putMany(out, count, values, [&out](const SPropValue &one) { putProp(out, one); });
}

void putTags(Writer &out, const SPropTagArray *tags) {
  if (!tags) {
    out.u32(kNull);
    return;
  }
  putMany(out, tags->cValues, tags->aulPropTag, [&out](ULONG tag) { out.u32(tag); });
}

void putRows(Writer &out, const SRowSet *rows) {
  if (!rows) {
    out.u32(kNull);
    return;
  }
  putMany(out, rows->cRows, rows->aRow, [&out](const SRow &row) { putProps(out, row.cValues, row.lpProps); });
}

void putAddresses(Writer &out, const ADRLIST *list) {
  if (!list) {
    out.u32(kNull);
    return;
  }
  putMany(out, list->cEntries, list->aEntries, [&out](const ADRENTRY &entry) { putProps(out, entry.cValues, entry.rgPropVals); });
}

void putEntries(Writer &out, const ENTRYLIST *entries) {
  if (!entries) {
    out.u32(kNull);
    return;
  }
  putMany(out, entries->cValues, entries->lpbin, [&out](const SBinary &one) { putBytes(out, one.cb ? needed(one.lpb) : one.lpb, one.cb); });
}

void putFlags(Writer &out, const FlagList *flags) {
  if (!flags) {
    out.u32(kNull);
    return;
  }
  putMany(out, flags->cFlags, flags->ulFlag, [&out](ULONG flag) { out.u32(flag); });
}

void putRestriction(Writer &out, const SRestriction *restriction) {
  there(out, restriction);
  if (restriction) putNested(out, *restriction, 0);
}

void putSort(Writer &out, const SSortOrderSet *order) {
  there(out, order);
  if (!order) return;
  putMany(out, order->cSorts, order->aSort, [&out](const SSortOrder &one) { out.u32(one.ulPropTag).u32(one.ulOrder); });
  out.u32(order->cCategories).u32(order->cExpanded);
}

void putNames(Writer &out, ULONG count, MAPINAMEID *const *names) {
  if (!names) {
    out.u32(kNull);
    return;
  }
  putMany(out, count, names, [&out](const MAPINAMEID *name) {
    there(out, name);
    if (!name) return;
    putGuid(out, *needed(name->lpguid));
    out.u32(name->ulKind);
    if (name->ulKind == MNID_ID) out.u32(static_cast<uint32_t>(name->Kind.lID));
    else putText(out, needed(name->Kind.lpwstrName));
  });
}

void putNotification(Writer &out, const NOTIFICATION &event) {
  out.u32(event.ulEventType);
  const auto &info = event.info;
  switch (event.ulEventType) {
    case fnevCriticalError:
      putOptionalBytes(out, info.err.lpEntryID, info.err.cbEntryID);
      out.u32(static_cast<uint32_t>(info.err.scode)).u32(info.err.ulFlags);
      putError(out, info.err.lpMAPIError, info.err.ulFlags & MAPI_UNICODE);
      return;
    case fnevNewMail:
      putOptionalBytes(out, info.newmail.lpEntryID, info.newmail.cbEntryID);
      putOptionalBytes(out, info.newmail.lpParentID, info.newmail.cbParentID);
      out.u32(info.newmail.ulFlags);
      putText(out, info.newmail.lpszMessageClass, info.newmail.ulFlags & MAPI_UNICODE);
      out.u32(info.newmail.ulMessageFlags);
      return;
    case fnevObjectCreated:
    case fnevObjectDeleted:
    case fnevObjectModified:
    case fnevObjectMoved:
    case fnevObjectCopied:
    case fnevSearchComplete:
      putOptionalBytes(out, info.obj.lpEntryID, info.obj.cbEntryID);
      out.u32(info.obj.ulObjType);
      putOptionalBytes(out, info.obj.lpParentID, info.obj.cbParentID);
      putOptionalBytes(out, info.obj.lpOldID, info.obj.cbOldID);
      putOptionalBytes(out, info.obj.lpOldParentID, info.obj.cbOldParentID);
      putTags(out, info.obj.lpPropTagArray);
      return;
    case fnevTableModified:
      out.u32(info.tab.ulTableEvent).u32(static_cast<uint32_t>(info.tab.hResult));
      putProp(out, info.tab.propIndex);
      putProp(out, info.tab.propPrior);
      putProps(out, info.tab.row.cValues, info.tab.row.lpProps);
      return;
    case fnevStatusObjectModified:
      putOptionalBytes(out, info.statobj.lpEntryID, info.statobj.cbEntryID);
      putProps(out, info.statobj.cValues, info.statobj.lpPropVals);
      return;
    case fnevExtended:
      out.u32(info.ext.ulEvent);
      putOptionalBytes(out, info.ext.pbEventParameters, info.ext.cb);
      return;
    default: throw Failed{static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER)};
  }
}

void putAddressDialog(Writer &out, const ADRPARM *dialog) {
  there(out, dialog);
  if (!dialog) return;
  const bool wide = dialog->ulFlags & kUnicodeDialog;
  putOptionalBytes(out, dialog->lpABContEntryID, dialog->cbABContEntryID);
  out.u32(dialog->ulFlags).u32(dialog->ulHelpContext);
  putText(out, dialog->lpszHelpFileName, wide);
  putText(out, dialog->lpszCaption, wide);
  putText(out, dialog->lpszNewEntryTitle, wide);
  putText(out, dialog->lpszDestWellsTitle, wide);
  // As many fields as a dialog can show; -1 and 0 stand for none of one's own.
  const ULONG fields = dialog->cDestFields == 0xFFFFFFFF ? 0 : dialog->cDestFields;
  out.u32(dialog->cDestFields).u32(dialog->nDestFieldFocus);
  if (!dialog->lppszDestTitles) out.u32(kNull);
  else putMany(out, fields, dialog->lppszDestTitles, [&out, wide](const void *title) { putText(out, title, wide); });
  if (!dialog->lpulDestComps) out.u32(kNull);
  else putMany(out, fields, dialog->lpulDestComps, [&out](ULONG kind) { out.u32(kind); });
  putRestriction(out, dialog->lpContRestriction);
  putRestriction(out, dialog->lpHierRestriction);
}

}  // namespace comail
