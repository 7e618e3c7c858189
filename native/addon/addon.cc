// What JavaScript sees of the addon: memory and calls both ways; in the repository also the native programs that the tests run. All
// marshalling is TypeScript's; here are only words, bytes and threads.
#include <system_error>
#include <thread>
#include <utility>

#include "environment.h"

namespace comail {

Environment& Of(Napi::Env env) { return *env.GetInstanceData<Environment>(); }

Word WordOf(const Napi::Value& value) {
  bool lossless = false;
  return static_cast<Word>(value.As<Napi::BigInt>().Uint64Value(&lossless));
}

Object* ObjectAt(const Napi::Value& value) { return reinterpret_cast<Object*>(WordOf(value)); }

Napi::Value AddressOf(Napi::Env env, const void* pointer) {
  return Napi::BigInt::New(env, static_cast<std::uint64_t>(reinterpret_cast<Word>(pointer)));
}

bool StartThread(std::function<void()> work) {
  try {
    std::thread(std::move(work)).detach();
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

namespace {

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  env.SetInstanceData(new Environment);
  AddMemory(env, exports);
  AddCalls(env, exports);
  AddBound(env, exports);
#ifdef COMAIL_TRIALS
  AddTrials(env, exports);
#endif
  exports.Set("pointerSize", static_cast<double>(sizeof(void*)));
  return exports;
}

NODE_API_MODULE(comail, Init)

}  // namespace

}  // namespace comail
