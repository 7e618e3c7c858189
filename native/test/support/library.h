// The functions of a DLL of MAPI, each looked for by its name when it is called first: a program that links MAPIStubLibrary does the same.
#pragma once

#include <windows.h>

#include <mapix.h>

#include <string>

#include "test/support/trace.h"

class Library {
 public:
  bool load(const char *name) {
    module_ = LoadLibraryA(name);
    if (!module_) line("no DLL");
    return module_ != nullptr;
  }

  bool has(const char *name) { return GetProcAddress(module_, name) != nullptr; }

  HRESULT MAPIInitialize(void *how) { return function<HRESULT(WINAPI *)(void *)>("MAPIInitialize", 4)(how); }
  void MAPIUninitialize() { function<void(WINAPI *)()>("MAPIUninitialize", 0)(); }
  HRESULT MAPILogonEx(ULONG_PTR window, void *profile, void *password, ULONG flags, LPMAPISESSION *session) {
    return function<HRESULT(WINAPI *)(ULONG_PTR, void *, void *, ULONG, LPMAPISESSION *)>("MAPILogonEx", 20)(window, profile, password,
                                                                                                          flags, session);
  }
  HRESULT MAPIAdminProfiles(ULONG flags, LPPROFADMIN *admin) {
    return function<HRESULT(WINAPI *)(ULONG, LPPROFADMIN *)>("MAPIAdminProfiles", 8)(flags, admin);
  }
  SCODE MAPIAllocateBuffer(ULONG size, void **block) {
    return function<SCODE(WINAPI *)(ULONG, void **)>("MAPIAllocateBuffer", 8)(size, block);
  }
  SCODE MAPIAllocateMore(ULONG size, void *head, void **block) {
    return function<SCODE(WINAPI *)(ULONG, void *, void **)>("MAPIAllocateMore", 12)(size, head, block);
  }
  ULONG MAPIFreeBuffer(void *block) { return function<ULONG(WINAPI *)(void *)>("MAPIFreeBuffer", 4)(block); }
  HRESULT HrQueryAllRows(LPMAPITABLE table, const void *tags, LPSRestriction restriction, LPSSortOrderSet order, LONG most, LPSRowSet *rows) {
    return function<HRESULT(WINAPI *)(LPMAPITABLE, const void *, LPSRestriction, LPSSortOrderSet, LONG, LPSRowSet *)>(
        "HrQueryAllRows", 24)(table, tags, restriction, order, most, rows);
  }
  void FreeProws(LPSRowSet rows) { function<void(WINAPI *)(LPSRowSet)>("FreeProws", 4)(rows); }
  void FreePadrlist(LPADRLIST list) { function<void(WINAPI *)(LPADRLIST)>("FreePadrlist", 4)(list); }

  /** By its name, or by the one that a 32-bit linker makes of it. @param bytes of its parameters */
  template <typename Function>
  Function function(const std::string &name, unsigned bytes) {
    FARPROC found = GetProcAddress(module_, name.c_str());
    if (!found) found = GetProcAddress(module_, (name + "@" + std::to_string(bytes)).c_str());
    if (!found) line("no " + name);
    return reinterpret_cast<Function>(reinterpret_cast<void *>(found));
  }

 private:
  HMODULE module_ = nullptr;
};
