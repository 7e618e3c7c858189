#include "imnxport/stream.h"

#include <utility>

#include "common/frames.h"
#include "common/hoststream.h"
#include "common/service.h"

namespace comail {

Stream::Stream(std::shared_ptr<Session> session, IStream *stream) : session_(std::move(session)), stream_(stream) {
  stream_->AddRef();
}

void Stream::arrived(Event event) {
  session_->home->post([self = shared_from_this(), event = std::move(event)] {
    Reader in(event.inputs.data(), event.inputs.size());
    Writer out;
    const uint32_t code = self->run(event, in, out);
    if (event.wantsReply) self->session_->channel->reply(event.number, code, isSuccess(code) ? &out : nullptr);
  });
}

uint32_t Stream::run(const Event &event, Reader &inputs, Writer &outputs) {
  IStream *stream = nullptr;
  {
    Locked locked(mutex_);
    stream = stream_;
    if (stream) stream->AddRef();
  }
  if (!stream) return kDisconnected;
  const uint32_t code = runStream(stream, event, inputs, outputs);
  stream->Release();
  return code;
}

// The program made the stream at home, so that is where its last reference may have to go.
void Stream::letGo(bool) {
  session_->home->post([self = shared_from_this()] {
    self->end();
    self->session_->forget(self);
  });
}

void Stream::end() {
  IStream *stream = nullptr;
  {
    Locked locked(mutex_);
    std::swap(stream, stream_);
  }
  if (stream) stream->Release();
}

}  // namespace comail
