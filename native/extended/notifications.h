// Where advise sinks are called: on the thread that called MAPIInitialize first, when it gets to its messages; on a thread of its own
// where MAPI_MULTITHREAD_NOTIFICATIONS says so.
#pragma once

#include <windows.h>

#include <memory>

#include "common/home.h"

namespace comail {

/** The home of this time; what was handed over before MAPIInitialize finds one that has no messages yet. */
std::shared_ptr<Home> notificationHome();
/** Begins to tell. @param ownThread whether on a thread of its own */
void beginNotifications(bool ownThread);
/** Tells nothing any more. */
void endNotifications();
/** Tells now what waits, on this thread, if it is the one to be told. */
void dispatchNotifications();

}  // namespace comail
