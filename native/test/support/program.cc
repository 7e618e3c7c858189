// The main of every program here. Under Wine 8 a process that has ended in Windows' eyes may hang in exit() of the C library: a thread
// that was ended with it had the lock of the loader, and never gives it back. Wine's server kills such a process after half a second,
// and with it goes the exit code. So the code is also written where COMAIL_EXIT_CODE says.
#include "test/support/program.h"

#include <cstdio>
#include <cstdlib>

int main(int count, char **words) {
  const int code = program(count, words);
  const char *path = std::getenv("COMAIL_EXIT_CODE");
  if (!path) return code;
  std::FILE *file = std::fopen(path, "w");
  if (!file || std::fprintf(file, "%d\n", code) < 0 || std::fclose(file) != 0) return 99;
  return code;
}
