// A program with a Send button: Simple MAPI by way of mapi32.dll, as programs load it, step by step as its arguments say. Each argument
// is one step: words between spaces, %20 for a space in a word, bytes of UTF-8 in the steps of the W function.
// COMAIL_MAPI_DLL names another DLL than the system's mapi32.dll; COMAIL_IMPORT says how its functions are asked for: by `number`, or by
// the `decorated` name that a linker made of a stdcall function.
#include <windows.h>

#include <mapi.h>

#include <cstdlib>
#include <cstring>
#include <vector>

#include "mapi32/structures.h"
#include "test/support/program.h"
#include "test/support/steps.h"
#include "test/support/trace.h"

namespace {

using SendMailW = ULONG(WINAPI *)(LHANDLE, ULONG_PTR, comail::MapiMessageW *, FLAGS, ULONG);
using AllocateBuffer = SCODE(WINAPI *)(ULONG, LPVOID *);
using AllocateMore = SCODE(WINAPI *)(ULONG, LPVOID, LPVOID *);

/** How programs of the nineties know a function: its number in mapi32.dll, and how many bytes it takes from the stack. */
struct Import {
  const char *name;
  WORD number;
  int bytes;
};

const Import &importOf(const char *name) {
  static constexpr Import all[] = {
      {"MAPIAllocateBuffer", 12, 8}, {"MAPIAllocateMore", 14, 12}, {"MAPIFreeBuffer", 16, 4},   {"MAPISendDocuments", 208, 20},
      {"MAPILogon", 209, 24},        {"MAPILogoff", 210, 16},      {"MAPISendMail", 211, 20},   {"MAPISaveMail", 212, 24},
      {"MAPIReadMail", 213, 24},     {"MAPIFindNext", 214, 28},    {"MAPIDeleteMail", 215, 20}, {"MAPIAddress", 217, 44},
      {"MAPIDetails", 218, 20},      {"MAPIResolveName", 219, 24}, {"MAPISendMailW", 256, 20},
  };
  for (const Import &import : all)
    if (std::strcmp(import.name, name) == 0) return import;
  std::abort();
}

/** Text that a file of any code page can hold. */
std::string plain(const char *text) {
  if (!text) return "null";
  std::string out = "\"";
  for (const char *at = text; *at; at++) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "\\x%02X", static_cast<unsigned char>(*at));
    out += static_cast<unsigned char>(*at) < 0x80 && *at != '\r' && *at != '\n' ? std::string(1, *at) : hex;
  }
  return out + "\"";
}

class Host {
 public:
  explicit Host(HMODULE library) : library_(library) {}

  int run(const Words &steps) {
    for (const auto &step : steps)
      if (!done(split(step, ' '))) return 2;
    return 0;
  }

 private:
  template <typename Function>
  Function function(const char *name) {
    const char *way = std::getenv("COMAIL_IMPORT");
    const Import &import = importOf(name);
    const std::string decorated = std::string(name) + "@" + std::to_string(import.bytes);
    const char *asked = !way ? name : std::strcmp(way, "number") == 0 ? MAKEINTRESOURCEA(import.number) : decorated.c_str();
    auto *found = reinterpret_cast<void *>(GetProcAddress(library_, asked));
    if (!found) line(std::string("no ") + name);
    return reinterpret_cast<Function>(found);
  }

  void say(const std::string &name, ULONG code, const std::string &more = "") {
    line("> " + name + " -> " + std::to_string(code) + more);
  }

  bool done(const Words &words) {
    const std::string &name = words.at(0);
    const auto word = [&words](size_t at) { return at < words.size() && words[at] != "null" ? const_cast<char *>(words[at].c_str()) : nullptr; };
    const auto number = [&words](size_t at) { return at < words.size() ? std::strtoul(words[at].c_str(), nullptr, 10) : 0UL; };
    if (name == "logon") {
      const ULONG code = function<LPMAPILOGON>("MAPILogon")(0, word(1), word(2), number(3), 0, &session_);
      say(name, code);
    } else if (name == "logoff") {
      say(name, function<LPMAPILOGOFF>("MAPILogoff")(session_, 0, 0, 0));
      session_ = 0;
    } else if (name == "session") {
      session_ = number(1);
    } else if (name == "send") {
      send(words);
    } else if (name == "sendw") {
      sendWide(words);
    } else if (name == "sendnull") {
      say(name, function<LPMAPISENDMAIL>("MAPISendMail")(session_, 0, nullptr, 0, 0));
    } else if (name == "documents") {
      say(name, function<LPMAPISENDDOCUMENTS>("MAPISendDocuments")(0, word(1), word(2), word(3), 0));
    } else if (name == "find") {
      const ULONG code = function<LPMAPIFINDNEXT>("MAPIFindNext")(session_, 0, word(1), id_[0] ? seed() : nullptr, number(2), 0, id_);
      say(name, code, code == SUCCESS_SUCCESS ? "" : " ");
    } else if (name == "read") {
      read(number(1));
    } else if (name == "save") {
      save(words);
    } else if (name == "delete") {
      say(name, function<LPMAPIDELETEMAIL>("MAPIDeleteMail")(session_, 0, id_, 0, 0));
    } else if (name == "forget") {
      id_[0] = '\0';
    } else if (name == "id") {
      std::strncpy(id_, word(1), sizeof id_ - 1);
    } else if (name == "resolve") {
      resolve(word(1));
    } else if (name == "details") {
      MapiRecipDesc none = {};
      none.lpszName = word(1);
      say(name, function<LPMAPIDETAILS>("MAPIDetails")(session_, 0, found_ ? found_ : &none, 0, 0));
    } else if (name == "address") {
      address(words);
    } else if (name == "memory") {
      memory();
    } else if (name == "ready") {
      // The test does something to the service before the next step, and says so by a file.
      line(words.size() > 2 ? "ready " + words[2] : "ready");
      while (GetFileAttributesA(word(1)) == INVALID_FILE_ATTRIBUTES) Sleep(5);
    } else {
      line("no step " + name);
      return false;
    }
    return true;
  }

  /** The buffer is both: what goes in as seed must not be what is written to. */
  char *seed() {
    std::strcpy(seed_, id_);
    return seed_;
  }

  /** `send TO SUBJECT TEXT FLAGS FILE...`; TO is `to:NAME=ADDRESS,cc:...`. */
  void send(const Words &words) {
    std::vector<std::string> held;
    held.reserve(64);
    std::vector<MapiRecipDesc> recipients;
    for (const auto &one : split(words.at(1), ',')) {
      MapiRecipDesc recipient = {};
      recipient.ulRecipClass = one.rfind("cc:", 0) == 0 ? MAPI_CC : one.rfind("bcc:", 0) == 0 ? MAPI_BCC : MAPI_TO;
      const std::string whom = one.substr(one.find(':') + 1);
      const size_t at = whom.find('=');
      held.push_back(whom.substr(0, at));
      recipient.lpszName = const_cast<char *>(held.back().c_str());
      if (at != std::string::npos) {
        held.push_back(whom.substr(at + 1));
        recipient.lpszAddress = const_cast<char *>(held.back().c_str());
      }
      if (whom != "-") recipients.push_back(recipient);
    }
    std::vector<MapiFileDesc> files;
    for (size_t i = 5; i < words.size(); i++) {
      MapiFileDesc file = {};
      file.nPosition = 0xFFFFFFFF;
      file.lpszPathName = const_cast<char *>(words[i].c_str());
      files.push_back(file);
    }
    MapiMessage message = {};
    message.lpszSubject = const_cast<char *>(words.at(2).c_str());
    message.lpszNoteText = const_cast<char *>(words.at(3).c_str());
    message.nRecipCount = static_cast<ULONG>(recipients.size());
    message.lpRecips = recipients.data();
    message.nFileCount = static_cast<ULONG>(files.size());
    message.lpFiles = files.data();
    const ULONG flags = std::strtoul(words.at(4).c_str(), nullptr, 10);
    // Flag bit 31 is nobody's: it stands for texts of UTF-8 here.
    if (flags & 0x80000000) message.ulReserved = comail::kUtf8;
    say("send", function<LPMAPISENDMAIL>("MAPISendMail")(session_, 0, &message, flags & 0x7FFFFFFF, 0));
  }

  /** `sendw TO SUBJECT TEXT FLAGS FILE`. */
  void sendWide(const Words &words) {
    std::wstring to = wideOf(words.at(1)), subject = wideOf(words.at(2)), text = wideOf(words.at(3)), path;
    std::wstring address = L"SMTP:" + to;
    comail::MapiRecipDescW recipient = {0, MAPI_TO, to.data(), address.data(), 0, nullptr};
    comail::MapiFileDescW file = {0, 0, 0xFFFFFFFF, nullptr, nullptr, nullptr};
    if (words.size() > 5) {
      path = wideOf(words[5]);
      file.lpszPathName = path.data();
    }
    comail::MapiMessageW message = {};
    message.lpszSubject = subject.data();
    message.lpszNoteText = text.data();
    message.nRecipCount = 1;
    message.lpRecips = &recipient;
    message.nFileCount = words.size() > 5 ? 1 : 0;
    message.lpFiles = &file;
    say("sendw", function<SendMailW>("MAPISendMailW")(session_, 0, &message, std::strtoul(words.at(4).c_str(), nullptr, 10), 0));
  }

  void read(ULONG flags) {
    lpMapiMessage message = nullptr;
    const ULONG code = function<LPMAPIREADMAIL>("MAPIReadMail")(session_, 0, id_, flags, 0, &message);
    say("read", code);
    if (!message) return;
    line("subject " + plain(message->lpszSubject) + " text " + plain(message->lpszNoteText) + " type " + plain(message->lpszMessageType));
    if (message->lpOriginator) line("from " + plain(message->lpOriginator->lpszName) + " " + plain(message->lpOriginator->lpszAddress));
    for (ULONG i = 0; i < message->nRecipCount; i++)
      line("recipient " + std::to_string(message->lpRecips[i].ulRecipClass) + " " + plain(message->lpRecips[i].lpszName) + " " +
           plain(message->lpRecips[i].lpszAddress));
    for (ULONG i = 0; i < message->nFileCount; i++) {
      const MapiFileDesc &file = message->lpFiles[i];
      WIN32_FILE_ATTRIBUTE_DATA about = {};
      const bool there = file.lpszPathName && GetFileAttributesExA(file.lpszPathName, GetFileExInfoStandard, &about);
      line("file " + plain(file.lpszFileName) + (there ? " of " + std::to_string(about.nFileSizeLow) : " not there"));
    }
    line("free " + std::to_string(function<LPMAPIFREEBUFFER>("MAPIFreeBuffer")(message)));
  }

  void save(const Words &words) {
    MapiMessage message = {};
    message.lpszSubject = const_cast<char *>(words.at(1).c_str());
    message.lpszNoteText = const_cast<char *>(words.at(2).c_str());
    say("save", function<LPMAPISAVEMAIL>("MAPISaveMail")(session_, 0, &message, 0, 0, id_));
  }

  void resolve(char *name) {
    if (found_) function<LPMAPIFREEBUFFER>("MAPIFreeBuffer")(found_);
    found_ = nullptr;
    const ULONG code = function<LPMAPIRESOLVENAME>("MAPIResolveName")(session_, 0, name, 0, 0, &found_);
    say("resolve", code, found_ ? " " + plain(found_->lpszName) + " " + plain(found_->lpszAddress) + (found_->ulEIDSize ? " with entry" : "") : "");
  }

  void address(const Words &words) {
    MapiRecipDesc given = {};
    given.ulRecipClass = MAPI_TO;
    given.lpszName = const_cast<char *>(words.at(1).c_str());
    ULONG count = 77;
    lpMapiRecipDesc made = nullptr;
    const ULONG fields = std::strtoul(words.at(2).c_str(), nullptr, 10);
    const ULONG code = function<LPMAPIADDRESS>("MAPIAddress")(session_, 0, nullptr, fields, nullptr, 1, &given, 0, 0,
                                                             reinterpret_cast<LPULONG>(&count), &made);
    say("address", code, " " + std::to_string(count) + (made ? " " + plain(made[0].lpszAddress) : ""));
    if (made) line("free " + std::to_string(function<LPMAPIFREEBUFFER>("MAPIFreeBuffer")(made)));
  }

  void memory() {
    void *block = nullptr, *more = nullptr;
    const SCODE first = function<AllocateBuffer>("MAPIAllocateBuffer")(100, &block);
    const SCODE second = function<AllocateMore>("MAPIAllocateMore")(1000, block, &more);
    if (block) std::memset(block, 1, 100);
    if (more) std::memset(more, 1, 1000);
    line("memory " + hex(first) + " " + hex(second) + " " + std::to_string(function<LPMAPIFREEBUFFER>("MAPIFreeBuffer")(block)) + " " +
         std::to_string(function<LPMAPIFREEBUFFER>("MAPIFreeBuffer")(nullptr)));
  }

  HMODULE library_;
  LHANDLE session_ = 0;
  char id_[513] = "";
  char seed_[513] = "";
  lpMapiRecipDesc found_ = nullptr;
};

}  // namespace

int program(int count, char **arguments) {
  const char *other = std::getenv("COMAIL_MAPI_DLL");
  const HMODULE library = LoadLibraryA(other ? other : "mapi32.dll");
  if (!library) {
    line("no DLL");
    return 3;
  }
  return Host(library).run(Words(arguments + 1, arguments + count));
}
