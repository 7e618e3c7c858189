// Objects of the program that the service calls: advise sinks, progress indicators, streams.
#pragma once

#include <windows.h>

#include <unknwn.h>

#include "common/channel.h"

namespace comail {

/** Hands an object over, which is held until the service lets go of it. @returns its number, to be sent once */
uint64_t exposed(Channel &channel, IUnknown *object, const Guid &iid);
/** Takes it back unsent. */
void withdrawn(Channel &channel, uint64_t number);
/** Gives back what the service has let go of, of the objects that this thread handed over. */
void endExposed();
/** The object behind a number that has come back, with a reference. */
IUnknown *exposedBefore(Channel &channel, uint64_t number);

}  // namespace comail
