// The functions of a DLL of MAPI, each looked for by its name when it is called first: a program that links MAPIStubLibrary does the same.
#pragma once

#include <windows.h>

#include <mapix.h>

#include <string>

#include "test/support/trace.h"

class Library {
 public:
  explicit Library(HMODULE module) : module_(module) {}

  HRESULT MAPIInitialize(void *how) { return function<HRESULT(WINAPI *)(void *)>("MAPIInitialize")(how); }
  void MAPIUninitialize() { function<void(WINAPI *)()>("MAPIUninitialize")(); }
  HRESULT MAPILogonEx(ULONG_PTR window, LPTSTR profile, LPTSTR password, ULONG flags, LPMAPISESSION *session) {
    return function<LPMAPILOGONEX>("MAPILogonEx")(window, profile, password, flags, session);
  }

  template <typename Function>
  Function function(const char *name) {
    auto *found = reinterpret_cast<void *>(GetProcAddress(module_, name));
    if (!found) line(std::string("no ") + name);
    return reinterpret_cast<Function>(found);
  }

 private:
  const HMODULE module_;
};
