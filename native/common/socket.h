// A connection to a port of this machine.
#pragma once

#include <cstddef>
#include <cstdint>

namespace comail {

class Socket {
 public:
  Socket() = default;
  ~Socket();
  Socket(const Socket &) = delete;
  Socket &operator=(const Socket &) = delete;

  /** Connects to 127.0.0.1. */
  bool open(uint16_t port);
  /** Sends all of it; from one thread at a time. */
  bool send(const void *bytes, size_t count);
  /** Waits until all of it has come. */
  bool receive(void *bytes, size_t count);
  /** Waits until something has come. @returns how many bytes, 0 at the end */
  size_t some(void *bytes, size_t most);
  /** How long a receive waits; 0 for ever. */
  void patience(uint32_t milliseconds);
  /** Ends both directions, from any thread: who waits in a receive gets an end. */
  void shut();

 private:
  // SOCKET of Winsock, or a file descriptor.
  uintptr_t handle_ = ~uintptr_t{0};
};

/** Fills a buffer with bytes that nobody can foretell. */
bool randomBytes(void *into, size_t count);

}  // namespace comail
