#include <utility>

#include "environment.h"
#include "home.h"

namespace comail {

namespace {

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
    Relocate(memory, fixes.data(), fixes.size());
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

// purge(home, target): drops the calls on that object that its thread has not looked at yet.
void Purge(const Napi::CallbackInfo& info) {
  const auto home = Home::Find(info[0].As<Napi::Number>().Uint32Value());
  if (home) home->Purge(WordOf(info[1]));
}

// callFunction(address, words, pointers, memory, stdcall): calls a function on this very stack. Libraries that call
// functions may do so on a stack of their own, from which JavaScript cannot be entered.
Napi::Value CallFunction(const Napi::CallbackInfo& info) {
  const auto list = info[1].As<Napi::BigUint64Array>();
  const std::uint32_t pointers = info[2].As<Napi::Number>().Uint32Value();
  const auto memory = info[3].As<Napi::Uint8Array>();
  if (list.ElementLength() >= kWords) return info.Env().Null();
  std::vector<Word> words;
  for (std::size_t i = 0; i < list.ElementLength(); ++i) {
    const auto word = static_cast<Word>(list[i]);
    words.push_back(pointers & (1u << i) ? word + reinterpret_cast<Word>(memory.Data()) : word);
  }
  const std::uint64_t result = CallWords(WordOf(info[0]), words, info[4].ToBoolean().Value());
  return Napi::BigInt::New(info.Env(), result);
}

}  // namespace

void AddCalls(Napi::Env env, Napi::Object exports) {
  AddFunction(env, exports, "connect", Connect);
  AddFunction(env, exports, "setDeadline", SetDeadline);
  AddFunction(env, exports, "expose", ExposeObject);
  AddFunction(env, exports, "retire", Retire);
  AddFunction(env, exports, "complete", Complete);
  AddFunction(env, exports, "invoke", InvokeNow);
  AddFunction(env, exports, "invokeLater", InvokeLater);
  AddFunction(env, exports, "purge", Purge);
  AddFunction(env, exports, "callFunction", CallFunction);
}

}  // namespace comail
