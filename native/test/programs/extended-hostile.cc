// A program whose service answers what it likes: it logs on again and again, uses what it gets, looks at every byte of it, and lets go of it.
// Its argument: how often. Whatever comes, it must live.
#define INITGUID
#define USES_IID_IMAPIProp
#define USES_IID_IMAPIFolder
#include <windows.h>

#include <mapix.h>

#include <mapiguid.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "test/support/library.h"
#include "test/support/program.h"

namespace {

Library mapi;
// Everything that was looked at ends here, so that no look is left out.
volatile unsigned seen = 0;

void look(const void *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) seen = seen + static_cast<const BYTE *>(bytes)[i];
}
void look(const char *text) {
  if (text) look(text, std::strlen(text));
}
void look(const wchar_t *text) {
  if (text) look(text, wcslen(text) * sizeof(wchar_t));
}
void look(const SPropValue &prop) {
  const auto &value = prop.Value;
  switch (PROP_TYPE(prop.ulPropTag)) {
    case PT_STRING8: return look(value.lpszA);
    case PT_UNICODE: return look(value.lpszW);
    case PT_BINARY: return look(value.bin.lpb, value.bin.cb);
    case PT_CLSID: return look(value.lpguid, sizeof(GUID));
    case PT_MV_LONG: return look(value.MVl.lpl, value.MVl.cValues * sizeof(LONG));
    case PT_MV_STRING8:
      for (ULONG i = 0; i < value.MVszA.cValues; i++) look(value.MVszA.lppszA[i]);
      return;
    case PT_MV_UNICODE:
      for (ULONG i = 0; i < value.MVszW.cValues; i++) look(value.MVszW.lppszW[i]);
      return;
    case PT_MV_BINARY:
      for (ULONG i = 0; i < value.MVbin.cValues; i++) look(value.MVbin.lpbin[i].lpb, value.MVbin.lpbin[i].cb);
      return;
    default: look(&value, sizeof(LONG));
  }
}

void look(LPSPropValue props, ULONG count) {
  for (ULONG i = 0; props && i < count; i++) look(props[i]);
  mapi.MAPIFreeBuffer(props);
}

template <typename T>
void gone(T *&object) {
  if (object) object->Release();
  object = nullptr;
}

/** Looks at what it is told, and lives as long as the program. */
class Sink final : public IMAPIAdviseSink {
 public:
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override {
    *object = IsEqualIID(iid, IID_IUnknown) ? this : nullptr;
    return *object ? S_OK : E_NOINTERFACE;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return 2; }
  ULONG STDMETHODCALLTYPE Release() override { return 1; }
  ULONG STDMETHODCALLTYPE OnNotify(ULONG count, LPNOTIFICATION events) override {
    for (ULONG i = 0; i < count; i++) {
      const auto &object = events[i].info.obj;
      if (events[i].ulEventType != fnevObjectCreated && events[i].ulEventType != fnevObjectModified) continue;
      look(object.lpEntryID, object.cbEntryID);
      look(object.lpParentID, object.cbParentID);
      if (object.lpPropTagArray) look(object.lpPropTagArray->aulPropTag, object.lpPropTagArray->cValues * sizeof(ULONG));
    }
    return S_OK;
  }
};

/** The rows of a table, and the first entry identifier among them. */
std::string rowsOf(IMAPITable *table) {
  std::string entry;
  if (!table) return entry;
  SizedSPropTagArray(3, columns) = {3, {PR_ENTRYID, PR_DISPLAY_NAME_W, PR_INSTANCE_KEY}};
  LPSRowSet rows = nullptr;
  LPSPropTagArray tags = nullptr;
  ULONG count = 0;
  table->SetColumns(reinterpret_cast<LPSPropTagArray>(&columns), 0);
  table->GetRowCount(0, &count);
  if (SUCCEEDED(table->QueryColumns(0, &tags)) && tags) look(tags->aulPropTag, tags->cValues * sizeof(ULONG));
  mapi.MAPIFreeBuffer(tags);
  if (SUCCEEDED(table->QueryRows(20, 0, &rows)) && rows) {
    for (ULONG i = 0; i < rows->cRows; i++)
      for (ULONG j = 0; j < rows->aRow[i].cValues; j++) {
        const SPropValue &prop = rows->aRow[i].lpProps[j];
        look(prop);
        if (entry.empty() && prop.ulPropTag == PR_ENTRYID) entry.assign(reinterpret_cast<const char *>(prop.Value.bin.lpb), prop.Value.bin.cb);
      }
    mapi.FreeProws(rows);
  }
  return entry;
}

void use(IMessage *message) {
  wchar_t subject[] = L"subject";
  SPropValue prop = {};
  prop.ulPropTag = PR_SUBJECT_W;
  prop.Value.lpszW = subject;
  LPSPropProblemArray problems = nullptr;
  message->SetProps(1, &prop, &problems);
  if (problems) look(problems->aProblem, problems->cProblem * sizeof(SPropProblem));
  mapi.MAPIFreeBuffer(problems);
  IStream *body = nullptr;
  if (SUCCEEDED(message->OpenProperty(PR_BODY_W, &IID_IStream, STGM_READWRITE, MAPI_CREATE | MAPI_MODIFY, reinterpret_cast<LPUNKNOWN *>(&body))) && body) {
    char bytes[256] = "text";
    ULONG moved = 0;
    STATSTG about = {};
    body->Write(bytes, sizeof bytes, &moved);
    body->Seek({}, STREAM_SEEK_SET, nullptr);
    if (SUCCEEDED(body->Read(bytes, sizeof bytes, &moved))) look(bytes, moved);
    if (SUCCEEDED(body->Stat(&about, STATFLAG_DEFAULT))) look(about.pwcsName);
    CoTaskMemFree(about.pwcsName);
    body->Commit(0);
  }
  gone(body);
  GUID guid = {1, 2, 3, {4}};
  wchar_t word[] = L"name";
  MAPINAMEID name = {};
  LPMAPINAMEID names[] = {&name}, *again = nullptr;
  name.lpguid = &guid, name.ulKind = MNID_STRING, name.Kind.lpwstrName = word;
  LPSPropTagArray tags = nullptr;
  ULONG count = 0;
  if (SUCCEEDED(message->GetIDsFromNames(1, names, MAPI_CREATE, &tags)) && tags) {
    look(tags->aulPropTag, tags->cValues * sizeof(ULONG));
    if (SUCCEEDED(message->GetNamesFromIDs(&tags, nullptr, 0, &count, &again)))
      for (ULONG i = 0; i < count; i++)
        if (again[i] && again[i]->ulKind == MNID_STRING) look(again[i]->Kind.lpwstrName);
    mapi.MAPIFreeBuffer(again);
  }
  mapi.MAPIFreeBuffer(tags);
  LPSPropValue props = nullptr;
  message->SaveChanges(KEEP_OPEN_READWRITE);
  if (SUCCEEDED(message->GetProps(nullptr, MAPI_UNICODE, &count, &props))) look(props, count);
  LPMAPIERROR error = nullptr;
  message->SubmitMessage(0);
  if (SUCCEEDED(message->GetLastError(static_cast<HRESULT>(MAPI_E_NO_RECIPIENTS), MAPI_UNICODE, &error)) && error)
    look(reinterpret_cast<const wchar_t *>(error->lpszError));
  mapi.MAPIFreeBuffer(error);
}

void use(IMsgStore *store) {
  IMAPIFolder *folder = nullptr;
  IMAPITable *table = nullptr;
  IMessage *message = nullptr;
  IMAPIProp *other = nullptr;
  ULONG type = 0, connection = 0;
  static Sink sink;
  store->Advise(0, nullptr, fnevObjectCreated | fnevObjectModified, &sink, &connection);
  store->OpenEntry(0, nullptr, nullptr, MAPI_MODIFY, &type, reinterpret_cast<LPUNKNOWN *>(&folder));
  // An interface that is none of its own would have other slots.
  if (folder && SUCCEEDED(folder->QueryInterface(IID_IMAPIProp, reinterpret_cast<void **>(&other)))) gone(other);
  IMAPIFolder *sure = nullptr;
  if (folder && SUCCEEDED(folder->QueryInterface(IID_IMAPIFolder, reinterpret_cast<void **>(&sure))) && sure) {
    sure->GetHierarchyTable(0, &table);
    rowsOf(table);
    gone(table);
    sure->CreateMessage(nullptr, 0, &message);
    if (message) use(message);
    gone(message);
    sure->GetContentsTable(0, &table);
    rowsOf(table);
    gone(table);
  }
  gone(sure);
  gone(folder);
  store->Unadvise(connection);
  MSG next;
  while (PeekMessageW(&next, nullptr, 0, 0, PM_REMOVE)) DispatchMessageW(&next);
}

bool round() {
  IMAPISession *session = nullptr;
  IMAPITable *table = nullptr;
  IMsgStore *store = nullptr;
  char profile[] = "Work";
  const HRESULT hr = mapi.MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION, &session);
  if (FAILED(hr) || !session) return false;
  session->GetMsgStoresTable(0, &table);
  std::string entry = rowsOf(table);
  gone(table);
  session->OpenMsgStore(0, static_cast<ULONG>(entry.size()), reinterpret_cast<LPENTRYID>(entry.data()), nullptr, MDB_WRITE, &store);
  if (store) use(store);
  gone(store);
  session->Logoff(0, 0, 0);
  gone(session);
  return true;
}

/** Says where it was that something could not be read. */
LONG WINAPI ends(EXCEPTION_POINTERS *what) {
  HMODULE module = nullptr;
  char name[MAX_PATH] = "";
  const auto *at = static_cast<const BYTE *>(what->ExceptionRecord->ExceptionAddress);
  GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, reinterpret_cast<LPCSTR>(at), &module);
  GetModuleFileNameA(module, name, sizeof name);
  line(std::string(name) + " at " + hex(static_cast<HRESULT>(at - reinterpret_cast<const BYTE *>(module))));
  TerminateProcess(GetCurrentProcess(), 5);
  return EXCEPTION_EXECUTE_HANDLER;
}

}  // namespace

int program(int count, char **words) {
  SetUnhandledExceptionFilter(ends);
  const char *path = std::getenv("COMAIL_MAPI_DLL");
  if (count != 2 || !mapi.load(path ? path : "comail-mapi.dll")) return 3;
  mapi.MAPIInitialize(nullptr);
  int on = 0;
  const int rounds = std::atoi(words[1]);
  for (int i = 0; i < rounds; i++) on += round();
  mapi.MAPIUninitialize();
  line(on > rounds / 2 ? "lived" : "hardly ever logged on");
  return 0;
}
