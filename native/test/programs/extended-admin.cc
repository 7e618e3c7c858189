// A program that looks after address books and profiles by Extended MAPI. Its arguments are its steps.
#define INITGUID
#define USES_PS_ROUTING_EMAIL_ADDRESSES
#include <windows.h>

#include <mapix.h>

#include <cstring>

#include "test/support/mapiprogram.h"
#include "test/support/program.h"

/** IMsgServiceAdmin2, which is younger than the headers. Not in the namespace without a name: compilers conclude there that nobody has it. */
static const IID kServiceAdmin2 = {0x00020387, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
struct ServiceAdmin2 : public IMsgServiceAdmin {
  virtual HRESULT STDMETHODCALLTYPE CreateMsgServiceEx(LPTSTR service, LPTSTR name, ULONG_PTR window, ULONG flags, LPMAPIUID uid) = 0;
};

namespace {

class Admin final : public MapiProgram {
 public:
  Admin() {
    step("book", [this](const Words &) { book(); });
    step("services", [this](const Words &) { services(); });
    step("make", [this](const Words &) { make(); });
    step("section", [this](const Words &) { section(); });
    step("status", [this](const Words &) { status(); });
  }

 private:
  /** A list of one recipient, in memory of MAPI. */
  ADRLIST *list(const char *name, const char *address) {
    ADRLIST *made = nullptr;
    mapi.MAPIAllocateBuffer(static_cast<ULONG>(CbNewADRLIST(1)), reinterpret_cast<void **>(&made));
    made->cEntries = 1;
    made->aEntries[0] = {};
    made->aEntries[0].cValues = 4;
    mapi.MAPIAllocateBuffer(4 * sizeof(SPropValue), reinterpret_cast<void **>(&made->aEntries[0].rgPropVals));
    SPropValue *props = made->aEntries[0].rgPropVals;
    std::memset(props, 0, 4 * sizeof(SPropValue));
    const auto set = [](SPropValue &prop, ULONG tag, const char *value) {
      prop.ulPropTag = tag;
      prop.Value.lpszA = const_cast<char *>(value);
    };
    set(props[0], PR_DISPLAY_NAME_A, name);
    set(props[1], PR_ADDRTYPE_A, "SMTP");
    set(props[2], PR_EMAIL_ADDRESS_A, address);
    props[3].ulPropTag = PR_RECIPIENT_TYPE;
    props[3].Value.l = MAPI_TO;
    return made;
  }

  static bool has(const ADRENTRY &entry, ULONG tag) {
    for (ULONG i = 0; i < entry.cValues; i++)
      if (entry.rgPropVals[i].ulPropTag == tag) return true;
    return false;
  }

  void book() {
    IAddrBook *book = nullptr;
    told("OpenAddressBook", session->OpenAddressBook(0, nullptr, AB_NO_DIALOG, &book));
    ULONG size = 0, type = 0, count = 77;
    ENTRYID *entry = nullptr;
    char name[] = "Bob", kind[] = "SMTP", address[] = "bob@example.org";
    told("CreateOneOff", book->CreateOneOff(reinterpret_cast<LPTSTR>(name), reinterpret_cast<LPTSTR>(kind), reinterpret_cast<LPTSTR>(address), 0,
                                            &size, &entry));
    IMailUser *user = nullptr;
    told("OpenEntry", book->OpenEntry(size, entry, nullptr, 0, &type, reinterpret_cast<LPUNKNOWN *>(&user)));
    SizedSPropTagArray(1, tags) = {1, {PR_EMAIL_ADDRESS_A}};
    SPropValue *got = nullptr;
    if (user) told("GetProps", user->GetProps(reinterpret_cast<LPSPropTagArray>(&tags), 0, &count, &got));
    line("type " + std::to_string(type) + " " + text(got ? got->Value.lpszA : nullptr));
    ULONG same = 0;
    told("CompareEntryIDs", book->CompareEntryIDs(size, entry, size, entry, 0, &same));
    line("same " + std::to_string(same));
    mapi.MAPIFreeBuffer(got);
    mapi.MAPIFreeBuffer(entry);
    gone(user);

    ADRLIST *recipients = list("Ann", "ann@example.org");
    told("PrepareRecips", book->PrepareRecips(0, reinterpret_cast<LPSPropTagArray>(&tags), recipients));
    line(has(recipients->aEntries[0], PR_EMAIL_ADDRESS_A) ? "address" : "no address");
    told("RecipOptions", book->RecipOptions(0, 0, &recipients->aEntries[0]));
    line(recipients->aEntries[0].cValues >= 4 ? "properties" : "no properties");
    ADRPARM dialog = {};
    ULONG_PTR window = 0;
    told("Address", book->Address(&window, &dialog, &recipients));
    line(recipients && recipients->cEntries == 1 ? "the same list" : "another list");
    mapi.FreePadrlist(recipients);

    SRowSet *path = nullptr;
    told("GetSearchPath", book->GetSearchPath(0, &path));
    told("SetSearchPath", book->SetSearchPath(0, path));
    if (path) mapi.FreeProws(path);
    IABContainer *root = nullptr;
    told("OpenEntry", book->OpenEntry(0, nullptr, nullptr, 0, &type, reinterpret_cast<LPUNKNOWN *>(&root)));
    IMAPITable *table = nullptr;
    if (root) told("GetHierarchyTable", root->GetHierarchyTable(0, &table));
    gone(table);
    resolve(root);
    line("left " + std::to_string(root->Release()) + std::to_string(book->Release()));
  }

  /** Flags are changed where they are. */
  void resolve(IABContainer *container) {
    ADRLIST *names = list("Nobody Known", "");
    struct {
      ULONG cFlags;
      ULONG ulFlag[1];
    } flags = {1, {MAPI_UNRESOLVED}};
    const HRESULT hr = container->ResolveNames(nullptr, 0, names, reinterpret_cast<LPFlagList>(&flags));
    told("ResolveNames", hr);
    line("flag " + std::to_string(flags.ulFlag[0]));
    mapi.FreePadrlist(names);
  }

  void services() {
    IMsgServiceAdmin *admin = nullptr;
    told("AdminServices", session->AdminServices(0, &admin));
    if (!admin) return;
    IMAPITable *table = nullptr;
    told("GetMsgServiceTable", admin->GetMsgServiceTable(0, &table));
    SizedSPropTagArray(2, columns) = {2, {PR_SERVICE_UID, PR_SERVICE_NAME_A}};
    told("SetColumns", table->SetColumns(reinterpret_cast<LPSPropTagArray>(&columns), 0));
    SRowSet *rows = nullptr;
    told("QueryRows", table->QueryRows(10, 0, &rows));
    MAPIUID first = {};
    for (ULONG i = 0; rows && i < rows->cRows; i++) {
      line("service " + text(rows->aRow[i].lpProps[1].Value.lpszA));
      if (i == 0) std::memcpy(&first, rows->aRow[i].lpProps[0].Value.bin.lpb, sizeof first);
    }
    if (rows) mapi.FreeProws(rows);
    gone(table);
    IProviderAdmin *providers = nullptr;
    told("AdminProviders", admin->AdminProviders(&first, 0, &providers));
    if (providers) told("GetProviderTable", providers->GetProviderTable(0, &table));
    SizedSPropTagArray(2, about) = {2, {PR_PROVIDER_UID, PR_RESOURCE_TYPE}};
    if (table) table->SetColumns(reinterpret_cast<LPSPropTagArray>(&about), 0);
    rows = nullptr;
    if (table) told("QueryRows", table->QueryRows(10, 0, &rows));
    IProfSect *section = nullptr;
    if (rows && rows->cRows > 0) {
      MAPIUID uid;
      std::memcpy(&uid, rows->aRow[0].lpProps[0].Value.bin.lpb, sizeof uid);
      told("OpenProfileSection", session->OpenProfileSection(&uid, nullptr, 0, &section));
      line("resource " + std::to_string(rows->aRow[0].lpProps[1].Value.l));
    }
    if (rows) mapi.FreeProws(rows);
    gone(section);
    gone(table);
    gone(providers);
    MAPIUID nobody = {};
    told("nobody", admin->DeleteMsgService(&nobody));
    told("MsgServiceTransportOrder", admin->MsgServiceTransportOrder(1, &nobody, 0));
    told("NULL", admin->DeleteMsgService(nullptr));
    line("left " + std::to_string(admin->Release()));
  }

  /** A service by each of the two methods, which are taken out again. */
  void make() {
    IMsgServiceAdmin *admin = nullptr;
    told("AdminServices", session->AdminServices(0, &admin));
    if (!admin) return;
    char name[] = "SMTP", shown[] = "Second", wrong[] = "NOBODY";
    told("CreateMsgService", admin->CreateMsgService(reinterpret_cast<LPTSTR>(name), reinterpret_cast<LPTSTR>(shown), 0, 0));
    told("of nobody", admin->CreateMsgService(reinterpret_cast<LPTSTR>(wrong), nullptr, 0, 0));
    ServiceAdmin2 *second = nullptr;
    told("QueryInterface", admin->QueryInterface(kServiceAdmin2, reinterpret_cast<void **>(&second)));
    MAPIUID made = {};
    if (second) {
      told("CreateMsgServiceEx", second->CreateMsgServiceEx(reinterpret_cast<LPTSTR>(name), reinterpret_cast<LPTSTR>(shown), 0, 0, &made));
      told("DeleteMsgService", second->DeleteMsgService(&made));
      told("again", second->DeleteMsgService(&made));
      second->Release();
    }
    line("left " + std::to_string(admin->Release()));
  }

  /** A section of the profile that is the program's own. */
  void section() {
    MAPIUID uid = {{0x4B, 0x11, 0x47, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}};
    IProfSect *own = nullptr;
    told("OpenProfileSection", session->OpenProfileSection(&uid, nullptr, MAPI_MODIFY, &own));
    if (!own) return;
    char words[] = "kept";
    SPropValue prop = {};
    prop.ulPropTag = PROP_TAG(PT_STRING8, 0x6601);
    prop.Value.lpszA = words;
    told("SetProps", own->SetProps(1, &prop, nullptr));
    told("SaveChanges", own->SaveChanges(KEEP_OPEN_READWRITE));
    gone(own);
    own = nullptr;
    told("OpenProfileSection", session->OpenProfileSection(&uid, nullptr, 0, &own));
    if (!own) return;
    SizedSPropTagArray(1, tags) = {1, {PROP_TAG(PT_STRING8, 0x6601)}};
    ULONG count = 0;
    SPropValue *props = nullptr;
    told("GetProps", own->GetProps(reinterpret_cast<LPSPropTagArray>(&tags), 0, &count, &props));
    if (props) line("section " + text(props[0].Value.lpszA));
    mapi.MAPIFreeBuffer(props);
    line("left " + std::to_string(own->Release()));
  }

  /** The status of each resource of the session, and what can be asked of one. */
  void status() {
    IMAPITable *table = nullptr;
    told("GetStatusTable", session->GetStatusTable(0, &table));
    SizedSPropTagArray(2, columns) = {2, {PR_ENTRYID, PR_RESOURCE_TYPE}};
    if (table) table->SetColumns(reinterpret_cast<LPSPropTagArray>(&columns), 0);
    SRowSet *rows = nullptr;
    if (table) told("QueryRows", table->QueryRows(10, 0, &rows));
    for (ULONG i = 0; rows && i < rows->cRows; i++) {
      const SPropValue *props = rows->aRow[i].lpProps;
      line("resource " + std::to_string(props[1].Value.l));
      if (PROP_TYPE(props[0].ulPropTag) != PT_BINARY) continue;
      IMAPIStatus *one = nullptr;
      ULONG type = 0;
      told("OpenEntry", session->OpenEntry(props[0].Value.bin.cb, reinterpret_cast<LPENTRYID>(props[0].Value.bin.lpb), nullptr, 0, &type,
                                           reinterpret_cast<LPUNKNOWN *>(&one)));
      if (!one) continue;
      line("type " + std::to_string(type));
      told("ValidateState", one->ValidateState(0, 0));
      told("SettingsDialog", one->SettingsDialog(0, UI_READONLY));
      told("ChangePassword", one->ChangePassword(nullptr, nullptr, 0));
      told("FlushQueues", one->FlushQueues(0, 0, nullptr, FLUSH_UPLOAD));
      line("left " + std::to_string(one->Release()));
    }
    if (rows) mapi.FreeProws(rows);
    gone(table);
  }
};

}  // namespace

int program(int count, char **arguments) { return Admin().run(count, arguments); }
