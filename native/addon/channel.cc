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
  const auto until = std::chrono::steady_clock::now() + deadline_.load();
  const auto waiter = std::make_shared<Waiter>();
  const auto home = Home::Current();
  const std::uint32_t home_id = home ? home->id() : 0;
  std::unique_lock<std::mutex> lock(mutex_);
  const std::uint32_t token = ++last_token_;
  const auto self = shared_from_this();
  auto* task = new Task([=](Napi::Env env) { self->Start(env, token, id, slot, words, home_id); });
  if (!open_ || queue_.NonBlockingCall(task) != napi_ok) {
    delete task;
    return kDisconnected;
  }
  waiters_[token] = waiter;
  // While JavaScript reads this thread's memory nothing makes it leave; before and after that, the deadline does.
  Hresult unanswered = kOk;
  while (waiter->state != State::kDone && unanswered == kOk) {
    if (waiter->state == State::kReading) waiter->wake.wait(lock);
    else if (!open_) unanswered = kDisconnected;
    else if (waiter->wake.wait_until(lock, until) == std::cv_status::timeout && waiter->state != State::kReading &&
             waiter->state != State::kDone)
      unanswered = kTimeout;
  }
  waiters_.erase(token);
  if (unanswered != kOk) return unanswered;
  for (const Patch& patch : waiter->patches)
    std::memcpy(reinterpret_cast<void*>(patch.address), patch.bytes.data(), patch.bytes.size());
  return waiter->hr;
}

void Channel::Start(Napi::Env, std::uint32_t token, std::uint32_t id, std::uint32_t slot,
                    const std::vector<Word>& words, std::uint32_t home) {
  std::shared_ptr<Waiter> waiter;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    const auto found = waiters_.find(token);
    if (found == waiters_.end()) return;  // the caller gave up: its memory is not ours to read any more
    waiter = found->second;
    waiter->state = State::kReading;
  }
  const bool failed = Dispatch(id, slot, words, token, home).IsEmpty();
  std::lock_guard<std::mutex> lock(mutex_);
  if (waiter->state == State::kReading) waiter->state = failed ? State::kDone : State::kPending;
  waiter->wake.notify_all();
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
  std::lock_guard<std::mutex> lock(mutex_);
  const auto found = waiters_.find(token);
  if (found == waiters_.end()) return false;
  found->second->state = State::kDone;
  found->second->hr = hr;
  found->second->patches = std::move(patches);
  found->second->wake.notify_all();
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
  std::lock_guard<std::mutex> lock(mutex_);
  open_ = false;
  for (auto& entry : waiters_) entry.second->wake.notify_all();
  queue_.Abort();
  dispatch_.Reset();
}

}  // namespace comail
