#include <cstring>

#include "allocation.h"
#include "environment.h"

namespace comail {

namespace {

std::size_t WideLength(const std::uint8_t* from) {
  std::size_t count = 0;
  while (from[count] != 0 || from[count + 1] != 0) count += 2;
  return count;
}

// peek(address, length): a copy of native memory; length -1 reads up to a NUL, -2 up to a NUL of 16 bits.
Napi::Value Peek(const Napi::CallbackInfo& info) {
  const auto* from = reinterpret_cast<const std::uint8_t*>(WordOf(info[0]));
  const std::int64_t length = info[1].As<Napi::Number>().Int64Value();
  const std::size_t count =
      length == -2  ? WideLength(from)
      : length < 0 ? std::strlen(reinterpret_cast<const char*>(from))
                   : static_cast<std::size_t>(length);
  return Napi::Buffer<std::uint8_t>::Copy(info.Env(), from, count);
}

// poke(address, bytes)
void Poke(const Napi::CallbackInfo& info) {
  const auto bytes = info[1].As<Napi::Uint8Array>();
  std::memcpy(reinterpret_cast<void*>(WordOf(info[0])), bytes.Data(), bytes.ByteLength());
}

// allocate(bytes, fixes): a block that MAPIFreeBuffer frees; the places in `fixes` hold offsets into it. 0 without memory.
Napi::Value AllocateBlock(const Napi::CallbackInfo& info) {
  const auto bytes = info[0].As<Napi::Uint8Array>();
  const auto fixes = info[1].As<Napi::Uint32Array>();
  void* block = nullptr;
  if (AllocateBuffer(static_cast<std::uint32_t>(bytes.ByteLength()), &block) != kOk)
    return AddressOf(info.Env(), nullptr);
  auto* memory = static_cast<std::uint8_t*>(block);
  if (bytes.ByteLength() > 0) std::memcpy(memory, bytes.Data(), bytes.ByteLength());
  Relocate(memory, fixes.Data(), fixes.ElementLength());
  return AddressOf(info.Env(), block);
}

// free(address): MAPIFreeBuffer.
Napi::Value FreeBlock(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), FreeBuffer(reinterpret_cast<void*>(WordOf(info[0]))));
}

// counts(): what native code has alive in this process.
Napi::Value Counts(const Napi::CallbackInfo& info) {
  auto counts = Napi::Object::New(info.Env());
  counts.Set("exposed", living_exposed.load());
  counts.Set("blocks", living_blocks.load());
  return counts;
}

}  // namespace

void Relocate(std::uint8_t* memory, const std::uint32_t* places, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    Word offset = 0;
    std::memcpy(&offset, memory + places[i], sizeof offset);
    offset += reinterpret_cast<Word>(memory);
    std::memcpy(memory + places[i], &offset, sizeof offset);
  }
}

void AddMemory(Napi::Env env, Napi::Object exports) {
  AddFunction(env, exports, "peek", Peek);
  AddFunction(env, exports, "poke", Poke);
  AddFunction(env, exports, "allocate", AllocateBlock);
  AddFunction(env, exports, "free", FreeBlock);
  AddFunction(env, exports, "counts", Counts);
  auto allocators = Napi::Object::New(env);
  allocators.Set("MAPIAllocateBuffer", AddressOf(env, reinterpret_cast<const void*>(&AllocateBuffer)));
  allocators.Set("MAPIAllocateMore", AddressOf(env, reinterpret_cast<const void*>(&AllocateMore)));
  allocators.Set("MAPIFreeBuffer", AddressOf(env, reinterpret_cast<const void*>(&FreeBuffer)));
  exports.Set("allocators", allocators);
}

}  // namespace comail
