// What the service answers, in the memory that programs take it from: the structures of Extended MAPI, each in one block but those of which
// FreeProws and FreePadrlist say otherwise. Where the bytes are none of the protocol the reader is spoiled, and what was made is nothing.
#pragma once

#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <vector>

#include "common/bytes.h"
#include "extended/memory.h"

namespace comail {

/** A text, in the program's way. @returns null for NULL */
void *takeText(Reader &in, Block &block, bool wide);
/** @param count gets how many there are */
uint8_t *takeBytes(Reader &in, Block &block, ULONG &count);
void takeProp(Reader &in, Block &block, SPropValue &value);
SPropValue *takeProps(Reader &in, Block &block, ULONG &count);
/** A row in one block. */
SRow *takeRow(Reader &in, Block &block);
SPropTagArray *takeTags(Reader &in, Block &block);
ENTRYLIST *takeEntries(Reader &in, Block &block);
SRestriction *takeRestriction(Reader &in, Block &block);
SSortOrderSet *takeSort(Reader &in, Block &block);
/** Null when there is no problem. */
SPropProblemArray *takeProblems(Reader &in, Block &block);
MAPIERROR *takeError(Reader &in, Block &block, bool wide);
MAPINAMEID **takeNames(Reader &in, Block &block, ULONG &count);
void **takeTexts(Reader &in, Block &block, ULONG &count, bool wide);
NOTIFICATION *takeNotifications(Reader &in, Block &block, ULONG &count);

/** Property values of many, each in a block of its own; `SRowSet` and `ADRLIST` alike. */
struct Rows {
  bool there = false;
  std::vector<Block> blocks;
  std::vector<ULONG> counts;
};
Rows takeRows(Reader &in);
/** All of it as the program gets it: FreeProws frees it. The same bytes are an ADRLIST. */
SRowSet *released(Rows &rows);

}  // namespace comail
