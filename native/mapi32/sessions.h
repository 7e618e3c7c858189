// Sessions as programs have them: they outlive the service. One that was begun while it was down, or before it was restarted, is
// logged on when it is next used.
#pragma once

#include <memory>

#include "common/channel.h"
#include "mapi32/message.h"

namespace comail {

/** Simple MAPI of the service, docs/protocol.md. */
constexpr Guid kSimpleMapi = guid(0xC0A11B03, 0x2E5B, 0x4F1C, {0x9A, 0x37, 0x6D, 0x0F, 0x4B, 0x8E, 0x1A, 0x01});
enum SimpleSlot : unsigned {
  kLogon = 3,
  kLogoff = 4,
  kSendMail = 5,
  kSendMailW = 6,
  kSendDocuments = 7,
  kFindNext = 8,
  kReadMail = 9,
  kSaveMail = 10,
  kDeleteMail = 11,
  kAddress = 12,
  kDetails = 13,
  kResolveName = 14,
  kMarkedSendMail = 15,
};

/** How a program logged on. */
struct Logon {
  Text profile, password;
  uint32_t flags = 0;
};

/** Begins a session. Without the service it exists here alone, so that messages can be left in the drop folder. */
ULONG logon(uintptr_t window, const Logon &how, uintptr_t &session);
ULONG logoff(uintptr_t session, uintptr_t window, uint32_t flags);

/** A session to be used now. */
struct Use {
  /** SUCCESS_SUCCESS, or why it can't be used. */
  ULONG code = MAPI_E_FAILURE;
  /** Null when the service is down. */
  std::shared_ptr<Channel> channel;
  /** The service's own number of the session. */
  uint64_t remote = 0;
  /** The profile, for the drop folder. */
  Text profile;
};

/** @param session 0 for none */
Use use(uintptr_t session, uintptr_t window);

/** A session for a function that needs the service: MAPI_E_FAILURE when it is down. */
Use online(uintptr_t session, uintptr_t window);

/** Calls a function of Simple MAPI. @returns its code; MAPI_E_FAILURE when the service went away meanwhile */
ULONG ask(const Use &used, unsigned slot, const Writer &inputs, Answer &answer);

}  // namespace comail
