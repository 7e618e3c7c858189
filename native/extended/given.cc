#include "extended/given.h"

#include "common/codepage.h"
#include "extended/giving.h"

namespace comail {

namespace {

void putBytes(Writer &out, const void *bytes, ULONG count) {
  // No bytes are not NULL, wherever the pointer shows.
  static const uint8_t nothing = 0;
  out.bytes(count == 0 ? &nothing : bytes, count);
}

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

}  // namespace comail
