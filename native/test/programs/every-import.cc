// A program that imports every name that mingw-w64 knows of mapi32.dll. Windows does not start it where one is missing; Wine does, so it
// looks for them itself, and says which are missing.
#include <windows.h>

#include <cstring>
#include <string>

#include "test/support/program.h"
#include "test/support/trace.h"

namespace {

template <typename T>
const T *at(DWORD offset) {
  return reinterpret_cast<const T *>(reinterpret_cast<const BYTE *>(GetModuleHandleW(nullptr)) + offset);
}

const IMAGE_IMPORT_DESCRIPTOR *imports() {
  const auto *header = at<IMAGE_NT_HEADERS>(static_cast<DWORD>(at<IMAGE_DOS_HEADER>(0)->e_lfanew));
  return at<IMAGE_IMPORT_DESCRIPTOR>(header->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress);
}

}  // namespace

int program(int, char **) {
  const HMODULE library = GetModuleHandleA("mapi32.dll");
  unsigned found = 0;
  for (const auto *from = imports(); from->Name; from++) {
    if (_stricmp(at<char>(from->Name), "mapi32.dll") != 0) continue;
    for (const auto *thunk = at<IMAGE_THUNK_DATA>(from->OriginalFirstThunk); thunk->u1.AddressOfData; thunk++) {
      const char *name = IMAGE_SNAP_BY_ORDINAL(thunk->u1.Ordinal) ? MAKEINTRESOURCEA(IMAGE_ORDINAL(thunk->u1.Ordinal))
                                                                 : at<IMAGE_IMPORT_BY_NAME>(static_cast<DWORD>(thunk->u1.AddressOfData))->Name;
      if (GetProcAddress(library, name)) found++;
      else line("missing " + (IS_INTRESOURCE(name) ? "a number" : std::string(name)));
    }
  }
  line(found > 100 ? "found" : "hardly any");
  return 0;
}
