// A program that sends one message after the other by Simple MAPI, by way of mapi32.dll and the registered client. For each number
// on its standard input it sends so many, and prints how many microseconds all of them took.
#include <windows.h>

#include <mapi.h>

#include <iostream>
#include <string>

#include "test/support/program.h"
#include "test/support/stopwatch.h"
#include "test/support/trace.h"

namespace {

template <typename Function>
Function function(HMODULE library, const char *name) {
  return reinterpret_cast<Function>(reinterpret_cast<void *>(GetProcAddress(library, name)));
}

char *writable(std::string &text) { return text.data(); }

}  // namespace

int program(int count, char **arguments) {
  const HMODULE library = LoadLibraryA("mapi32.dll");
  if (count != 4 || !library) return 3;
  const auto logon = function<LPMAPILOGON>(library, "MAPILogon");
  const auto send = function<LPMAPISENDMAIL>(library, "MAPISendMail");
  const auto logoff = function<LPMAPILOGOFF>(library, "MAPILogoff");
  LHANDLE session = 0;
  if (logon(0, arguments[1], nullptr, MAPI_NEW_SESSION, 0, &session) != SUCCESS_SUCCESS) return 4;

  std::string name = arguments[2], address = "SMTP:" + std::string(arguments[3]), subject, text;
  text = "Dear " + name + ",\r\n\r\nthe figures of this week are below.\r\n\r\n";
  for (int i = 0; i < 8; i++) text += "Region " + std::to_string(i) + ": 1204 orders, 31 of them returned, 98 percent in time.\r\n";
  MapiRecipDesc recipient = {};
  recipient.ulRecipClass = MAPI_TO;
  recipient.lpszName = writable(name);
  recipient.lpszAddress = writable(address);
  MapiMessage message = {};
  message.lpszNoteText = writable(text);
  message.nRecipCount = 1;
  message.lpRecips = &recipient;

  long sent = 0;
  ULONG code = SUCCESS_SUCCESS;
  for (long wanted = 0; std::cin >> wanted;) {
    const long long took = microseconds(wanted, [&] {
      subject = "Figures " + std::to_string(++sent);
      message.lpszSubject = writable(subject);
      code = send(session, 0, &message, 0, 0);
      return code == SUCCESS_SUCCESS;
    });
    line(took < 0 ? "MAPISendMail -> " + std::to_string(code) : std::to_string(took));
    if (took < 0) return 5;
  }
  logoff(session, 0, 0, 0);
  return 0;
}
