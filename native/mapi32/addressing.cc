// MAPIAddress, MAPIDetails, MAPIResolveName.
#include "mapi32/functions.h"
#include "mapi32/sessions.h"

namespace comail {

ULONG address(uintptr_t session, uintptr_t window, const char *caption, ULONG fields, const char *labels, uint32_t flags,
              const Chosen &chosen) {
  if (!chosen.count || !chosen.made) return MAPI_E_FAILURE;
  *chosen.count = 0;
  *chosen.made = nullptr;
  const Use used = online(session, window);
  if (used.code != SUCCESS_SUCCESS) return used.code;
  Writer in;
  in.u64(used.remote).u64(window);
  put(in, ansi(caption));
  in.u32(fields);
  put(in, ansi(labels));
  const ULONG given = chosen.recipients ? chosen.given : 0;
  in.u32(given);
  for (ULONG i = 0; i < given; i++) put(in, recipientOf(chosen.recipients[i], CP_ACP));
  Answer answer;
  const ULONG code = ask(used, kAddress, in.u32(flags).u32(0), answer);
  if (code != SUCCESS_SUCCESS) return code;
  constexpr size_t kLeast = 20;
  Reader out = answer.outputs();
  uint32_t many = 0;
  out.count(many, kLeast);
  std::vector<Recipient> recipients;
  for (uint32_t i = 0; i < many && out.good(); i++) recipients.push_back(getRecipient(out));
  if (!out.finished()) return MAPI_E_FAILURE;
  if (recipients.empty()) return SUCCESS_SUCCESS;
  *chosen.made = handedOut(recipients);
  if (!*chosen.made) return MAPI_E_INSUFFICIENT_MEMORY;
  *chosen.count = many;
  return SUCCESS_SUCCESS;
}

ULONG details(uintptr_t session, uintptr_t window, const MapiRecipDesc *recipient, uint32_t flags) {
  const Use used = online(session, window);
  if (used.code != SUCCESS_SUCCESS) return used.code;
  Writer in;
  in.u64(used.remote).u64(window).u8(recipient ? 1 : 0);
  if (recipient) put(in, recipientOf(*recipient, CP_ACP));
  Answer answer;
  return ask(used, kDetails, in.u32(flags).u32(0), answer);
}

ULONG resolveName(uintptr_t session, uintptr_t window, const char *name, uint32_t flags, MapiRecipDesc **recipient) {
  if (!recipient) return MAPI_E_FAILURE;
  *recipient = nullptr;
  const Use used = online(session, window);
  if (used.code != SUCCESS_SUCCESS) return used.code;
  Writer in;
  in.u64(used.remote).u64(window);
  put(in, ansi(name));
  Answer answer;
  const ULONG code = ask(used, kResolveName, in.u32(flags).u32(0), answer);
  if (code != SUCCESS_SUCCESS) return code;
  Reader out = answer.outputs();
  if (!out.there()) return MAPI_E_FAILURE;
  const Recipient found = getRecipient(out);
  if (!out.finished()) return MAPI_E_FAILURE;
  *recipient = handedOut(std::vector<Recipient>{found});
  return *recipient ? SUCCESS_SUCCESS : MAPI_E_INSUFFICIENT_MEMORY;
}

}  // namespace comail
