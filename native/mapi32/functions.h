// Simple MAPI, behind its exports: each function takes what the program gave and answers its code.
#pragma once

#include <windows.h>

#include <cstdint>

#include "mapi32/structures.h"

namespace comail {

ULONG logonNamed(uintptr_t window, const char *profile, const char *password, uint32_t flags, LHANDLE *session);
ULONG sendMail(uintptr_t session, uintptr_t window, const MapiMessage *message, uint32_t flags);
ULONG sendMail(uintptr_t session, uintptr_t window, const MapiMessageW *message, uint32_t flags);
ULONG sendDocuments(uintptr_t window, const char *delimiter, const char *paths, const char *names);
ULONG findNext(uintptr_t session, uintptr_t window, const char *type, const char *seed, uint32_t flags, char *id);
ULONG readMail(uintptr_t session, uintptr_t window, const char *id, uint32_t flags, MapiMessage **message);
ULONG saveMail(uintptr_t session, uintptr_t window, const MapiMessage *message, uint32_t flags, char *id);
ULONG deleteMail(uintptr_t session, uintptr_t window, const char *id, uint32_t flags);

/** What MAPIAddress is given of the recipients, and answers. */
struct Chosen {
  ULONG given = 0;
  const MapiRecipDesc *recipients = nullptr;
  ULONG *count = nullptr;
  MapiRecipDesc **made = nullptr;
};
ULONG address(uintptr_t session, uintptr_t window, const char *caption, ULONG fields, const char *labels, uint32_t flags,
              const Chosen &chosen);
ULONG details(uintptr_t session, uintptr_t window, const MapiRecipDesc *recipient, uint32_t flags);
ULONG resolveName(uintptr_t session, uintptr_t window, const char *name, uint32_t flags, MapiRecipDesc **recipient);

}  // namespace comail
