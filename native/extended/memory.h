// Memory that the program gets: blocks of MAPIAllocateBuffer, with all that hangs on one added to it.
#pragma once

#include <windows.h>

#include <mapidefs.h>

#include <cstring>
#include <new>
#include <string>

#include "mapi32/memory.h"

namespace comail {

/** A method's failure, on its way out. */
struct Failed {
  HRESULT hr;
};

class Block {
 public:
  Block() = default;
  ~Block() {
    if (head_) freeBuffer(head_);
  }
  Block(Block &&other) noexcept : head_(other.release()) {}
  Block(const Block &) = delete;
  Block &operator=(const Block &) = delete;

  /** So many of a type, zeroed: the block itself at first, then what is added to it. */
  template <typename T>
  T *array(size_t count, size_t before = 0) {
    return static_cast<T *>(bytes(before + count * sizeof(T)));
  }

  void *bytes(size_t size) {
    void *made = head_ ? allocatedMore(static_cast<ULONG>(size), head_) : allocated(static_cast<ULONG>(size));
    if (!made) throw std::bad_alloc();
    if (!head_) head_ = made;
    std::memset(made, 0, size);
    return made;
  }

  void *head() const { return head_; }

  /** It is the program's from now on. */
  void *release() {
    void *head = head_;
    head_ = nullptr;
    return head;
  }

 private:
  void *head_ = nullptr;
};

}  // namespace comail
