/*
 * A disk that takes its time: every fsync and fdatasync sleeps first, for SLOW_DISK_MS milliseconds (25 unless told).
 *
 *     gcc -shared -fPIC -O2 -o /tmp/slow-disk.so slow-disk.c -ldl
 *     LD_PRELOAD=/tmp/slow-disk.so node main.mjs --only rates
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int after_a_while(const char *name, int fd) {
  const char *said = getenv("SLOW_DISK_MS");
  long ms = said ? atol(said) : 25;
  struct timespec pause = {ms / 1000, ms % 1000 * 1000000};
  nanosleep(&pause, NULL);
  return ((int (*)(int))dlsym(RTLD_NEXT, name))(fd);
}

int fsync(int fd) { return after_a_while("fsync", fd); }
int fdatasync(int fd) { return after_a_while("fdatasync", fd); }
