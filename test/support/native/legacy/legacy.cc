// A library as old programs have them: it knows MAPI's interfaces by their tables and nothing of who implements them. What it finds
// it tells in text, so that the tests can say what is wrong.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include "mapi.h"

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {

Allocators host;
std::atomic<LONG> living{0};

SPropValue String(ULONG tag, const char* text) {
  SPropValue made{tag, 0, {}};
  made.Value.lpszA = const_cast<char*>(text);
  return made;
}

SPropValue Long(ULONG tag, LONG value) {
  SPropValue made{tag, 0, {}};
  made.Value.l = value;
  return made;
}

template <ULONG N>
struct Tags {
  ULONG cValues = N;
  ULONG aulPropTag[N];
};

void FreeRows(SRowSet* rows) {
  for (ULONG i = 0; i < rows->cRows; ++i) host.release(rows->aRow[i].lpProps);
  host.release(rows);
}

}  // namespace

EXPORT void Use(void* allocate, void* more, void* release) {
  host = {reinterpret_cast<HRESULT (*)(ULONG, void**)>(allocate), reinterpret_cast<HRESULT (*)(ULONG, void*, void**)>(more),
          reinterpret_cast<ULONG (*)(void*)>(release)};
}

EXPORT LONG Living() { return living; }

// Fills a message as a report generator does, reads it back, and puts what it read into `said`.
EXPORT HRESULT FillMessage(Object* message, const char* subject, char* said) {
  LONG numbers[] = {3, -7, 2147483647};
  SPropValue many{0x66711003, 0, {}};
  many.Value.MVl = {3, numbers};
  SPropValue props[] = {String(0x0037001E, subject), Long(0x00170003, 2), many, String(0x1000001E, "Body of the report\r\n")};
  SPropProblemArray* problems = reinterpret_cast<SPropProblemArray*>(1);
  HRESULT hr = Call<ULONG, SPropValue*, SPropProblemArray**>(message, SetProps, 4, props, &problems);
  if (hr != 0) return hr;
  if (problems) return 0x80004005;

  SPropValue first[] = {String(0x3001001E, "Ann"), String(0x3002001E, "SMTP"), String(0x3003001E, "ann@example.net"), Long(0x0C150003, 1)};
  SPropValue second[] = {String(0x3001001E, "Bo"), String(0x3002001E, "SMTP"), String(0x3003001E, "bo@example.net"), Long(0x0C150003, 2)};
  struct { ULONG cEntries; ADRENTRY aEntries[2]; } list = {2, {{0, 4, first}, {0, 4, second}}};
  hr = Call<ULONG, void*>(message, ModifyRecipients, 2 /* MODRECIP_ADD */, &list);
  if (hr != 0) return hr;

  Tags<5> tags = {5, {0x0037001E, 0x00170003, 0x66711003, 0x3FF0001E, 0x0FFF0102}};
  ULONG count = 0;
  SPropValue* values = nullptr;
  hr = Call<void*, ULONG, ULONG*, SPropValue**>(message, GetProps, &tags, 0, &count, &values);
  if (hr < 0) return hr;
  std::sprintf(said, "%08X %u: %s, %d, %u numbers, second %d, fourth %08X %08X", static_cast<ULONG>(hr), count, values[0].Value.lpszA,
               values[1].Value.l, values[2].Value.MVl.cValues, values[2].Value.MVl.lpl[1], values[3].ulPropTag,
               static_cast<ULONG>(values[3].Value.err));
  host.release(values);
  return Call<ULONG>(message, SaveChanges, 2 /* KEEP_OPEN_READWRITE */);
}

// The rows of a contents table whose importance is high, by subject, one per line.
EXPORT HRESULT ListImportant(Object* table, char* said) {
  Tags<2> columns = {2, {0x0037001E, 0x00170003}};
  HRESULT hr = Call<void*, ULONG>(table, SetColumns, &columns, 0);
  if (hr != 0) return hr;
  SPropValue high = Long(0x00170003, 2), remark = String(0x3001001E, "only what matters");
  SRestriction inner[2] = {};
  inner[0].rt = 4;
  inner[0].res.resProperty = {4 /* RELOP_EQ */, 0x00170003, &high};
  inner[1].rt = 10;
  inner[1].res.resComment = {1, &inner[0], &remark};
  SRestriction outer{};
  outer.rt = 0;
  outer.res.resAnd = {2, inner};
  hr = Call<SRestriction*, ULONG>(table, Restrict, &outer, 0);
  if (hr != 0) return hr;
  SSortOrderSet order = {1, 0, 0, {{0x0037001E, 1 /* descending */}}};
  hr = Call<SSortOrderSet*, ULONG>(table, SortTable, &order, 0);
  if (hr != 0) return hr;
  SRowSet* rows = nullptr;
  hr = Call<LONG, ULONG, SRowSet**>(table, QueryRows, 50, 0, &rows);
  if (hr != 0) return hr;
  for (ULONG i = 0; i < rows->cRows; ++i) said += std::sprintf(said, "%s\n", rows->aRow[i].lpProps[0].Value.lpszA);
  FreeRows(rows);
  return 0;
}

// Asks for something that fails, and for the reason.
EXPORT HRESULT WhatWentWrong(Object* message, char* said) {
  Object* attachment = nullptr;
  const HRESULT hr = Call<ULONG, const void*, ULONG, Object**>(message, OpenAttach, 4711, nullptr, 0, &attachment);
  MAPIERROR* error = nullptr;
  const HRESULT asked = Call<HRESULT, ULONG, MAPIERROR**>(message, GetLastError, hr, 0, &error);
  if (asked != 0 || !error) return asked ? asked : 1;
  std::sprintf(said, "%s / %s", error->lpszComponent, error->lpszError);
  host.release(error);
  return hr;
}

// Walks from a message to its recipient table through an out pointer, and lets go of it.
EXPORT HRESULT CountRecipients(Object* message, ULONG* count) {
  Object* table = nullptr;
  HRESULT hr = Call<ULONG, Object**>(message, GetRecipientTable, 0, &table);
  if (hr != 0) return hr;
  hr = Call<ULONG, ULONG*>(table, GetRowCount, 0, count);
  Call(table, Release);
  return hr;
}

// The same in a thread of the library's own, which it waits for.
EXPORT HRESULT CountRecipientsInThread(Object* message, ULONG* count) {
  HRESULT hr = 1;
  std::thread([&] { hr = CountRecipients(message, count); }).join();
  return hr;
}

EXPORT LONG Apply(LONG (*function)(LONG), LONG value) { return function(value); }

EXPORT LONG ApplyInThread(LONG (*function)(LONG), LONG value) {
  LONG result = 0;
  std::thread([&] { result = function(value); }).join();
  return result;
}

EXPORT std::int64_t Widest(std::int64_t value) { return value - 1; }
EXPORT ULONG LengthOf(const char* text) { return text ? static_cast<ULONG>(std::strlen(text)) : 4711; }
EXPORT void* Memory(ULONG bytes) { return std::calloc(1, bytes); }
// Loses a block on purpose: a memory checker that does not tell of it tells of nothing.
EXPORT void Lose() {
  volatile auto* lost = static_cast<char*>(std::malloc(4711));
  *lost = 1;
}
EXPORT void Free(void* memory) { std::free(memory); }

// Objects of the library's own: a sink that writes down what it hears, and an object with properties that says no more than it must.
namespace {

struct Counted {
  void* const* table;
  std::atomic<ULONG> references{1};
  std::string heard;
  Counted(void* const* methods) : table(methods) { ++living; }
  ~Counted() { --living; }
};

Counted* Self(Object* object) { return reinterpret_cast<Counted*>(object); }
ULONG DoAddRef(Object* object) { return ++Self(object)->references; }
ULONG DoRelease(Object* object) {
  const ULONG left = --Self(object)->references;
  if (left == 0) delete Self(object);
  return left;
}

constexpr std::uint8_t kIUnknown[] = {0, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46};
constexpr std::uint8_t kIMAPIProp[] = {3, 3, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46};

template <const std::uint8_t* Own>
HRESULT DoQuery(Object* object, const void* iid, Object** out) {
  const bool known = std::memcmp(iid, kIUnknown, 16) == 0 || std::memcmp(iid, Own, 16) == 0;
  *out = known ? object : nullptr;
  if (!known) return static_cast<HRESULT>(0x80004002);
  DoAddRef(object);
  return 0;
}

constexpr std::uint8_t kSink[] = {2, 3, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46};

ULONG OnNotify(Object* object, ULONG count, const NOTIFICATION* events) {
  for (ULONG i = 0; i < count; ++i) {
    char line[256];
    const auto& event = events[i];
    if (event.ulEventType == 2)
      std::snprintf(line, sizeof line, "new mail %u bytes, %s, flags %u\n", event.info.newmail.cbEntryID,
                    event.info.newmail.lpszMessageClass, event.info.newmail.ulMessageFlags);
    else if (event.ulEventType == 0x100)
      std::snprintf(line, sizeof line, "table %u, index %u bytes, %u columns, first %s\n", event.info.tab.ulTableEvent,
                    event.info.tab.propIndex.Value.bin.cb, event.info.tab.row.cValues,
                    event.info.tab.row.cValues ? event.info.tab.row.lpProps[0].Value.lpszA : "none");
    else std::snprintf(line, sizeof line, "event %08X\n", event.ulEventType);
    Self(object)->heard += line;
  }
  return 0;
}

// GetProps allocates as a provider does: one block, and more linked to it.
HRESULT DoGetProps(Object*, const SPropTagArray* tags, ULONG, ULONG* count, SPropValue** values) {
  if (tags && tags->cValues > 100) return static_cast<HRESULT>(0x80070057);
  HRESULT hr = host.allocate(3 * sizeof(SPropValue), reinterpret_cast<void**>(values));
  if (hr != 0) return hr;
  void* text = nullptr;
  hr = host.more(32, *values, &text);
  if (hr != 0) return hr;
  std::strcpy(static_cast<char*>(text), "from native code");
  (*values)[0] = String(0x3001001E, static_cast<char*>(text));
  (*values)[1] = Long(0x00170003, 1);
  (*values)[2] = Long(0x3FF0000A, static_cast<LONG>(0x8004010F));
  *count = 3;
  return 0x00040380;  // MAPI_W_ERRORS_RETURNED
}

HRESULT DoSetProps(Object* object, ULONG count, const SPropValue* values, SPropProblemArray** problems) {
  char line[128];
  for (ULONG i = 0; i < count; ++i) {
    std::snprintf(line, sizeof line, "set %08X\n", values[i].ulPropTag);
    Self(object)->heard += line;
  }
  if (!problems) return 0;
  const HRESULT hr = host.allocate(sizeof(SPropProblemArray), reinterpret_cast<void**>(problems));
  if (hr == 0) **problems = {1, {{0, values[0].ulPropTag, static_cast<HRESULT>(0x8004011A)}}};
  return hr;
}

HRESULT DoGetPropList(Object*, ULONG, SPropTagArray** tags) {
  const HRESULT hr = host.allocate(3 * sizeof(ULONG), reinterpret_cast<void**>(tags));
  if (hr != 0) return hr;
  (*tags)->cValues = 2;
  (*tags)->aulPropTag[0] = 0x3001001E;
  (*tags)->aulPropTag[1] = 0x00170003;
  return 0;
}

HRESULT Refuse(Object*) { return static_cast<HRESULT>(0x80040102); }  // MAPI_E_NO_SUPPORT

template <typename F>
void* At(F* function) { return reinterpret_cast<void*>(function); }

void* const sink_table[] = {At(&DoQuery<kSink>), At(&DoAddRef), At(&DoRelease), At(&OnNotify)};
void* const prop_table[] = {At(&DoQuery<kIMAPIProp>), At(&DoAddRef), At(&DoRelease), At(&Refuse), At(&Refuse), At(&DoGetProps),
                            At(&DoGetPropList), At(&Refuse), At(&DoSetProps), At(&Refuse), At(&Refuse), At(&Refuse), At(&Refuse), At(&Refuse)};

}  // namespace

// Tells a sink of somebody else's of new mail.
EXPORT ULONG Tell(Object* sink) {
  std::uint8_t id[] = {1, 2, 3, 4};
  NOTIFICATION event{};
  event.ulEventType = 2;
  event.info.newmail = {4, id, 2, id, 0x80000000, reinterpret_cast<char*>(const_cast<char16_t*>(u"IPM.Note.\u00C4")), 5};
  return static_cast<ULONG>(Call<ULONG, NOTIFICATION*>(sink, 3, 1, &event));
}

EXPORT void* MakeSink() { return new Counted(sink_table); }
EXPORT void* MakeProps() { return new Counted(prop_table); }
EXPORT void Heard(void* object, char* into, ULONG room) { std::snprintf(into, room, "%s", static_cast<Counted*>(object)->heard.c_str()); }
