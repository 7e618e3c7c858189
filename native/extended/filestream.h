// A stream on a file of the program.
#pragma once

#include <objidl.h>

namespace comail {

/** How a file is opened. */
struct FileWish {
  const wchar_t *path;
  bool write;
  bool create;
  bool deleteOnRelease;
};

/** @returns MAPI_E_NOT_FOUND, MAPI_E_NO_ACCESS */
HRESULT openFile(const FileWish &wish, IStream **stream);

}  // namespace comail
