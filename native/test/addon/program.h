#ifndef COMAIL_ADDON_PROGRAM_H_
#define COMAIL_ADDON_PROGRAM_H_

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "abi.h"

namespace comail {

// What the program is told to send, and with which words it logs on.
struct Order {
  std::string host, user, first_password, second_password, from, to;
  std::uint32_t port = 0, prompt_milliseconds = 0;
  bool leave_early = false;  // let go of the transport as soon as it is connected
  std::vector<std::uint8_t> body;
};

// One callback, as the program saw it.
struct Event {
  const char* method;
  std::int32_t number;
  Hresult hr;
  bool on_start_thread;
};

// What became of it; a program on a thread of its own also tells what came after its end.
struct Report {
  std::vector<Event> events;
  Hresult hr = kFail;
  std::string words;
  bool finished = false;
};

// A client of ISMTPTransport as they were written in C++: it starts, and each callback starts the next step. It sends
// one message and calls `finished` when it has let go of everything.
void RunProgram(Object* transport, Order order, std::function<void(Report)> finished);
// The same as the work of a thread, which pumps until the end or the deadline. The transport is held from now on.
std::function<void()> ProgramForThread(Object* transport, Order order, std::uint32_t deadline_milliseconds,
                                       std::function<void(Report)> finished);

extern std::atomic<std::int32_t> living_programs;

}  // namespace comail

#endif  // COMAIL_ADDON_PROGRAM_H_
