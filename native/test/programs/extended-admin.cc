// A program that looks after address books and profiles by Extended MAPI. Its arguments are its steps.
#define INITGUID
#define USES_PS_ROUTING_EMAIL_ADDRESSES
#include <windows.h>

#include <mapix.h>

#include <cstring>

#include "test/support/mapiprogram.h"

namespace {

class Admin final : public MapiProgram {
 public:
  Admin() {
    step("book", [this](const Words &) { book(); });
    step("services", [this](const Words &) { services(); });
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
};

}  // namespace

int main(int count, char **arguments) { return Admin().run(count, arguments); }
