// What the frames of the bridge are made of, as docs/protocol.md says: little-endian numbers, texts in UTF-16, bytes with a length.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace comail {

using Bytes = std::vector<uint8_t>;

/** A GUID as Windows lays it out in memory. */
struct Guid {
  std::array<uint8_t, 16> bytes;

  bool operator==(const Guid &other) const { return bytes == other.bytes; }
  bool operator!=(const Guid &other) const { return bytes != other.bytes; }
};

/** From the parts that a GUID is written with. */
constexpr Guid guid(uint32_t a, uint16_t b, uint16_t c, const std::array<uint8_t, 8> &d) {
  const auto byte = [](uint32_t from, int at) { return static_cast<uint8_t>(from >> at); };
  return {{byte(a, 0), byte(a, 8), byte(a, 16), byte(a, 24), byte(b, 0), byte(b, 8), byte(c, 0), byte(c, 8),
           d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]}};
}

/** The length that stands for NULL. */
constexpr uint32_t kNull = 0xFFFFFFFF;

/** Writes the values of a frame. */
class Writer {
 public:
  Writer &u8(unsigned value);
  Writer &u16(unsigned value);
  Writer &u32(uint32_t value);
  Writer &u64(uint64_t value);
  Writer &guid(const Guid &value);
  /** A text; NULL when there is none. */
  Writer &text(const std::u16string *value);
  Writer &text(const std::u16string &value) { return text(&value); }
  /** Bytes with their length; NULL when `bytes` is. */
  Writer &bytes(const void *bytes, size_t count);
  /** Bytes without a length. */
  Writer &raw(const void *bytes, size_t count);

  /** A reference to an object of the host. */
  Writer &hostObject(uint64_t number, const Guid *iids, size_t count);
  /** A reference to an object of the service. */
  Writer &serviceObject(uint64_t number, const Guid &iid);

  /** Puts a number where one was written before. */
  void overwrite(size_t at, uint32_t value);

  const Bytes &written() const { return written_; }
  size_t size() const { return written_.size(); }

 private:
  Bytes written_;
};

/** A reference as it came. */
struct Reference {
  enum Kind : uint8_t { kNone = 0, kService = 1, kHost = 2 };
  uint8_t kind = kNone;
  uint64_t number = 0;
  std::vector<Guid> iids;
};

/**
 * Reads the values of a frame. What goes beyond its end, or is no value of the encoding, makes it bad for good: everything is zero from
 * then on, so that one look at `good` in the end is enough.
 */
class Reader {
 public:
  Reader() = default;
  Reader(const uint8_t *bytes, size_t count) : next_(bytes), end_(bytes + count) {}

  uint8_t u8();
  uint16_t u16();
  uint32_t u32();
  uint64_t u64();
  Guid guid();
  /** A byte that is 0 or 1. */
  bool there();
  /** A text; false when it is NULL. */
  bool text(std::u16string &into);
  /** Bytes; false when they are NULL. */
  bool bytes(Bytes &into);
  /** So many bytes without a length. */
  void raw(void *into, size_t count);
  /** How many elements follow, each of `least` bytes or more; false when the array is NULL. */
  bool count(uint32_t &into, size_t least);
  Reference reference();

  size_t left() const { return static_cast<size_t>(end_ - next_); }
  const uint8_t *next() const { return next_; }
  bool good() const { return good_; }
  /** Whether everything was read, and nothing beyond. */
  bool finished() const { return good_ && next_ == end_; }
  void spoil() { good_ = false; next_ = end_; }

 private:
  /** The next bytes, or null when there are not so many. */
  const uint8_t *take(size_t count);

  const uint8_t *next_ = nullptr;
  const uint8_t *end_ = nullptr;
  bool good_ = true;
};

}  // namespace comail
