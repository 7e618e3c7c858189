// The exports of the MAPI DLL: Simple MAPI, the memory that it hands out, and the entry points of Extended MAPI.
#include <windows.h>

#include <new>

#include "common/home.h"
#include "extended/entry.h"
#include "generated/mapi-layouts.h"
#include "mapi32/functions.h"
#include "mapi32/memory.h"
#include "mapi32/sessions.h"

namespace {

HINSTANCE instance = nullptr;

/** Nothing of C++ leaves the DLL: what can fail in here is memory. */
template <typename Work>
ULONG guarded(Work work) noexcept {
  try {
    return work();
  } catch (const std::bad_alloc &) {
    return MAPI_E_INSUFFICIENT_MEMORY;
  } catch (...) {
    return MAPI_E_FAILURE;
  }
}

/** The same for functions that answer an HRESULT. */
template <typename Work>
HRESULT answered(Work work) noexcept {
  try {
    return work();
  } catch (...) {
    return static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_MEMORY);
  }
}

}  // namespace

namespace comail {

HINSTANCE library() { return instance; }

}  // namespace comail

extern "C" {

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *) {
  if (reason == DLL_PROCESS_ATTACH) {
    instance = self;
    DisableThreadLibraryCalls(self);
  }
  return TRUE;
}

ULONG WINAPI MAPILogon(ULONG_PTR window, LPSTR profile, LPSTR password, FLAGS flags, ULONG, LPLHANDLE session) {
  return guarded([&] { return comail::logonNamed(window, profile, password, flags, session); });
}

ULONG WINAPI MAPILogoff(LHANDLE session, ULONG_PTR window, FLAGS flags, ULONG) {
  return guarded([&] { return comail::logoff(session, window, flags); });
}

ULONG WINAPI MAPISendMail(LHANDLE session, ULONG_PTR window, lpMapiMessage message, FLAGS flags, ULONG) {
  return guarded([&] { return comail::sendMail(session, window, message, flags); });
}

ULONG WINAPI MAPISendMailW(LHANDLE session, ULONG_PTR window, comail::MapiMessageW *message, FLAGS flags, ULONG) {
  return guarded([&] { return comail::sendMail(session, window, message, flags); });
}

ULONG WINAPI MAPISendDocuments(ULONG_PTR window, LPSTR delimiter, LPSTR paths, LPSTR names, ULONG) {
  return guarded([&] { return comail::sendDocuments(window, delimiter, paths, names); });
}

ULONG WINAPI MAPIFindNext(LHANDLE session, ULONG_PTR window, LPSTR type, LPSTR seed, FLAGS flags, ULONG, LPSTR id) {
  return guarded([&] { return comail::findNext(session, window, type, seed, flags, id); });
}

ULONG WINAPI MAPIReadMail(LHANDLE session, ULONG_PTR window, LPSTR id, FLAGS flags, ULONG, lpMapiMessage *message) {
  return guarded([&] { return comail::readMail(session, window, id, flags, message); });
}

ULONG WINAPI MAPISaveMail(LHANDLE session, ULONG_PTR window, lpMapiMessage message, FLAGS flags, ULONG, LPSTR id) {
  return guarded([&] { return comail::saveMail(session, window, message, flags, id); });
}

ULONG WINAPI MAPIDeleteMail(LHANDLE session, ULONG_PTR window, LPSTR id, FLAGS flags, ULONG) {
  return guarded([&] { return comail::deleteMail(session, window, id, flags); });
}

ULONG WINAPI MAPIAddress(LHANDLE session, ULONG_PTR window, LPSTR caption, ULONG fields, LPSTR labels, ULONG given,
                         lpMapiRecipDesc recipients, FLAGS flags, ULONG, LPULONG count, lpMapiRecipDesc *made) {
  const comail::Chosen chosen = {given, recipients, reinterpret_cast<ULONG *>(count), made};
  return guarded([&] { return comail::address(session, window, caption, fields, labels, flags, chosen); });
}

ULONG WINAPI MAPIDetails(LHANDLE session, ULONG_PTR window, lpMapiRecipDesc recipient, FLAGS flags, ULONG) {
  return guarded([&] { return comail::details(session, window, recipient, flags); });
}

ULONG WINAPI MAPIResolveName(LHANDLE session, ULONG_PTR window, LPSTR name, FLAGS flags, ULONG, lpMapiRecipDesc *made) {
  return guarded([&] { return comail::resolveName(session, window, name, flags, made); });
}

HRESULT WINAPI MAPIInitialize(LPVOID how) {
  return answered([&] { return comail::initialize(static_cast<MAPIINIT_0 *>(how)); });
}

void WINAPI MAPIUninitialize() {
  answered([] {
    comail::uninitialize();
    return S_OK;
  });
}

HRESULT WINAPI MAPILogonEx(ULONG_PTR window, LPTSTR profile, LPTSTR password, ULONG flags, LPMAPISESSION *session) {
  return answered([&] { return comail::logonEx(window, profile, password, flags, session); });
}

HRESULT WINAPI MAPIAdminProfiles(ULONG flags, LPPROFADMIN *admin) {
  return answered([&] { return comail::adminProfiles(flags, admin); });
}

SCODE WINAPI MAPIAllocateBuffer(ULONG size, LPVOID *block) { return comail::allocateBuffer(size, block); }

SCODE WINAPI MAPIAllocateMore(ULONG size, LPVOID parent, LPVOID *block) {
  return comail::allocateMore(size, parent, block);
}

// @spec mapireallocatebuffer
SCODE WINAPI MAPIReallocateBuffer(LPVOID before, ULONG size, LPVOID *block) { return comail::reallocateBuffer(before, size, block); }

// @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nf-mapi-mapifreebuffer.md
ULONG WINAPI MAPIFreeBuffer(LPVOID block) { return comail::freeBuffer(block); }

}
