// The exports of MAPIStubLibrary that need no service: conversions, times, comparisons. It prints what they answer.
#include <windows.h>

#include <mapidefs.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "test/support/program.h"
#include "test/support/trace.h"

namespace {

HMODULE library;

template <typename Function>
Function function(const char *name, int bytes) {
  // As a program links them: by the decorated name in 32 bits.
  const std::string full = sizeof(void *) == 4 ? std::string(name) + "@" + std::to_string(bytes) : name;
  auto *found = reinterpret_cast<void *>(GetProcAddress(library, full.c_str()));
  if (!found) {
    line("no " + full);
    std::exit(4);
  }
  return reinterpret_cast<Function>(found);
}

FILETIME time(DWORD high, DWORD low) { return {low, high}; }
std::string said(FILETIME time) { return std::to_string(time.dwHighDateTime) + ":" + std::to_string(time.dwLowDateTime); }

void conversions() {
  const auto hexFromBin = function<void(WINAPI *)(LPBYTE, int, LPSTR)>("HexFromBin", 12);
  const auto binFromHex = function<BOOL(WINAPI *)(LPSTR, LPBYTE)>("FBinFromHex", 8);
  const auto bounded = function<SCODE(WINAPI *)(LPSTR, LPBYTE, ULONG)>("ScBinFromHexBounded", 12);
  BYTE bytes[3] = {10, 0, 0xFE};
  char text[7] = "";
  hexFromBin(bytes, 3, text);
  line(std::string("hex ") + text);
  BYTE back[3] = {};
  char small[] = "0a00fE", odd[] = "0a0", bad[] = "0g";
  const BOOL whole = binFromHex(small, back);
  line("bin " + std::to_string(whole) + " " + std::to_string(std::memcmp(bytes, back, 3)) + " " + std::to_string(binFromHex(bad, back)));
  line("bounded " + hex(bounded(small, back, 3)) + " " + hex(bounded(small, back, 2)) + " " + hex(bounded(odd, back, 3)));
  LPSTR entry = nullptr;
  LPENTRYID id = nullptr;
  ULONG count = 0;
  const HRESULT there = function<HRESULT(WINAPI *)(ULONG, LPENTRYID, LPSTR *)>("HrSzFromEntryID", 12)(3, reinterpret_cast<LPENTRYID>(bytes), &entry);
  const auto fromText = function<HRESULT(WINAPI *)(LPSTR, ULONG *, LPENTRYID *)>("HrEntryIDFromSz", 12);
  const HRESULT again = fromText(entry, &count, &id);
  line("entry " + hex(there) + " " + entry + " " + hex(again) + " " + std::to_string(count) + " " + std::to_string(std::memcmp(id, bytes, 3)));
  ULONG none = 0;
  LPENTRYID nobody = nullptr;
  line("no entry " + hex(fromText(bad, &none, &nobody)));
  const auto freeBuffer = function<ULONG(WINAPI *)(LPVOID)>("MAPIFreeBuffer", 4);
  freeBuffer(entry);
  // What is nobody's block is not freed.
  const ULONG freed = freeBuffer(id);
  line("free " + std::to_string(freed) + " " + std::to_string(freeBuffer(&count)));
  char words[] = "one two one";
  line("find " + std::string(function<LPSTR(WINAPI *)(LPCSTR, USHORT)>("SzFindCh", 8)(words, 't')) + "|" +
       function<LPSTR(WINAPI *)(LPCSTR, USHORT)>("SzFindLastCh", 8)(words, 'o') + "|" +
       function<LPSTR(WINAPI *)(LPCSTR, LPCSTR)>("SzFindSz", 8)(words, "two") + "|" +
       (function<LPSTR(WINAPI *)(LPCSTR, LPCSTR)>("SzFindSz", 8)(words, "three") ? "there" : "none"));
  line("numbers " + std::to_string(function<UINT(WINAPI *)(LPCSTR)>("UFromSz", 4)("4711x")) + " " +
       std::to_string(function<ULONG(WINAPI *)(LPCSTR)>("UlFromSzHex", 4)("fFz")));
}

void times() {
  using Two = FILETIME(WINAPI *)(FILETIME, FILETIME);
  WORD carry = 7;
  line("times " + said(function<Two>("FtAddFt", 16)(time(1, 0xFFFFFFFF), time(0, 1))) + " " + said(function<Two>("FtSubFt", 16)(time(2, 0), time(0, 1))) + " " +
       said(function<FILETIME(WINAPI *)(FILETIME)>("FtNegFt", 8)(time(0, 1))) + " " +
       said(function<FILETIME(WINAPI *)(DWORD, FILETIME)>("FtMulDw", 12)(3, time(1, 0x80000000))) + " " +
       said(function<FILETIME(WINAPI *)(DWORD, DWORD)>("FtMulDwDw", 8)(0x80000000, 6)));
  const auto withCarry = function<FILETIME(WINAPI *)(FILETIME, FILETIME, WORD *)>("FtAdcFt", 20);
  const std::string none = said(withCarry(time(1, 1), time(1, 1), &carry));
  line("no carry " + none + " " + std::to_string(carry));
  const std::string beyond = said(withCarry(time(0xFFFFFFFF, 0xFFFFFFFF), time(0, 2), &carry));
  line("carry " + beyond + " " + std::to_string(carry));
}

SPropValue number(LONG value) {
  SPropValue prop = {};
  prop.ulPropTag = PROP_TAG(PT_LONG, 0x6600);
  prop.Value.l = value;
  return prop;
}

SPropValue wide(const wchar_t *text) {
  SPropValue prop = {};
  prop.ulPropTag = PROP_TAG(PT_UNICODE, 0x6600);
  prop.Value.lpszW = const_cast<wchar_t *>(text);
  return prop;
}

SPropValue binary(const char *bytes) {
  SPropValue prop = {};
  prop.ulPropTag = PROP_TAG(PT_BINARY, 0x6600);
  prop.Value.bin.cb = static_cast<ULONG>(std::strlen(bytes));
  prop.Value.bin.lpb = reinterpret_cast<LPBYTE>(const_cast<char *>(bytes));
  return prop;
}

void comparisons() {
  const auto compare = function<BOOL(WINAPI *)(LPSPropValue, ULONG, LPSPropValue)>("FPropCompareProp", 12);
  const auto order = function<LONG(WINAPI *)(LPSPropValue, LPSPropValue)>("LPropCompareProp", 8);
  SPropValue small = number(-1), large = number(2), text = wide(L"Report"), key = wide(L"rep"), bytes = binary("abc"), more = binary("abcd");
  std::string all;
  for (const ULONG relation : {RELOP_LT, RELOP_LE, RELOP_GT, RELOP_GE, RELOP_EQ, RELOP_NE, RELOP_RE})
    all += std::to_string(compare(&small, relation, &large));
  line("relations " + all + " other type " + std::to_string(compare(&small, RELOP_NE, &text)));
  line("order " + std::to_string(order(&small, &large)) + std::to_string(order(&more, &bytes)) + std::to_string(order(&text, &text)));
  const auto contains = function<BOOL(WINAPI *)(LPSPropValue, LPSPropValue, ULONG)>("FPropContainsProp", 12);
  SPropValue end = wide(L"port"), inner = binary("bc");
  all = "";
  for (const ULONG fuzzy : {FL_PREFIX, FL_PREFIX | FL_IGNORECASE, FL_SUBSTRING | FL_LOOSE, FL_FULLSTRING | FL_LOOSE})
    all += std::to_string(contains(&text, &key, fuzzy));
  line("contains " + all + " " + std::to_string(contains(&text, &end, FL_SUBSTRING)) + std::to_string(contains(&text, &end, FL_PREFIX)) + " " +
       std::to_string(contains(&more, &inner, FL_SUBSTRING)) + std::to_string(contains(&more, &inner, FL_PREFIX)) +
       std::to_string(contains(&small, &small, FL_FULLSTRING)));
  GUID guid = {1, 2, 3, {4}}, other = guid;
  wchar_t name[] = L"name", same[] = L"name", loud[] = L"Name";
  MAPINAMEID first = {}, second = {}, third = {}, numbered = {};
  first.lpguid = &guid, first.ulKind = MNID_STRING, first.Kind.lpwstrName = name;
  second.lpguid = &other, second.ulKind = MNID_STRING, second.Kind.lpwstrName = same;
  third.lpguid = &guid, third.ulKind = MNID_STRING, third.Kind.lpwstrName = loud;
  numbered.lpguid = &guid, numbered.ulKind = MNID_ID, numbered.Kind.lID = 7;
  const auto equal = function<BOOL(WINAPI *)(LPMAPINAMEID, LPMAPINAMEID)>("FEqualNames", 8);
  line("names " + std::to_string(equal(&first, &second)) + std::to_string(equal(&first, &third)) + std::to_string(equal(&first, &numbered)) +
       std::to_string(equal(&numbered, &numbered)));
}

}  // namespace

int program(int, char **) {
  const char *path = std::getenv("COMAIL_MAPI_DLL");
  library = LoadLibraryA(path ? path : "comail-mapi.dll");
  if (!library) return 3;
  conversions();
  times();
  comparisons();
  return 0;
}
