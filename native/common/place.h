// Where the service is: the file `bridge`, which only the user may read.
#pragma once

#include <cstdint>
#include <string>

#include "common/greeting.h"

namespace comail {

#ifdef _WIN32
using PathText = std::wstring;
#else
using PathText = std::string;
#endif

/** What the file says. */
struct Place {
  uint16_t port = 0;
  Secret secret = {};
};

/** Reads the text of the file. @returns false when it is none of a form that is known */
bool parsePlace(const std::string &text, Place &place);

/** The path of the file: of the environment, of the configuration, or in the user's folder; empty when there is none of these. */
PathText placePath();

/** Reads the file. @returns false when it is not there or says nothing */
bool readPlace(const PathText &path, Place &place);

/** What a value of the configuration says (`HKCU` or `HKLM\Software\comail`), or the environment before it; empty when nothing. */
PathText configured(const char *variable, const char *value);

}  // namespace comail
