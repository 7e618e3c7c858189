// The service as the program sees it: one connection for the process, made when it is needed, made anew when it was lost.
#pragma once

#include <memory>

#include "common/channel.h"

namespace comail {

/** What a method answers when nobody is there who could serve it: RPC_S_SERVER_UNAVAILABLE as an HRESULT. */
constexpr uint32_t kServiceUnavailable = 0x800706BA;
/** What a method of a living object answers when its connection is lost: RPC_E_DISCONNECTED. */
constexpr uint32_t kDisconnected = 0x80010108;

/**
 * The connection, or null: nobody is there. Where a command is configured (`COMAIL_COMMAND`, or the value `Command` of the
 * configuration) it is started first, and waited for.
 *
 * @param mayStart whether a service that is down is started
 */
std::shared_ptr<Channel> service(bool mayStart = true);

/** Ends the connection, before the DLL goes; the next call makes a new one. */
void leaveService();

}  // namespace comail
