#include "test/support/steps.h"

#include <cstdlib>
#include <sstream>

namespace {

std::string decoded(const std::string &word) {
  std::string out;
  for (size_t i = 0; i < word.size(); i++)
    if (word[i] == '%' && i + 2 < word.size()) {
      out += static_cast<char>(std::strtol(word.substr(i + 1, 2).c_str(), nullptr, 16));
      i += 2;
    } else {
      out += word[i];
    }
  return out;
}

}  // namespace

Words split(const std::string &step, char at) {
  Words words;
  std::stringstream in(step);
  for (std::string word; std::getline(in, word, at);) words.push_back(at == ' ' ? decoded(word) : word);
  return words;
}

std::wstring wideOf(const std::string &utf8) {
  std::wstring out(utf8.size() + 1, L'\0');
  out.resize(static_cast<size_t>(MultiByteToWideChar(CP_UTF8, 0, utf8.c_str(), static_cast<int>(utf8.size()), out.data(),
                                                     static_cast<int>(out.size()))));
  return out;
}
