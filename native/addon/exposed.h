#ifndef COMAIL_ADDON_EXPOSED_H_
#define COMAIL_ADDON_EXPOSED_H_

#include <atomic>
#include <map>
#include <memory>
#include <vector>

#include "abi.h"
#include "channel.h"

namespace comail {

// The highest slot and the most argument words that a table over a TypeScript object may have.
constexpr std::size_t kSlots = 48, kWords = 14;

// A TypeScript object as native code sees it: a table of trampolines, a count of its own, and a number that JavaScript
// knows it by.
struct Exposed {
  Object face;
  std::atomic<std::uint32_t> references{1};
  std::uint32_t id;
  std::shared_ptr<Channel> channel;
};

// The objects of one environment; touched on its thread alone.
using ExposedById = std::map<std::uint32_t, Exposed*>;

// Lays a table over the object `id`: slot i takes `words[i]` argument words, This not counted. Null when it is too big.
Exposed* Expose(std::shared_ptr<Channel> channel, std::uint32_t id, const std::vector<std::uint8_t>& words);

// Calls any method of any interface pointer with arguments given as words.
Hresult InvokeWords(Object* target, std::size_t slot, const Word* words, std::size_t count);

// Calls a function, on 32-bit Windows by one of its two conventions. A result of 32 bits stands in the lower half.
std::uint64_t CallWords(Word function, const std::vector<Word>& words, bool stdcall);

extern std::atomic<std::int32_t> living_exposed;

}  // namespace comail

#endif  // COMAIL_ADDON_EXPOSED_H_
