// The memory that functions of MAPI hand out: blocks that MAPIFreeBuffer frees, with all that was added to them.
#pragma once

#include <windows.h>

namespace comail {

/** As MAPIAllocateBuffer: of mapi32.dll where the program has it, so that its MAPIFreeBuffer can free it. @returns null for none */
void *allocated(ULONG size);
/** Adds to a block of `allocated`. */
void *allocatedMore(ULONG size, void *block);

/** Our own MAPIAllocateBuffer, MAPIAllocateMore and MAPIFreeBuffer. */
SCODE allocateBuffer(ULONG size, void **block);
SCODE allocateMore(ULONG size, void *parent, void **block);
ULONG freeBuffer(void *block);
/** A block of another size, with what it held and all that was added to it; the block before is gone. */
SCODE reallocateBuffer(void *before, ULONG size, void **block);

}  // namespace comail
