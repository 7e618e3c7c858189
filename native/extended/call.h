// A method of the service, called as its description says.
#pragma once

#include <windows.h>

#include <mapicode.h>

#include <memory>

#include "common/channel.h"
#include "extended/describe.h"
#include "extended/memory.h"
#include "extended/remote.h"

namespace comail {

/**
 * Calls a method: writes what goes in, waits, and puts what comes back where the program wants it.
 *
 * @param object the service's number
 * @returns what the service answered; MAPI_E_INVALID_PARAMETER where a pointer is NULL that may not be; MAPI_E_NETWORK_ERROR when the
 *   service is gone
 */
HRESULT call(const std::shared_ptr<Channel> &channel, uint64_t object, const Guid &iid, const Method &method,
             const Argument *given) noexcept;

/** Calls a method of a face; the object is held meanwhile. */
HRESULT callFace(Face *face, const Method &method, const Argument *given) noexcept;

/** Holds an object for the time of a call. */
struct Holding {
  explicit Holding(Remote *remote) : remote(remote) { remote->addRef(); }
  ~Holding() { remote->release(); }
  Remote *remote;
};

/** Nothing of C++ leaves a method: what can fail in here is memory. */
template <typename Work>
HRESULT guarded(Work work) noexcept {
  try {
    return work();
  } catch (const Failed &failed) {
    return failed.hr;
  } catch (...) {
    return static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_MEMORY);
  }
}

/** ISequentialStream, whose calls are no longer than the pieces that the protocol allows. */
HRESULT STDMETHODCALLTYPE readStream(Face *self, void *into, ULONG count, ULONG *got) noexcept;
HRESULT STDMETHODCALLTYPE writeStream(Face *self, const void *from, ULONG count, ULONG *written) noexcept;

}  // namespace comail
