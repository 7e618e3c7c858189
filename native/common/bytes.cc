#include "common/bytes.h"

#include <cstring>

namespace comail {

Writer &Writer::u8(unsigned value) {
  written_.push_back(static_cast<uint8_t>(value));
  return *this;
}

Writer &Writer::u16(unsigned value) { return u8(value & 0xFF).u8(value >> 8 & 0xFF); }

Writer &Writer::u32(uint32_t value) { return u16(value & 0xFFFF).u16(value >> 16); }

Writer &Writer::u64(uint64_t value) {
  return u32(static_cast<uint32_t>(value)).u32(static_cast<uint32_t>(value >> 32));
}

Writer &Writer::guid(const Guid &value) { return raw(value.bytes.data(), value.bytes.size()); }

Writer &Writer::text(const std::u16string *value) {
  if (!value) return u32(kNull);
  u32(static_cast<uint32_t>(value->size()));
  for (const char16_t unit : *value) u16(unit);
  return *this;
}

Writer &Writer::bytes(const void *bytes, size_t count) {
  if (!bytes) return u32(kNull);
  return u32(static_cast<uint32_t>(count)).raw(bytes, count);
}

Writer &Writer::raw(const void *bytes, size_t count) {
  const auto *from = static_cast<const uint8_t *>(bytes);
  written_.insert(written_.end(), from, from + count);
  return *this;
}

Writer &Writer::hostObject(uint64_t number, const Guid *iids, size_t count) {
  if (number == 0) return u8(Reference::kNone);
  u8(Reference::kHost).u64(number).u8(static_cast<unsigned>(count));
  for (size_t i = 0; i < count; i++) guid(iids[i]);
  return *this;
}

Writer &Writer::serviceObject(uint64_t number, const Guid &iid) {
  if (number == 0) return u8(Reference::kNone);
  return u8(Reference::kService).u64(number).u8(1).guid(iid);
}

void Writer::overwrite(size_t at, uint32_t value) {
  for (size_t i = 0; i < 4; i++) written_[at + i] = static_cast<uint8_t>(value >> (8 * i));
}

const uint8_t *Reader::take(size_t count) {
  if (!good_ || left() < count) {
    spoil();
    return nullptr;
  }
  const uint8_t *here = next_;
  next_ += count;
  return here;
}

uint8_t Reader::u8() {
  const uint8_t *at = take(1);
  return at ? *at : uint8_t{0};
}

uint16_t Reader::u16() {
  const uint8_t *at = take(2);
  return at ? static_cast<uint16_t>(at[0] | at[1] << 8) : uint16_t{0};
}

uint32_t Reader::u32() {
  const uint8_t *at = take(4);
  return at ? uint32_t{at[0]} | uint32_t{at[1]} << 8 | uint32_t{at[2]} << 16 | uint32_t{at[3]} << 24 : 0;
}

uint64_t Reader::u64() {
  const uint64_t low = u32();
  return low | uint64_t{u32()} << 32;
}

Guid Reader::guid() {
  Guid value = {};
  if (const uint8_t *at = take(value.bytes.size())) std::memcpy(value.bytes.data(), at, value.bytes.size());
  return value;
}

bool Reader::there() {
  const uint8_t value = u8();
  if (value > 1) spoil();
  return value == 1;
}

bool Reader::text(std::u16string &into) {
  into.clear();
  const uint32_t length = u32();
  if (length == kNull || !good_) return false;
  // Divided, not multiplied: a length near 4 G would wrap in 32 bits.
  if (length > left() / 2) {
    spoil();
    return false;
  }
  const uint8_t *at = take(size_t{length} * 2);
  if (!at) return false;
  into.resize(length);
  for (uint32_t i = 0; i < length; i++) into[i] = static_cast<char16_t>(at[2 * i] | at[2 * i + 1] << 8);
  return true;
}

bool Reader::bytes(Bytes &into) {
  into.clear();
  const uint32_t length = u32();
  if (length == kNull || !good_) return false;
  const uint8_t *at = take(length);
  if (!at) return false;
  into.assign(at, at + length);
  return true;
}

void Reader::raw(void *into, size_t count) {
  const uint8_t *at = take(count);
  if (at && count > 0) std::memcpy(into, at, count);
}

bool Reader::count(uint32_t &into, size_t least) {
  into = u32();
  if (into == kNull || !good_) {
    into = 0;
    return false;
  }
  // A frame can't hold more: so nothing is reserved for what does not come.
  if (into > left() / (least ? least : 1)) {
    spoil();
    into = 0;
    return false;
  }
  return true;
}

Reference Reader::reference() {
  Reference value;
  value.kind = u8();
  if (value.kind == Reference::kNone) return value;
  if (value.kind > Reference::kHost) spoil();
  value.number = u64();
  const uint8_t many = u8();
  if (many < 1 || many > 16 || value.number == 0) spoil();
  for (unsigned i = 0; i < many && good_; i++) value.iids.push_back(guid());
  if (!good_) value = {};
  return value;
}

}  // namespace comail
