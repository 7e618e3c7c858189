#include "home.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace comail {

namespace {
thread_local std::shared_ptr<Home> here;

// Never destroyed: a thread may outlive the statics of a process that ends.
struct Registry {
  std::mutex mutex;
  std::map<std::uint32_t, std::weak_ptr<Home>> homes;
  std::uint32_t last_id = 0;
};
Registry& All() {
  static auto* all = new Registry;
  return *all;
}
}  // namespace

std::shared_ptr<Home> Home::Current() { return here; }

std::shared_ptr<Home> Home::Find(std::uint32_t id) {
  std::lock_guard<std::mutex> lock(All().mutex);
  const auto found = All().homes.find(id);
  return found == All().homes.end() ? nullptr : found->second.lock();
}

std::shared_ptr<Home> Home::OpenHere() {
  here = std::make_shared<Home>();
  std::lock_guard<std::mutex> lock(All().mutex);
  here->id_ = ++All().last_id;
  All().homes[here->id_] = here;
  return here;
}

bool Home::Post(Word target, bool serves, Job job) {
  std::lock_guard<std::mutex> lock(mutex_);
  if (!open_) return false;
  jobs_.push_back({target, serves, std::move(job)});
  wake_.notify_one();
  return true;
}

void Home::Purge(Word target) {
  std::vector<Job> dropped;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    std::deque<Waiting> kept;
    for (Waiting& waiting : jobs_) {
      if (waiting.target == target) dropped.push_back(std::move(waiting.job));
      else kept.push_back(std::move(waiting));
    }
    jobs_.swap(kept);
  }
  for (Job& job : dropped) job(false);
}

bool Home::Pump(const std::function<bool()>& done, Clock::time_point deadline) {
  while (!done()) {
    Job job;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      if (!wake_.wait_until(lock, deadline, [this] { return !jobs_.empty(); })) return false;
      job = std::move(jobs_.front().job);
      jobs_.pop_front();
    }
    job(true);
  }
  return true;
}

void Home::Serve(const std::function<bool()>& done, Clock::time_point deadline) {
  constexpr auto kShortly = std::chrono::milliseconds(1);
  for (;;) {
    Job job;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      if (done()) return;
      const auto found = std::find_if(jobs_.begin(), jobs_.end(), [](const Waiting& w) { return w.serves; });
      if (found == jobs_.end()) {
        wake_.wait_until(lock, std::max(deadline, Clock::now() + kShortly));
        continue;
      }
      job = std::move(found->job);
      jobs_.erase(found);
    }
    job(true);
  }
}

void Home::Wake() {
  std::lock_guard<std::mutex> lock(mutex_);
  wake_.notify_all();
}

void Home::CloseHere() {
  const auto no_wait = Clock::now();
  Pump([] { return false; }, no_wait);
  {
    std::lock_guard<std::mutex> homes_lock(All().mutex);
    All().homes.erase(id_);
  }
  std::deque<Waiting> late;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    open_ = false;
    late.swap(jobs_);
  }
  for (Waiting& waiting : late) waiting.job(true);
  here.reset();
}

}  // namespace comail
