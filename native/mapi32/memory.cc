#include "mapi32/memory.h"

#include <mapicode.h>

#include <cstdlib>
#include <new>
#include <unordered_map>
#include <vector>

#include "common/sync.h"

namespace comail {

namespace {

using Allocate = SCODE(WINAPI *)(ULONG, void **);
using More = SCODE(WINAPI *)(ULONG, void *, void **);
using Free = ULONG(WINAPI *)(void *);

/** MAPI_E_FAILURE of Simple MAPI, which the page of MAPIFreeBuffer has. */
constexpr ULONG kFailure = 2;

struct Blocks {
  Mutex mutex;
  // What each block that was handed out carries along.
  std::unordered_map<void *, std::vector<void *>> own;
};

Blocks &blocks() {
  static auto *all = new Blocks;
  return *all;
}

/**
 * A function of the mapi32.dll that the program calls us through. It may call us back (DLLPathEx) or answer by itself (DLLPath alone):
 * either way its MAPIFreeBuffer knows what it handed out.
 */
template <typename Function>
Function ofSystem(const char *name) {
  const HMODULE module = GetModuleHandleW(L"mapi32.dll");
  return module ? reinterpret_cast<Function>(reinterpret_cast<void *>(GetProcAddress(module, name))) : nullptr;
}

}  // namespace

void *allocated(ULONG size) {
  void *block = nullptr;
  const auto system = ofSystem<Allocate>("MAPIAllocateBuffer");
  const SCODE code = system ? system(size, &block) : allocateBuffer(size, &block);
  return code == S_OK ? block : nullptr;
}

void *allocatedMore(ULONG size, void *parent) {
  void *block = nullptr;
  const auto system = ofSystem<More>("MAPIAllocateMore");
  const SCODE code = system ? system(size, parent, &block) : allocateMore(size, parent, &block);
  return code == S_OK ? block : nullptr;
}

SCODE allocateBuffer(ULONG size, void **block) {
  if (!block) return MAPI_E_INVALID_PARAMETER;
  *block = std::malloc(size ? size : 1);
  if (!*block) return MAPI_E_NOT_ENOUGH_MEMORY;
  try {
    Locked locked(blocks().mutex);
    blocks().own.emplace(*block, std::vector<void *>());
    return S_OK;
  } catch (const std::bad_alloc &) {
    std::free(*block);
    *block = nullptr;
    return MAPI_E_NOT_ENOUGH_MEMORY;
  }
}

SCODE allocateMore(ULONG size, void *parent, void **block) {
  if (!block) return MAPI_E_INVALID_PARAMETER;
  *block = nullptr;
  Locked locked(blocks().mutex);
  const auto found = blocks().own.find(parent);
  if (found == blocks().own.end()) return MAPI_E_INVALID_PARAMETER;
  void *more = std::malloc(size ? size : 1);
  if (!more) return MAPI_E_NOT_ENOUGH_MEMORY;
  try {
    found->second.push_back(more);
  } catch (const std::bad_alloc &) {
    std::free(more);
    return MAPI_E_NOT_ENOUGH_MEMORY;
  }
  *block = more;
  return S_OK;
}

SCODE reallocateBuffer(void *before, ULONG size, void **block) {
  if (!block) return MAPI_E_INVALID_PARAMETER;
  if (!before) return allocateBuffer(size, block);
  *block = nullptr;
  Locked locked(blocks().mutex);
  auto held = blocks().own.extract(before);
  if (held.empty()) return MAPI_E_INVALID_PARAMETER;
  void *after = std::realloc(before, size ? size : 1);
  if (after) held.key() = after;
  blocks().own.insert(std::move(held));
  *block = after;
  return after ? S_OK : MAPI_E_NOT_ENOUGH_MEMORY;
}

ULONG freeBuffer(void *block) {
  if (!block) return S_OK;
  {
    Locked locked(blocks().mutex);
    const auto found = blocks().own.find(block);
    if (found != blocks().own.end()) {
      for (void *more : found->second) std::free(more);
      blocks().own.erase(found);
      std::free(block);
      return S_OK;
    }
  }
  // One that mapi32.dll handed out for us. It could only ask us again; then it is nobody's.
  static thread_local bool asking = false;
  const auto system = asking ? nullptr : ofSystem<Free>("MAPIFreeBuffer");
  if (!system) return kFailure;
  asking = true;
  const ULONG code = system(block);
  asking = false;
  return code;
}

}  // namespace comail
