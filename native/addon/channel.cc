#include "channel.h"

#include <utility>

#include "home.h"

namespace comail {

std::shared_ptr<Channel> Channel::Open(Napi::Env env, Napi::Function dispatch) {
  auto channel = std::make_shared<Channel>();
  channel->env_ = env;
  channel->thread_ = std::this_thread::get_id();
  channel->dispatch_ = Napi::Persistent(dispatch);
  channel->queue_ = Queue::New(env, "comail", 0, 1);
  channel->queue_.Unref(env);
  // Hooks run last first, so this one comes before the queue's own end.
  env.AddCleanupHook([channel] { channel->Close(); });
  return channel;
}

Hresult Channel::Call(std::uint32_t id, std::uint32_t slot, const Word* words, std::size_t count) noexcept {
  try {
    const std::vector<Word> copy(words, words + count);
    return std::this_thread::get_id() == thread_ ? CallHere(id, slot, copy) : CallFromThread(id, slot, copy);
  } catch (...) {
    return kOutOfMemory;
  }
}

Hresult Channel::CallHere(std::uint32_t id, std::uint32_t slot, const std::vector<Word>& words) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (!open_) return kDisconnected;
  }
  Napi::HandleScope scope(env_);
  const Napi::Value answer = Dispatch(id, slot, words, 0, 0);
  return answer.IsEmpty() || !answer.IsNumber() ? kFail : answer.As<Napi::Number>().Int32Value();
}

Hresult Channel::CallFromThread(std::uint32_t id, std::uint32_t slot, const std::vector<Word>& words) {
  const auto waiter = std::make_shared<Waiter>();
  waiter->home = Home::Current();
  const std::uint32_t home_id = waiter->home ? waiter->home->id() : 0;
  std::uint32_t token = 0;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    token = ++last_token_;
    const auto self = shared_from_this();
    auto* task = new Task([=](Napi::Env) { self->Start(token, id, slot, words, home_id); });
    if (!open_ || queue_.NonBlockingCall(task) != napi_ok) {
      delete task;
      return kDisconnected;
    }
    waiters_[token] = waiter;
  }
  Await(*waiter, std::chrono::steady_clock::now() + deadline_.load());
  std::lock_guard<std::mutex> lock(mutex_);
  waiters_.erase(token);
  if (waiter->state != State::kDone) return open_ ? kTimeout : kDisconnected;
  for (const Patch& patch : waiter->patches)
    std::memcpy(reinterpret_cast<void*>(patch.address), patch.bytes.data(), patch.bytes.size());
  return waiter->hr;
}

// While JavaScript reads this thread's memory nothing makes it leave; before and after that, the deadline and the end of
// the environment do. A thread that pumps serves its own streams meanwhile, and hears of nothing else.
void Channel::Await(Waiter& waiter, std::chrono::steady_clock::time_point until) {
  const auto over = [&] {
    if (waiter.state == State::kDone) return true;
    return waiter.state != State::kReading && (!open_ || std::chrono::steady_clock::now() >= until);
  };
  if (waiter.home) {
    waiter.home->Serve([&] { return (std::lock_guard<std::mutex>(mutex_), over()); }, until);
    return;
  }
  std::unique_lock<std::mutex> lock(mutex_);
  while (!over()) {
    if (waiter.state == State::kReading) waiter.wake.wait(lock);
    else waiter.wake.wait_until(lock, until);
  }
}

// Called without the channel's lock: a home asks for it while it holds its own.
void Channel::Waiter::Wake() {
  wake.notify_all();
  if (home) home->Wake();
}

void Channel::Start(std::uint32_t token, std::uint32_t id, std::uint32_t slot, const std::vector<Word>& words,
                    std::uint32_t home) {
  std::shared_ptr<Waiter> waiter;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    const auto found = waiters_.find(token);
    if (found == waiters_.end()) return;  // the caller gave up: its memory is not ours to read any more
    waiter = found->second;
    waiter->state = State::kReading;
  }
  const bool failed = Dispatch(id, slot, words, token, home).IsEmpty();
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (waiter->state == State::kReading) waiter->state = failed ? State::kDone : State::kPending;
  }
  waiter->Wake();
}

Napi::Value Channel::Dispatch(std::uint32_t id, std::uint32_t slot, const std::vector<Word>& words,
                              std::uint32_t token, std::uint32_t home) {
  const Napi::Env env(env_);
  auto list = Napi::BigUint64Array::New(env, words.size());
  for (std::size_t i = 0; i < words.size(); ++i) list[i] = words[i];
  const Napi::Value answer =
      dispatch_.Call({Napi::Number::New(env, id), Napi::Number::New(env, slot), list, Napi::Number::New(env, token),
                      Napi::Number::New(env, home)});
  if (!env.IsExceptionPending()) return answer;
  env.GetAndClearPendingException();
  return Napi::Value();
}

bool Channel::Complete(std::uint32_t token, Hresult hr, std::vector<Patch> patches) {
  std::shared_ptr<Waiter> waiter;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    const auto found = waiters_.find(token);
    if (found == waiters_.end()) return false;
    waiter = found->second;
    waiter->state = State::kDone;
    waiter->hr = hr;
    waiter->patches = std::move(patches);
  }
  waiter->Wake();
  return true;
}

bool Channel::Post(Task task) {
  std::lock_guard<std::mutex> lock(mutex_);
  if (!open_) return false;
  auto* queued = new Task(std::move(task));
  if (queue_.NonBlockingCall(queued) == napi_ok) return true;
  delete queued;
  return false;
}

void Channel::Hold(Napi::Env env) {
  if (held_++ == 0) queue_.Ref(env);
}

void Channel::LetGo(Napi::Env env) {
  if (--held_ == 0) queue_.Unref(env);
}

void Channel::RunTask(Napi::Env env, Napi::Function, std::nullptr_t*, Task* task) {
  const std::unique_ptr<Task> owned(task);
  if (env != nullptr) (*owned)(env);
}

void Channel::Close() {
  std::map<std::uint32_t, std::shared_ptr<Waiter>> waiting;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    open_ = false;
    waiting = waiters_;
    queue_.Abort();
  }
  for (auto& entry : waiting) entry.second->Wake();
  dispatch_.Reset();
}

}  // namespace comail
