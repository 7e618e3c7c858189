// MAPILogon, MAPIFindNext, MAPIReadMail, MAPISaveMail, MAPIDeleteMail.
#include <algorithm>
#include <cstring>

#include "common/codepage.h"
#include "mapi32/content.h"
#include "mapi32/functions.h"
#include "mapi32/sessions.h"

namespace comail {

namespace {

constexpr size_t kIdBytes = 64, kLongIdBytes = 512;

/** Copies an identifier to the buffer of the program, which is as long as its flags say. */
ULONG copied(const Text &id, uint32_t flags, char *buffer) {
  const std::string bytes = id ? ansiOf(*id, CP_ACP) : std::string();
  if (bytes.empty() || bytes.size() >= (flags & kLongMessageId ? kLongIdBytes : kIdBytes)) return MAPI_E_FAILURE;
  std::memcpy(buffer, bytes.c_str(), bytes.size() + 1);
  return SUCCESS_SUCCESS;
}

}  // namespace

ULONG logonNamed(uintptr_t window, const char *profile, const char *password, uint32_t flags, LHANDLE *session) {
  if (!session) return MAPI_E_FAILURE;
  uintptr_t made = 0;
  const ULONG code = logon(window, {ansi(profile), ansi(password), flags}, made);
  *session = made;
  return code;
}

ULONG findNext(uintptr_t session, uintptr_t window, const char *type, const char *seed, uint32_t flags, char *id) {
  if (!id) return MAPI_E_FAILURE;
  const Use used = online(session, window);
  if (used.code != SUCCESS_SUCCESS) return used.code;
  Writer in;
  in.u64(used.remote).u64(window);
  put(in, ansi(type));
  put(in, ansi(seed));
  in.u32(flags).u32(0);
  Answer answer;
  const ULONG code = ask(used, kFindNext, in, answer);
  if (code != SUCCESS_SUCCESS) return code;
  Reader out = answer.outputs();
  return copied(getText(out), flags, id);
}

ULONG readMail(uintptr_t session, uintptr_t window, const char *id, uint32_t flags, MapiMessage **message) {
  if (!message) return MAPI_E_FAILURE;
  *message = nullptr;
  const Use used = online(session, window);
  if (used.code != SUCCESS_SUCCESS) return used.code;
  Writer in;
  in.u64(used.remote).u64(window);
  put(in, ansi(id));
  in.u32(flags).u32(0);
  Answer answer;
  const ULONG code = ask(used, kReadMail, in, answer);
  if (code != SUCCESS_SUCCESS) return code;
  Reader out = answer.outputs();
  if (!out.there()) return MAPI_E_FAILURE;
  const Message read = getMessage(out);
  if (!out.finished()) return MAPI_E_FAILURE;
  *message = handedOut(read);
  return *message ? SUCCESS_SUCCESS : MAPI_E_INSUFFICIENT_MEMORY;
}

ULONG saveMail(uintptr_t session, uintptr_t window, const MapiMessage *given, uint32_t flags, char *id) {
  if (!given || !id) return MAPI_E_FAILURE;
  const Message message = messageOf(*given);
  std::vector<std::shared_ptr<Content>> content;
  const ULONG files = opened(message.files, content);
  if (files != SUCCESS_SUCCESS) return files == MAPI_E_ATTACHMENT_OPEN_FAILURE ? MAPI_E_ATTACHMENT_NOT_FOUND : files;
  const Use used = online(session, window);
  if (used.code != SUCCESS_SUCCESS) return used.code;
  std::vector<uint64_t> numbers;
  for (const auto &one : content) numbers.push_back(used.channel->expose(one));
  Writer in;
  in.u64(used.remote).u64(window).u8(1);
  put(in, message, numbers);
  in.u32(flags).u32(0);
  put(in, ansi(id));
  Answer answer;
  const ULONG code = ask(used, kSaveMail, in, answer);
  if (code != SUCCESS_SUCCESS) return code;
  Reader out = answer.outputs();
  return copied(getText(out), flags, id);
}

ULONG deleteMail(uintptr_t session, uintptr_t window, const char *id, uint32_t flags) {
  const Use used = online(session, window);
  if (used.code != SUCCESS_SUCCESS) return used.code;
  Writer in;
  in.u64(used.remote).u64(window);
  put(in, ansi(id));
  Answer answer;
  return ask(used, kDeleteMail, in.u32(flags).u32(0), answer);
}

}  // namespace comail
