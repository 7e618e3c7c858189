#include "test/support/mapiprogram.h"

#include <cstdlib>

namespace {

/** A word that begins with `w:` is set as wide text, in UTF-8. */
void set(SPropValue &prop, ULONG tag, const std::string &word, std::wstring &wide) {
  if (word.rfind("w:", 0) == 0) {
    wide = wideOf(word.substr(2));
    prop.ulPropTag = CHANGE_PROP_TYPE(tag, PT_UNICODE);
    prop.Value.lpszW = wide.data();
  } else {
    prop.ulPropTag = tag;
    prop.Value.lpszA = const_cast<char *>(word.c_str());
  }
}

}  // namespace

MapiProgram::MapiProgram() {
  step("init", [this](const Words &words) { initialize(words); });
  step("uninit", [this](const Words &) { mapi.MAPIUninitialize(); });
  step("logon", [this](const Words &words) { logon(words); });
  step("stores", [this](const Words &words) { stores(words); });
  step("open", [this](const Words &) { open(); });
  step("create", [this](const Words &words) { create(words); });
  step("save", [this](const Words &) { told("SaveChanges", message->SaveChanges(KEEP_OPEN_READWRITE)); });
  step("logoff", [this](const Words &) { logoff(); });
  step("release", [this](const Words &) { releaseAll(); });
  step("ready", [this](const Words &words) { ready(words); });
}

int MapiProgram::run(int count, char **arguments) {
  // One that crashes ends, and says nothing to anybody.
  SetErrorMode(SEM_NOGPFAULTERRORBOX | SEM_FAILCRITICALERRORS);
  // COMAIL_MAPI_DLL names another DLL than the system's mapi32.dll.
  const char *other = std::getenv("COMAIL_MAPI_DLL");
  if (!mapi.load(other ? other : "mapi32.dll")) return 3;
  for (int i = 1; i < count; i++) {
    const Words words = split(arguments[i], ' ');
    const auto found = steps_.find(words.at(0));
    if (found == steps_.end()) {
      line("no step " + words[0]);
      return 2;
    }
    found->second(words);
  }
  return 0;
}

ULONG MapiProgram::number(const Words &words, size_t at) {
  return at < words.size() ? std::strtoul(words[at].c_str(), nullptr, 0) : 0;
}

void MapiProgram::initialize(const Words &words) {
  MAPIINIT_0 how = {number(words, 1), number(words, 2)};
  told("init", mapi.MAPIInitialize(words.size() > 1 ? &how : nullptr));
}

/** `logon PROFILE FLAGS`; a profile in UTF-8 where the flags say MAPI_UNICODE. */
void MapiProgram::logon(const Words &words) {
  const ULONG flags = number(words, 2);
  std::wstring wide = wideOf(words.at(1));
  void *profile = flags & MAPI_UNICODE ? static_cast<void *>(wide.data()) : const_cast<char *>(words.at(1).c_str());
  told("logon", mapi.MAPILogonEx(0, words.at(1) == "null" ? nullptr : profile, nullptr, flags, &session));
}

/** `stores`, or `stores all` with HrQueryAllRows, which Wine's own mapi32.dll does not have. */
void MapiProgram::stores(const Words &words) {
  IMAPITable *table = nullptr;
  told("GetMsgStoresTable", session->GetMsgStoresTable(0, &table));
  if (!table) return;
  SizedSPropTagArray(3, columns) = {3, {PR_ENTRYID, PR_DISPLAY_NAME_A, PR_DEFAULT_STORE}};
  SPropValue yes = {};
  yes.ulPropTag = PR_DEFAULT_STORE;
  yes.Value.b = TRUE;
  SRestriction isDefault = {};
  isDefault.rt = RES_PROPERTY;
  isDefault.res.resProperty.relop = RELOP_EQ;
  isDefault.res.resProperty.ulPropTag = PR_DEFAULT_STORE;
  isDefault.res.resProperty.lpProp = &yes;
  SRowSet *rows = nullptr;
  if (words.size() > 1) {
    told("HrQueryAllRows", mapi.HrQueryAllRows(table, &columns, &isDefault, nullptr, 0, &rows));
  } else {
    told("SetColumns", table->SetColumns(reinterpret_cast<LPSPropTagArray>(&columns), 0));
    told("Restrict", table->Restrict(&isDefault, 0));
    told("QueryRows", table->QueryRows(10, 0, &rows));
  }
  for (ULONG i = 0; rows && i < rows->cRows; i++) {
    const SPropValue *props = rows->aRow[i].lpProps;
    line("store " + text(props[1].Value.lpszA) + " default " + std::to_string(props[2].Value.b));
    const SBinary &entry = props[0].Value.bin;
    entry_.assign(entry.lpb, entry.lpb + entry.cb);
  }
  if (rows) mapi.FreeProws(rows);
  line("table left " + std::to_string(table->Release()));
}

void MapiProgram::open() {
  told("OpenMsgStore", session->OpenMsgStore(0, static_cast<ULONG>(entry_.size()), reinterpret_cast<LPENTRYID>(entry_.data()), nullptr,
                                              MDB_WRITE | MAPI_DEFERRED_ERRORS, &store));
  if (!store) return;
  SizedSPropTagArray(2, tags) = {2, {PR_IPM_OUTBOX_ENTRYID, PR_IPM_SENTMAIL_ENTRYID}};
  ULONG count = 0;
  SPropValue *props = nullptr;
  told("GetProps", store->GetProps(reinterpret_cast<LPSPropTagArray>(&tags), 0, &count, &props));
  if (!props) return;
  const auto &outbox = props[0].Value.bin;
  ULONG type = 0;
  told("OpenEntry", store->OpenEntry(outbox.cb, reinterpret_cast<LPENTRYID>(outbox.lpb), nullptr, MAPI_MODIFY, &type,
                                      reinterpret_cast<LPUNKNOWN *>(&folder)));
  line("type " + std::to_string(type));
  const auto &sent = props[1].Value.bin;
  sent_.assign(sent.lpb, sent.lpb + sent.cb);
  mapi.MAPIFreeBuffer(props);
}

/** `create SUBJECT TEXT`; a word that begins with `w:` is set as wide text, in UTF-8. */
void MapiProgram::create(const Words &words) {
  told("CreateMessage", folder->CreateMessage(nullptr, 0, &message));
  if (!message) return;
  SPropValue props[4] = {};
  std::wstring subject, body;
  set(props[0], PR_SUBJECT_A, words.at(1), subject);
  set(props[1], PR_BODY_A, words.at(2), body);
  props[2].ulPropTag = PR_DELETE_AFTER_SUBMIT;
  props[2].Value.b = FALSE;
  props[3].ulPropTag = PR_SENTMAIL_ENTRYID;
  props[3].Value.bin = {static_cast<ULONG>(sent_.size()), sent_.data()};
  SPropProblemArray *problems = nullptr;
  told("SetProps", message->SetProps(4, props, &problems));
  line(problems ? "problems" : "no problems");
}

void MapiProgram::logoff() {
  gone(message);
  gone(folder);
  if (store) {
    ULONG flags = LOGOFF_PURGE;
    told("StoreLogoff", store->StoreLogoff(&flags));
  }
  gone(store);
  told("Logoff", session->Logoff(0, 0, 0));
  line("session left " + std::to_string(session->Release()));
  session = nullptr;
}

/** Everything is let go, without a word to the service. */
void MapiProgram::releaseAll() {
  gone(message);
  gone(folder);
  gone(store);
  gone(session);
  line("released");
}

void MapiProgram::ready(const Words &words) {
  // The test does something to the service before the next step, and says so by a file.
  line("ready");
  while (GetFileAttributesA(words.at(1).c_str()) == INVALID_FILE_ATTRIBUTES) Sleep(5);
}
