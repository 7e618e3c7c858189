#ifndef COMAIL_ADDON_ALLOCATION_H_
#define COMAIL_ADDON_ALLOCATION_H_

#include <atomic>
#include <cstdint>

#include "abi.h"

namespace comail {

// MAPIAllocateBuffer, MAPIAllocateMore and MAPIFreeBuffer with the conventions of MAPI's headers. They are safe on every
// thread. What was linked to a block with AllocateMore goes with it.
Hresult COMAIL_STDCALL AllocateBuffer(std::uint32_t bytes, void** block);
Hresult COMAIL_STDCALL AllocateMore(std::uint32_t bytes, void* linked_to, void** block);
// 0, also for NULL; E_INVALIDARG's number for what is no block of ours, which is left alone.
std::uint32_t COMAIL_STDCALL FreeBuffer(void* block);

extern std::atomic<std::int32_t> living_blocks;

}  // namespace comail

#endif  // COMAIL_ADDON_ALLOCATION_H_
