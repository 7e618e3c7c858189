// How long many calls of one kind take, for the programs of the bench.
#pragma once

#include <windows.h>

/** Calls so often, one after the other. @returns microseconds for all; -1 when one answered false */
template <typename Call>
long long microseconds(long calls, Call call) {
  LARGE_INTEGER frequency, begin, end;
  QueryPerformanceFrequency(&frequency);
  QueryPerformanceCounter(&begin);
  for (long i = 0; i < calls; i++)
    if (!call()) return -1;
  QueryPerformanceCounter(&end);
  return (end.QuadPart - begin.QuadPart) * 1'000'000 / frequency.QuadPart;
}
