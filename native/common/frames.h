// The frames of docs/protocol.md.
#pragma once

#include <cstdint>

#include "common/bytes.h"

namespace comail {

enum Kind : unsigned {
  kCall = 1,
  kRelease = 2,
  kReply = 3,
  kWelcome = 65,
  kAnswer = 66,
  kEvent = 67,
  kLetGo = 68,
  kFault = 69,
};

constexpr size_t kHeaderBytes = 12;
/** More than any WELCOME needs: before it, no limit was agreed upon. */
constexpr uint32_t kWelcomeBytes = 64 * 1024;

struct Header {
  uint32_t length;
  unsigned kind;
  uint32_t number;
};

/** A kind of 0, which no frame has, for a header that is none. */
inline Header headerOf(const uint8_t *bytes) {
  Reader in(bytes, kHeaderBytes);
  Header head = {};
  head.length = in.u32();
  // The three bytes behind the kind are 0, so that it is the number that these four make.
  head.kind = in.u32();
  head.number = in.u32();
  if (head.kind > 0xFF) head.kind = 0;
  return head;
}

constexpr bool isSuccess(uint32_t code) { return (code & 0x80000000) == 0; }

}  // namespace comail
