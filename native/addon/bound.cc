// Methods of native objects as JavaScript functions of their own, for those that take and answer nothing but numbers of 32 bits:
// no words, no memory, no marshalling in between.
#include <memory>

#include "environment.h"

namespace comail {

namespace {

constexpr std::size_t kMostArguments = kWords - 1;

struct Bound {
  Object* target;
  std::size_t slot;
  std::uint32_t inputs;
  bool answers;  // one ULONG* comes last
  std::uint32_t* cell;
};

napi_value Run(napi_env env, napi_callback_info info) {
  std::size_t count = kMostArguments;
  napi_value given[kMostArguments];
  void* data = nullptr;
  if (napi_get_cb_info(env, info, &count, given, nullptr, &data) != napi_ok) return nullptr;
  const auto* bound = static_cast<const Bound*>(data);
  Word words[kWords];
  for (std::uint32_t i = 0; i < bound->inputs; ++i) {
    std::int64_t number = 0;
    // What is no number counts as 0, as it does elsewhere on this border.
    napi_get_value_int64(env, given[i], &number);
    words[i] = static_cast<Word>(static_cast<std::uint32_t>(number));
  }
  if (bound->answers) {
    *bound->cell = 0;
    words[bound->inputs] = reinterpret_cast<Word>(bound->cell);
  }
  // Held meanwhile, as in every call: what the callee does may make JavaScript give its reference back.
  Object* target = bound->target;
  Invoke(target, kAddRef);
  const Hresult hr = InvokeWords(target, bound->slot, words, bound->inputs + (bound->answers ? 1 : 0));
  Invoke(target, kRelease);
  napi_value result = nullptr;
  napi_create_int32(env, hr, &result);
  return result;
}

// bind(target, slot, inputs, cell): a function that calls the method with as many numbers, and with the address of the one element of
// `cell` after them when there is a cell. It must not be called when its maker has given back the object.
Napi::Value Bind(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const std::uint32_t inputs = info[2].As<Napi::Number>().Uint32Value();
  const bool answers = info[3].IsTypedArray();
  if (inputs + (answers ? 1 : 0) > kMostArguments) return env.Null();
  auto bound = std::make_unique<Bound>(Bound{ObjectAt(info[0]), info[1].As<Napi::Number>().Uint32Value(), inputs, answers,
                                             answers ? info[3].As<Napi::Uint32Array>().Data() : nullptr});
  napi_value function = nullptr;
  if (napi_create_function(env, "method", NAPI_AUTO_LENGTH, Run, bound.get(), &function) != napi_ok) return env.Null();
  napi_add_finalizer(
      env, function, bound.release(), [](napi_env, void* data, void*) { delete static_cast<Bound*>(data); }, nullptr, nullptr);
  return Napi::Value(env, function);
}

}  // namespace

void AddBound(Napi::Env env, Napi::Object exports) { AddFunction(env, exports, "bind", Bind); }

}  // namespace comail
