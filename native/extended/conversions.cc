// Exports that turn bytes into text and back, look into texts, and reckon with times.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <cstdint>
#include <cstring>

#include "mapi32/memory.h"

namespace {

constexpr char kDigits[] = "0123456789ABCDEF";

/** @returns -1 for what is no digit */
int digitOf(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  return -1;
}

uint64_t numberOf(FILETIME time) { return time.dwLowDateTime | uint64_t{time.dwHighDateTime} << 32; }

FILETIME timeOf(uint64_t number) { return {static_cast<DWORD>(number), static_cast<DWORD>(number >> 32)}; }

}  // namespace

extern "C" {

// @spec hexfrombin
void WINAPI HexFromBin(const BYTE *bytes, int count, LPSTR text) {
  for (int i = 0; i < count; i++) {
    *text++ = kDigits[bytes[i] >> 4];
    *text++ = kDigits[bytes[i] & 15];
  }
  *text = '\0';
}

// @spec scbinfromhexbounded
SCODE WINAPI ScBinFromHexBounded(LPCSTR text, LPBYTE bytes, ULONG most) {
  const size_t letters = text ? std::strlen(text) : 1;
  if (letters % 2 != 0 || letters / 2 > most) return MAPI_E_CALL_FAILED;
  for (size_t i = 0; i < letters; i += 2) {
    const int high = digitOf(text[i]), low = digitOf(text[i + 1]);
    if (high < 0 || low < 0) return MAPI_E_CALL_FAILED;
    bytes[i / 2] = static_cast<BYTE>(high << 4 | low);
  }
  return S_OK;
}

// Programs give as much room as the text is long. @spec fbinfromhex
BOOL WINAPI FBinFromHex(LPCSTR text, LPBYTE bytes) { return ScBinFromHexBounded(text, bytes, MAXDWORD) == S_OK; }

// @spec hrszfromentryid
HRESULT WINAPI HrSzFromEntryID(ULONG count, LPENTRYID entry, LPSTR *text) {
  if (!text || !entry || count > MAXLONG / 2) return MAPI_E_INVALID_PARAMETER;
  *text = static_cast<LPSTR>(comail::allocated(2 * count + 1));
  if (!*text) return MAPI_E_NOT_ENOUGH_MEMORY;
  HexFromBin(reinterpret_cast<const BYTE *>(entry), static_cast<int>(count), *text);
  return S_OK;
}

// @spec hrentryidfromsz
HRESULT WINAPI HrEntryIDFromSz(LPCSTR text, ULONG *count, LPENTRYID *entry) {
  if (!text || !count || !entry) return MAPI_E_INVALID_PARAMETER;
  const auto half = static_cast<ULONG>(std::strlen(text) / 2);
  auto *bytes = static_cast<LPBYTE>(comail::allocated(half));
  if (!bytes) return MAPI_E_NOT_ENOUGH_MEMORY;
  if (ScBinFromHexBounded(text, bytes, half) != S_OK) {
    comail::freeBuffer(bytes);
    return MAPI_E_INVALID_ENTRYID;
  }
  *count = half;
  *entry = reinterpret_cast<LPENTRYID>(bytes);
  return S_OK;
}

// @spec szfindch
LPSTR WINAPI SzFindCh(LPCSTR text, USHORT letter) { return const_cast<LPSTR>(std::strchr(text, letter)); }

// @spec szfindlastch
LPSTR WINAPI SzFindLastCh(LPCSTR text, USHORT letter) { return const_cast<LPSTR>(std::strrchr(text, letter)); }

// @spec szfindsz
LPSTR WINAPI SzFindSz(LPCSTR text, LPCSTR key) { return const_cast<LPSTR>(std::strstr(text, key)); }

// The number that a text begins with. @spec ufromsz
UINT WINAPI UFromSz(LPCSTR text) {
  UINT number = 0;
  for (; text && *text >= '0' && *text <= '9'; text++) number = number * 10 + static_cast<UINT>(*text - '0');
  return number;
}

// @spec ulfromszhex
ULONG WINAPI UlFromSzHex(LPCSTR text) {
  ULONG number = 0;
  for (; text && digitOf(*text) >= 0; text++) number = number << 4 | static_cast<ULONG>(digitOf(*text));
  return number;
}

// @spec ftaddft
FILETIME WINAPI FtAddFt(FILETIME one, FILETIME other) { return timeOf(numberOf(one) + numberOf(other)); }

// @spec ftadcft
FILETIME WINAPI FtAdcFt(FILETIME one, FILETIME other, WORD *carry) {
  const uint64_t sum = numberOf(one) + numberOf(other);
  if (carry) *carry = sum < numberOf(one) ? 1 : 0;
  return timeOf(sum);
}

// @spec ftsubft
FILETIME WINAPI FtSubFt(FILETIME from, FILETIME taken) { return timeOf(numberOf(from) - numberOf(taken)); }

// @spec ftmuldw
FILETIME WINAPI FtMulDw(DWORD times, FILETIME time) { return timeOf(times * numberOf(time)); }

// @spec ftmuldwdw
FILETIME WINAPI FtMulDwDw(DWORD one, DWORD other) { return timeOf(uint64_t{one} * other); }

FILETIME WINAPI FtDivFtBogus(FILETIME time, FILETIME by, char) { return timeOf(numberOf(by) == 0 ? 0 : numberOf(time) / numberOf(by)); }

void WINAPI SwapPword(USHORT *words, ULONG count) {
  for (ULONG i = 0; words && i < count; i++) words[i] = static_cast<USHORT>(words[i] << 8 | words[i] >> 8);
}

void WINAPI SwapPlong(ULONG *numbers, ULONG count) {
  for (ULONG i = 0; numbers && i < count; i++)
    numbers[i] = numbers[i] << 24 | (numbers[i] & 0xFF00) << 8 | (numbers[i] >> 8 & 0xFF00) | numbers[i] >> 24;
}

// @spec ftnegft
FILETIME WINAPI FtNegFt(FILETIME time) { return timeOf(0 - numberOf(time)); }

}
