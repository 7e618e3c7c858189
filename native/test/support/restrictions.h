// A restriction that has one of every kind in it.
#pragma once

#include <windows.h>

#include <mapix.h>

#include <string>

class Restrictions {
 public:
  Restrictions();
  Restrictions(const Restrictions &) = delete;
  Restrictions &operator=(const Restrictions &) = delete;
  SRestriction *whole() { return &whole_; }

 private:
  SRestriction whole_ = {}, parts_[6] = {}, either_[2] = {}, not_ = {}, sub_ = {}, comment_ = {};
  SPropValue subject_ = {}, flags_ = {}, remark_ = {};
};

/** In words, so that two can be compared. */
std::string described(const SRestriction &restriction);
