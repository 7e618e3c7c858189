#include "stream.h"

#include <algorithm>
#include <memory>

namespace comail {

std::atomic<std::int32_t> living_streams{0};

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr Guid kIUnknown{0, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
constexpr Guid kISequentialStream{0x0C733A30, 0x2A1C, 0x11CE, {0xAD, 0xE5, 0, 0xAA, 0, 0x44, 0x77, 0x3D}};
constexpr Guid kIStream{0xC, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};

struct Stream {
  Object face;
  std::atomic<std::uint32_t> references{1};
  std::shared_ptr<Bytes> bytes;  // clones share it
  std::uint64_t position = 0;
};

// Nothing that C++ throws may cross the binary interface.
template <typename Step>
Hresult Guarded(Step step) noexcept {
  try {
    step();
    return kOk;
  } catch (...) {
    return kOutOfMemory;
  }
}

Stream* Self(Object* object) { return reinterpret_cast<Stream*>(object); }

Hresult COMAIL_STDCALL AddRef(Object* object) { return static_cast<Hresult>(++Self(object)->references); }

Hresult COMAIL_STDCALL Release(Object* object) {
  const std::uint32_t left = --Self(object)->references;
  if (left == 0) {
    delete Self(object);
    --living_streams;
  }
  return static_cast<Hresult>(left);
}

Hresult COMAIL_STDCALL QueryInterface(Object* object, const Guid* iid, Object** out) {
  if (!iid || !out) return kPointer;
  const bool known = *iid == kIUnknown || *iid == kISequentialStream || *iid == kIStream;
  *out = known ? object : nullptr;
  if (!known) return kNoInterface;
  AddRef(object);
  return kOk;
}

Hresult COMAIL_STDCALL Read(Object* object, void* to, std::uint32_t wanted, std::uint32_t* got) {
  if (!to) return kPointer;
  Stream* self = Self(object);
  const std::uint64_t size = self->bytes->size(), left = size > self->position ? size - self->position : 0;
  const auto count = static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted, left));
  if (count > 0) std::memcpy(to, self->bytes->data() + self->position, count);
  self->position += count;
  if (got) *got = count;
  return count < wanted ? kFalse : kOk;
}

Hresult COMAIL_STDCALL Write(Object* object, const void* from, std::uint32_t count, std::uint32_t* written) {
  if (!from) return kPointer;
  Stream* self = Self(object);
  const auto* start = static_cast<const std::uint8_t*>(from);
  const std::uint64_t end = self->position + count;
  if (end > self->bytes->size() && Guarded([&] { self->bytes->resize(end); }) != kOk) return kOutOfMemory;
  std::copy(start, start + count, self->bytes->begin() + static_cast<std::ptrdiff_t>(self->position));
  self->position += count;
  if (written) *written = count;
  return kOk;
}

Hresult COMAIL_STDCALL Seek(Object* object, std::int64_t move, std::uint32_t origin, std::uint64_t* now) {
  Stream* self = Self(object);
  if (origin > 2) return kInvalidFunction;
  const std::uint64_t base = origin == 0 ? 0 : origin == 1 ? self->position : self->bytes->size();
  if (move < 0 && static_cast<std::uint64_t>(-(move + 1)) >= base) return kSeekError;
  self->position = base + static_cast<std::uint64_t>(move);
  if (now) *now = self->position;
  return kOk;
}

Hresult COMAIL_STDCALL SetSize(Object* object, std::uint64_t size) {
  return Guarded([&] { Self(object)->bytes->resize(size); });
}

Hresult COMAIL_STDCALL CopyTo(Object* object, Object* to, std::uint64_t count, std::uint64_t* read, std::uint64_t* put) {
  if (!to) return kPointer;
  std::uint8_t block[4096];
  std::uint64_t in = 0, out = 0;
  Hresult hr = kOk;
  while (in < count && hr == kOk) {
    std::uint32_t got = 0, written = 0;
    Read(object, block, static_cast<std::uint32_t>(std::min<std::uint64_t>(count - in, sizeof block)), &got);
    if (got == 0) break;
    hr = Invoke<const void*, std::uint32_t, std::uint32_t*>(to, kWrite, block, got, &written);
    in += got;
    out += written;
  }
  if (read) *read = in;
  if (put) *put = out;
  return hr;
}

// Memory has nothing to commit and no transaction to take back, and no other process to lock out.
Hresult COMAIL_STDCALL Commit(Object*, std::uint32_t) { return kOk; }
Hresult COMAIL_STDCALL Revert(Object*) { return kOk; }
Hresult COMAIL_STDCALL Lock(Object*, std::uint64_t, std::uint64_t, std::uint32_t) { return kInvalidFunction; }

Hresult COMAIL_STDCALL Stat(Object* object, Statistics* out, std::uint32_t) {
  if (!out) return kPointer;
  *out = Statistics{};
  out->type = 2;  // STGTY_STREAM
  out->size = Self(object)->bytes->size();
  return kOk;
}

Object* Make(std::shared_ptr<Bytes> bytes, std::uint64_t position);

Hresult COMAIL_STDCALL Clone(Object* object, Object** out) {
  if (!out) return kPointer;
  return Guarded([&] { *out = Make(Self(object)->bytes, Self(object)->position); });
}

Object* Make(std::shared_ptr<Bytes> bytes, std::uint64_t position) {
  static const void* const table[] = {
      reinterpret_cast<void*>(&QueryInterface), reinterpret_cast<void*>(&AddRef), reinterpret_cast<void*>(&Release),
      reinterpret_cast<void*>(&Read),           reinterpret_cast<void*>(&Write),  reinterpret_cast<void*>(&Seek),
      reinterpret_cast<void*>(&SetSize),        reinterpret_cast<void*>(&CopyTo), reinterpret_cast<void*>(&Commit),
      reinterpret_cast<void*>(&Revert),         reinterpret_cast<void*>(&Lock),   reinterpret_cast<void*>(&Lock),
      reinterpret_cast<void*>(&Stat),           reinterpret_cast<void*>(&Clone)};
  auto* stream = new Stream{{table}, {1}, std::move(bytes), position};
  ++living_streams;
  return &stream->face;
}

}  // namespace

Object* MakeMemoryStream(Bytes bytes) { return Make(std::make_shared<Bytes>(std::move(bytes)), 0); }

}  // namespace comail
