// What programs give, on its way to the service: the structures of Extended MAPI as docs/protocol.md has them.
#pragma once

#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include "common/bytes.h"

namespace comail {

/** NULL stays NULL. */
void putText(Writer &out, const char *text);
void putText(Writer &out, const wchar_t *text);
/** @param wide whether it is one of wchar_t */
void putText(Writer &out, const void *text, bool wide);

void putGuid(Writer &out, const GUID &guid);
void putProp(Writer &out, const SPropValue &value);
void putProps(Writer &out, ULONG count, const SPropValue *values);
void putTags(Writer &out, const SPropTagArray *tags);
void putRows(Writer &out, const SRowSet *rows);
void putAddresses(Writer &out, const ADRLIST *list);
void putEntries(Writer &out, const ENTRYLIST *entries);
void putFlags(Writer &out, const FlagList *flags);
void putRestriction(Writer &out, const SRestriction *restriction);
void putSort(Writer &out, const SSortOrderSet *order);
void putNames(Writer &out, ULONG count, MAPINAMEID *const *names);
void putNotification(Writer &out, const NOTIFICATION &event);
void putAddressDialog(Writer &out, const ADRPARM *dialog);

}  // namespace comail
