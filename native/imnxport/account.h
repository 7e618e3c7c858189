// Server data from an Outlook Express account, which is an object of the program.
#pragma once

#include <windows.h>

#include "generated/imnxport.h"

namespace comail {

/** As IInternetTransport::InetServerFromAccount. */
HRESULT serverFromAccount(IImnAccount *account, INETSERVER &server);

}  // namespace comail
