#include "extended/taken.h"

#include "common/codepage.h"

namespace comail {

namespace {

constexpr ULONG kCountRestriction = 11, kAnnotationRestriction = 12;
constexpr unsigned kDeepest = 64;

double doubleOf(uint64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

float floatOf(uint32_t bits) {
  float value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

FILETIME timeOf(uint64_t time) { return {static_cast<DWORD>(time), static_cast<DWORD>(time >> 32)}; }

GUID guidOf(Reader &in) {
  const Guid read = in.guid();
  GUID guid;
  std::memcpy(&guid, read.bytes.data(), sizeof guid);
  return guid;
}

/** Where the protocol has no NULL. */
template <typename T>
T *present(Reader &in, T *taken) {
  if (!taken) in.spoil();
  return taken;
}

/** An array of numbers or structures. @param least how many bytes of the frame each has */
template <typename T, typename Take>
T *takeMany(Reader &in, Block &block, ULONG &count, size_t least, Take take) {
  uint32_t many = 0;
  count = 0;
  if (!in.count(many, least)) return nullptr;
  T *values = block.array<T>(many);
  for (uint32_t i = 0; i < many && in.good(); i++) take(values[i]);
  count = many;
  return values;
}

/** A structure that ends with its array, whose length stands at its beginning. */
template <typename Structure, typename Element, typename Take>
Structure *takeCounted(Reader &in, Block &block, size_t least, size_t before, Take take) {
  uint32_t many = 0;
  if (!in.count(many, least)) return nullptr;
  auto *whole = static_cast<uint8_t *>(block.bytes(before + many * sizeof(Element)));
  *reinterpret_cast<ULONG *>(whole) = many;
  auto *elements = reinterpret_cast<Element *>(whole + before);
  for (uint32_t i = 0; i < many && in.good(); i++) take(elements[i]);
  return reinterpret_cast<Structure *>(whole);
}

char *takeText8(Reader &in, Block &block) { return static_cast<char *>(present(in, takeText(in, block, false))); }
wchar_t *takeText16(Reader &in, Block &block) { return static_cast<wchar_t *>(present(in, takeText(in, block, true))); }

void takeBinary(Reader &in, Block &block, SBinary &value) { value.lpb = present(in, takeBytes(in, block, value.cb)); }

void takeMulti(Reader &in, Block &block, ULONG type, union _PV &value) {
  switch (type) {
    case PT_I2:
      value.MVi.lpi = takeMany<short>(in, block, value.MVi.cValues, 4, [&in](short &one) { one = static_cast<short>(in.u32()); });
      break;
    case PT_LONG:
      value.MVl.lpl = takeMany<LONG>(in, block, value.MVl.cValues, 4, [&in](LONG &one) { one = static_cast<LONG>(in.u32()); });
      break;
    case PT_R4:
      value.MVflt.lpflt = takeMany<float>(in, block, value.MVflt.cValues, 4, [&in](float &one) { one = floatOf(in.u32()); });
      break;
    case PT_DOUBLE:
    case PT_APPTIME:
      value.MVdbl.lpdbl = takeMany<double>(in, block, value.MVdbl.cValues, 8, [&in](double &one) { one = doubleOf(in.u64()); });
      break;
    case PT_CURRENCY:
    case PT_I8:
      value.MVli.lpli = takeMany<LARGE_INTEGER>(in, block, value.MVli.cValues, 8,
                                                [&in](LARGE_INTEGER &one) { one.QuadPart = static_cast<LONGLONG>(in.u64()); });
      break;
    case PT_SYSTIME:
      value.MVft.lpft = takeMany<FILETIME>(in, block, value.MVft.cValues, 8, [&in](FILETIME &one) { one = timeOf(in.u64()); });
      break;
    case PT_STRING8:
      value.MVszA.lppszA = takeMany<LPSTR>(in, block, value.MVszA.cValues, 4, [&](LPSTR &one) { one = takeText8(in, block); });
      break;
    case PT_UNICODE:
      value.MVszW.lppszW = takeMany<LPWSTR>(in, block, value.MVszW.cValues, 4, [&](LPWSTR &one) { one = takeText16(in, block); });
      break;
    case PT_CLSID:
      value.MVguid.lpguid = takeMany<GUID>(in, block, value.MVguid.cValues, 16, [&in](GUID &one) { one = guidOf(in); });
      break;
    case PT_BINARY:
      value.MVbin.lpbin = takeMany<SBinary>(in, block, value.MVbin.cValues, 4, [&](SBinary &one) { takeBinary(in, block, one); });
      break;
    default: in.spoil();
  }
}

void takeSingle(Reader &in, Block &block, ULONG type, union _PV &value) {
  switch (type) {
    case PT_UNSPECIFIED:
    case PT_NULL: break;
    case PT_I2: value.i = static_cast<short>(in.u32()); break;
    case PT_LONG:
    case PT_ERROR:
    case PT_OBJECT: value.ul = in.u32(); break;
    case PT_BOOLEAN: value.b = in.u32() != 0; break;
    case PT_R4: value.flt = floatOf(in.u32()); break;
    case PT_DOUBLE:
    case PT_APPTIME: value.dbl = doubleOf(in.u64()); break;
    case PT_CURRENCY:
    case PT_I8: value.li.QuadPart = static_cast<LONGLONG>(in.u64()); break;
    case PT_SYSTIME: value.ft = timeOf(in.u64()); break;
    case PT_STRING8: value.lpszA = takeText8(in, block); break;
    case PT_UNICODE: value.lpszW = takeText16(in, block); break;
    case PT_CLSID:
      value.lpguid = block.array<GUID>(1);
      *value.lpguid = guidOf(in);
      break;
    case PT_BINARY: takeBinary(in, block, value.bin); break;
    default: in.spoil();
  }
}

void takeNested(Reader &in, Block &block, SRestriction &restriction, unsigned depth) {
  if (depth >= kDeepest) in.spoil();
  const auto inner = [&](LPSRestriction &into) {
    into = block.array<SRestriction>(1);
    takeNested(in, block, *into, depth + 1);
  };
  const auto prop = [&](LPSPropValue &into) {
    into = block.array<SPropValue>(1);
    takeProp(in, block, *into);
  };
  auto &res = restriction.res;
  restriction.rt = in.u32();
  if (!in.good()) return;
  switch (restriction.rt) {
    case RES_AND:
    case RES_OR:
      res.resAnd.lpRes = present(in, takeMany<SRestriction>(in, block, res.resAnd.cRes, 4, [&](SRestriction &one) {
        takeNested(in, block, one, depth + 1);
      }));
      break;
    case RES_NOT: inner(res.resNot.lpRes); break;
    case RES_CONTENT:
      res.resContent.ulFuzzyLevel = in.u32();
      res.resContent.ulPropTag = in.u32();
      prop(res.resContent.lpProp);
      break;
    case RES_PROPERTY:
      res.resProperty.relop = in.u32();
      res.resProperty.ulPropTag = in.u32();
      prop(res.resProperty.lpProp);
      break;
    case RES_COMPAREPROPS:
      res.resCompareProps.relop = in.u32();
      res.resCompareProps.ulPropTag1 = in.u32();
      res.resCompareProps.ulPropTag2 = in.u32();
      break;
    case RES_BITMASK:
      res.resBitMask.relBMR = in.u32();
      res.resBitMask.ulPropTag = in.u32();
      res.resBitMask.ulMask = in.u32();
      break;
    case RES_SIZE:
      res.resSize.relop = in.u32();
      res.resSize.ulPropTag = in.u32();
      res.resSize.cb = in.u32();
      break;
    case RES_EXIST: res.resExist.ulPropTag = in.u32(); break;
    case RES_SUBRESTRICTION:
    case kCountRestriction:
      res.resSub.ulSubObject = in.u32();
      inner(res.resSub.lpRes);
      break;
    case RES_COMMENT:
    case kAnnotationRestriction:
      if (in.there()) inner(res.resComment.lpRes);
      res.resComment.lpProp = present(in, takeProps(in, block, res.resComment.cValues));
      break;
    default: in.spoil();
  }
}

void takeNotification(Reader &in, Block &block, NOTIFICATION &event) {
  auto &info = event.info;
  const auto entry = [&](LPENTRYID &into, ULONG &count) { into = reinterpret_cast<LPENTRYID>(takeBytes(in, block, count)); };
  event.ulEventType = in.u32();
  switch (event.ulEventType) {
    case fnevCriticalError:
      entry(info.err.lpEntryID, info.err.cbEntryID);
      info.err.scode = static_cast<SCODE>(in.u32());
      info.err.ulFlags = in.u32();
      info.err.lpMAPIError = takeError(in, block, info.err.ulFlags & MAPI_UNICODE);
      break;
    case fnevNewMail:
      entry(info.newmail.lpEntryID, info.newmail.cbEntryID);
      entry(info.newmail.lpParentID, info.newmail.cbParentID);
      info.newmail.ulFlags = in.u32();
      info.newmail.lpszMessageClass = static_cast<LPTSTR>(takeText(in, block, info.newmail.ulFlags & MAPI_UNICODE));
      info.newmail.ulMessageFlags = in.u32();
      break;
    case fnevObjectCreated:
    case fnevObjectDeleted:
    case fnevObjectModified:
    case fnevObjectMoved:
    case fnevObjectCopied:
    case fnevSearchComplete:
      entry(info.obj.lpEntryID, info.obj.cbEntryID);
      info.obj.ulObjType = in.u32();
      entry(info.obj.lpParentID, info.obj.cbParentID);
      entry(info.obj.lpOldID, info.obj.cbOldID);
      entry(info.obj.lpOldParentID, info.obj.cbOldParentID);
      info.obj.lpPropTagArray = takeTags(in, block);
      break;
    case fnevTableModified:
      info.tab.ulTableEvent = in.u32();
      info.tab.hResult = static_cast<HRESULT>(in.u32());
      takeProp(in, block, info.tab.propIndex);
      takeProp(in, block, info.tab.propPrior);
      info.tab.row.lpProps = takeProps(in, block, info.tab.row.cValues);
      break;
    case fnevStatusObjectModified:
      entry(info.statobj.lpEntryID, info.statobj.cbEntryID);
      info.statobj.lpPropVals = takeProps(in, block, info.statobj.cValues);
      break;
    case fnevExtended:
      info.ext.ulEvent = in.u32();
      info.ext.pbEventParameters = takeBytes(in, block, info.ext.cb);
      break;
    default: in.spoil();
  }
}

}  // namespace

void *takeText(Reader &in, Block &block, bool wide) {
  std::u16string text;
  if (!in.text(text)) return nullptr;
  if (wide) {
    auto *units = block.array<wchar_t>(text.size() + 1);
    std::memcpy(units, text.data(), text.size() * sizeof(wchar_t));
    return units;
  }
  const std::string bytes = ansiOf(text, CP_ACP);
  auto *letters = block.array<char>(bytes.size() + 1);
  std::memcpy(letters, bytes.data(), bytes.size());
  return letters;
}

uint8_t *takeBytes(Reader &in, Block &block, ULONG &count) {
  const uint32_t length = in.u32();
  count = 0;
  if (length == kNull || !in.good()) return nullptr;
  if (length > in.left()) {
    in.spoil();
    return nullptr;
  }
  auto *bytes = block.array<uint8_t>(length);
  in.raw(bytes, length);
  count = length;
  return bytes;
}

void takeProp(Reader &in, Block &block, SPropValue &value) {
  value.ulPropTag = in.u32();
  const ULONG type = PROP_TYPE(value.ulPropTag);
  const bool instance = (type & MVI_FLAG) == MVI_FLAG;
  const ULONG single = type & ~static_cast<ULONG>(MVI_FLAG);
  if ((type & MV_FLAG) && !instance) takeMulti(in, block, single, value.Value);
  else takeSingle(in, block, single, value.Value);
}

SPropValue *takeProps(Reader &in, Block &block, ULONG &count) {
  return takeMany<SPropValue>(in, block, count, 4, [&](SPropValue &one) { takeProp(in, block, one); });
}

SPropTagArray *takeTags(Reader &in, Block &block) {
  return takeCounted<SPropTagArray, ULONG>(in, block, 4, offsetof(SPropTagArray, aulPropTag), [&in](ULONG &tag) { tag = in.u32(); });
}

ENTRYLIST *takeEntries(Reader &in, Block &block) {
  auto *list = block.array<ENTRYLIST>(1);
  list->lpbin = takeMany<SBinary>(in, block, list->cValues, 4, [&](SBinary &one) { takeBinary(in, block, one); });
  return list->lpbin ? list : nullptr;
}

SRestriction *takeRestriction(Reader &in, Block &block) {
  if (!in.there()) return nullptr;
  auto *restriction = block.array<SRestriction>(1);
  takeNested(in, block, *restriction, 0);
  return restriction;
}

SSortOrderSet *takeSort(Reader &in, Block &block) {
  if (!in.there()) return nullptr;
  auto *set = present(in, takeCounted<SSortOrderSet, SSortOrder>(in, block, 8, offsetof(SSortOrderSet, aSort), [&in](SSortOrder &one) {
    one.ulPropTag = in.u32();
    one.ulOrder = in.u32();
  }));
  if (!set) return nullptr;
  set->cCategories = in.u32();
  set->cExpanded = in.u32();
  return set;
}

SPropProblemArray *takeProblems(Reader &in, Block &block) {
  auto *problems = takeCounted<SPropProblemArray, SPropProblem>(in, block, 12, offsetof(SPropProblemArray, aProblem), [&in](SPropProblem &one) {
    one.ulIndex = in.u32();
    one.ulPropTag = in.u32();
    one.scode = static_cast<SCODE>(in.u32());
  });
  return problems && problems->cProblem > 0 ? problems : nullptr;
}

MAPIERROR *takeError(Reader &in, Block &block, bool wide) {
  if (!in.there()) return nullptr;
  auto *error = block.array<MAPIERROR>(1);
  error->ulVersion = in.u32();
  error->lpszError = static_cast<LPTSTR>(takeText(in, block, wide));
  error->lpszComponent = static_cast<LPTSTR>(takeText(in, block, wide));
  error->ulLowLevelError = in.u32();
  error->ulContext = in.u32();
  return error;
}

MAPINAMEID **takeNames(Reader &in, Block &block, ULONG &count) {
  return takeMany<MAPINAMEID *>(in, block, count, 1, [&](MAPINAMEID *&one) {
    if (!in.there()) return;
    one = block.array<MAPINAMEID>(1);
    one->lpguid = block.array<GUID>(1);
    *one->lpguid = guidOf(in);
    one->ulKind = in.u32();
    if (one->ulKind == MNID_ID) one->Kind.lID = static_cast<LONG>(in.u32());
    else one->Kind.lpwstrName = takeText16(in, block);
  });
}

void **takeTexts(Reader &in, Block &block, ULONG &count, bool wide) {
  return takeMany<void *>(in, block, count, 4, [&](void *&one) { one = takeText(in, block, wide); });
}

NOTIFICATION *takeNotifications(Reader &in, Block &block, ULONG &count) {
  return takeMany<NOTIFICATION>(in, block, count, 4, [&](NOTIFICATION &one) { takeNotification(in, block, one); });
}

Rows takeRows(Reader &in) {
  Rows rows;
  uint32_t many = 0;
  rows.there = in.count(many, 4);
  for (uint32_t i = 0; i < many && in.good(); i++) {
    ULONG count = 0;
    Block block;
    takeProps(in, block, count);
    rows.blocks.push_back(std::move(block));
    rows.counts.push_back(count);
  }
  return rows;
}

SRowSet *released(Rows &rows) {
  static_assert(sizeof(SRow) == sizeof(ADRENTRY) && offsetof(SRow, lpProps) == offsetof(ADRENTRY, rgPropVals) &&
                offsetof(SRowSet, aRow) == offsetof(ADRLIST, aEntries));
  if (!rows.there) return nullptr;
  Block block;
  auto *set = static_cast<SRowSet *>(block.bytes(offsetof(SRowSet, aRow) + rows.blocks.size() * sizeof(SRow)));
  set->cRows = static_cast<ULONG>(rows.blocks.size());
  for (size_t i = 0; i < rows.blocks.size(); i++) {
    set->aRow[i].cValues = rows.counts[i];
    set->aRow[i].lpProps = static_cast<LPSPropValue>(rows.blocks[i].release());
  }
  block.release();
  return set;
}

}  // namespace comail
