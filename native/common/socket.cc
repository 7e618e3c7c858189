#include "common/socket.h"

#ifdef _WIN32
#include <winsock2.h>
// The documented export behind RtlGenRandom; mingw's and Microsoft's headers name it differently.
extern "C" __declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length);
#else
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#endif

#include <algorithm>

namespace comail {

namespace {

constexpr uintptr_t kNoSocket = ~uintptr_t{0};
// Calls of the system take an int.
constexpr size_t kPiece = 1 << 20;

#ifdef _WIN32
constexpr int kBoth = SD_BOTH;
constexpr int kNoSignal = 0;
using Native = SOCKET;
using Length = int;
bool started() {
  // Once for the process and never undone: other threads may be in Winsock when the DLL goes.
  static const bool good = [] {
    WSADATA data;
    return WSAStartup(MAKEWORD(2, 2), &data) == 0;
  }();
  return good;
}
void close(Native handle) { closesocket(handle); }
#else
constexpr int kBoth = SHUT_RDWR;
constexpr int kNoSignal = MSG_NOSIGNAL;
using Native = int;
using Length = size_t;
bool started() { return true; }
#endif

}  // namespace

Socket::~Socket() {
  if (handle_ != kNoSocket) close(static_cast<Native>(handle_));
}

bool Socket::open(uint16_t port) {
  if (!started()) return false;
  const auto made = ::socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
  if (static_cast<uintptr_t>(made) == kNoSocket) return false;
  handle_ = static_cast<uintptr_t>(made);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(made, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) return false;
  // A call is one small frame, and somebody waits for its answer.
  const int now = 1;
  ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&now), sizeof now);
  return true;
}

bool Socket::send(const void *bytes, size_t count) {
  const char *next = static_cast<const char *>(bytes);
  while (count > 0) {
    const auto piece = static_cast<Length>(std::min(count, kPiece));
    const auto sent = ::send(static_cast<Native>(handle_), next, piece, kNoSignal);
    if (sent <= 0) return false;
    next += sent;
    count -= static_cast<size_t>(sent);
  }
  return true;
}

bool Socket::receive(void *bytes, size_t count) {
  char *next = static_cast<char *>(bytes);
  while (count > 0) {
    const size_t got = some(next, count);
    if (got == 0) return false;
    next += got;
    count -= got;
  }
  return true;
}

size_t Socket::some(void *bytes, size_t most) {
  const auto piece = static_cast<Length>(std::min(most, kPiece));
  const auto got = ::recv(static_cast<Native>(handle_), static_cast<char *>(bytes), piece, 0);
  return got > 0 ? static_cast<size_t>(got) : 0;
}

void Socket::patience(uint32_t milliseconds) {
#ifdef _WIN32
  const DWORD limit = milliseconds;
#else
  const timeval limit = {static_cast<time_t>(milliseconds / 1000), static_cast<suseconds_t>(milliseconds % 1000 * 1000)};
#endif
  ::setsockopt(static_cast<Native>(handle_), SOL_SOCKET, SO_RCVTIMEO, reinterpret_cast<const char *>(&limit), sizeof limit);
}

void Socket::shut() {
  if (handle_ != kNoSocket) ::shutdown(static_cast<Native>(handle_), kBoth);
}

bool randomBytes(void *into, size_t count) {
#ifdef _WIN32
  return SystemFunction036(into, static_cast<unsigned long>(count)) != 0;
#else
  return getrandom(into, count, 0) == static_cast<ssize_t>(count);
#endif
}

}  // namespace comail
