// The exports of Mapiutil.h and Mapival.h that need no service: it prints what they answer.
#include <windows.h>

#include <objidl.h>
#include <ole2.h>

#include <mapidefs.h>
#include <mapitags.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "test/support/program.h"
#include "test/support/trace.h"

namespace {

HMODULE library;

template <typename Function>
Function function(const char *name, int bytes) {
  const std::string full = sizeof(void *) == 4 ? std::string(name) + "@" + std::to_string(bytes) : name;
  auto *found = reinterpret_cast<void *>(GetProcAddress(library, full.c_str()));
  if (!found) {
    line("no " + full);
    std::exit(4);
  }
  return reinterpret_cast<Function>(found);
}

/** Whether it is bad, for something that a pointer shows. */
std::string bad(const char *name, const void *what) {
  return std::to_string(function<ULONG(WINAPI *)(const void *)>(name, 4)(what));
}

SPropValue value(ULONG tag) {
  SPropValue prop = {};
  prop.ulPropTag = tag;
  return prop;
}

void checks() {
  const void *const wild = reinterpret_cast<void *>(ULONG_PTR{16});
  const auto tag = function<ULONG(WINAPI *)(ULONG)>("FBadPropTag", 4);
  line("tags " + std::to_string(tag(PR_SUBJECT_W)) + std::to_string(tag(PROP_TAG(PT_MV_LONG, 0x6600))) + std::to_string(tag(PR_NULL)) + " " +
       std::to_string(tag(PROP_TAG(0x0099, 0x6600))) + std::to_string(tag(PROP_TAG(PT_OBJECT | MV_FLAG, 0x6600))));
  SPropValue yes = value(PROP_TAG(PT_BOOLEAN, 0x6600)), text = value(PR_SUBJECT_A), bytes = value(PR_ENTRYID);
  SPropValue texts = value(PROP_TAG(PT_MV_UNICODE, 0x6601));
  wchar_t word[] = L"word";
  LPWSTR two[] = {word, word};
  char letters[] = "text";
  yes.Value.b = TRUE, text.Value.lpszA = letters, texts.Value.MVszW = {2, two};
  std::string all = "props " + bad("FBadProp", &yes) + bad("FBadProp", &text) + bad("FBadProp", &bytes) + bad("FBadProp", &texts) + " ";
  SPropValue many[] = {yes, text, texts};
  SRow row = {0, 3, many};
  SizedSRowSet(1, rows) = {1, {row}};
  all += bad("FBadRow", &row) + bad("FBadRowSet", &rows) + " ";
  yes.Value.b = 2, text.Value.lpszA = static_cast<LPSTR>(const_cast<void *>(wild)), bytes.Value.bin = {4, nullptr}, two[1] = nullptr;
  all += bad("FBadProp", &yes) + bad("FBadProp", &text) + bad("FBadProp", &bytes) + bad("FBadProp", &texts) + bad("FBadProp", wild) + " ";
  line(all + bad("FBadRow", &row) + bad("FBadRowSet", &rows) + bad("FBadRowSet", nullptr));
  SizedSPropTagArray(2, columns) = {2, {PR_SUBJECT_W, PR_NULL}};
  SizedSSortOrderSet(1, order) = {1, 0, 0, {{PR_SUBJECT_W, TABLE_SORT_DESCEND}}};
  all = "sets " + bad("FBadColumnSet", &columns) + bad("FBadSortOrderSet", &order) + " ";
  columns.aulPropTag[1] = PROP_TAG(PT_ERROR, 0x6600), order.cCategories = 2;
  line(all + bad("FBadColumnSet", &columns) + bad("FBadSortOrderSet", &order) + bad("FBadSortOrderSet", wild));
  BYTE id[8] = {};
  SBinary entry = {sizeof id, id};
  ENTRYLIST entries = {1, &entry};
  all = "entries " + bad("FBadEntryList", &entries) + " ";
  entry.cb = 4;
  line(all + bad("FBadEntryList", &entries) + bad("FBadEntryList", nullptr));
  SRestriction inner = {}, outer = {};
  inner.rt = RES_EXIST, inner.res.resExist.ulPropTag = PR_SUBJECT_W;
  outer.rt = RES_NOT, outer.res.resNot.lpRes = &inner;
  all = "restrictions " + bad("FBadRestriction", &outer) + " ";
  inner.rt = 77;
  all += bad("FBadRestriction", &outer);
  outer.res.resNot.lpRes = &outer;
  line(all + bad("FBadRestriction", &outer));
  GUID guid = {};
  MAPINAMEID name = {};
  LPMAPINAMEID names[] = {&name};
  name.lpguid = &guid, name.ulKind = MNID_STRING, name.Kind.lpwstrName = word;
  const auto badNames = function<BOOL(WINAPI *)(LPMAPINAMEID *, ULONG)>("FBadRglpNameID", 8);
  all = "names " + std::to_string(badNames(names, 1)) + " ";
  name.ulKind = 9;
  LPSTR narrow[] = {letters, nullptr};
  const auto badTexts = function<BOOL(WINAPI *)(LPSTR *, ULONG)>("FBadRglpszA", 8);
  const auto badBounded = function<BOOL(WINAPI *)(const void *, UINT)>("IsBadBoundedStringPtr", 8);
  line(all + std::to_string(badNames(names, 1)) + " " + std::to_string(badTexts(narrow, 1)) + std::to_string(badTexts(narrow, 2)) + " " +
       std::to_string(badBounded(wild, 0)) + std::to_string(badBounded(letters, 9)) + std::to_string(badBounded(wild, 9)));
}

void events() {
  const auto count = function<SCODE(WINAPI *)(int, LPNOTIFICATION, ULONG *)>("ScCountNotifications", 12);
  const auto copy = function<SCODE(WINAPI *)(int, LPNOTIFICATION, LPVOID, ULONG *)>("ScCopyNotifications", 16);
  const auto move = function<SCODE(WINAPI *)(int, LPNOTIFICATION, LPVOID, LPVOID, ULONG *)>("ScRelocNotifications", 20);
  BYTE id[] = {1, 2, 3};
  char kind[] = "IPM.Note";
  wchar_t subject[] = L"subject";
  SPropValue cell = value(PR_SUBJECT_W);
  cell.Value.lpszW = subject;
  NOTIFICATION both[2] = {};
  both[0].ulEventType = fnevNewMail;
  both[0].info.newmail.cbEntryID = 3, both[0].info.newmail.lpEntryID = reinterpret_cast<LPENTRYID>(id);
  both[0].info.newmail.lpszMessageClass = reinterpret_cast<LPTSTR>(kind);
  both[1].ulEventType = fnevTableModified;
  both[1].info.tab.ulTableEvent = TABLE_ROW_ADDED;
  both[1].info.tab.row = {0, 1, &cell};
  ULONG size = 0, copied = 0, moved = 0;
  const SCODE counted = count(2, both, &size);
  std::vector<BYTE> here(size), there(size);
  const SCODE made = copy(2, both, here.data(), &copied);
  there = here;
  const SCODE gone = move(2, reinterpret_cast<LPNOTIFICATION>(there.data()), here.data(), there.data(), &moved);
  std::fill(here.begin(), here.end(), BYTE{0});
  subject[0] = L'S', kind[0] = 'i', id[0] = 9;
  const auto *now = reinterpret_cast<NOTIFICATION *>(there.data());
  const bool same = reinterpret_cast<const BYTE *>(now[0].info.newmail.lpEntryID)[0] == 1 &&
                    std::strcmp(reinterpret_cast<const char *>(now[0].info.newmail.lpszMessageClass), "IPM.Note") == 0 &&
                    std::wstring(now[1].info.tab.row.lpProps[0].Value.lpszW) == L"subject";
  line("events " + hex(counted) + " " + hex(made) + " " + hex(gone) + (same && size == copied && size == moved ? " the same" : " other"));
  both[0].ulEventType = 0x1234;
  line("no event " + hex(count(2, both, nullptr)) + " " + hex(count(1, nullptr, nullptr)));
}

void wideTexts() {
  wchar_t into[8] = L"";
  char narrow[8] = "";
  BOOL used = FALSE;
  const int length = function<int(WINAPI *)(LPCWSTR)>("MNLS_lstrlenW", 4)(L"four");
  const auto order = function<int(WINAPI *)(LPCWSTR, LPCWSTR)>("MNLS_lstrcmpW", 8);
  const bool copied = function<LPWSTR(WINAPI *)(LPWSTR, LPCWSTR)>("MNLS_lstrcpyW", 8)(into, L"abc") == into && std::wstring(into) == L"abc";
  const int compared = function<int(WINAPI *)(LCID, DWORD, LPCWSTR, int, LPCWSTR, int)>("MNLS_CompareStringW", 24)(
      LOCALE_USER_DEFAULT, NORM_IGNORECASE, L"ABC", -1, into, -1);
  const int wide = function<int(WINAPI *)(UINT, DWORD, LPCSTR, int, LPWSTR, int)>("MNLS_MultiByteToWideChar", 24)(CP_UTF8, 0, "\xE2\x82\xAC", -1, into, 8);
  const int back = function<int(WINAPI *)(UINT, DWORD, LPCWSTR, int, LPSTR, int, LPCSTR, BOOL *)>("MNLS_WideCharToMultiByte", 32)(
      20127, 0, into, -1, narrow, 8, "?", &used);
  const auto badText = function<BOOL(WINAPI *)(LPCWSTR, UINT)>("MNLS_IsBadStringPtrW", 8);
  line("wide " + std::to_string(length) + " " + std::to_string(order(L"a", L"b")) + std::to_string(order(L"b", L"b")) + std::to_string(order(L"b", L"a")) +
       " " + std::to_string(copied) + " " + std::to_string(compared) + " " + std::to_string(wide) + " " + std::to_string(back) + std::to_string(used) +
       " " + std::to_string(badText(L"a", 9)) + std::to_string(badText(nullptr, 9)));
}

using Routine = BOOL(WINAPI *)(void *);
std::string called;
void *last = nullptr;

template <char letter>
BOOL WINAPI routine(void *parameter) {
  called += letter;
  if (parameter) PostQuitMessage(0);
  return FALSE;
}

BOOL WINAPI once(void *) {
  called += 'x';
  function<void(WINAPI *)(void *)>("DeregisterIdleRoutine", 4)(last);
  return FALSE;
}

void pump() {
  MSG message;
  while (GetMessageW(&message, nullptr, 0, 0) > 0) DispatchMessageW(&message);
}

void idle() {
  const auto begin = function<LONG(WINAPI *)(void *)>("MAPIInitIdle", 4);
  const auto end = function<void(WINAPI *)()>("MAPIDeinitIdle", 0);
  const auto add = function<void *(WINAPI *)(Routine, void *, short, ULONG, USHORT)>("FtgRegisterIdleRoutine", 20);
  const auto enable = function<void(WINAPI *)(void *, BOOL)>("EnableIdleRoutine", 8);
  const auto change = function<void(WINAPI *)(void *, Routine, void *, short, ULONG, USHORT, USHORT)>("ChangeIdleRoutine", 28);
  constexpr USHORT interval = 2, disabled = 0x20;
  const bool early = add(routine<'z'>, nullptr, -1, 0, 0) == nullptr;
  const LONG reserved = begin(&called), first = begin(nullptr), second = begin(nullptr);
  const bool ofTheUser = add(routine<'z'>, nullptr, 0, 0, 0) == nullptr;
  line("idle " + std::to_string(early) + " " + std::to_string(reserved) + std::to_string(first) + std::to_string(second) + " " + std::to_string(ofTheUser));
  // The one with the higher priority comes first, and takes itself out; one that is disabled waits; the last one ends the pump.
  last = add(once, nullptr, 5, 0, 0);
  void *quiet = add(routine<'q'>, nullptr, 4, 0, disabled);
  add(routine<'l'>, &called, -3, 0, 0);
  pump();
  line("called " + called);
  called = "";
  change(quiet, routine<'c'>, &called, -2, 360000, interval, 0x1F);
  enable(quiet, TRUE);
  add(routine<'w'>, nullptr, 1, 360000, interval);
  // What has to wait an hour is passed over.
  pump();
  line("called " + called);
  called = "";
  change(quiet, nullptr, nullptr, 0, 0, interval, 8);
  pump();
  line("called " + called);
  end();
  end();
  line("ended " + std::to_string(add(routine<'z'>, nullptr, -1, 0, 0) == nullptr));
}

std::string hexOf(const void *bytes, size_t count) {
  std::string text;
  char two[3];
  for (size_t i = 0; i < count; i++) {
    std::snprintf(two, sizeof two, "%02X", static_cast<const BYTE *>(bytes)[i]);
    text += two;
  }
  return text;
}

void entries() {
  BYTE id[] = {0, 0, 0, 0, 7}, key[] = {1, 2};
  ULONG count = 0, storeCount = 9;
  LPENTRYID made = nullptr, store = nullptr;
  auto *entry = reinterpret_cast<LPENTRYID>(id);
  const auto freeBuffer = function<ULONG(WINAPI *)(LPVOID)>("MAPIFreeBuffer", 4);
  const auto wrap = function<HRESULT(WINAPI *)(ULONG, const void *, ULONG, LPENTRYID, ULONG *, LPENTRYID *)>("WrapStoreEntryID", 24);
  HRESULT hr = wrap(0, "ab.dll", sizeof id, entry, &count, &made);
  const std::string narrow = hexOf(made, count);
  freeBuffer(made);
  wrap(MAPI_UNICODE, L"ab.dll", sizeof id, entry, &count, &made);
  line("wrapped " + hex(hr) + " " + narrow + (hexOf(made, count) == narrow ? " the same" : " other"));
  freeBuffer(made);
  const auto compose = function<HRESULT(WINAPI *)(void *, ULONG, LPBYTE, ULONG, LPENTRYID, ULONG *, LPENTRYID *)>("HrComposeEID", 28);
  const auto decompose = function<HRESULT(WINAPI *)(void *, ULONG, LPENTRYID, ULONG *, LPENTRYID *, ULONG *, LPENTRYID *)>("HrDecomposeEID", 28);
  hr = compose(nullptr, 0, nullptr, sizeof id, entry, &count, &made);
  const std::string alone = hexOf(made, count);
  freeBuffer(made);
  const HRESULT apart = decompose(nullptr, sizeof id, entry, &storeCount, &store, &count, &made);
  line("alone " + hex(hr) + " " + alone + " " + hex(apart) + " " + hexOf(made, count) + " " + std::to_string(storeCount) + (store ? " store" : " no store"));
  freeBuffer(made);
  hr = compose(nullptr, sizeof key, key, sizeof id, entry, &count, &made);
  line("compound " + hex(hr) + " " + std::to_string(count) + " without a session " + hex(decompose(nullptr, count, made, &storeCount, &store, &storeCount, &store)));
  freeBuffer(made);
  LPSTR text = nullptr;
  hr = function<HRESULT(WINAPI *)(void *, ULONG, LPBYTE, ULONG, LPENTRYID, LPSTR *)>("HrComposeMsgID", 24)(nullptr, 0, nullptr, sizeof id, entry, &text);
  const HRESULT back = function<HRESULT(WINAPI *)(void *, LPSTR, ULONG *, LPENTRYID *, ULONG *, LPENTRYID *)>("HrDecomposeMsgID", 24)(
      nullptr, text, &storeCount, &store, &count, &made);
  line("text " + hex(hr) + " " + text + " " + hex(back) + " " + hexOf(made, count));
  freeBuffer(text);
  freeBuffer(made);
  const auto converse = function<SCODE(WINAPI *)(ULONG, LPBYTE, ULONG *, LPBYTE *)>("ScCreateConversationIndex", 16);
  LPBYTE first = nullptr, reply = nullptr;
  ULONG firstCount = 0, replyCount = 0;
  hr = converse(0, nullptr, &firstCount, &first);
  const SCODE answered = converse(firstCount, first, &replyCount, &reply);
  line("conversation " + hex(hr) + " " + std::to_string(firstCount) + " " + std::to_string(first[0]) + " " + hex(answered) + " " +
       std::to_string(replyCount) + (std::memcmp(first, reply, firstCount) == 0 ? " of the same" : " other"));
  freeBuffer(first);
  freeBuffer(reply);
}

void memory() {
  const auto allocate = function<SCODE(WINAPI *)(ULONG, LPVOID *)>("MAPIAllocateBuffer", 8);
  const auto more = function<SCODE(WINAPI *)(ULONG, LPVOID, LPVOID *)>("MAPIAllocateMore", 12);
  const auto again = function<SCODE(WINAPI *)(LPVOID, ULONG, LPVOID *)>("MAPIReallocateBuffer", 12);
  const auto freeBuffer = function<ULONG(WINAPI *)(LPVOID)>("MAPIFreeBuffer", 4);
  void *block = nullptr, *added = nullptr, *larger = nullptr, *none = &block;
  allocate(4, &block);
  more(4, block, &added);
  std::memcpy(block, "abc", 4);
  std::memcpy(added, "def", 4);
  const SCODE hr = again(block, 100000, &larger);
  const bool kept = std::strcmp(static_cast<char *>(larger), "abc") == 0 && std::strcmp(static_cast<char *>(added), "def") == 0;
  line("larger " + hex(hr) + (kept ? " kept" : " lost") + " " + hex(again(&block, 1, &none)) + " " + std::to_string(freeBuffer(larger)));
  IMalloc *malloc = function<IMalloc *(WINAPI *)()>("MAPIGetDefaultMalloc", 0)();
  void *piece = malloc->Alloc(10);
  line("malloc " + std::to_string(malloc->DidAlloc(piece) != 0));
  malloc->Free(piece);
  malloc->Release();
}

void storages() {
  const auto over = function<HRESULT(WINAPI *)(LPUNKNOWN, const IID *, ULONG, LPSTORAGE *)>("HrIStorageFromStream", 16);
  IStream *stream = nullptr, *inner = nullptr;
  IStorage *storage = nullptr;
  CreateStreamOnHGlobal(nullptr, TRUE, &stream);
  const HRESULT hr = over(stream, nullptr, 0x1000 | 2, &storage);
  const HRESULT made = storage->CreateStream(L"inner", STGM_READWRITE | STGM_SHARE_EXCLUSIVE, 0, 0, &inner);
  inner->Write("kept", 4, nullptr);
  inner->Release();
  storage->Commit(STGC_DEFAULT);
  storage->Release();
  const HRESULT opened = over(stream, &IID_IStream, 0, &storage);
  char text[5] = "";
  storage->OpenStream(L"inner", nullptr, STGM_READ | STGM_SHARE_EXCLUSIVE, 0, &inner);
  inner->Read(text, 4, nullptr);
  line("storage " + hex(hr) + " " + hex(made) + " " + hex(opened) + " " + text + " " + hex(over(stream, &IID_IStorage, 0, &storage)) + " " +
       hex(over(stream, nullptr, 4, &storage)));
  inner->Release();
  const auto code = function<SCODE(WINAPI *)(SCODE)>("MapStorageSCode", 4);
  line("codes " + hex(code(S_OK)) + " " + hex(code(STG_E_FILENOTFOUND)) + " " + hex(code(STG_E_MEDIUMFULL)) + " " + hex(code(1234)));
  stream->Release();
}

IStream *holding(const std::vector<BYTE> &bytes) {
  IStream *stream = nullptr;
  CreateStreamOnHGlobal(nullptr, TRUE, &stream);
  stream->Write(bytes.data(), static_cast<ULONG>(bytes.size()), nullptr);
  stream->Seek({}, STREAM_SEEK_SET, nullptr);
  return stream;
}

std::string readAll(IStream *stream) {
  std::string all;
  char piece[7];
  for (ULONG got = 1; got > 0;) {
    stream->Read(piece, sizeof piece, &got);
    all.append(piece, got);
  }
  return all;
}

void rtf() {
  const auto wrap = function<HRESULT(WINAPI *)(IStream *, ULONG, IStream **)>("WrapCompressedRTFStream", 12);
  // The first example of [MS-OXRTFCP].
  std::vector<BYTE> known = {0x2D, 0, 0, 0, 0x2B, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 3, 0, 0x0A, 0, 0x72, 0x63, 0x70, 0x67, 0x31,
                             0x32, 0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68, 0x65, 0x6C, 9, 0, 0x20, 0x62, 0x77, 5, 0xB0, 0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F, 0xA0};
  IStream *below = holding(known), *plain = nullptr;
  HRESULT hr = wrap(below, 0, &plain);
  line("rtf " + hex(hr) + " " + readAll(plain).substr(0, 41) + " " + hex(plain->Seek({}, STREAM_SEEK_SET, nullptr)) + " " + hex(plain->Write("", 0, nullptr)));
  plain->Release();
  below->Release();
  known[13] ^= 1;
  below = holding(known);
  line("corrupt " + hex(wrap(below, 0, &plain)) + " " + hex(wrap(below, 0x4000, &plain)) + " " + hex(wrap(nullptr, 0, &plain)));
  below->Release();
  std::string text = "{\\rtf1\\ansi";
  for (int i = 0; i < 3000; i++) text += "\\par line " + std::to_string(i * 7919 % 1000);
  text += "}";
  for (const ULONG flags : {ULONG{MAPI_MODIFY}, ULONG{MAPI_MODIFY | 0x8000}}) {
    below = holding({});
    hr = wrap(below, flags, &plain);
    const HRESULT written = plain->Write(text.data(), static_cast<ULONG>(text.size()), nullptr), done = plain->Commit(0);
    plain->Release();
    STATSTG about = {};
    below->Stat(&about, STATFLAG_NONAME);
    below->Seek({}, STREAM_SEEK_SET, nullptr);
    const HRESULT read = wrap(below, 0, &plain);
    line("written " + hex(hr) + " " + hex(written) + " " + hex(done) + " " + hex(read) + (readAll(plain) == text ? " the same" : " other") +
         (about.cbSize.QuadPart < text.size() / 2 ? " smaller" : " as large"));
    plain->Release();
    below->Release();
  }
}

void tnef() {
  const auto page = function<HRESULT(WINAPI *)(IStream *, ULONG *, ULONG *)>("GetTnefStreamCodepage", 12);
  const std::vector<BYTE> head = {0x78, 0x9F, 0x3E, 0x22, 1, 0};
  std::vector<BYTE> version = {1, 6, 0x90, 8, 0, 4, 0, 0, 0, 0, 0, 1, 0, 1, 0};
  std::vector<BYTE> codepage = {1, 7, 0x90, 6, 0, 8, 0, 0, 0, 0xE4, 4, 0, 0, 9, 0, 0, 0, 0xF1, 0};
  const auto told = [&page](std::vector<BYTE> bytes) {
    ULONG first = 0, second = 0;
    IStream *stream = holding(bytes);
    const HRESULT hr = page(stream, &first, &second);
    stream->Release();
    return hex(hr) + " " + std::to_string(first) + " " + std::to_string(second);
  };
  const auto joined = [](std::vector<BYTE> one, const std::vector<BYTE> &other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
  };
  line("tnef " + told(joined(joined(head, version), codepage)) + ", " + told(joined(head, version)));
  codepage.back() = 1;
  line("no tnef " + told(joined(head, codepage)) + ", " + told({1, 2, 3}) + ", " + told(joined(head, {1, 6, 0x90, 8, 0, 0xFF, 0xFF, 0xFF, 0xFF, 1})));
}

void paths() {
  char into[64] = "", share[] = "\\\\server\\share\\file", local[] = "C:\\file";
  const auto toShare = function<SCODE(WINAPI *)(LPSTR, LPSTR, UINT)>("ScUNCFromLocalPath", 12);
  const auto toLocal = function<SCODE(WINAPI *)(LPSTR, LPSTR, UINT)>("ScLocalPathFromUNC", 12);
  line("share " + hex(toShare(share, into, 64)) + " " + into + " " + hex(toShare(share, into, 10)) + " " + hex(toShare(local, into, 64)));
  line("local " + hex(toLocal(local, into, 64)) + " " + into + " " + hex(toLocal(local, into, 4)) + " " + hex(toLocal(share, into, 64)));
  char path[MAX_PATH] = "";
  const auto component = function<BOOL(WINAPI *)(LPCSTR, LPSTR, LPSTR, DWORD, BOOL)>("FGetComponentPath", 20);
  const BOOL found = component("{473FF9A0-D659-11D1-A4B2-006008AF820E}", nullptr, path, MAX_PATH, FALSE);
  line("component " + std::to_string(found) + (std::string(path).find("comail-mapi.dll") != std::string::npos ? " ours " : " another ") +
       std::to_string(component("x", nullptr, path, 4, FALSE)));
}

void refusals() {
  void *made = &library;
  const HRESULT forms = function<HRESULT(WINAPI *)(void *, void **)>("MAPIOpenFormMgr", 8)(&library, &made);
  line("forms " + hex(forms) + (made ? " made" : " nothing") + " " + hex(function<HRESULT(WINAPI *)(void **)>("MAPIOpenLocalFormContainer", 4)(nullptr)) +
       " wizard " + hex(function<HRESULT(WINAPI *)(HWND, ULONG, LPCSTR *, ULONG, LPSTR)>("LaunchWizard", 20)(nullptr, 0, nullptr, 0, nullptr)) + " cmc " +
       std::to_string(function<ULONG(WINAPI *)(ULONG_PTR, void *, ULONG, ULONG_PTR, void *)>("cmc_send", 20)(0, nullptr, 0, 0, nullptr)));
  USHORT words[] = {0x1234};
  ULONG numbers[] = {0x12345678};
  function<void(WINAPI *)(USHORT *, ULONG)>("SwapPword", 8)(words, 1);
  function<void(WINAPI *)(ULONG *, ULONG)>("SwapPlong", 8)(numbers, 1);
  line("swapped " + hex(words[0]) + " " + hex(static_cast<HRESULT>(numbers[0])));
}

}  // namespace

int program(int, char **) {
  const char *path = std::getenv("COMAIL_MAPI_DLL");
  library = LoadLibraryA(path ? path : "comail-mapi.dll");
  if (!library) return 3;
  checks();
  events();
  wideTexts();
  idle();
  entries();
  memory();
  storages();
  rtf();
  tnef();
  paths();
  refusals();
  return 0;
}
