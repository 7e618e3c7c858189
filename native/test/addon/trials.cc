// The native side of the tests: programs and streams as C++ has them.
#include <string>
#include <utility>

#include "allocation.h"
#include "environment.h"
#include "home.h"
#include "program.h"
#include "stream.h"

namespace comail {

namespace {

// copyOnThread(stream, bytes): a pumping thread makes a native stream and has `stream` copied into it. Answers the code
// and what arrived.
Napi::Value CopyOnThread(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  Object* source = ObjectAt(info[0]);
  const auto channel = Of(env).channel;
  const auto deferred = std::make_shared<Napi::Promise::Deferred>(env);
  Invoke(source, kAddRef);
  channel->Hold(env);
  const bool started = StartThread([=] {
    const auto home = Home::OpenHere();
    Object* target = MakeMemoryStream({});
    const Hresult hr = Invoke<Object*, std::uint64_t, std::uint64_t*, std::uint64_t*>(source, kCopyTo, target, 1 << 20,
                                                                                     nullptr, nullptr);
    Invoke(source, kRelease);
    std::vector<std::uint8_t> bytes(1 << 20);
    std::uint32_t got = 0;
    Invoke<std::int64_t, std::uint32_t, std::uint64_t*>(target, kSeek, 0, 0, nullptr);
    Invoke<void*, std::uint32_t, std::uint32_t*>(target, kRead, bytes.data(), 1 << 20, &got);
    bytes.resize(got);
    Invoke(target, kRelease);
    home->CloseHere();
    channel->Post([=](Napi::Env at) {
      auto answer = Napi::Array::New(at, 2);
      answer.Set(0u, Napi::Number::New(at, hr));
      answer.Set(1u, Napi::Buffer<std::uint8_t>::Copy(at, bytes.data(), bytes.size()));
      deferred->Resolve(answer);
      channel->LetGo(at);
    });
  });
  if (started) return deferred->Promise();
  Invoke(source, kRelease);
  channel->LetGo(env);
  return env.Null();
}

// makeStream(bytes): the address of a native stream over a copy, with one reference.
Napi::Value StreamOver(const Napi::CallbackInfo& info) {
  const auto bytes = info[0].As<Napi::Uint8Array>();
  return AddressOf(info.Env(), MakeMemoryStream({bytes.Data(), bytes.Data() + bytes.ByteLength()}));
}

// An object that does next to nothing: Add(ULONG by, ULONG* sum) in slot 3. What a call costs shows on it.
struct Counter {
  Object face;
  std::atomic<std::uint32_t> references{1};
  std::uint32_t sum = 0;
};

Counter* Self(Object* object) { return reinterpret_cast<Counter*>(object); }
Hresult COMAIL_STDCALL CounterQuery(Object*, const Guid*, Object** out) {
  *out = nullptr;
  return kNoInterface;
}
Hresult COMAIL_STDCALL CounterAddRef(Object* object) { return static_cast<Hresult>(++Self(object)->references); }
Hresult COMAIL_STDCALL CounterRelease(Object* object) {
  const std::uint32_t left = --Self(object)->references;
  if (left == 0) delete Self(object);
  return static_cast<Hresult>(left);
}
Hresult COMAIL_STDCALL CounterAdd(Object* object, std::uint32_t by, std::uint32_t* sum) {
  if (!sum) return kPointer;
  *sum = Self(object)->sum += by;
  return kOk;
}

// makeCounter(): the address of such an object, with one reference.
Napi::Value MakeCounter(const Napi::CallbackInfo& info) {
  static const void* const table[] = {reinterpret_cast<void*>(&CounterQuery), reinterpret_cast<void*>(&CounterAddRef),
                                      reinterpret_cast<void*>(&CounterRelease), reinterpret_cast<void*>(&CounterAdd)};
  auto* counter = new Counter;
  counter->face.vtable = table;
  return AddressOf(info.Env(), counter);
}

// addPlainly(by): the same sum by a plain function of Node-API, to compare with.
napi_value AddPlainly(napi_env env, napi_callback_info info) {
  static std::uint32_t sum = 0;
  std::size_t count = 1;
  napi_value given = nullptr, result = nullptr;
  std::uint32_t by = 0;
  napi_get_cb_info(env, info, &count, &given, nullptr, nullptr);
  napi_get_value_uint32(env, given, &by);
  napi_create_uint32(env, sum += by, &result);
  return result;
}

Napi::Value Living(const Napi::CallbackInfo& info) {
  auto living = Napi::Object::New(info.Env());
  living.Set("streams", living_streams.load());
  living.Set("programs", living_programs.load());
  return living;
}

Napi::Value ReportFor(Napi::Env env, const Report& report) {
  auto events = Napi::Array::New(env, report.events.size());
  for (std::uint32_t i = 0; i < report.events.size(); ++i) {
    const Event& event = report.events[i];
    auto entry = Napi::Object::New(env);
    entry.Set("method", event.method);
    entry.Set("number", event.number);
    entry.Set("hr", event.hr);
    entry.Set("onStartThread", event.on_start_thread);
    events.Set(i, entry);
  }
  auto made = Napi::Object::New(env);
  made.Set("events", events);
  made.Set("hr", report.hr);
  made.Set("words", report.words);
  made.Set("finished", report.finished);
  return made;
}

// runProgram(transport, order, body, threadDeadline): a promise of the report; the program runs on the JavaScript
// thread when the deadline is 0. Null when the system has no thread to give.
Napi::Value Run(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto given = info[1].As<Napi::Object>();
  const auto text = [&](const char* name) { return given.Get(name).As<Napi::String>().Utf8Value(); };
  const auto body = info[2].As<Napi::Uint8Array>();
  Order order{text("host"), text("user"), text("firstPassword"), text("secondPassword"), text("from"), text("to"),
              given.Get("port").As<Napi::Number>().Uint32Value(),
              given.Get("promptMilliseconds").As<Napi::Number>().Uint32Value(),
              given.Get("leaveEarly").ToBoolean().Value(),
              {body.Data(), body.Data() + body.ByteLength()}};
  const auto channel = Of(env).channel;
  const auto deferred = std::make_shared<Napi::Promise::Deferred>(env);
  channel->Hold(env);
  auto finished = [channel, deferred](Report report) {
    channel->Post([=](Napi::Env at) {
      deferred->Resolve(ReportFor(at, report));
      channel->LetGo(at);
    });
  };
  const std::uint32_t deadline = info[3].As<Napi::Number>().Uint32Value();
  Object* transport = ObjectAt(info[0]);
  if (deadline == 0) {
    RunProgram(transport, std::move(order), finished);
    return deferred->Promise();
  }
  if (StartThread(ProgramForThread(transport, std::move(order), deadline, finished))) return deferred->Promise();
  Invoke(transport, kRelease);
  channel->LetGo(env);
  return env.Null();
}

}  // namespace

void AddTrials(Napi::Env env, Napi::Object exports) {
  AddFunction(env, exports, "makeStream", StreamOver);
  AddFunction(env, exports, "copyOnThread", CopyOnThread);
  AddFunction(env, exports, "runProgram", Run);
  AddFunction(env, exports, "living", Living);
  AddFunction(env, exports, "makeCounter", MakeCounter);
  napi_value plain = nullptr;
  napi_create_function(env, "addPlainly", NAPI_AUTO_LENGTH, AddPlainly, nullptr, &plain);
  exports.Set("addPlainly", plain);
}

}  // namespace comail
