// Threads of the DLL: they outlive the call that starts them, and the DLL outlives them.
#pragma once

#include <functional>

namespace comail {

/** Starts a thread that nobody waits for. While it runs the DLL stays loaded. @returns whether it started */
bool startThread(std::function<void()> work);

}  // namespace comail
