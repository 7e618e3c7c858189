// A program that uses what the DLL of MAPI exports beside its entry points, and that hands objects of its own over: streams, progress
// indicators, functions as sinks. Its arguments are its steps.
#define INITGUID
#define USES_IID_IMAPIProgress
#include <windows.h>

#include <mapix.h>

#include <mapiguid.h>
#include <mapiutil.h>

#include <cstring>
#include <cwchar>

#include "test/support/mapiprogram.h"
#include "test/support/program.h"

namespace {

class Indicator final : public IMAPIProgress {
 public:
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override {
    *object = iid == IID_IUnknown || iid == IID_IMAPIProgress ? this : nullptr;
    if (*object) AddRef();
    return *object ? S_OK : E_NOINTERFACE;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return ++count_; }
  ULONG STDMETHODCALLTYPE Release() override { return --count_; }
  HRESULT STDMETHODCALLTYPE Progress(ULONG value, ULONG, ULONG) override {
    last_ = value;
    steps_++;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE GetFlags(ULONG *flags) override { return answer(flags, MAPI_TOP_LEVEL); }
  HRESULT STDMETHODCALLTYPE GetMax(ULONG *most) override { return answer(most, 1000); }
  HRESULT STDMETHODCALLTYPE GetMin(ULONG *least) override { return answer(least, 1); }
  HRESULT STDMETHODCALLTYPE SetLimits(ULONG *, ULONG *, ULONG *) override { return S_OK; }

  void tell() const {
    line(std::string(steps_ > 0 ? "progress" : "no progress") + " to " + std::to_string(last_) + (count_ == 1 ? " let go" : " held"));
  }

 private:
  HRESULT answer(ULONG *into, ULONG value) {
    *into = value;
    return S_OK;
  }

  ULONG count_ = 1, steps_ = 0, last_ = 0;
};

class Helpers final : public MapiProgram {
 public:
  Helpers() {
    step("prop", [this](const Words &) { oneProp(); });
    step("copies", [this](const Words &) { copies(); });
    step("file", [this](const Words &words) { file(words); });
    step("temporary", [this](const Words &) { temporary(); });
    step("copymessages", [this](const Words &) { copyMessages(); });
    step("callback", [this](const Words &) { callback(); });
    step("columns", [this](const Words &) { columns(); });
    step("rtf", [this](const Words &) { rtf(); });
    step("simple", [this](const Words &words) { simple(words); });
    step("tree", [this](const Words &) { tree(); });
    step("compound", [this](const Words &) { compound(); });
    step("table", [this](const Words &) { table(); });
    step("decorated", [this](const Words &) { decorated(); });
  }

 private:
  static SPropValue subject(wchar_t *text) {
    SPropValue prop = {};
    prop.ulPropTag = PR_SUBJECT_W;
    prop.Value.lpszW = text;
    return prop;
  }

  void oneProp() {
    wchar_t text[] = L"one";
    SPropValue prop = subject(text), *got = nullptr;
    told("HrSetOneProp", mapi.function<HRESULT(WINAPI *)(LPMAPIPROP, LPSPropValue)>("HrSetOneProp", 8)(message, &prop));
    const auto get = mapi.function<HRESULT(WINAPI *)(LPMAPIPROP, ULONG, LPSPropValue *)>("HrGetOneProp", 12);
    told("HrGetOneProp", get(message, PR_SUBJECT_W, &got));
    line(got && std::wcscmp(got->Value.lpszW, text) == 0 ? "the same" : "other");
    mapi.MAPIFreeBuffer(got);
    told("missing", get(message, PR_SENDER_NAME_W, &got));
    const auto exists = mapi.function<BOOL(WINAPI *)(LPMAPIPROP, ULONG)>("FPropExists", 8);
    line("exists " + std::to_string(exists(message, PR_SUBJECT_W)) + " " + std::to_string(exists(message, PR_SENDER_NAME_W)));
  }

  void copies() {
    char first[] = "first", second[] = "the second";
    LPSTR texts[] = {first, second};
    BYTE bytes[] = {1, 2, 3};
    wchar_t text[] = L"text";
    SPropValue props[4] = {};
    props[0].ulPropTag = PROP_TAG(PT_MV_STRING8, 0x6000);
    props[0].Value.MVszA = {2, texts};
    props[1].ulPropTag = PROP_TAG(PT_BINARY, 0x6001);
    props[1].Value.bin = {3, bytes};
    props[2] = subject(text);
    props[3].ulPropTag = PROP_TAG(PT_LONG, 0x6002);
    props[3].Value.l = 7;
    ULONG size = 0, copied = 0, moved = 0;
    SPropValue *copy = nullptr;
    told("ScCountProps", mapi.function<SCODE(WINAPI *)(int, LPSPropValue, ULONG *)>("ScCountProps", 12)(4, props, &size));
    const auto allocate = mapi.function<LPALLOCATEBUFFER>("MAPIAllocateBuffer", 8);
    told("ScDupPropset",
         mapi.function<SCODE(WINAPI *)(int, LPSPropValue, LPALLOCATEBUFFER, LPSPropValue *)>("ScDupPropset", 16)(4, props, allocate, &copy));
    line(same(copy, props) ? "the same" : "other");
    // To a place of its own, then moved as it is to another one.
    std::vector<uint8_t> here(size), there(size);
    told("ScCopyProps",
         mapi.function<SCODE(WINAPI *)(int, LPSPropValue, void *, ULONG *)>("ScCopyProps", 16)(4, props, here.data(), &copied));
    there = here;
    told("ScRelocProps", mapi.function<SCODE(WINAPI *)(int, LPSPropValue, void *, void *, ULONG *)>("ScRelocProps", 20)(
                             4, reinterpret_cast<LPSPropValue>(there.data()), here.data(), there.data(), &moved));
    std::fill(here.begin(), here.end(), uint8_t{0});
    line(same(reinterpret_cast<SPropValue *>(there.data()), props) && copied == size && moved == size ? "the same" : "other");
    SPropValue one = {};
    told("PropCopyMore", mapi.function<SCODE(WINAPI *)(LPSPropValue, LPSPropValue, LPALLOCATEMORE, void *)>("PropCopyMore", 16)(
                             &one, &props[0], mapi.function<LPALLOCATEMORE>("MAPIAllocateMore", 12), copy));
    line(std::strcmp(one.Value.MVszA.lppszA[1], second) == 0 ? "the same" : "other");
    const auto find = mapi.function<LPSPropValue(WINAPI *)(LPSPropValue, ULONG, ULONG)>("PpropFindProp", 12);
    const auto sizeOf = mapi.function<ULONG(WINAPI *)(LPSPropValue)>("UlPropSize", 4);
    line("found " + std::to_string(find(copy, 4, PR_SUBJECT_W) == &copy[2]) +
         std::to_string(find(copy, 4, CHANGE_PROP_TYPE(PR_SUBJECT_W, PT_UNSPECIFIED)) == &copy[2]) +
         std::to_string(find(copy, 4, PR_SUBJECT_A) == nullptr) + " sizes " + std::to_string(sizeOf(&copy[1])) + " " +
         std::to_string(sizeOf(&copy[2])) + " " + std::to_string(sizeOf(&copy[3])));
    line("free " + std::to_string(mapi.MAPIFreeBuffer(copy)));
    SPropValue nothing = {};
    nothing.ulPropTag = PROP_TAG(PT_LONG, PROP_ID_INVALID);
    told("invalid", mapi.function<SCODE(WINAPI *)(int, LPSPropValue, ULONG *)>("ScCountProps", 12)(1, &nothing, nullptr));
  }

  static bool same(const SPropValue *copy, const SPropValue *props) {
    return copy && copy != props && std::strcmp(copy[0].Value.MVszA.lppszA[0], props[0].Value.MVszA.lppszA[0]) == 0 &&
           std::strcmp(copy[0].Value.MVszA.lppszA[1], props[0].Value.MVszA.lppszA[1]) == 0 && copy[1].Value.bin.cb == 3 &&
           copy[1].Value.bin.lpb != props[1].Value.bin.lpb && copy[1].Value.bin.lpb[2] == 3 &&
           std::wcscmp(copy[2].Value.lpszW, props[2].Value.lpszW) == 0 && copy[3].Value.l == 7;
  }

  IStream *opened(const char *path, ULONG flags) {
    using Open = HRESULT(WINAPI *)(LPALLOCATEBUFFER, LPFREEBUFFER, ULONG, const char *, const char *, LPSTREAM *);
    IStream *stream = nullptr;
    told("OpenStreamOnFile", mapi.function<Open>("OpenStreamOnFile", 24)(mapi.function<LPALLOCATEBUFFER>("MAPIAllocateBuffer", 8),
                                                                         mapi.function<LPFREEBUFFER>("MAPIFreeBuffer", 4), flags, path,
                                                                         nullptr, &stream));
    return stream;
  }

  /** `file PATH`: the service's stream takes the bytes of the program's, there and back. */
  void file(const Words &words) {
    IStream *from = opened(words.at(1).c_str(), STGM_READ), *body = nullptr;
    told("OpenProperty", message->OpenProperty(PR_BODY_W, &IID_IStream, STGM_READWRITE, MAPI_CREATE | MAPI_MODIFY,
                                               reinterpret_cast<LPUNKNOWN *>(&body)));
    if (!from || !body) return;
    ULARGE_INTEGER all, read = {}, written = {};
    all.QuadPart = ~0ULL;
    told("CopyTo", from->CopyTo(body, all, &read, &written));
    line("copied " + std::to_string(read.QuadPart) + " " + std::to_string(written.QuadPart));
    IStream *to = opened(words.at(2).c_str(), STGM_CREATE | STGM_READWRITE);
    LARGE_INTEGER start = {};
    body->Seek(start, STREAM_SEEK_SET, nullptr);
    told("CopyTo", body->CopyTo(to, all, &read, &written));
    line("copied " + std::to_string(read.QuadPart) + " " + std::to_string(written.QuadPart));
    line("left " + std::to_string(to->Release()) + std::to_string(from->Release()) + std::to_string(body->Release()));
    opened("Z:\\nowhere\\at all", STGM_READ);
  }

  void temporary() {
    IStream *stream = opened(nullptr, STGM_CREATE | STGM_READWRITE | STGM_DELETEONRELEASE | 0x80000000);
    if (!stream) return;
    ULONG written = 0;
    told("Write", stream->Write("abc", 3, &written));
    ULARGE_INTEGER size;
    size.QuadPart = 2;
    told("SetSize", stream->SetSize(size));
    STATSTG about = {};
    told("Stat", stream->Stat(&about, STATFLAG_NONAME));
    line("size " + std::to_string(about.cbSize.QuadPart) + " left " + std::to_string(stream->Release()));
    opened(nullptr, STGM_READ);
  }

  /** The message is copied, with a progress indicator of the program's. */
  void copyMessages() {
    SPropValue *entry = nullptr;
    told("SaveChanges", message->SaveChanges(KEEP_OPEN_READWRITE));
    told("HrGetOneProp", mapi.function<HRESULT(WINAPI *)(LPMAPIPROP, ULONG, LPSPropValue *)>("HrGetOneProp", 12)(message, PR_ENTRYID, &entry));
    if (!entry) return;
    ENTRYLIST list = {1, &entry->Value.bin};
    Indicator indicator;
    told("CopyMessages", folder->CopyMessages(&list, nullptr, folder, 0, &indicator, MESSAGE_DIALOG));
    indicator.tell();
    mapi.MAPIFreeBuffer(entry);
  }

  static LONG WINAPI called(void *context, ULONG count, LPNOTIFICATION events) {
    *static_cast<ULONG *>(context) += count;
    line("called " + std::to_string(events[0].ulEventType));
    return 0;
  }

  void callback() {
    using Allocate = HRESULT(WINAPI *)(LONG(WINAPI *)(void *, ULONG, LPNOTIFICATION), void *, LPMAPIADVISESINK *);
    ULONG heard = 0;
    IMAPIAdviseSink *sink = nullptr, *here = nullptr;
    told("HrAllocAdviseSink", mapi.function<Allocate>("HrAllocAdviseSink", 12)(&called, &heard, &sink));
    told("HrThisThreadAdviseSink",
         mapi.function<HRESULT(WINAPI *)(LPMAPIADVISESINK, LPMAPIADVISESINK *)>("HrThisThreadAdviseSink", 8)(sink, &here));
    gone(sink);
    ULONG_PTR connection = 0;
    // The headers of the compiler have ULONG where Windows has ULONG_PTR.
    told("Advise", store->Advise(0, nullptr, fnevObjectCreated, here, reinterpret_cast<ULONG *>(&connection)));
    told("SaveChanges", message->SaveChanges(KEEP_OPEN_READWRITE));
    const auto dispatch = mapi.function<HRESULT(WINAPI *)(ULONG)>("HrDispatchNotifications", 4);
    while (heard == 0) {
      dispatch(0);
      MSG next;
      while (PeekMessageW(&next, nullptr, 0, 0, PM_REMOVE)) DispatchMessageW(&next);
      Sleep(1);
    }
    gone(here);
  }

  static void withoutNormal(LPSPropTagArray tags) {
    for (ULONG i = 0; i < tags->cValues; i++)
      if (tags->aulPropTag[i] == PR_NORMALIZED_SUBJECT) tags->aulPropTag[i] = PR_NULL;
  }

  void columns() {
    IMAPITable *table = nullptr;
    told("GetContentsTable", folder->GetContentsTable(0, &table));
    SizedSPropTagArray(3, first) = {3, {PR_SUBJECT, PR_NORMALIZED_SUBJECT, PR_ENTRYID}};
    told("SetColumns", table->SetColumns(reinterpret_cast<LPSPropTagArray>(&first), 0));
    SizedSPropTagArray(2, added) = {2, {PR_ENTRYID, PR_MESSAGE_CLASS}};
    const auto tags = reinterpret_cast<LPSPropTagArray>(&added);
    const auto allocate = mapi.function<LPALLOCATEBUFFER>("MAPIAllocateBuffer", 8);
    const auto release = mapi.function<LPFREEBUFFER>("MAPIFreeBuffer", 4);
    const auto say = [table, release] {
      LPSPropTagArray now = nullptr;
      table->QueryColumns(0, &now);
      std::string all = "columns";
      for (ULONG i = 0; i < now->cValues; i++) all += " " + hex(static_cast<HRESULT>(now->aulPropTag[i]));
      line(all);
      release(now);
    };
    using Add = HRESULT(WINAPI *)(LPMAPITABLE, LPSPropTagArray, LPALLOCATEBUFFER, LPFREEBUFFER);
    using AddEx = HRESULT(WINAPI *)(LPMAPITABLE, LPSPropTagArray, LPALLOCATEBUFFER, LPFREEBUFFER, void (*)(LPSPropTagArray));
    told("HrAddColumns", mapi.function<Add>("HrAddColumns", 16)(table, tags, allocate, release));
    say();
    told("HrAddColumnsEx", mapi.function<AddEx>("HrAddColumnsEx", 20)(table, tags, allocate, release, &withoutNormal));
    say();
    gone(table);
  }

  /** Formatted text through a stream of plain RTF; the text is made of it. */
  void rtf() {
    IStream *below = nullptr, *plain = nullptr;
    told("OpenProperty", message->OpenProperty(PR_RTF_COMPRESSED, &IID_IStream, STGM_READWRITE, MAPI_CREATE | MAPI_MODIFY,
                                               reinterpret_cast<LPUNKNOWN *>(&below)));
    const auto wrap = mapi.function<HRESULT(WINAPI *)(LPSTREAM, ULONG, LPSTREAM *)>("WrapCompressedRTFStream", 12);
    told("WrapCompressedRTFStream", wrap(below, MAPI_MODIFY, &plain));
    const char text[] = "{\\rtf1\\ansi\\pard formatted\\par}";
    told("Write", plain->Write(text, sizeof text - 1, nullptr));
    told("Commit", plain->Commit(0));
    gone(plain);
    gone(below);
    const auto sync = mapi.function<HRESULT(WINAPI *)(LPMESSAGE, ULONG, BOOL *)>("RTFSync", 12);
    BOOL updated = FALSE;
    told("RTFSync", sync(message, 1, &updated));
    line("updated " + std::to_string(updated));
    told("flags", sync(message, 8, &updated));
    told("NULL", sync(nullptr, 1, &updated));
    SPropValue *body = nullptr;
    told("HrGetOneProp", mapi.function<HRESULT(WINAPI *)(LPMAPIPROP, ULONG, LPSPropValue *)>("HrGetOneProp", 12)(message, PR_BODY_A, &body));
    line(body ? std::string("body ") + std::string(body->Value.lpszA).substr(0, 9) : "no body");
    mapi.MAPIFreeBuffer(body);
    told("OpenProperty", message->OpenProperty(PR_RTF_COMPRESSED, &IID_IStream, STGM_READ, 0, reinterpret_cast<LPUNKNOWN *>(&below)));
    told("WrapCompressedRTFStream", wrap(below, 0, &plain));
    char back[64] = "";
    ULONG got = 0;
    plain->Read(back, sizeof back - 1, &got);
    line(std::string(back) == text ? "the same" : "other");
    gone(plain);
    gone(below);
  }

  /** `simple PROFILE`: a session of Simple MAPI, and that of Extended MAPI behind it. */
  void simple(const Words &words) {
    ULONG_PTR handle = 0;
    const ULONG on = mapi.function<ULONG(WINAPI *)(ULONG_PTR, const char *, const char *, ULONG, ULONG, ULONG_PTR *)>("MAPILogon", 24)(
        0, words.at(1).c_str(), nullptr, MAPI_NEW_SESSION, 0, &handle);
    const auto convert = mapi.function<SCODE(WINAPI *)(ULONG_PTR, ULONG, const IID *, LPMAPISESSION *)>("ScMAPIXFromSMAPI", 16);
    IMAPISession *behind = nullptr;
    IMAPITable *table = nullptr;
    line("MAPILogon " + std::to_string(on));
    told("ScMAPIXFromSMAPI", convert(handle, 0, nullptr, &behind));
    told("GetMsgStoresTable", behind->GetMsgStoresTable(0, &table));
    gone(table);
    gone(behind);
    told("flags", convert(handle, 1, nullptr, &behind));
    told("interface", convert(handle, 0, &IID_IMAPIProgress, &behind));
    told("nobody's", convert(handle + 77, 0, nullptr, &behind));
    line("MAPILogoff " + std::to_string(mapi.function<ULONG(WINAPI *)(ULONG_PTR, ULONG_PTR, ULONG, ULONG)>("MAPILogoff", 16)(handle, 0, 0, 0)));
    told("after it", convert(handle, 0, nullptr, &behind));
  }

  void tree() {
    ULONG count = 0;
    SPropValue *props = nullptr;
    const auto validate = mapi.function<HRESULT(WINAPI *)(LPMDB, ULONG, ULONG *, LPSPropValue *, LPMAPIERROR *)>("HrValidateIPMSubtree", 20);
    told("HrValidateIPMSubtree", validate(store, 1, &count, &props, nullptr));
    line("folders " + std::to_string(count) + (props && props[0].ulPropTag == PR_VALID_FOLDER_MASK ? " mask" : " none"));
    mapi.MAPIFreeBuffer(props);
    told("flags", validate(store, 4, nullptr, nullptr, nullptr));
  }

  /** An identifier that tells the store, and the store's own found again. */
  void compound() {
    SizedSPropTagArray(2, tags) = {2, {PR_RECORD_KEY, PR_ENTRYID}};
    ULONG many = 0, count = 0, storeCount = 0;
    SPropValue *props = nullptr, *mine = nullptr;
    LPENTRYID both = nullptr, found = nullptr, rest = nullptr;
    store->GetProps(reinterpret_cast<LPSPropTagArray>(&tags), 0, &many, &props);
    mapi.function<HRESULT(WINAPI *)(LPMAPIPROP, ULONG, LPSPropValue *)>("HrGetOneProp", 12)(folder, PR_ENTRYID, &mine);
    const auto &key = props[0].Value.bin, &id = mine->Value.bin;
    const auto compose = mapi.function<HRESULT(WINAPI *)(LPMAPISESSION, ULONG, LPBYTE, ULONG, LPENTRYID, ULONG *, LPENTRYID *)>("HrComposeEID", 28);
    const auto apart = mapi.function<HRESULT(WINAPI *)(LPMAPISESSION, ULONG, LPENTRYID, ULONG *, LPENTRYID *, ULONG *, LPENTRYID *)>("HrDecomposeEID", 28);
    told("HrComposeEID", compose(session, key.cb, key.lpb, id.cb, reinterpret_cast<LPENTRYID>(id.lpb), &many, &both));
    told("HrDecomposeEID", apart(session, many, both, &storeCount, &found, &count, &rest));
    IMsgStore *again = nullptr;
    told("OpenMsgStore", session->OpenMsgStore(0, storeCount, found, nullptr, 0, &again));
    gone(again);
    line(count == id.cb && std::memcmp(rest, id.lpb, count) == 0 ? "the same" : "other");
    mapi.MAPIFreeBuffer(both);
    mapi.MAPIFreeBuffer(rest);
    mapi.MAPIFreeBuffer(found);
    BYTE nobody[] = {1, 2, 3};
    compose(session, 3, nobody, id.cb, reinterpret_cast<LPENTRYID>(id.lpb), &many, &both);
    told("no store", apart(session, many, both, &storeCount, &found, &count, &rest));
    mapi.MAPIFreeBuffer(both);
    mapi.MAPIFreeBuffer(props);
    mapi.MAPIFreeBuffer(mine);
  }

  std::string nameIn(const SRow &row) {
    const auto find = mapi.function<LPSPropValue(WINAPI *)(LPSPropValue, ULONG, ULONG)>("PpropFindProp", 12);
    const SPropValue *name = find(row.lpProps, row.cValues, PR_DISPLAY_NAME_W);
    return name ? std::string(name->Value.lpszW, name->Value.lpszW + wcslen(name->Value.lpszW)) : "no name";
  }

  /** A table that the program fills itself. */
  void table() {
    using Create = SCODE(WINAPI *)(const IID *, LPALLOCATEBUFFER, LPALLOCATEMORE, LPFREEBUFFER, void *, ULONG, ULONG, LPSPropTagArray, LPTABLEDATA *);
    const auto create = mapi.function<Create>("CreateTable", 36);
    SizedSPropTagArray(2, columns) = {2, {PR_ROWID, PR_DISPLAY_NAME_W}};
    auto *tags = reinterpret_cast<LPSPropTagArray>(&columns);
    ITableData *data = nullptr;
    told("interface", create(&IID_IMAPIProgress, nullptr, nullptr, nullptr, nullptr, TBLTYPE_DYNAMIC, PR_ROWID, tags, &data));
    told("CreateTable", create(nullptr, nullptr, nullptr, nullptr, nullptr, TBLTYPE_DYNAMIC, PR_ROWID, tags, &data));
    wchar_t names[2][8] = {L"second", L"first"};
    SPropValue props[2] = {};
    props[0].ulPropTag = PR_ROWID;
    props[1].ulPropTag = PR_DISPLAY_NAME_W;
    SRow row = {0, 2, props};
    for (int i = 0; i < 2; i++) {
      props[0].Value.l = i + 1;
      props[1].Value.lpszW = names[i];
      told("HrModifyRow", data->HrModifyRow(&row));
    }
    SRow *found = nullptr;
    ULONG place = 9, gone1 = 0;
    told("HrQueryRow", data->HrQueryRow(&props[0], &found, &place));
    line("row " + std::to_string(place) + " of " + (found ? nameIn(*found) : "nobody"));
    mapi.MAPIFreeBuffer(found);
    told("HrEnumRow", data->HrEnumRow(0, &found));
    line(found && found->lpProps[0].Value.l == 1 ? "the first" : "another");
    mapi.MAPIFreeBuffer(found);
    told("beyond", data->HrEnumRow(7, &found));
    line(found ? "a row" : "no row");
    SizedSSortOrderSet(1, order) = {1, 0, 0, {{PR_DISPLAY_NAME_W, TABLE_SORT_ASCEND}}};
    IMAPITable *view = nullptr;
    told("HrGetView", data->HrGetView(reinterpret_cast<LPSSortOrderSet>(&order), nullptr, 0, &view));
    SRowSet *rows = nullptr;
    told("QueryRows", view->QueryRows(5, 0, &rows));
    line("rows " + std::to_string(rows->cRows) + (std::wcscmp(rows->aRow[0].lpProps[1].Value.lpszW, names[1]) == 0 ? " in order" : " in disorder"));
    mapi.FreeProws(rows);
    told("HrDeleteRow", data->HrDeleteRow(&props[0]));
    told("again", data->HrDeleteRow(&props[0]));
    told("HrDeleteRows", data->HrDeleteRows(1, nullptr, &gone1));
    line("deleted " + std::to_string(gone1));
    gone(view);
    line("left " + std::to_string(data->Release()));
  }

  /** The names that linkers of 32 bits make. */
  void decorated() {
    const char *names[] = {"MAPIInitialize@4", "MAPILogonEx@20", "HrQueryAllRows@24", "FreeProws@4", "ScDupPropset@16", "UlRelease@4"};
    for (const char *name : names) line(std::string(name) + (mapi.has(name) ? " there" : " not there"));
  }
};

}  // namespace

int program(int count, char **arguments) { return Helpers().run(count, arguments); }
