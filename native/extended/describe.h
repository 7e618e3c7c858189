// How a method is called across the bridge, as native/generated/extended.cc describes those of each interface: what its parameters are,
// which way they go, and which of them belong together.
#pragma once

#include <cstdint>

#include "common/bytes.h"

namespace comail {

/** What a parameter is, its stars left aside. */
enum class Kind : uint8_t {
  kNumber,
  // As wide as a pointer here, 64 bits on the wire.
  kWord,
  // 32 bits here, 64 on the wire.
  kBookmark,
  kWide,
  // LPTSTR: as MAPI_UNICODE says.
  kText,
  kText8,
  kTexts,
  kBytes,
  kGuid,
  kGuids,
  kReference,
  kTags,
  kProps,
  // One value behind a pointer, one row.
  kProp,
  kRow,
  kRows,
  kAddresses,
  kAddress,
  kAddressDialog,
  kFlags,
  kEntries,
  kRestriction,
  kSort,
  kProblems,
  kError,
  kNames,
  kNotification,
  kStat,
  // Functions and what goes with them: not carried.
  kNothing,
};

/** Which way it goes, and how. */
enum How : uint8_t {
  kIn = 1,
  kOut = 2,
  /** May be NULL. */
  kUnique = 4,
  /** A number behind a pointer. */
  kPointed = 8,
  /** Counts an array, and is not sent. */
  kCount = 16,
  /** Goes both ways in one place: the callee changes what the caller has. */
  kInPlace = 32,
};

/** Stands for no parameter where the place of another one is told. */
constexpr int8_t kNone = -1;

struct Parameter {
  Kind kind;
  uint8_t how;
  /** The parameter that counts the elements. */
  int8_t size = kNone;
  /** The parameter that names the interface. */
  int8_t names = kNone;
  /** The interface, where the type says which. */
  const Guid *iid = nullptr;

  bool in() const { return how & kIn; }
  bool out() const { return how & kOut; }
  bool unique() const { return how & kUnique; }
  bool pointed() const { return how & kPointed; }
  bool counts() const { return how & kCount; }
  bool inPlace() const { return how & kInPlace; }
};

struct Method {
  uint8_t slot;
  uint8_t count;
  /** The flags that say MAPI_UNICODE. */
  int8_t flags;
  const Parameter *parameters;
};

/** An argument as the program gave it: a number, or a pointer. */
using Argument = uint64_t;

struct Interface {
  const char *name;
  Guid iid;
  /** The table of its methods, in the order of its slots. */
  const void *const *table;
};

/** @returns null for an interface that programs don't get */
const Interface *interfaceOf(const Guid &iid);

}  // namespace comail
