// What JavaScript sees of the addon: memory, calls both ways, and the native program that the tests run. All marshalling
// is TypeScript's; here are only words, bytes and threads.
#include <napi.h>

#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "channel.h"
#include "exposed.h"
#include "home.h"
#include "program.h"
#include "stream.h"

namespace comail {

namespace {

// What belongs to one JavaScript environment.
struct Environment {
  std::shared_ptr<Channel> channel;
  ExposedById exposed;
};

Environment& Of(Napi::Env env) { return *env.GetInstanceData<Environment>(); }

Word WordOf(const Napi::Value& value) {
  bool lossless = false;
  return static_cast<Word>(value.As<Napi::BigInt>().Uint64Value(&lossless));
}

Object* ObjectAt(const Napi::Value& value) { return reinterpret_cast<Object*>(WordOf(value)); }

Napi::Value AddressOf(Napi::Env env, const void* pointer) {
  return Napi::BigInt::New(env, static_cast<std::uint64_t>(reinterpret_cast<Word>(pointer)));
}

// False when the system has no thread to give.
bool StartThread(std::function<void()> work) {
  try {
    std::thread(std::move(work)).detach();
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

// connect(dispatch): opens the way in for calls of native code, once.
void Connect(const Napi::CallbackInfo& info) {
  Environment& here = Of(info.Env());
  if (!here.channel) here.channel = Channel::Open(info.Env(), info[0].As<Napi::Function>());
}

// setDeadline(milliseconds): how long native threads wait for an answer.
void SetDeadline(const Napi::CallbackInfo& info) {
  Of(info.Env()).channel->SetDeadline(std::chrono::milliseconds(info[0].As<Napi::Number>().Int64Value()));
}

// expose(id, words): the address of a table over the TypeScript object `id`, with one reference.
Napi::Value ExposeObject(const Napi::CallbackInfo& info) {
  const std::uint32_t id = info[0].As<Napi::Number>().Uint32Value();
  const auto words = info[1].As<Napi::Uint8Array>();
  Environment& here = Of(info.Env());
  Exposed* made = Expose(here.channel, id, {words.Data(), words.Data() + words.ByteLength()});
  if (!made) return info.Env().Null();
  here.exposed[id] = made;
  return AddressOf(info.Env(), made);
}

// retire(id): frees the table when native code has no reference to it; false when it was handed out again.
Napi::Value Retire(const Napi::CallbackInfo& info) {
  Environment& here = Of(info.Env());
  const auto found = here.exposed.find(info[0].As<Napi::Number>().Uint32Value());
  const bool free = found != here.exposed.end() && found->second->references == 0;
  if (free) {
    delete found->second;
    here.exposed.erase(found);
    --living_exposed;
  }
  return Napi::Boolean::New(info.Env(), free);
}

// peek(address, length): a copy of native memory; length -1 reads up to a NUL.
Napi::Value Peek(const Napi::CallbackInfo& info) {
  const auto* from = reinterpret_cast<const std::uint8_t*>(WordOf(info[0]));
  const std::int64_t length = info[1].As<Napi::Number>().Int64Value();
  const std::size_t count =
      length < 0 ? std::strlen(reinterpret_cast<const char*>(from)) : static_cast<std::size_t>(length);
  return Napi::Buffer<std::uint8_t>::Copy(info.Env(), from, count);
}

// poke(address, bytes)
void Poke(const Napi::CallbackInfo& info) {
  const auto bytes = info[1].As<Napi::Uint8Array>();
  std::memcpy(reinterpret_cast<void*>(WordOf(info[0])), bytes.Data(), bytes.ByteLength());
}

// complete(token, hr, addresses, blocks): whether the caller still waited.
Napi::Value Complete(const Napi::CallbackInfo& info) {
  const auto addresses = info[2].As<Napi::Array>(), blocks = info[3].As<Napi::Array>();
  std::vector<Patch> patches;
  for (std::uint32_t i = 0; i < addresses.Length(); ++i) {
    const auto block = blocks.Get(i).As<Napi::Uint8Array>();
    patches.push_back({WordOf(addresses.Get(i)), {block.Data(), block.Data() + block.ByteLength()}});
  }
  return Napi::Boolean::New(info.Env(), Of(info.Env()).channel->Complete(info[0].As<Napi::Number>().Uint32Value(),
                                                                         info[1].As<Napi::Number>().Int32Value(),
                                                                         std::move(patches)));
}

// One call on a native object: its arguments as words, and the memory that some of them point into. `fixes` are the
// places in that memory that hold offsets into it; `pointers` has a bit for each word that does.
struct Frame {
  Object* target;
  std::size_t slot;
  std::vector<Word> words;
  std::uint32_t pointers;
  std::vector<std::uint32_t> fixes;

  Frame(const Napi::CallbackInfo& info, std::size_t at)
      : target(ObjectAt(info[at])), slot(info[at + 1].As<Napi::Number>().Uint32Value()) {
    const auto list = info[at + 2].As<Napi::BigUint64Array>();
    for (std::size_t i = 0; i < list.ElementLength(); ++i) words.push_back(static_cast<Word>(list[i]));
    pointers = info[at + 3].As<Napi::Number>().Uint32Value();
    const auto places = info[at + 5].As<Napi::Uint32Array>();
    fixes.assign(places.Data(), places.Data() + places.ElementLength());
  }

  Hresult Run(std::uint8_t* memory) const {
    const Word base = reinterpret_cast<Word>(memory);
    for (const std::uint32_t place : fixes) {
      Word offset = 0;
      std::memcpy(&offset, memory + place, sizeof offset);
      offset += base;
      std::memcpy(memory + place, &offset, sizeof offset);
    }
    std::vector<Word> resolved(words);
    for (std::size_t i = 0; i < resolved.size(); ++i)
      if (pointers & (1u << i)) resolved[i] += base;
    return InvokeWords(target, slot, resolved.data(), resolved.size());
  }
};

// invoke(target, slot, words, pointers, memory, fixes): calls at once; the callee writes into `memory` itself. The
// object is held meanwhile, for what it does may make JavaScript give its reference back (HandsOffCallback in OnStatus).
Napi::Value InvokeNow(const Napi::CallbackInfo& info) {
  const Frame frame(info, 0);
  const bool hold = frame.slot != kAddRef && frame.slot != kRelease;
  if (hold) Invoke(frame.target, kAddRef);
  const Hresult hr = frame.Run(info[4].As<Napi::Uint8Array>().Data());
  if (hold) Invoke(frame.target, kRelease);
  return Napi::Number::New(info.Env(), hr);
}

// invokeLater(home, target, slot, words, pointers, memory, fixes, serves): calls at the home thread, or on a thread of
// its own when there is none, and answers a promise of [hr, memory]. Null when the home has closed. The object is held
// while it is called, by the thread that calls it.
Napi::Value InvokeLater(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto frame = std::make_shared<Frame>(info, 1);
  const auto source = info[5].As<Napi::Uint8Array>();
  const auto memory =
      std::make_shared<std::vector<std::uint8_t>>(source.Data(), source.Data() + source.ByteLength());
  const bool serves = info[7].ToBoolean().Value();
  const auto channel = Of(env).channel;
  const auto deferred = std::make_shared<Napi::Promise::Deferred>(env);
  const std::uint32_t home_id = info[0].As<Napi::Number>().Uint32Value();
  const auto job = [=](bool run) {
    Hresult hr = kDisconnected;
    if (run) {
      if (home_id != 0) Invoke(frame->target, kAddRef);
      hr = frame->Run(memory->data());
      Invoke(frame->target, kRelease);
    }
    channel->Post([=](Napi::Env at) {
      auto answer = Napi::Array::New(at, 2);
      answer.Set(0u, Napi::Number::New(at, hr));
      answer.Set(1u, Napi::Buffer<std::uint8_t>::Copy(at, memory->data(), memory->size()));
      deferred->Resolve(answer);
      channel->LetGo(at);
    });
  };
  channel->Hold(env);
  if (home_id == 0) {
    // The thread has no reference of its own, and JavaScript may let go before it has begun.
    Invoke(frame->target, kAddRef);
    if (StartThread([job] { job(true); })) return deferred->Promise();
    Invoke(frame->target, kRelease);
  } else {
    const auto home = Home::Find(home_id);
    if (home && home->Post(reinterpret_cast<Word>(frame->target), serves, job)) return deferred->Promise();
  }
  channel->LetGo(env);
  return env.Null();
}

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

// purge(home, target): drops the calls on that object that its thread has not looked at yet.
void Purge(const Napi::CallbackInfo& info) {
  const auto home = Home::Find(info[0].As<Napi::Number>().Uint32Value());
  if (home) home->Purge(WordOf(info[1]));
}

Napi::Value StreamOver(const Napi::CallbackInfo& info) {
  const auto bytes = info[0].As<Napi::Uint8Array>();
  return AddressOf(info.Env(), MakeMemoryStream({bytes.Data(), bytes.Data() + bytes.ByteLength()}));
}

Napi::Value Counts(const Napi::CallbackInfo& info) {
  auto counts = Napi::Object::New(info.Env());
  counts.Set("streams", living_streams.load());
  counts.Set("programs", living_programs.load());
  counts.Set("exposed", living_exposed.load());
  return counts;
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
// thread when the deadline is 0.
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
  if (deadline == 0) RunProgram(ObjectAt(info[0]), std::move(order), finished);
  else RunProgramOnThread(ObjectAt(info[0]), std::move(order), deadline, finished);
  return deferred->Promise();
}

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  env.SetInstanceData(new Environment);
  const auto add = [&](const char* name, auto function) { exports.Set(name, Napi::Function::New(env, function, name)); };
  add("connect", Connect);
  add("setDeadline", SetDeadline);
  add("expose", ExposeObject);
  add("retire", Retire);
  add("peek", Peek);
  add("poke", Poke);
  add("complete", Complete);
  add("invoke", InvokeNow);
  add("invokeLater", InvokeLater);
  add("copyOnThread", CopyOnThread);
  add("purge", Purge);
  add("makeStream", StreamOver);
  add("counts", Counts);
  add("runProgram", Run);
  exports.Set("pointerSize", static_cast<double>(sizeof(void*)));
  return exports;
}

NODE_API_MODULE(comail, Init)

}  // namespace

}  // namespace comail
