#ifndef COMAIL_ADDON_HOME_H_
#define COMAIL_ADDON_HOME_H_

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

#include "abi.h"

namespace comail {

// The home of a native thread's objects: calls on them wait here until the thread looks, as messages wait for a
// thread with a window. The thread that makes it pumps and closes it.
class Home {
 public:
  // A job learns whether it may still run; one that may not must settle whoever waits for it.
  using Job = std::function<void(bool run)>;
  using Clock = std::chrono::steady_clock;

  // The home of the calling thread, or null when it does not pump.
  static std::shared_ptr<Home> Current();
  // The home with that number, or null when it has closed.
  static std::shared_ptr<Home> Find(std::uint32_t id);
  static std::shared_ptr<Home> OpenHere();

  std::uint32_t id() const { return id_; }
  // False when the home has closed; the job was not taken then. A job that `serves` also runs while the thread waits for
  // an answer: what it waits for may need it.
  bool Post(Word target, bool serves, Job job);
  // Drops the jobs that wait for one object.
  void Purge(Word target);
  // Runs jobs until `done` or the deadline; answers whether it was `done`.
  bool Pump(const std::function<bool()>& done, Clock::time_point deadline);
  // Runs only jobs that serve, until `done`, which is asked again at each `Wake` and at the deadline.
  void Serve(const std::function<bool()>& done, Clock::time_point deadline);
  void Wake();
  // Runs what waits and takes nothing more.
  void CloseHere();

 private:
  struct Waiting {
    Word target;
    bool serves;
    Job job;
  };
  std::uint32_t id_ = 0;
  bool open_ = true;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Waiting> jobs_;
};

}  // namespace comail

#endif  // COMAIL_ADDON_HOME_H_
