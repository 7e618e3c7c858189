// The greeting of the bridge: each side proves to the other that it knows the secret, without showing it.
#pragma once

#include <array>
#include <cstdint>

namespace comail {

constexpr uint16_t kOldestVersion = 1;
constexpr uint16_t kNewestVersion = 1;

using Secret = std::array<uint8_t, 32>;
using HostHello = std::array<uint8_t, 48>;
using ServiceHello = std::array<uint8_t, 80>;
using Proof = std::array<uint8_t, 32>;

/** @param nonce 32 random bytes */
HostHello hostHello(const std::array<uint8_t, 32> &nonce);

/** Whether the service knows the secret and speaks a version that we do. */
bool isService(const Secret &secret, const HostHello &host, const ServiceHello &service);

/** What the host ends the greeting with. */
Proof hostProof(const Secret &secret, const HostHello &host, const ServiceHello &service);

}  // namespace comail
