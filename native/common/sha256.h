// SHA-256 (FIPS 180-4) and HMAC (RFC 2104): what both ends of the bridge prove to each other that they know the secret with.
// Our own, so that the handshake is the same code on Windows, under Wine and in the tests on Linux.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace comail {

using Digest = std::array<uint8_t, 32>;

class Sha256 {
 public:
  void add(const void *bytes, size_t count);
  Digest finish();

 private:
  void block(const uint8_t *bytes);

  std::array<uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<uint8_t, 64> waiting_ = {};
  uint64_t total_ = 0;
};

/** The HMAC of a text. */
Digest hmacSha256(const void *key, size_t keyLength, const void *text, size_t textLength);

/** Compares without telling by its time where the difference is. */
bool sameDigest(const Digest &one, const uint8_t *other);

}  // namespace comail
