// A stream of the program, as the service uses it.
#pragma once

#include <objidl.h>

#include "common/channel.h"

namespace comail {

/** Reads, seeks and so on: what an event asks of a stream. @returns the code, MAPI_E_NO_SUPPORT for what the service never asks */
uint32_t runStream(IStream *stream, const Event &event, Reader &inputs, Writer &outputs);

}  // namespace comail
