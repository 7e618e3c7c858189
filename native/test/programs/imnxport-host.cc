// A miniature legacy program: it makes a transport by CoCreateInstance, pumps messages, and does what its arguments say, step by
// step. Each argument is one step: words between spaces, %20 for a space in a word. test/windows/support/host.ts does the same
// steps with the TypeScript API.
#include <windows.h>

#include <cstdlib>
#include <cstring>
#include <sstream>

#include "test/support/callback.h"
#include "test/support/program.h"
#include "test/support/trace.h"

namespace {

using Words = std::vector<std::string>;

std::string decoded(const std::string &word) {
  std::string out;
  for (size_t i = 0; i < word.size(); i++)
    if (word[i] == '%' && i + 2 < word.size()) {
      out += static_cast<char>(std::strtol(word.substr(i + 1, 2).c_str(), nullptr, 16));
      i += 2;
    } else {
      out += word[i];
    }
  return out;
}

Words split(const std::string &step, char at) {
  Words words;
  std::stringstream in(step);
  for (std::string word; std::getline(in, word, at);) words.push_back(at == ' ' ? decoded(word) : word);
  return words;
}

std::vector<INETADDR> addresses(const std::string &from, const std::string &to) {
  std::vector<INETADDR> list;
  const auto add = [&list](INETADDRTYPE type, const std::string &email) {
    INETADDR one = {};
    one.addrtype = type;
    std::strncpy(one.szEmail, email.c_str(), sizeof one.szEmail - 1);
    list.push_back(one);
  };
  if (from != "-") add(ADDR_FROM, from);
  for (const auto &email : split(to, ','))
    if (email != "-") add(ADDR_TO, email);
  return list;
}

std::string body(const std::string &word) {
  if (word.rfind("size:", 0) != 0) return word;
  std::string text = "Subject: large\r\n\r\n";
  const size_t size = static_cast<size_t>(std::atol(word.c_str() + 5));
  while (text.size() < size) text += ".a line of the large body, as long as lines are: 0123456789\r\n";
  return text;
}

class Host {
 public:
  int run(const Words &steps) {
    HRESULT hr = CoCreateInstance(CLSID_ISMTPTransport, nullptr, CLSCTX_INPROC_SERVER, IID_ISMTPTransport2,
                                  reinterpret_cast<void **>(&transport_));
    told("CoCreateInstance", hr);
    if (FAILED(hr)) return 1;
    callback_->seen = [this](const std::string &kind, long number) {
      if (kind == waited_ && number == number_) waited_.clear();
    };
    for (const auto &step : steps)
      if (!done(split(step, ' '))) return 2;
    callback_->seen = nullptr;
    const ULONG left = transport_ ? transport_->Release() : 0;
    callback_->Release();
    line("left " + std::to_string(left) + " callbacks " + std::to_string(Callback::alive));
    return 0;
  }

 private:
  bool done(const Words &words) {
    const std::string &name = words.at(0);
    const auto word = [&words](size_t at) { return at < words.size() ? words[at] : std::string(); };
    const auto number = [&word](size_t at) { return static_cast<DWORD>(std::strtoul(word(at).c_str(), nullptr, 10)); };
    char *argument = words.size() > 1 && words[1] != "null" ? const_cast<char *>(words[1].c_str()) : nullptr;

    if (name == "init") told(name, transport_->InitNew(nullptr, word(1) == "null" ? nullptr : callback_));
    else if (name == "connect") connect(words);
    else if (name == "wait") return wait(word(1), static_cast<long>(number(2)));
    else if (name == "passwords") callback_->passwords = split(word(1), ',');
    else if (name == "seconds") for (const auto &one : split(word(1), ',')) callback_->seconds.push_back(std::stoul(one));
    else if (name == "button") callback_->button = static_cast<INT>(number(1));
    else if (name == "send") send(words);
    else if (name == "mail") told(name, transport_->CommandMAIL(argument));
    else if (name == "rcpt") told(name, transport_->CommandRCPT(argument));
    else if (name == "rcpt2") told(name, transport_->CommandRCPT2(argument, static_cast<INETADDRTYPE>(number(2))));
    else if (name == "ehlo") told(name, transport_->CommandEHLO());
    else if (name == "helo") told(name, transport_->CommandHELO());
    else if (name == "auth") told(name, transport_->CommandAUTH(argument));
    else if (name == "quit") told(name, transport_->CommandQUIT());
    else if (name == "rset") told(name, transport_->CommandRSET());
    else if (name == "data") told(name, transport_->CommandDATA());
    else if (name == "dot") told(name, transport_->CommandDOT());
    else if (name == "stream") stream(argument);
    else if (name == "setwindow") told(name, transport_->SetWindow());
    else if (name == "resetwindow") told(name, transport_->ResetWindow());
    else if (name == "isstate") told(name, transport_->IsState(static_cast<IXPISSTATE>(number(1))));
    else if (name == "ixptype") told(name, static_cast<HRESULT>(transport_->GetIXPType()));
    else if (name == "status") status();
    else if (name == "serverinfo") serverInfo();
    else if (name == "handsoff") told(name, transport_->HandsOffCallback());
    else if (name == "disconnect") told(name, transport_->Disconnect());
    else if (name == "drop") told(name, transport_->DropConnection());
    else if (name == "nulls") nulls();
    else if (name == "until") return until(argument);
    else if (name == "renew") return renew();
    else { line("no step " + name); return false; }
    return true;
  }

  void connect(const Words &words) {
    INETSERVER server = {};
    std::strncpy(server.szAccount, "account", sizeof server.szAccount - 1);
    std::strncpy(server.szServerName, "127.0.0.1", sizeof server.szServerName - 1);
    bool authenticate = false, logging = false;
    for (size_t i = 1; i < words.size(); i++) {
      const size_t at = words[i].find('=');
      const std::string key = words[i].substr(0, at), value = words[i].substr(at + 1);
      const auto number = static_cast<DWORD>(std::strtoul(value.c_str(), nullptr, 10));
      if (key == "host") std::strncpy(server.szServerName, value.c_str(), sizeof server.szServerName - 1);
      else if (key == "port") server.dwPort = number;
      else if (key == "user") std::strncpy(server.szUserName, value.c_str(), sizeof server.szUserName - 1);
      else if (key == "password") std::strncpy(server.szPassword, value.c_str(), sizeof server.szPassword - 1);
      else if (key == "flags") server.dwFlags = number;
      else if (key == "ssl") server.fSSL = static_cast<BOOL>(number);
      else if (key == "timeout") server.dwTimeout = number;
      else if (key == "auth") authenticate = number != 0;
      else if (key == "log") logging = number != 0;
    }
    told("connect", transport_->Connect(&server, authenticate, logging));
  }

  void send(const Words &words) {
    const std::string bytes = body(words.at(3));
    auto list = addresses(words.at(1), words.at(2));
    IStream *stream = streamOf(bytes);
    SMTPMESSAGE message = {static_cast<ULONG>(bytes.size()), stream, {static_cast<ULONG>(list.size()), list.data()}};
    if (words.size() > 4) {
      SMTPMESSAGE2 second = {message, const_cast<char *>(words[4].c_str()), DSNRET_HDRS, 0, 0};
      told("send2", transport_->SendMessage2(&second));
    } else {
      told("send", transport_->SendMessage(&message));
    }
    stream->Release();
  }

  void stream(const char *word) {
    const std::string bytes = body(word);
    IStream *stream = streamOf(bytes);
    told("stream", transport_->SendDataStream(stream, static_cast<ULONG>(bytes.size())));
    stream->Release();
  }

  void status() {
    IXPSTATUS status = IXP_LAST;
    const HRESULT hr = transport_->GetStatus(&status);
    told("status " + std::to_string(status), hr);
  }

  void serverInfo() {
    INETSERVER server = {};
    const HRESULT hr = transport_->GetServerInfo(&server);
    told("serverinfo " + text(server.szServerName) + " " + text(server.szUserName) + " " + text(server.szPassword) + " " +
             std::to_string(server.dwFlags), hr);
  }

  /** Every pointer that may not be null. */
  void nulls() {
    told("connect null", transport_->Connect(nullptr, TRUE, FALSE));
    told("send null", transport_->SendMessage(nullptr));
    SMTPMESSAGE empty = {};
    told("send without stream", transport_->SendMessage(&empty));
    told("send2 null", transport_->SendMessage2(nullptr));
    told("mail null", transport_->CommandMAIL(nullptr));
    told("rcpt null", transport_->CommandRCPT(nullptr));
    told("rcpt2 null", transport_->CommandRCPT2(nullptr, ADDR_TO));
    told("auth null", transport_->CommandAUTH(nullptr));
    told("stream null", transport_->SendDataStream(nullptr, 0));
    told("status null", transport_->GetStatus(nullptr));
    told("serverinfo null", transport_->GetServerInfo(nullptr));
    told("account null", transport_->InetServerFromAccount(nullptr, nullptr));
  }

  bool wait(const std::string &kind, long number) {
    waited_ = kind;
    number_ = number;
    const ULONGLONG end = GetTickCount64() + 20'000;
    while (!waited_.empty()) {
      if (GetTickCount64() > end) {
        line("waited in vain for " + kind + " " + std::to_string(number));
        return false;
      }
      pump(50);
    }
    return true;
  }

  /** Says that it is ready, and pumps until the test has made a file. */
  bool until(const char *file) {
    line("ready");
    const ULONGLONG end = GetTickCount64() + 20'000;
    while (GetFileAttributesA(file) == INVALID_FILE_ATTRIBUTES) {
      if (GetTickCount64() > end) return false;
      pump(5);
    }
    return true;
  }

  /** A new transport in place of the one that it has. */
  bool renew() {
    line("left " + std::to_string(transport_->Release()));
    transport_ = nullptr;
    const HRESULT hr = CoCreateInstance(CLSID_ISMTPTransport, nullptr, CLSCTX_INPROC_SERVER, IID_ISMTPTransport2,
                                        reinterpret_cast<void **>(&transport_));
    told("CoCreateInstance", hr);
    return SUCCEEDED(hr);
  }

  /** The rest of what is waiting is left for the next step once the awaited event has come. */
  void pump(DWORD milliseconds) {
    MsgWaitForMultipleObjects(0, nullptr, FALSE, milliseconds, QS_ALLINPUT);
    MSG message;
    if (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) DispatchMessageW(&message);
  }

  ISMTPTransport2 *transport_ = nullptr;
  Callback *callback_ = new Callback;
  std::string waited_;
  long number_ = 0;
};

}  // namespace

int program(int count, char **arguments) {
  // COMAIL_MTA: the program that lives in the apartment of all threads and pumps all the same.
  const DWORD model = std::getenv("COMAIL_MTA") ? COINIT_MULTITHREADED : COINIT_APARTMENTTHREADED;
  if (FAILED(CoInitializeEx(nullptr, model))) return 3;
  const int code = Host().run(Words(arguments + 1, arguments + count));
  CoUninitialize();
  return code;
}
