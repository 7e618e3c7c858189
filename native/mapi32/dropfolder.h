// Where messages wait for a service that is down: docs/protocol.md, "The drop folder".
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "mapi32/content.h"
#include "mapi32/message.h"

namespace comail {

/** What no other call has. */
using CallId = std::array<uint8_t, 16>;

/**
 * Leaves a message. When it answers SUCCESS_SUCCESS, the message with the bytes of its files is on the disk.
 *
 * @param id the call: a service that has done it already does nothing then
 * @param function the slot of the function that was called
 * @param profile the profile of the session; none for the default one
 */
ULONG dropped(const CallId &id, unsigned function, const Text &profile, uint32_t flags, const Message &message,
              const std::vector<std::shared_ptr<Content>> &content);

}  // namespace comail
