#include "common/thread.h"

#include <memory>

#ifdef _WIN32
#include <windows.h>
#else
#include <thread>
#endif

namespace comail {

#ifdef _WIN32

namespace {

struct Start {
  std::function<void()> work;
  HMODULE module;
};

DWORD WINAPI begin(void *given) {
  HMODULE module = nullptr;
  {
    const std::unique_ptr<Start> start(static_cast<Start *>(given));
    module = start->module;
    start->work();
  }
  // Both at once: after a mere FreeLibrary there might be no code left to return from.
  FreeLibraryAndExitThread(module, 0);
}

}  // namespace

bool startThread(std::function<void()> work) {
  auto start = std::make_unique<Start>(Start{std::move(work), nullptr});
  if (!GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, reinterpret_cast<LPCWSTR>(&begin), &start->module))
    return false;
  const HMODULE module = start->module;
  const HANDLE thread = CreateThread(nullptr, 0, begin, start.get(), 0, nullptr);
  if (!thread) {
    FreeLibrary(module);
    return false;
  }
  start.release();
  CloseHandle(thread);
  return true;
}

#else

bool startThread(std::function<void()> work) {
  std::thread(std::move(work)).detach();
  return true;
}

#endif

}  // namespace comail
