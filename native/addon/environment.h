#ifndef COMAIL_ADDON_ENVIRONMENT_H_
#define COMAIL_ADDON_ENVIRONMENT_H_

#include <napi.h>

#include <functional>
#include <memory>

#include "channel.h"
#include "exposed.h"

namespace comail {

// What belongs to one JavaScript environment.
struct Environment {
  std::shared_ptr<Channel> channel;
  ExposedById exposed;
};

Environment& Of(Napi::Env env);

// Addresses are BigInts in JavaScript.
Word WordOf(const Napi::Value& value);
Object* ObjectAt(const Napi::Value& value);
Napi::Value AddressOf(Napi::Env env, const void* pointer);

// Turns the offsets at these places of a block into addresses.
void Relocate(std::uint8_t* memory, const std::uint32_t* places, std::size_t count);

// Starts a thread that nobody joins; false when the system has none to give.
bool StartThread(std::function<void()> work);

// The functions for JavaScript, each file's own.
void AddMemory(Napi::Env env, Napi::Object exports);
void AddCalls(Napi::Env env, Napi::Object exports);
void AddBound(Napi::Env env, Napi::Object exports);
// Defined by native/test/addon alone.
void AddTrials(Napi::Env env, Napi::Object exports);

template <typename Callback>
void AddFunction(Napi::Env env, Napi::Object exports, const char* name, Callback function) {
  exports.Set(name, Napi::Function::New(env, function, name));
}

}  // namespace comail

#endif  // COMAIL_ADDON_ENVIRONMENT_H_
