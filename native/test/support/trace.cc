#include "test/support/trace.h"

#include <cstdio>

void line(const std::string &text) {
  // One write, so that the lines of two threads don't mix.
  const std::string whole = text + "\n";
  std::fwrite(whole.data(), 1, whole.size(), stdout);
  std::fflush(stdout);
}

void told(const std::string &name, HRESULT hr) { line("> " + name + " -> " + hex(hr)); }

std::string hex(HRESULT hr) {
  char digits[11];
  std::snprintf(digits, sizeof digits, "0x%08lX", static_cast<unsigned long>(static_cast<ULONG>(hr)));
  return digits;
}

std::string text(const char *value) { return value ? "\"" + std::string(value) + "\"" : "null"; }

std::string described(const IXPRESULT &result) {
  return hex(result.hrResult) + " " + std::to_string(result.uiServerError) + " " + hex(result.hrServerError) + " socket=" +
         std::to_string(result.dwSocketError) + " response=" + text(result.pszResponse) + " problem=" + text(result.pszProblem);
}

std::string described(const SMTPRESPONSE &response) {
  std::string words = "OnResponse " + std::to_string(response.command) + (response.fDone ? " done " : " more ") +
                      described(response.rIxpResult);
  if (response.command == SMTP_SEND_STREAM)
    words += " stream=" + std::to_string(response.rStreamInfo.cbIncrement) + "/" +
             std::to_string(response.rStreamInfo.cbCurrent) + "/" + std::to_string(response.rStreamInfo.cbTotal);
  return words;
}
