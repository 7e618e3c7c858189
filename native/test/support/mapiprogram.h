// What programs that use Extended MAPI have in common: they log on, open the default store and its Outbox, make a message, and let go of
// all of it. Their arguments are steps, words between spaces; %20 stands for a space in a word.
#pragma once

#include <windows.h>

#include <mapix.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "test/support/library.h"
#include "test/support/steps.h"
#include "test/support/trace.h"

template <typename T>
void gone(T *&object) {
  if (object) object->Release();
  object = nullptr;
}

class MapiProgram {
 public:
  /** @returns the code of the program */
  int run(int count, char **arguments);

 protected:
  using Step = std::function<void(const Words &)>;

  MapiProgram();
  virtual ~MapiProgram() = default;
  void step(const std::string &name, Step done) { steps_[name] = std::move(done); }
  static ULONG number(const Words &words, size_t at);

  Library mapi;
  IMAPISession *session = nullptr;
  IMsgStore *store = nullptr;
  IMAPIFolder *folder = nullptr;
  IMessage *message = nullptr;

 private:
  void initialize(const Words &words);
  void logon(const Words &words);
  void stores(const Words &words);
  void open();
  void create(const Words &words);
  void logoff();
  void releaseAll();
  void ready(const Words &words);

  std::vector<uint8_t> entry_, sent_;
  std::map<std::string, Step> steps_;
};
