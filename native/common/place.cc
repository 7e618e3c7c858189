#include "common/place.h"

#include <cstdlib>
#include <sstream>

namespace comail {

namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool parseSecret(const std::string &hex, Secret &secret) {
  if (hex.size() != secret.size() * 2) return false;
  for (size_t i = 0; i < secret.size(); i++) {
    const int high = digit(hex[2 * i]), low = digit(hex[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    secret[i] = static_cast<uint8_t>(high << 4 | low);
  }
  return true;
}

bool parsePort(const std::string &digits, uint16_t &port) {
  if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos) return false;
  const long value = std::strtol(digits.c_str(), nullptr, 10);
  port = static_cast<uint16_t>(value);
  return value > 0 && value <= 0xFFFF;
}

}  // namespace

bool parsePlace(const std::string &text, Place &place) {
  std::stringstream lines(text);
  std::string line;
  if (!std::getline(lines, line) || line != "comail-bridge 1") return false;
  bool port = false, secret = false;
  while (std::getline(lines, line)) {
    const size_t blank = line.find(' ');
    const std::string word = line.substr(0, blank);
    const std::string value = blank == std::string::npos ? "" : line.substr(blank + 1);
    if (word == "port") port = parsePort(value, place.port);
    else if (word == "secret") secret = parseSecret(value, place.secret);
  }
  return port && secret;
}

}  // namespace comail
