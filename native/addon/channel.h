#ifndef COMAIL_ADDON_CHANNEL_H_
#define COMAIL_ADDON_CHANNEL_H_

#include <napi.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "abi.h"

namespace comail {

class Home;

// Bytes that JavaScript wants written to the caller's memory once the call has ended.
struct Patch {
  Word address;
  std::vector<std::uint8_t> bytes;
};

// The way from native code into one JavaScript environment: straight on its own thread, from any other thread through
// its queue, waiting with a deadline. When the environment ends, whoever waits is answered RPC_E_DISCONNECTED.
class Channel : public std::enable_shared_from_this<Channel> {
 public:
  static std::shared_ptr<Channel> Open(Napi::Env env, Napi::Function dispatch);

  // How long a thread waits for an answer.
  void SetDeadline(std::chrono::milliseconds deadline) { deadline_ = deadline; }

  // Calls slot `slot` of the object that JavaScript knows as `id`.
  Hresult Call(std::uint32_t id, std::uint32_t slot, const Word* words, std::size_t count) noexcept;
  // Hands JavaScript's answer to the caller that waits; false when it has given up and nothing may be written.
  bool Complete(std::uint32_t token, Hresult hr, std::vector<Patch> patches);
  // Runs a task on the JavaScript thread, later; false when the environment has ended.
  bool Post(std::function<void(Napi::Env)> task);
  // Keep the event loop alive while native threads work for it. On the JavaScript thread only.
  void Hold(Napi::Env env);
  void LetGo(Napi::Env env);

 private:
  enum class State { kQueued, kReading, kPending, kDone };
  struct Waiter {
    State state = State::kQueued;
    Hresult hr = kFail;
    std::vector<Patch> patches;
    std::condition_variable wake;
    std::shared_ptr<Home> home;  // of the thread that waits, when it pumps

    void Wake();
  };
  using Task = std::function<void(Napi::Env)>;
  static void RunTask(Napi::Env env, Napi::Function, std::nullptr_t*, Task* task);
  using Queue = Napi::TypedThreadSafeFunction<std::nullptr_t, Task, RunTask>;

  Hresult CallHere(std::uint32_t id, std::uint32_t slot, const std::vector<Word>& words);
  Hresult CallFromThread(std::uint32_t id, std::uint32_t slot, const std::vector<Word>& words);
  void Await(Waiter& waiter, std::chrono::steady_clock::time_point until);
  void Start(std::uint32_t token, std::uint32_t id, std::uint32_t slot, const std::vector<Word>& words,
             std::uint32_t home);
  Napi::Value Dispatch(std::uint32_t id, std::uint32_t slot, const std::vector<Word>& words, std::uint32_t token,
                       std::uint32_t home);
  void Close();

  napi_env env_ = nullptr;
  std::thread::id thread_;
  std::atomic<std::chrono::milliseconds> deadline_{std::chrono::milliseconds(0)};
  Napi::FunctionReference dispatch_;
  Queue queue_;
  std::int32_t held_ = 0;
  std::mutex mutex_;
  bool open_ = true;
  std::uint32_t last_token_ = 0;
  std::map<std::uint32_t, std::shared_ptr<Waiter>> waiters_;
};

}  // namespace comail

#endif  // COMAIL_ADDON_CHANNEL_H_
