// Objects of the service as the program holds them. One object has one set of counts, however often it comes, and a face for each
// interface that was asked for: the pointer that the program has. Counts stay here; the service hears when the last is gone.
#pragma once

#include <windows.h>

#include <memory>
#include <vector>

#include "common/channel.h"
#include "extended/describe.h"

namespace comail {

class Remote;

/** What a pointer of the program shows: a table of methods first, as COM has it. */
struct Face {
  const void *const *table;
  Remote *remote;
  const Interface *role;
};

class Remote {
 public:
  /** Takes a reference that has come. @returns a face that the program holds; null when it gets no such interface, and for NULL */
  static Face *take(const std::shared_ptr<Channel> &channel, const Reference &reference);
  /** Whether a pointer is one of ours. */
  static Face *known(const void *pointer);

  ULONG addRef();
  ULONG release();
  HRESULT query(const Guid &iid, void **object);

  const std::shared_ptr<Channel> channel;
  const uint64_t number;

 private:
  Remote(std::shared_ptr<Channel> channel, uint64_t number) : channel(std::move(channel)), number(number) {}
  /** Adds a reference; under the lock. */
  Face *held(const Interface *role);

  ULONG count_ = 0;
  uint32_t received_ = 0;
  std::vector<std::unique_ptr<Face>> faces_;
};

/** IUnknown of every face. */
HRESULT STDMETHODCALLTYPE queryInterface(Face *self, REFIID iid, void **object) noexcept;
ULONG STDMETHODCALLTYPE addRef(Face *self) noexcept;
ULONG STDMETHODCALLTYPE release(Face *self) noexcept;

}  // namespace comail
