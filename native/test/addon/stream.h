#ifndef COMAIL_ADDON_STREAM_H_
#define COMAIL_ADDON_STREAM_H_

#include <atomic>
#include <vector>

#include "abi.h"

namespace comail {

// An IStream over a block of memory, with one reference that the caller owns. It belongs to the thread that uses it;
// only its count is safe everywhere.
Object* MakeMemoryStream(std::vector<std::uint8_t> bytes);

extern std::atomic<std::int32_t> living_streams;

}  // namespace comail

#endif  // COMAIL_ADDON_STREAM_H_
