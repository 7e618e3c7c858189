// The steps of test programs: words of their arguments.
#pragma once

#include <windows.h>

#include <string>
#include <vector>

using Words = std::vector<std::string>;

/** The words of a step; %20 stands for a space in one. */
Words split(const std::string &step, char at);
/** A text of UTF-8. */
std::wstring wideOf(const std::string &utf8);
