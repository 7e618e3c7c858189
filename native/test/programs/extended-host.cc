// A program that does with Extended MAPI what may go wrong, or is rare: NULL pointers, interfaces that nobody has, advise sinks, threads, named
// properties, profiles. Its arguments are its steps.
#define INITGUID
#define USES_IID_IMessage
#define USES_IID_IMAPIProp
#define USES_IID_IMAPIForm
#include <windows.h>

#include <mapix.h>

#include <mapiguid.h>

#include <cwchar>

#include "test/support/mapiprogram.h"
#include "test/support/program.h"
#include "test/support/sink.h"

namespace {

class Host final : public MapiProgram {
 public:
  Host() {
    step("advise", [this](const Words &) { advise(); });
    step("unadvise", [this](const Words &) { unadvise(); });
    step("sink", [this](const Words &) { line("sink held " + std::to_string(sink_.references())); });
    step("pump", [this](const Words &words) { sink_.wait(number(words, 1), true); });
    step("wait", [this](const Words &words) { sink_.wait(number(words, 1), false); });
    step("query", [this](const Words &) { query(); });
    step("nulls", [this](const Words &) { nulls(); });
    step("profiles", [this](const Words &) { profiles(); });
    step("names", [this](const Words &) { names(); });
    step("thread", [this](const Words &) { thread(); });
  }

 private:
  /** `advise`: a sink for what is made below the whole store. */
  void advise() {
    // The headers of the compiler have ULONG where Windows has ULONG_PTR.
    told("Advise", store->Advise(0, nullptr, fnevObjectCreated, &sink_, reinterpret_cast<ULONG *>(&connection_)));
  }

  void unadvise() {
    // As above.
    using Unadvise = HRESULT(STDMETHODCALLTYPE *)(IMsgStore *, ULONG_PTR);
    constexpr int kSlot = 15;
    auto *const *table = *reinterpret_cast<void *const *const *>(store);
    told("Unadvise", reinterpret_cast<Unadvise>(table[kSlot])(store, connection_));
    line("sink held " + std::to_string(sink_.references()));
  }

  void query() {
    IUnknown *unknown = nullptr, *again = nullptr;
    IMAPIProp *props = nullptr;
    IMessage *message = nullptr;
    told("IUnknown", store->QueryInterface(IID_IUnknown, reinterpret_cast<void **>(&unknown)));
    told("IMAPIProp", store->QueryInterface(IID_IMAPIProp, reinterpret_cast<void **>(&props)));
    told("IMessage", store->QueryInterface(IID_IMessage, reinterpret_cast<void **>(&message)));
    told("IMAPIForm", store->QueryInterface(IID_IMAPIForm, reinterpret_cast<void **>(&message)));
    told("nowhere", store->QueryInterface(IID_IUnknown, nullptr));
    if (props) props->QueryInterface(IID_IUnknown, reinterpret_cast<void **>(&again));
    line(again == unknown && unknown ? "one object" : "two objects");
    gone(again);
    gone(props);
    gone(unknown);
    ULONG type = 0;
    told("open as form", store->OpenEntry(0, nullptr, &IID_IMAPIForm, 0, &type, reinterpret_cast<LPUNKNOWN *>(&message)));
  }

  void nulls() {
    told("MAPILogonEx", mapi.MAPILogonEx(0, nullptr, nullptr, 0, nullptr));
    told("MAPIAdminProfiles", mapi.MAPIAdminProfiles(0, nullptr));
    told("GetMsgStoresTable", session->GetMsgStoresTable(0, nullptr));
    told("GetProps", store->GetProps(nullptr, 0, nullptr, nullptr));
    told("SetProps", store->SetProps(1, nullptr, nullptr));
    told("OpenMsgStore", session->OpenMsgStore(0, 8, nullptr, nullptr, 0, nullptr));
    told("ModifyRecipients", message->ModifyRecipients(MODRECIP_ADD, nullptr));
    told("Advise", store->Advise(0, nullptr, fnevObjectCreated, nullptr, nullptr));
    SPropValue empty = {};
    empty.ulPropTag = PR_SUBJECT_A;
    told("text", message->SetProps(1, &empty, nullptr));
    empty.ulPropTag = PROP_TAG(0x77, 0x37);
    told("type", message->SetProps(1, &empty, nullptr));
    IMAPITable *table = nullptr;
    session->GetMsgStoresTable(0, &table);
    told("FindRow", table->FindRow(nullptr, BOOKMARK_BEGINNING, 0));
    told("QueryRows", table->QueryRows(1, 0, nullptr));
    gone(table);
  }

  void profiles() {
    IProfAdmin *admin = nullptr;
    told("MAPIAdminProfiles", mapi.MAPIAdminProfiles(0, &admin));
    if (!admin) return;
    IMAPITable *table = nullptr;
    told("GetProfileTable", admin->GetProfileTable(0, &table));
    SizedSPropTagArray(2, columns) = {2, {PR_DISPLAY_NAME_A, PR_DEFAULT_PROFILE}};
    SRowSet *rows = nullptr;
    told("SetColumns", table->SetColumns(reinterpret_cast<LPSPropTagArray>(&columns), 0));
    told("QueryRows", table->QueryRows(10, 0, &rows));
    for (ULONG i = 0; rows && i < rows->cRows; i++) line("profile " + text(rows->aRow[i].lpProps[0].Value.lpszA));
    if (rows) mapi.FreeProws(rows);
    gone(table);
    MAPIERROR *error = nullptr;
    const HRESULT missing = admin->DeleteProfile(reinterpret_cast<LPTSTR>(const_cast<char *>("Nobody")), 0);
    told("DeleteProfile", missing);
    told("GetLastError", admin->GetLastError(missing, 0, &error));
    line(error && error->lpszError ? "words" : "no words");
    if (error) mapi.MAPIFreeBuffer(error);
    gone(admin);
  }

  /** Named properties, there and back. */
  void names() {
    GUID set = {0x00020329, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
    wchar_t word[] = L"comail-test";
    MAPINAMEID first = {&set, MNID_STRING, {}}, second = {&set, MNID_ID, {}};
    first.Kind.lpwstrName = word;
    second.Kind.lID = 0x8501;
    MAPINAMEID *both[] = {&first, &second};
    SPropTagArray *tags = nullptr;
    told("GetIDsFromNames", message->GetIDsFromNames(2, both, MAPI_CREATE, &tags));
    if (!tags) return;
    ULONG count = 0;
    MAPINAMEID **found = nullptr;
    SPropTagArray *before = tags;
    told("GetNamesFromIDs", message->GetNamesFromIDs(&tags, nullptr, 0, &count, &found));
    const bool same = count == 2 && found[0] && found[1] && std::wcscmp(found[0]->Kind.lpwstrName, word) == 0 &&
                      found[1]->Kind.lID == 0x8501 && *found[1]->lpguid == set && tags == before;
    line(same ? "the same names" : "other names");
    mapi.MAPIFreeBuffer(found);
    mapi.MAPIFreeBuffer(tags);
  }

  /** Another thread uses what this one has opened, and lets go of it. */
  void thread() {
    store->AddRef();
    const HANDLE other = CreateThread(nullptr, 0, &Host::elsewhere, store, 0, nullptr);
    WaitForSingleObject(other, INFINITE);
    CloseHandle(other);
  }

  static DWORD WINAPI elsewhere(void *given) {
    auto *store = static_cast<IMsgStore *>(given);
    SizedSPropTagArray(1, tags) = {1, {PR_DISPLAY_NAME_W}};
    ULONG count = 0;
    SPropValue *props = nullptr;
    told("GetProps", store->GetProps(reinterpret_cast<LPSPropTagArray>(&tags), 0, &count, &props));
    store->Release();
    return 0;
  }

  PrintingSink sink_;
  ULONG_PTR connection_ = 0;
};

}  // namespace

int program(int count, char **arguments) { return Host().run(count, arguments); }
