#include "allocation.h"

#include <cstdlib>
#include <mutex>
#include <unordered_map>

namespace comail {

std::atomic<std::int32_t> living_blocks{0};

namespace {

constexpr Hresult kNotEnoughMemory = Code(0x8007000E), kInvalidParameter = Code(0x80070057);

// Each piece begins with its place in the chain of what is freed together; the receiver sees what comes after.
struct alignas(16) Piece {
  Piece* next;
};

// Which blocks there are: whoever frees a wrong address, or one twice, must not take the process along.
struct Blocks {
  std::mutex mutex;
  std::unordered_map<void*, Piece*> of;  // what the receiver sees, and the piece that it begins with
};

Blocks& All() {
  static Blocks& blocks = *new Blocks;
  return blocks;
}

Piece* MakePiece(std::uint32_t bytes) {
  auto* piece = static_cast<Piece*>(std::calloc(1, sizeof(Piece) + bytes));
  return piece;
}

void* DataOf(Piece* piece) { return piece + 1; }

}  // namespace

Hresult COMAIL_STDCALL AllocateBuffer(std::uint32_t bytes, void** block) {
  if (!block) return kInvalidParameter;
  *block = nullptr;
  Piece* piece = MakePiece(bytes);
  if (!piece) return kNotEnoughMemory;
  try {
    std::lock_guard<std::mutex> lock(All().mutex);
    All().of.emplace(DataOf(piece), piece);
  } catch (...) {
    std::free(piece);
    return kNotEnoughMemory;
  }
  ++living_blocks;
  *block = DataOf(piece);
  return kOk;
}

Hresult COMAIL_STDCALL AllocateMore(std::uint32_t bytes, void* linked_to, void** block) {
  if (!block) return kInvalidParameter;
  *block = nullptr;
  std::lock_guard<std::mutex> lock(All().mutex);
  const auto found = All().of.find(linked_to);
  if (found == All().of.end()) return kInvalidParameter;
  Piece* piece = MakePiece(bytes);
  if (!piece) return kNotEnoughMemory;
  piece->next = found->second->next;
  found->second->next = piece;
  *block = DataOf(piece);
  return kOk;
}

std::uint32_t COMAIL_STDCALL FreeBuffer(void* block) {
  if (!block) return 0;
  Piece* piece = nullptr;
  {
    std::lock_guard<std::mutex> lock(All().mutex);
    const auto found = All().of.find(block);
    if (found == All().of.end()) return static_cast<std::uint32_t>(kInvalidParameter);
    piece = found->second;
    All().of.erase(found);
  }
  while (piece) {
    Piece* next = piece->next;
    std::free(piece);
    piece = next;
  }
  --living_blocks;
  return 0;
}

}  // namespace comail
