#include <cstring>

#include "environment.h"

namespace comail {

namespace {

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

}  // namespace

void AddMemory(Napi::Env env, Napi::Object exports) {
  AddFunction(env, exports, "peek", Peek);
  AddFunction(env, exports, "poke", Poke);
}

}  // namespace comail
