// What the library of the tests needs of MAPI's headers. Layouts are those of the headers with default packing; that they are,
// is proved by test/native/layouts.test.ts against figures of the headers themselves.
#pragma once
#include <cstddef>
#include <cstdint>

using ULONG = std::uint32_t;
using LONG = std::int32_t;
using HRESULT = std::int32_t;

struct SBinary { ULONG cb; std::uint8_t* lpb; };
struct LONGS { ULONG cValues; LONG* lpl; };
union PV { LONG l; double dbl; std::uint16_t b; char* lpszA; char16_t* lpszW; SBinary bin; std::int64_t li; LONGS MVl; HRESULT err; };
struct SPropValue { ULONG ulPropTag, dwAlignPad; PV Value; };
struct SPropTagArray { ULONG cValues; ULONG aulPropTag[1]; };
struct SRow { ULONG ulAdrEntryPad, cValues; SPropValue* lpProps; };
struct SRowSet { ULONG cRows; SRow aRow[1]; };
struct ADRENTRY { ULONG ulReserved1, cValues; SPropValue* rgPropVals; };
struct ADRLIST { ULONG cEntries; ADRENTRY aEntries[1]; };
struct SRestriction;
struct SAndRestriction { ULONG cRes; SRestriction* lpRes; };
struct SPropertyRestriction { ULONG relop, ulPropTag; SPropValue* lpProp; };
struct SCommentRestriction { ULONG cValues; SRestriction* lpRes; SPropValue* lpProp; };
struct SRestriction { ULONG rt; union { SAndRestriction resAnd; SPropertyRestriction resProperty; SCommentRestriction resComment; } res; };
struct SSortOrder { ULONG ulPropTag, ulOrder; };
struct SSortOrderSet { ULONG cSorts, cCategories, cExpanded; SSortOrder aSort[1]; };
struct SPropProblem { ULONG ulIndex, ulPropTag; HRESULT scode; };
struct SPropProblemArray { ULONG cProblem; SPropProblem aProblem[1]; };
struct MAPIERROR { ULONG ulVersion; char* lpszError; char* lpszComponent; ULONG ulLowLevelError, ulContext; };
struct NEWMAIL_NOTIFICATION {
  ULONG cbEntryID; std::uint8_t* lpEntryID; ULONG cbParentID; std::uint8_t* lpParentID; ULONG ulFlags; char* lpszMessageClass;
  ULONG ulMessageFlags;
};
struct TABLE_NOTIFICATION { ULONG ulTableEvent; HRESULT hResult; SPropValue propIndex, propPrior; SRow row; ULONG ulPad; };
struct NOTIFICATION { ULONG ulEventType, ulAlignPad; union { NEWMAIL_NOTIFICATION newmail; TABLE_NOTIFICATION tab; } info; };

// The host's allocators, with the conventions of MAPI.
struct Allocators {
  HRESULT (*allocate)(ULONG, void**);
  HRESULT (*more)(ULONG, void*, void**);
  ULONG (*release)(void*);
};

// An interface pointer: the first word is the address of its table.
struct Object { void* const* table; };

template <typename... A>
HRESULT Call(Object* object, std::size_t slot, A... args) {
  return reinterpret_cast<HRESULT (*)(Object*, A...)>(object->table[slot])(object, args...);
}

// Slots, in the order of the headers.
enum { QueryInterface = 0, AddRef, Release };
enum { GetLastError = 3, SaveChanges, GetProps, GetPropList, OpenProperty, SetProps };               // IMAPIProp
enum { GetAttachmentTable = 14, OpenAttach, CreateAttach, DeleteAttach, GetRecipientTable, ModifyRecipients, SubmitMessage };  // IMessage
enum { TableGetLastError = 3, Advise, Unadvise, GetStatus, SetColumns, QueryColumns, GetRowCount, SeekRow, SeekRowApprox,
       QueryPosition, FindRow, Restrict, CreateBookmark, FreeBookmark, SortTable, QuerySortOrder, QueryRows };  // IMAPITable
