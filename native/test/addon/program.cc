#include "program.h"

#include <chrono>
#include <mutex>
#include <thread>
#include <utility>

#include "home.h"
#include "stream.h"

namespace comail {

std::atomic<std::int32_t> living_programs{0};

namespace {

constexpr std::uint32_t kSmtpConnected = 2, kSmtpSendMessage = 3, kStatusFindingHost = 0, kStatusConnected = 3,
                        kStatusDisconnected = 8;

// An ISMTPCallback. OnLogonPrompt may come on another thread than the rest, so what it shares is guarded.
struct Program {
  Object face;
  std::atomic<std::uint32_t> references{1};
  Object* transport;
  Order order;
  std::function<void(Report)> finished;
  std::thread::id start_thread = std::this_thread::get_id();
  std::mutex mutex;
  Report report;
  bool over = false;
};

Program* Self(Object* object) { return reinterpret_cast<Program*>(object); }

template <std::size_t N>
void Put(char (&field)[N], const std::string& text) {
  const std::size_t length = text.size() < N ? text.size() : N - 1;
  std::memcpy(field, text.data(), length);
  field[length] = '\0';
}

void Note(Program* self, const char* method, std::int32_t number, Hresult hr = kOk) {
  std::lock_guard<std::mutex> lock(self->mutex);
  self->report.events.push_back({method, number, hr, std::this_thread::get_id() == self->start_thread});
}

// The end, whether good or bad: no callback comes any more, and nothing is kept.
void Finish(Program* self) {
  if (std::exchange(self->over, true)) return;
  Invoke(self->transport, kHandsOffCallback);
  Invoke(self->transport, kRelease);
  self->report.finished = true;
  self->finished(self->report);
}

void Fail(Program* self, Hresult hr, const char* words) {
  self->report.hr = hr;
  self->report.words = words ? words : "";
  if (Invoke(self->transport, kDropConnection) < 0) Finish(self);
}

// The message, its list and its stream are given up as soon as SendMessage is back, as its page allows.
Hresult Send(Program* self) {
  InetAddress list[2]{};
  list[0].type = 1;  // ADDR_FROM
  Put(list[0].email, self->order.from);
  Put(list[1].email, self->order.to);
  Object* stream = MakeMemoryStream(self->order.body);
  SmtpMessage message{static_cast<std::uint32_t>(self->order.body.size()), stream, {2, list}};
  const Hresult hr = Invoke<SmtpMessage*>(self->transport, kSendMessage, &message);
  std::memset(list, 0x5A, sizeof list);
  Invoke(stream, kRelease);
  return hr;
}

Hresult COMAIL_STDCALL QueryInterface(Object* object, const Guid* iid, Object** out) {
  static constexpr Guid unknown{0, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
  static constexpr Guid base{0x0DF2C7E1, 0x3435, 0x11D0, {0x81, 0xD0, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4}};
  static constexpr Guid own{0x1F636C02, 0x364E, 0x11D0, {0x81, 0xD3, 0x00, 0xC0, 0x4F, 0xD8, 0x5A, 0xB4}};
  const bool known = *iid == unknown || *iid == base || *iid == own;
  *out = known ? object : nullptr;
  if (known) ++Self(object)->references;
  return known ? kOk : kNoInterface;
}

Hresult COMAIL_STDCALL AddRef(Object* object) { return static_cast<Hresult>(++Self(object)->references); }

Hresult COMAIL_STDCALL Release(Object* object) {
  const std::uint32_t left = --Self(object)->references;
  if (left == 0) {
    delete Self(object);
    --living_programs;
  }
  return static_cast<Hresult>(left);
}

Hresult COMAIL_STDCALL OnTimeout(Object* object, std::uint32_t* seconds, Object*) {
  Note(Self(object), "OnTimeout", static_cast<std::int32_t>(*seconds));
  return kFalse;
}

// Blocks as a dialog would, asks the transport something meanwhile, then answers with the other password.
Hresult COMAIL_STDCALL OnLogonPrompt(Object* object, InetServer* server, Object* transport) {
  Program* self = Self(object);
  std::this_thread::sleep_for(std::chrono::milliseconds(self->order.prompt_milliseconds));
  std::uint32_t status = 99;
  const Hresult hr = Invoke<std::uint32_t*>(transport, kGetStatus, &status);
  Note(self, "OnLogonPrompt", static_cast<std::int32_t>(status), hr);
  Put(server->password, self->order.second_password);
  return kOk;
}

Hresult COMAIL_STDCALL OnPrompt(Object* object, Hresult hr, const char*, const char*, std::uint32_t, Object*) {
  Note(Self(object), "OnPrompt", 0, hr);
  return 2;  // IDCANCEL
}

// Asks until the transport has gone on, so that the callbacks about it wait behind this one, and lets go then.
void LeaveEarly(Program* self) {
  std::uint32_t status = kStatusFindingHost;
  while (Invoke<std::uint32_t*>(self->transport, kGetStatus, &status) == kOk && status < kStatusConnected)
    std::this_thread::yield();
  self->report.hr = kOk;
  Finish(self);
}

Hresult COMAIL_STDCALL OnStatus(Object* object, std::uint32_t status, Object*) {
  Program* self = Self(object);
  Note(self, "OnStatus", static_cast<std::int32_t>(status));
  if (status == kStatusDisconnected) Finish(self);
  else if (self->order.leave_early && status == kStatusFindingHost) LeaveEarly(self);
  return kOk;
}

Hresult COMAIL_STDCALL OnError(Object* object, std::uint32_t status, IxpResult* result, Object*) {
  Note(Self(object), "OnError", static_cast<std::int32_t>(status), result->result);
  Fail(Self(object), result->result, result->problem);
  return kOk;
}

Hresult COMAIL_STDCALL OnCommand(Object* object, std::uint32_t type, char*, Hresult hr, Object*) {
  Note(Self(object), "OnCommand", static_cast<std::int32_t>(type), hr);
  return kOk;
}

Hresult COMAIL_STDCALL OnResponse(Object* object, SmtpResponse* response) {
  Program* self = Self(object);
  const Hresult hr = response->result.result;
  Note(self, "OnResponse", static_cast<std::int32_t>(response->command), hr);
  if (!response->done || (hr < 0 && response->command != kSmtpConnected && response->command != kSmtpSendMessage))
    return kOk;
  if (response->command == kSmtpConnected && hr >= 0) {
    const Hresult sent = Send(self);
    if (sent < 0) Fail(self, sent, "SendMessage");
  } else if (response->command == kSmtpSendMessage) {
    self->report.hr = hr;
    self->report.words = response->result.response ? response->result.response : "";
    if (Invoke(self->transport, kDisconnect) < 0) Finish(self);
  } else if (hr < 0) {
    Fail(self, hr, response->result.response);
  }
  return kOk;
}

Program* MakeProgram(Object* transport, Order order, std::function<void(Report)> finished) {
  static const void* const table[] = {
      reinterpret_cast<void*>(&QueryInterface), reinterpret_cast<void*>(&AddRef),
      reinterpret_cast<void*>(&Release),        reinterpret_cast<void*>(&OnTimeout),
      reinterpret_cast<void*>(&OnLogonPrompt),  reinterpret_cast<void*>(&OnPrompt),
      reinterpret_cast<void*>(&OnStatus),       reinterpret_cast<void*>(&OnError),
      reinterpret_cast<void*>(&OnCommand),      reinterpret_cast<void*>(&OnResponse)};
  auto* program = new Program{};
  program->face.vtable = table;
  program->transport = transport;
  program->order = std::move(order);
  program->finished = std::move(finished);
  ++living_programs;
  return program;
}

void Begin(Program* self) {
  InetServer server{};
  Put(server.server, self->order.host);
  Put(server.user, self->order.user);
  Put(server.password, self->order.first_password);
  server.port = self->order.port;
  server.timeout = 10;
  server.flags = 0x10;  // ISF_QUERYAUTHSUPPORT
  Hresult hr = Invoke<const char*, Object*>(self->transport, kInitNew, nullptr, &self->face);
  if (hr >= 0) hr = Invoke<InetServer*, std::uint8_t, std::uint8_t>(self->transport, kConnect, &server, 1, 0);
  if (hr >= 0) return;
  self->report.hr = hr;
  self->report.words = "Connect";
  Finish(self);
}

}  // namespace

void RunProgram(Object* transport, Order order, std::function<void(Report)> finished) {
  Invoke(transport, kAddRef);
  Program* program = MakeProgram(transport, std::move(order), std::move(finished));
  Begin(program);
  Release(&program->face);
}

std::function<void()> ProgramForThread(Object* transport, Order order, std::uint32_t deadline_milliseconds,
                                       std::function<void(Report)> finished) {
  Invoke(transport, kAddRef);
  return [=] {
    const auto home = Home::OpenHere();
    const auto until = Home::Clock::now() + std::chrono::milliseconds(deadline_milliseconds);
    Program* program = MakeProgram(transport, order, [](Report) {});
    Begin(program);
    const bool in_time = home->Pump([program] { return program->over; }, until);
    if (!in_time) Finish(program);
    home->CloseHere();
    Report report = program->report;
    report.finished = in_time;
    Release(&program->face);
    finished(std::move(report));
  };
}

}  // namespace comail
