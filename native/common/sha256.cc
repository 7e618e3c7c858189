#include "common/sha256.h"

#include <algorithm>
#include <cstring>

namespace comail {

namespace {

constexpr uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

constexpr uint32_t turned(uint32_t value, int bits) { return value >> bits | value << (32 - bits); }

}  // namespace

void Sha256::add(const void *bytes, size_t count) {
  const auto *next = static_cast<const uint8_t *>(bytes);
  while (count > 0) {
    const size_t used = total_ % 64;
    const size_t taken = std::min(count, 64 - used);
    std::memcpy(waiting_.data() + used, next, taken);
    total_ += taken;
    next += taken;
    count -= taken;
    if (used + taken == 64) block(waiting_.data());
  }
}

Digest Sha256::finish() {
  const uint64_t bits = total_ * 8;
  const uint8_t one = 0x80;
  const uint8_t zero = 0;
  add(&one, 1);
  while (total_ % 64 != 56) add(&zero, 1);
  uint8_t length[8];
  for (int i = 0; i < 8; i++) length[i] = static_cast<uint8_t>(bits >> (56 - 8 * i));
  add(length, sizeof length);
  Digest digest;
  for (size_t i = 0; i < digest.size(); i++) digest[i] = static_cast<uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
  return digest;
}

void Sha256::block(const uint8_t *bytes) {
  uint32_t w[64];
  for (int i = 0; i < 16; i++)
    w[i] = uint32_t{bytes[4 * i]} << 24 | uint32_t{bytes[4 * i + 1]} << 16 | uint32_t{bytes[4 * i + 2]} << 8 |
           uint32_t{bytes[4 * i + 3]};
  for (int i = 16; i < 64; i++) {
    const uint32_t s0 = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >> 3;
    const uint32_t s1 = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  auto s = state_;
  for (int i = 0; i < 64; i++) {
    const uint32_t s1 = turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25);
    const uint32_t chosen = (s[4] & s[5]) ^ (~s[4] & s[6]);
    const uint32_t one = s[7] + s1 + chosen + K[i] + w[i];
    const uint32_t s0 = turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22);
    const uint32_t most = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
    s = {one + s0 + most, s[0], s[1], s[2], s[3] + one, s[4], s[5], s[6]};
  }
  for (size_t i = 0; i < state_.size(); i++) state_[i] += s[i];
}

Digest hmacSha256(const void *key, size_t keyLength, const void *text, size_t textLength) {
  std::array<uint8_t, 64> padded = {};
  if (keyLength > padded.size()) {
    Sha256 shorter;
    shorter.add(key, keyLength);
    const Digest digest = shorter.finish();
    std::copy(digest.begin(), digest.end(), padded.begin());
  } else if (keyLength > 0) {
    std::memcpy(padded.data(), key, keyLength);
  }
  const auto with = [&padded](uint8_t mask, const void *bytes, size_t count) {
    auto masked = padded;
    for (auto &byte : masked) byte = static_cast<uint8_t>(byte ^ mask);
    Sha256 hash;
    hash.add(masked.data(), masked.size());
    hash.add(bytes, count);
    return hash.finish();
  };
  const Digest inner = with(0x36, text, textLength);
  return with(0x5c, inner.data(), inner.size());
}

bool sameDigest(const Digest &one, const uint8_t *other) {
  unsigned different = 0;
  for (size_t i = 0; i < one.size(); i++) different |= static_cast<unsigned>(one[i] ^ other[i]);
  return different == 0;
}

}  // namespace comail
