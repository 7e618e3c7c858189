#include "extended/taken.h"

#include "common/codepage.h"
#include "extended/taking.h"

namespace comail {

namespace {

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

SRow *takeRow(Reader &in, Block &block) {
  auto *row = block.array<SRow>(1);
  row->lpProps = takeProps(in, block, row->cValues);
  // NULL where there is none of that number.
  return row->cValues > 0 ? row : nullptr;
}

SPropTagArray *takeTags(Reader &in, Block &block) {
  return takeCounted<SPropTagArray, ULONG>(in, block, 4, offsetof(SPropTagArray, aulPropTag), [&in](ULONG &tag) { tag = in.u32(); });
}

ENTRYLIST *takeEntries(Reader &in, Block &block) {
  auto *list = block.array<ENTRYLIST>(1);
  list->lpbin = takeMany<SBinary>(in, block, list->cValues, 4, [&](SBinary &one) { takeBinary(in, block, one); });
  return list->lpbin ? list : nullptr;
}

SPropProblemArray *takeProblems(Reader &in, Block &block) {
  auto *problems = takeCounted<SPropProblemArray, SPropProblem>(in, block, 12, offsetof(SPropProblemArray, aProblem), [&in](SPropProblem &one) {
    one.ulIndex = in.u32();
    one.ulPropTag = in.u32();
    one.scode = static_cast<SCODE>(in.u32());
  });
  return problems && problems->cProblem > 0 ? problems : nullptr;
}

void **takeTexts(Reader &in, Block &block, ULONG &count, bool wide) {
  return takeMany<void *>(in, block, count, 4, [&](void *&one) { one = takeText(in, block, wide); });
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
