// What the test programs print: a line for each call and each callback, the same that test/windows/support/host.ts prints
// for the TypeScript API, so that the two can be compared line by line.
#pragma once

#include <windows.h>

#include <string>

#include "generated/imnxport.h"

/** Prints a line, at once: a program that is killed has told what it saw. */
void line(const std::string &text);

/** `> name -> 0x80004005`. */
void told(const std::string &name, HRESULT hr);

std::string hex(HRESULT hr);
std::string text(const char *value);
std::string described(const IXPRESULT &result);
std::string described(const SMTPRESPONSE &response);
