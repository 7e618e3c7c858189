// The compression of PR_RTF_COMPRESSED.
#pragma once

#include "common/bytes.h"

namespace comail {

/** As much RTF as is held at once. */
constexpr size_t kLargestRtf = 64 << 20;

/** @param compress false for the form that is only wrapped */
Bytes compressedRtf(const Bytes &rtf, bool compress);
/** @returns false for what is no compressed RTF */
bool decompressedRtf(const Bytes &bytes, Bytes &rtf);

}  // namespace comail
