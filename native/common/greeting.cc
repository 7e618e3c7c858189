#include "common/greeting.h"

#include <algorithm>
#include <cstring>

#include "common/bytes.h"
#include "common/sha256.h"

namespace comail {

namespace {

constexpr char kMagic[] = "COMAILBR";
constexpr size_t kSigned = 48;

// The zero byte that ends the name is part of what is proved.
template <size_t N>
Digest proof(const char (&name)[N], const Secret &secret, const HostHello &host, const ServiceHello &service) {
  Writer text;
  text.raw(name, N).raw(host.data(), host.size()).raw(service.data(), kSigned);
  return hmacSha256(secret.data(), secret.size(), text.written().data(), text.size());
}

}  // namespace

HostHello hostHello(const std::array<uint8_t, 32> &nonce) {
  Writer hello;
  hello.raw(kMagic, 8).u16(kOldestVersion).u16(kNewestVersion).u32(0).raw(nonce.data(), nonce.size());
  HostHello bytes;
  std::copy(hello.written().begin(), hello.written().end(), bytes.begin());
  return bytes;
}

bool isService(const Secret &secret, const HostHello &host, const ServiceHello &service) {
  if (std::memcmp(service.data(), kMagic, 8) != 0) return false;
  const unsigned version = static_cast<unsigned>(service[8] | service[9] << 8);
  if (version < kOldestVersion || version > kNewestVersion) return false;
  return sameDigest(proof("comail bridge service", secret, host, service), service.data() + kSigned);
}

Proof hostProof(const Secret &secret, const HostHello &host, const ServiceHello &service) {
  return proof("comail bridge host", secret, host, service);
}

}  // namespace comail
