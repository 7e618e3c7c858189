// A program that sends values of every kind to the service and back: properties, restrictions, sort orders, criteria, rows of tables in events.
// Its arguments are its steps.
#define INITGUID
#include <windows.h>

#include <mapix.h>

#include <cstring>

#include "test/support/mapiprogram.h"
#include "test/support/program.h"
#include "test/support/restrictions.h"
#include "test/support/sink.h"

namespace {

constexpr ULONG tagOf(ULONG type, ULONG at) { return PROP_TAG(type, 0x6800 + at); }

class Values final : public MapiProgram {
 public:
  Values() {
    step("types", [this](const Words &) { types(); });
    step("order", [this](const Words &) { order(); });
    step("criteria", [this](const Words &) { criteria(); });
    step("rows", [this](const Words &) { rows(); });
  }

 private:
  /** A property of each type, single and multiple, set and got. */
  void types() {
    GUID guids[] = {{1, 2, 3, {4, 5, 6, 7, 8, 9, 10, 11}}, {0xFFFFFFFF, 0, 0, {}}};
    BYTE bytes[] = {0, 255, 7};
    SBinary binaries[] = {{3, bytes}, {0, bytes}};
    char narrow[] = "gr\xFC\xDF";
    wchar_t wide[] = L"\x03B1\xD83D\xDE00";
    LPSTR narrows[] = {narrow, narrow + 1};
    LPWSTR wides[] = {wide, wide + 1};
    short shorts[] = {-32768, 32767};
    LONG longs[] = {-1, 0x7FFFFFFF};
    float floats[] = {1.5F, -0.25F};
    double doubles[] = {1e300, -2.5};
    LARGE_INTEGER larges[2] = {}, money[2] = {};
    larges[0].QuadPart = -5'000'000'000;
    larges[1].QuadPart = 0x7FFFFFFFFFFFFFFF;
    money[0].QuadPart = 12345;
    money[1].QuadPart = -12345;
    FILETIME times[] = {{1, 2}, {0xFFFFFFFF, 0x01FFFFFF}};
    std::vector<SPropValue> props;
    const auto add = [&props](ULONG type) -> union _PV & {
      SPropValue prop = {};
      prop.ulPropTag = tagOf(type, static_cast<ULONG>(props.size()));
      props.push_back(prop);
      return props.back().Value;
    };
    add(PT_I2).i = -2;
    add(PT_LONG).l = -3;
    add(PT_BOOLEAN).b = 1;
    add(PT_R4).flt = 0.5F;
    add(PT_DOUBLE).dbl = 0.1;
    add(PT_APPTIME).at = 40000.25;
    add(PT_CURRENCY).cur.int64 = 12345;
    add(PT_I8).li.QuadPart = -5'000'000'000;
    add(PT_SYSTIME).ft = times[0];
    add(PT_CLSID).lpguid = &guids[0];
    add(PT_BINARY).bin = binaries[0];
    add(PT_UNICODE).lpszW = wide;
    add(PT_STRING8).lpszA = narrow;
    add(PT_MV_I2).MVi = {2, shorts};
    add(PT_MV_LONG).MVl = {2, longs};
    add(PT_MV_R4).MVflt = {2, floats};
    add(PT_MV_DOUBLE).MVdbl = {2, doubles};
    add(PT_MV_APPTIME).MVat = {2, doubles};
    add(PT_MV_CURRENCY).MVcur = {2, reinterpret_cast<CURRENCY *>(money)};
    add(PT_MV_I8).MVli = {2, larges};
    add(PT_MV_SYSTIME).MVft = {2, times};
    add(PT_MV_CLSID).MVguid = {2, guids};
    add(PT_MV_BINARY).MVbin = {2, binaries};
    add(PT_MV_UNICODE).MVszW = {2, wides};
    add(PT_MV_STRING8).MVszA = {2, narrows};
    told("SetProps", message->SetProps(static_cast<ULONG>(props.size()), props.data(), nullptr));
    std::vector<ULONG> tags = {static_cast<ULONG>(props.size()) + 1};
    for (const auto &prop : props) tags.push_back(prop.ulPropTag);
    tags.push_back(tagOf(PT_LONG, 0x77));
    ULONG count = 0;
    SPropValue *got = nullptr;
    told("GetProps", message->GetProps(reinterpret_cast<LPSPropTagArray>(tags.data()), 0, &count, &got));
    if (!got || count != props.size() + 1) return;
    for (size_t i = 0; i < props.size(); i++)
      if (!equal(props[i], got[i])) line("another value of " + hex(static_cast<HRESULT>(props[i].ulPropTag)));
    line("missing " + hex(static_cast<HRESULT>(got[count - 1].ulPropTag)) + " " + hex(static_cast<HRESULT>(got[count - 1].Value.err)));
    line("compared " + std::to_string(props.size()) + " free " + std::to_string(mapi.MAPIFreeBuffer(got)));
  }

  template <typename Array, typename T>
  static bool each(const Array &one, const Array &other, T *Array::*member) {
    return one.cValues == other.cValues && std::memcmp(one.*member, other.*member, one.cValues * sizeof(T)) == 0;
  }

  static bool equal(const SPropValue &one, const SPropValue &other) {
    const auto &a = one.Value, &b = other.Value;
    if (one.ulPropTag != other.ulPropTag) return false;
    switch (PROP_TYPE(one.ulPropTag)) {
      case PT_I2: return a.i == b.i;
      case PT_LONG: return a.l == b.l;
      case PT_BOOLEAN: return a.b == b.b;
      case PT_R4: return a.flt == b.flt;
      case PT_DOUBLE:
      case PT_APPTIME: return a.dbl == b.dbl;
      case PT_CURRENCY:
      case PT_I8:
      case PT_SYSTIME: return a.li.QuadPart == b.li.QuadPart;
      case PT_CLSID: return *a.lpguid == *b.lpguid;
      case PT_BINARY: return a.bin.cb == b.bin.cb && std::memcmp(a.bin.lpb, b.bin.lpb, a.bin.cb) == 0;
      case PT_UNICODE: return std::wcscmp(a.lpszW, b.lpszW) == 0;
      case PT_STRING8: return std::strcmp(a.lpszA, b.lpszA) == 0;
      case PT_MV_I2: return each(a.MVi, b.MVi, &SShortArray::lpi);
      case PT_MV_LONG: return each(a.MVl, b.MVl, &SLongArray::lpl);
      case PT_MV_R4: return each(a.MVflt, b.MVflt, &SRealArray::lpflt);
      case PT_MV_DOUBLE: return each(a.MVdbl, b.MVdbl, &SDoubleArray::lpdbl);
      case PT_MV_APPTIME: return each(a.MVat, b.MVat, &SAppTimeArray::lpat);
      case PT_MV_CURRENCY: return each(a.MVcur, b.MVcur, &SCurrencyArray::lpcur);
      case PT_MV_I8: return each(a.MVli, b.MVli, &SLargeIntegerArray::lpli);
      case PT_MV_SYSTIME: return each(a.MVft, b.MVft, &SDateTimeArray::lpft);
      case PT_MV_CLSID: return each(a.MVguid, b.MVguid, &SGuidArray::lpguid);
      case PT_MV_BINARY:
        return a.MVbin.cValues == b.MVbin.cValues && b.MVbin.lpbin[0].cb == 3 && b.MVbin.lpbin[1].cb == 0 &&
               std::memcmp(a.MVbin.lpbin[0].lpb, b.MVbin.lpbin[0].lpb, 3) == 0;
      case PT_MV_UNICODE: return a.MVszW.cValues == b.MVszW.cValues && std::wcscmp(a.MVszW.lppszW[1], b.MVszW.lppszW[1]) == 0;
      case PT_MV_STRING8: return a.MVszA.cValues == b.MVszA.cValues && std::strcmp(a.MVszA.lppszA[1], b.MVszA.lppszA[1]) == 0;
      default: return false;
    }
  }

  void order() {
    IMAPITable *table = nullptr;
    told("GetContentsTable", folder->GetContentsTable(0, &table));
    if (!table) return;
    SizedSSortOrderSet(2, wanted) = {2, 0, 0, {{PR_SUBJECT_W, TABLE_SORT_DESCEND}, {PR_MESSAGE_SIZE, TABLE_SORT_ASCEND}}};
    told("SortTable", table->SortTable(reinterpret_cast<LPSSortOrderSet>(&wanted), 0));
    SSortOrderSet *got = nullptr;
    told("QuerySortOrder", table->QuerySortOrder(&got));
    line(got && std::memcmp(got, &wanted, sizeof wanted) == 0 ? "the same" : "other");
    mapi.MAPIFreeBuffer(got);
    SPropTagArray *columns = nullptr;
    told("QueryColumns", table->QueryColumns(TBL_ALL_COLUMNS, &columns));
    line(columns && columns->cValues > 5 ? "columns" : "no columns");
    mapi.MAPIFreeBuffer(columns);
    Restrictions all;
    told("Restrict", table->Restrict(all.whole(), 0));
    ULONG count = 77, row = 77, part = 77, whole = 77;
    told("GetRowCount", table->GetRowCount(0, &count));
    told("QueryPosition", table->QueryPosition(&row, &part, &whole));
    BOOKMARK here = 0;
    told("CreateBookmark", table->CreateBookmark(&here));
    LONG sought = 77;
    told("SeekRow", table->SeekRow(here, -5, &sought));
    line("count " + std::to_string(count) + " row " + std::to_string(row) + " sought " + std::to_string(sought));
    told("FreeBookmark", table->FreeBookmark(here));
    line("left " + std::to_string(table->Release()));
  }

  /** A search folder is asked what it was told. */
  void criteria() {
    SPropValue *root = nullptr;
    ULONG count = 0, type = 0;
    SizedSPropTagArray(2, tags) = {2, {PR_FINDER_ENTRYID, PR_IPM_SUBTREE_ENTRYID}};
    told("GetProps", store->GetProps(reinterpret_cast<LPSPropTagArray>(&tags), 0, &count, &root));
    IMAPIFolder *finder = nullptr, *search = nullptr;
    told("OpenEntry", store->OpenEntry(root[0].Value.bin.cb, reinterpret_cast<LPENTRYID>(root[0].Value.bin.lpb), nullptr, MAPI_MODIFY, &type,
                                       reinterpret_cast<LPUNKNOWN *>(&finder)));
    char name[] = "Found";
    told("CreateFolder", finder->CreateFolder(FOLDER_SEARCH, reinterpret_cast<LPTSTR>(name), nullptr, nullptr, OPEN_IF_EXISTS, &search));
    if (!search) return;
    ENTRYLIST where = {1, &root[1].Value.bin};
    Restrictions all;
    told("SetSearchCriteria", search->SetSearchCriteria(all.whole(), &where, RECURSIVE_SEARCH | RESTART_SEARCH));
    SRestriction *restriction = nullptr;
    ENTRYLIST *list = nullptr;
    ULONG state = 0;
    told("GetSearchCriteria", search->GetSearchCriteria(0, &restriction, &list, &state));
    line(restriction && described(*restriction) == described(*all.whole()) ? "the same" : "other");
    line(list && list->cValues == 1 && list->lpbin[0].cb == where.lpbin[0].cb &&
                 std::memcmp(list->lpbin[0].lpb, where.lpbin[0].lpb, where.lpbin[0].cb) == 0
             ? "the same"
             : "other");
    line("free " + std::to_string(mapi.MAPIFreeBuffer(restriction)) + std::to_string(mapi.MAPIFreeBuffer(list)));
    line("left " + std::to_string(search->Release()) + std::to_string(finder->Release()));
    mapi.MAPIFreeBuffer(root);
  }

  /** A table tells of a new row, with its columns. */
  void rows() {
    IMAPITable *table = nullptr;
    told("GetContentsTable", folder->GetContentsTable(0, &table));
    SizedSPropTagArray(2, columns) = {2, {PR_SUBJECT_A, PR_MESSAGE_FLAGS}};
    told("SetColumns", table->SetColumns(reinterpret_cast<LPSPropTagArray>(&columns), 0));
    ULONG_PTR connection = 0;
    // The headers of the compiler have ULONG where Windows has ULONG_PTR.
    told("Advise", table->Advise(fnevTableModified, &sink_, reinterpret_cast<ULONG *>(&connection)));
    told("SaveChanges", message->SaveChanges(KEEP_OPEN_READWRITE));
    sink_.wait(1, true);
    line("left " + std::to_string(table->Release()));
  }

  PrintingSink sink_;
};

}  // namespace

int program(int count, char **arguments) { return Values().run(count, arguments); }
