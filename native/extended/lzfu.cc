#include "extended/lzfu.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace comail {

namespace {

// Both ends begin with this text, so that the usual head of an RTF text costs next to nothing.
constexpr char kPreset[] =
    "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
constexpr size_t kPresetLength = sizeof kPreset - 1;
constexpr uint32_t kCompressed = 0x75465A4C, kPlain = 0x414C454D;
constexpr size_t kHead = 16, kWindow = 4096, kShortest = 3, kLongest = 17;
// How many earlier places are tried for the longest match: more find little.
constexpr int kTries = 48;

/** CRC-32 without its inversions. */
uint32_t sumOf(const uint8_t *bytes, size_t count) {
  static const auto table = [] {
    std::array<uint32_t, 256> all;
    for (uint32_t n = 0; n < 256; n++) {
      all[n] = n;
      for (int bit = 0; bit < 8; bit++) all[n] = all[n] & 1 ? all[n] >> 1 ^ 0xEDB88320 : all[n] >> 1;
    }
    return all;
  }();
  uint32_t sum = 0;
  for (size_t i = 0; i < count; i++) sum = table[(sum ^ bytes[i]) & 0xFF] ^ sum >> 8;
  return sum;
}

uint32_t numberAt(const uint8_t *bytes) {
  return bytes[0] | uint32_t{bytes[1]} << 8 | uint32_t{bytes[2]} << 16 | uint32_t{bytes[3]} << 24;
}

/** Compresses what follows the preset, by references to at most 4095 bytes before. */
class Packer {
 public:
  explicit Packer(const Bytes &rtf) : all_(kPresetLength + rtf.size()), heads_(1 << 16, kNowhere), earlier_(kWindow, kNowhere) {
    std::memcpy(all_.data(), kPreset, kPresetLength);
    if (!rtf.empty()) std::memcpy(all_.data() + kPresetLength, rtf.data(), rtf.size());
  }

  Bytes packed() {
    for (size_t at = 0; at < kPresetLength; at++) remember(at);
    for (size_t at = kPresetLength; at < all_.size();) {
      size_t from = 0;
      const size_t length = longest(at, from);
      if (length >= kShortest) {
        refer(from, length - 2);
      } else {
        begin(false);
        out_.push_back(all_[at]);
      }
      for (const size_t next = at + std::max<size_t>(1, length); at < next; at++) remember(at);
    }
    refer(all_.size(), 0);
    return std::move(out_);
  }

 private:
  static constexpr size_t kNowhere = ~size_t{0};

  size_t hash(size_t at) const { return (size_t{all_[at]} << 8 ^ size_t{all_[at + 1]} << 4 ^ all_[at + 2]) & 0xFFFF; }

  void remember(size_t at) {
    if (at + kShortest > all_.size()) return;
    earlier_[at % kWindow] = heads_[hash(at)];
    heads_[hash(at)] = at;
  }

  void begin(bool reference) {
    if (bit_ == 8) {
      control_ = out_.size();
      out_.push_back(0);
      bit_ = 0;
    }
    if (reference) out_[control_] = static_cast<uint8_t>(out_[control_] | 1 << bit_);
    bit_++;
  }

  void refer(size_t place, size_t length) {
    begin(true);
    const auto word = static_cast<uint16_t>(place % kWindow << 4 | length);
    out_.push_back(static_cast<uint8_t>(word >> 8));
    out_.push_back(static_cast<uint8_t>(word));
  }

  size_t longest(size_t at, size_t &from) const {
    if (at + kShortest > all_.size()) return 0;
    const size_t most = std::min(kLongest, all_.size() - at);
    size_t length = 0, place = heads_[hash(at)];
    for (int left = kTries; place != kNowhere && at - place < kWindow && left > 0; left--) {
      size_t n = 0;
      while (n < most && all_[place + n] == all_[at + n]) n++;
      if (n > length) {
        from = place;
        length = n;
        if (n == most) break;
      }
      const size_t next = earlier_[place % kWindow];
      // An older one has been overwritten.
      if (next == kNowhere || next >= place) break;
      place = next;
    }
    return length >= kShortest ? length : 0;
  }

  Bytes all_, out_;
  std::vector<size_t> heads_, earlier_;
  size_t control_ = 0;
  int bit_ = 8;
};

bool unpacked(const uint8_t *contents, size_t count, size_t size, Bytes &rtf) {
  Bytes all(kPresetLength + size);
  std::memcpy(all.data(), kPreset, kPresetLength);
  size_t at = kPresetLength, read = 0;
  while (read < count) {
    unsigned control = contents[read++];
    for (int bit = 0; bit < 8 && read < count; bit++, control >>= 1) {
      if (!(control & 1)) {
        if (at == all.size()) return false;
        all[at++] = contents[read++];
        continue;
      }
      if (read + 1 >= count) return false;
      const unsigned word = static_cast<unsigned>(contents[read]) << 8 | contents[read + 1];
      read += 2;
      const size_t back = (at - (word >> 4)) % kWindow;
      if (back == 0) {
        if (at != all.size()) return false;
        rtf.assign(all.begin() + kPresetLength, all.end());
        return true;
      }
      const size_t length = (word & 15) + 2;
      if (at + length > all.size()) return false;
      // What nobody wrote yet is zero in a dictionary, though no compressor refers to it.
      for (size_t n = 0; n < length; n++, at++) all[at] = at < back ? 0 : all[at - back];
    }
  }
  return false;
}

}  // namespace

Bytes compressedRtf(const Bytes &rtf, bool compress) {
  const Bytes contents = compress ? Packer(rtf).packed() : rtf;
  Writer out;
  out.u32(static_cast<uint32_t>(contents.size() + kHead - 4)).u32(static_cast<uint32_t>(rtf.size())).u32(compress ? kCompressed : kPlain);
  out.u32(compress ? sumOf(contents.data(), contents.size()) : 0).raw(contents.data(), contents.size());
  return out.written();
}

bool decompressedRtf(const Bytes &bytes, Bytes &rtf) {
  if (bytes.size() < kHead) return false;
  const size_t end = size_t{numberAt(bytes.data())} + 4, size = numberAt(bytes.data() + 4);
  if (end > bytes.size() || end < kHead) return false;
  const uint8_t *contents = bytes.data() + kHead;
  const size_t count = end - kHead;
  const uint32_t form = numberAt(bytes.data() + 8);
  if (form == kPlain) {
    if (size > count) return false;
    rtf.assign(contents, contents + size);
    return true;
  }
  if (form != kCompressed || sumOf(contents, count) != numberAt(bytes.data() + 12)) return false;
  // No two bytes stand for more than seventeen: a size beyond that is a lie that would only cost memory.
  return size <= kLargestRtf && size <= count * kLongest && unpacked(contents, count, size, rtf);
}

}  // namespace comail
