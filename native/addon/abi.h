// The binary interface of COM and of Imnxport, as far as this folder needs it. Names follow the C++ of this tree; the
// layouts are those of Imnxport.h with default packing.
#ifndef COMAIL_ADDON_ABI_H_
#define COMAIL_ADDON_ABI_H_

#include <cstddef>
#include <cstdint>
#include <cstring>

// Methods of COM are stdcall where that differs from the platform's own convention: 32-bit Windows alone.
#if defined(_WIN32) && (defined(_M_IX86) || defined(__i386__))
#define COMAIL_STDCALL __stdcall
#else
#define COMAIL_STDCALL
#endif

namespace comail {

using Hresult = std::int32_t;
using Word = std::uintptr_t;  // one argument as the convention passes it

constexpr Hresult Code(std::uint32_t value) { return static_cast<Hresult>(value); }
constexpr Hresult kOk = 0, kFalse = 1;
constexpr Hresult kNoInterface = Code(0x80004002), kPointer = Code(0x80004003), kFail = Code(0x80004005);
constexpr Hresult kOutOfMemory = Code(0x8007000E), kInvalidFunction = Code(0x80030001), kSeekError = Code(0x80030019);
constexpr Hresult kDisconnected = Code(0x80010108);  // RPC_E_DISCONNECTED: the other side is gone
constexpr Hresult kTimeout = Code(0x8001011F);       // RPC_E_TIMEOUT

struct Guid {
  std::uint32_t a;
  std::uint16_t b, c;
  std::uint8_t d[8];
  bool operator==(const Guid& other) const { return std::memcmp(this, &other, sizeof *this) == 0; }
};

// What every interface pointer points to: an object whose first word is the address of its table of methods.
struct Object {
  const void* const* vtable;
};

// Calls a method by its slot, with exactly the arguments of its prototype.
template <typename... Args>
Hresult Invoke(Object* target, std::size_t slot, Args... args) {
  using Method = Hresult(COMAIL_STDCALL*)(Object*, Args...);
  return reinterpret_cast<Method>(const_cast<void*>(target->vtable[slot]))(target, args...);
}

enum Slot : std::size_t {
  kQueryInterface = 0, kAddRef = 1, kRelease = 2,
  kRead = 3, kWrite = 4, kSeek = 5, kCopyTo = 7,                          // IStream
  kConnect = 7, kHandsOffCallback = 8, kDisconnect = 9, kDropConnection = 10, kGetStatus = 11,  // IInternetTransport
  kInitNew = 12, kSendMessage = 13,                                       // ISMTPTransport
};

struct InetServer {
  char account[256], user[256], password[256], server[256], connectoid[256];
  std::uint32_t connection, port;
  std::int32_t ssl, sicily;
  std::uint32_t timeout, flags;
};
struct InetAddress {
  std::uint32_t type;
  char email[256];
};
struct SmtpMessage {
  std::uint32_t bytes;
  Object* stream;
  struct { std::uint32_t count; InetAddress* addresses; } list;
};
struct IxpResult {
  Hresult result;
  char* response;
  std::uint32_t server_error;
  Hresult server_result;
  std::uint32_t socket_error;
  char* problem;
};
struct SmtpResponse {
  std::uint32_t command;
  std::int32_t done;
  IxpResult result;
  Object* transport;
  std::uint32_t stream[3];
};
struct Statistics {  // STATSTG
  char16_t* name;
  std::uint32_t type;
  std::uint64_t size;
  std::uint32_t times[6], mode, locks;
  Guid clsid;
  std::uint32_t state, reserved;
};

static_assert(sizeof(InetServer) == 1304 && sizeof(InetAddress) == 260, "fixed layouts");
static_assert(sizeof(SmtpMessage) == (sizeof(void*) == 8 ? 32 : 16), "SMTPMESSAGE");
static_assert(sizeof(SmtpResponse) == (sizeof(void*) == 8 ? 72 : 48), "SMTPRESPONSE");

}  // namespace comail

#endif  // COMAIL_ADDON_ABI_H_
