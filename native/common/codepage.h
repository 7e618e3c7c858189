// Texts of ANSI functions: bytes in a code page here, UTF-16 on the wire.
#pragma once

#include <string>

namespace comail {

/** @param text ends in NUL; null stays null @param page a code page, CP_ACP for that of the process */
bool wideOf(const char *text, unsigned page, std::u16string &into);

/** What the code page lacks becomes its replacement, as Windows does it. */
std::string ansiOf(const std::u16string &text, unsigned page);

inline const wchar_t *asWide(const std::u16string &text) { return reinterpret_cast<const wchar_t *>(text.c_str()); }

/** A text with NUL at its end, or null. */
bool wideOf(const wchar_t *text, std::u16string &into);

/** A path as the service sees it: under Wine that of the system around it, else the whole path. */
std::u16string pathForService(const std::u16string &path);

/** A path of the service as programs see it: under Wine one of drive Z:. */
std::u16string pathFromService(const std::u16string &path);

}  // namespace comail
