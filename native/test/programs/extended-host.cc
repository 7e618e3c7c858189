// A program that sends by Extended MAPI, as its pages say, by way of mapi32.dll, step by step as its arguments say. Each argument is one
// step: words between spaces, %20 for a space in a word, bytes of UTF-8 where a text is wide. COMAIL_MAPI_DLL names another DLL than the
// system's mapi32.dll.
#include <windows.h>

#include <initguid.h>
#include <mapix.h>
#include <mapiutil.h>

#include <cstdlib>

#include "test/support/library.h"
#include "test/support/steps.h"
#include "test/support/trace.h"

namespace {

class Host {
 public:
  explicit Host(HMODULE library) : mapi_(library) {}

  int run(const Words &steps) {
    for (const auto &step : steps)
      if (!done(split(step, ' '))) return 2;
    return 0;
  }

 private:
  bool done(const Words &words) {
    const std::string &name = words.at(0);
    const auto number = [&words](size_t at) { return at < words.size() ? std::strtoul(words[at].c_str(), nullptr, 0) : 0UL; };
    if (name == "init") {
      MAPIINIT_0 how = {MAPI_INIT_VERSION, static_cast<ULONG>(number(1))};
      told(name, mapi_.MAPIInitialize(words.size() > 1 ? &how : nullptr));
    } else if (name == "uninit") {
      mapi_.MAPIUninitialize();
    } else if (name == "logon") {
      logon(words);
    } else if (name == "stores") {
      stores();
    } else {
      line("no step " + name);
      return false;
    }
    return true;
  }

  /** `logon PROFILE FLAGS`; a profile in UTF-8 where the flags say MAPI_UNICODE. */
  void logon(const Words &words) {
    const ULONG flags = std::strtoul(words.at(2).c_str(), nullptr, 0);
    std::wstring wide = wideOf(words.at(1));
    void *profile = flags & MAPI_UNICODE ? static_cast<void *>(wide.data()) : const_cast<char *>(words.at(1).c_str());
    told("logon", mapi_.MAPILogonEx(0, words.at(1) == "null" ? nullptr : static_cast<LPTSTR>(profile), nullptr, flags, &session_));
    line(std::string("session ") + (session_ ? "there" : "none"));
  }

  void stores() {
    IMAPITable *table = nullptr;
    told("GetMsgStoresTable", session_->GetMsgStoresTable(0, &table));
    if (!table) return;
    SizedSPropTagArray(3, columns) = {3, {PR_ENTRYID, PR_DISPLAY_NAME_A, PR_DEFAULT_STORE}};
    told("SetColumns", table->SetColumns(reinterpret_cast<LPSPropTagArray>(&columns), 0));
    SRowSet *rows = nullptr;
    told("QueryRows", table->QueryRows(10, 0, &rows));
    for (ULONG i = 0; rows && i < rows->cRows; i++) {
      const SPropValue *props = rows->aRow[i].lpProps;
      line("store " + text(props[1].Value.lpszA) + " entry " + std::to_string(props[0].Value.bin.cb > 0) + " default " +
           std::to_string(props[2].Value.b));
    }
    line("left " + std::to_string(table->Release()));
  }

  Library mapi_;
  IMAPISession *session_ = nullptr;
};

}  // namespace

int main(int count, char **arguments) {
  const char *other = std::getenv("COMAIL_MAPI_DLL");
  const HMODULE library = LoadLibraryA(other ? other : "mapi32.dll");
  if (!library) {
    line("no DLL");
    return 3;
  }
  return Host(library).run(Words(arguments + 1, arguments + count));
}
