// The functions that stand in tables of methods: each takes its parameters as C++ passes them and hands them to its description.
#pragma once

#include <windows.h>

#include <type_traits>

#include "extended/call.h"

namespace comail {

template <typename T>
Argument argument(T given) {
  if constexpr (std::is_pointer_v<T>) return static_cast<Argument>(reinterpret_cast<uintptr_t>(given));
  else if constexpr (std::is_same_v<T, LARGE_INTEGER> || std::is_same_v<T, ULARGE_INTEGER>) return static_cast<Argument>(given.QuadPart);
  else return static_cast<Argument>(static_cast<std::make_unsigned_t<T>>(given));
}

template <const Method &method, typename... Parameters>
HRESULT STDMETHODCALLTYPE called(Face *self, Parameters... parameters) noexcept {
  static_assert(sizeof...(Parameters) == method.count);
  const Argument given[] = {argument(parameters)..., 0};
  return callFace(self, method, given);
}

/** A place in a table. */
template <const Method &method, typename... Parameters>
const void *place() {
  return reinterpret_cast<const void *>(&called<method, Parameters...>);
}

template <typename Function>
const void *place(Function *function) {
  return reinterpret_cast<const void *>(function);
}

}  // namespace comail
