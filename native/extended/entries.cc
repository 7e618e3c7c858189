// Exports for entry identifiers: of a store, wrapped; of an object together with its store; and indices of conversations.
#include <windows.h>

#include <objbase.h>

#include <mapidefs.h>
#include <mapix.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "common/codepage.h"
#include "extended/memory.h"

using namespace comail;

extern "C" HRESULT WINAPI HrSzFromEntryID(ULONG count, LPENTRYID entry, LPSTR *text);
extern "C" HRESULT WINAPI HrEntryIDFromSz(LPCSTR text, ULONG *count, LPENTRYID *entry);

namespace {

constexpr HRESULT kInvalid = static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER), kNoMemory = static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_MEMORY);

/** muidStoreWrap. */
constexpr uint8_t kStoreWrap[16] = {0x38, 0xA1, 0xBB, 0x10, 0x05, 0xE5, 0x10, 0x1A, 0xA1, 0xBB, 0x08, 0x00, 0x2B, 0x2A, 0x56, 0xC2};
/** What marks an identifier of ours that tells the store as well: {C0A11B04-2E5B-4F1C-9A37-6D0F4B8E1A01}. */
constexpr uint8_t kCompound[16] = {0x04, 0x1B, 0xA1, 0xC0, 0x5B, 0x2E, 0x1C, 0x4F, 0x9A, 0x37, 0x6D, 0x0F, 0x4B, 0x8E, 0x1A, 0x01};
/** Flags, the mark, and how long the key of the store is. */
constexpr size_t kKeyAt = 4 + 16 + 4;

/** Bytes that become the program's. */
HRESULT handOut(const std::vector<uint8_t> &bytes, ULONG *count, LPENTRYID *entry) {
  void *block = allocated(static_cast<ULONG>(bytes.size()));
  if (!block) return kNoMemory;
  if (!bytes.empty()) std::memcpy(block, bytes.data(), bytes.size());
  *count = static_cast<ULONG>(bytes.size());
  *entry = static_cast<LPENTRYID>(block);
  return S_OK;
}

template <typename Work>
HRESULT answered(Work work) noexcept {
  try {
    return work();
  } catch (...) {
    return kNoMemory;
  }
}

void append(std::vector<uint8_t> &to, const void *bytes, size_t count) {
  const auto *from = static_cast<const uint8_t *>(bytes);
  to.insert(to.end(), from, from + count);
}

bool compound(const uint8_t *bytes, size_t count, ULONG &key) {
  if (count < kKeyAt || std::memcmp(bytes + 4, kCompound, sizeof kCompound) != 0) return false;
  std::memcpy(&key, bytes + 20, sizeof key);
  return key <= count - kKeyAt;
}

/** The entry identifier of the store of a record key, which the session knows. */
HRESULT storeOf(LPMAPISESSION session, const uint8_t *key, ULONG length, ULONG *count, LPENTRYID *entry) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  if (FAILED(hr)) return hr;
  SizedSPropTagArray(2, columns) = {2, {PR_ENTRYID, PR_RECORD_KEY}};
  hr = table->SetColumns(reinterpret_cast<LPSPropTagArray>(&columns), TBL_BATCH);
  bool found = false;
  while (SUCCEEDED(hr) && !found) {
    LPSRowSet rows = nullptr;
    hr = table->QueryRows(50, 0, &rows);
    if (FAILED(hr)) break;
    const ULONG many = rows->cRows;
    for (ULONG i = 0; i < many; i++) {
      const SPropValue *props = rows->aRow[i].lpProps;
      const auto &theirs = props[1].Value.bin;
      if (!found && props[0].ulPropTag == PR_ENTRYID && props[1].ulPropTag == PR_RECORD_KEY && theirs.cb == length &&
          std::memcmp(theirs.lpb, key, length) == 0) {
        found = true;
        std::vector<uint8_t> id;
        append(id, props[0].Value.bin.lpb, props[0].Value.bin.cb);
        hr = handOut(id, count, entry);
      }
      freeBuffer(rows->aRow[i].lpProps);
    }
    freeBuffer(rows);
    if (many == 0) break;
  }
  table->Release();
  return FAILED(hr) ? hr : found ? S_OK : static_cast<HRESULT>(MAPI_E_NOT_FOUND);
}

}  // namespace

extern "C" {

// @spec wrapstoreentryid
HRESULT WINAPI WrapStoreEntryID(ULONG flags, LPCTSTR dll, ULONG length, LPENTRYID entry, ULONG *count, LPENTRYID *wrapped) {
  if (!dll || !count || !wrapped || (length > 0 && !entry)) return kInvalid;
  if (flags & ~static_cast<ULONG>(MAPI_UNICODE)) return static_cast<HRESULT>(MAPI_E_UNKNOWN_FLAGS);
  return answered([&] {
    std::string name;
    if (flags & MAPI_UNICODE) {
      const auto *wide = reinterpret_cast<const wchar_t *>(dll);
      name.resize(static_cast<size_t>(WideCharToMultiByte(CP_ACP, 0, wide, -1, nullptr, 0, nullptr, nullptr)));
      WideCharToMultiByte(CP_ACP, 0, wide, -1, name.data(), static_cast<int>(name.size()), nullptr, nullptr);
    } else {
      const auto *narrow = reinterpret_cast<const char *>(dll);
      name.assign(narrow, std::strlen(narrow) + 1);
    }
    std::vector<uint8_t> bytes(4);
    append(bytes, kStoreWrap, sizeof kStoreWrap);
    bytes.resize(bytes.size() + 2);
    append(bytes, name.data(), name.size());
    bytes.resize((bytes.size() + 3) & ~size_t{3});
    append(bytes, entry, length);
    return handOut(bytes, count, wrapped);
  });
}

// @spec hrcomposeeid
HRESULT WINAPI HrComposeEID(LPMAPISESSION, ULONG keyLength, LPBYTE key, ULONG length, LPENTRYID entry, ULONG *count, LPENTRYID *made) {
  if (!count || !made || !entry || (keyLength > 0 && !key)) return kInvalid;
  return answered([&] {
    std::vector<uint8_t> bytes;
    if (keyLength > 0) {
      bytes.resize(4);
      append(bytes, kCompound, sizeof kCompound);
      append(bytes, &keyLength, sizeof keyLength);
      append(bytes, key, keyLength);
    }
    append(bytes, entry, length);
    return handOut(bytes, count, made);
  });
}

// What it is given stays the program's. @spec hrdecomposeeid
HRESULT WINAPI HrDecomposeEID(LPMAPISESSION session, ULONG length, LPENTRYID entry, ULONG *storeCount, LPENTRYID *store, ULONG *count,
                              LPENTRYID *made) {
  if (!entry || !storeCount || !store || !count || !made) return kInvalid;
  *storeCount = 0;
  *store = nullptr;
  return answered([&] {
    const auto *bytes = reinterpret_cast<const uint8_t *>(entry);
    ULONG key = 0;
    if (!compound(bytes, length, key)) return handOut({bytes, bytes + length}, count, made);
    if (!session) return kInvalid;
    const HRESULT hr = storeOf(session, bytes + kKeyAt, key, storeCount, store);
    if (FAILED(hr)) return hr;
    const HRESULT rest = handOut({bytes + kKeyAt + key, bytes + length}, count, made);
    if (FAILED(rest)) {
      freeBuffer(*store);
      *store = nullptr;
    }
    return rest;
  });
}

// @spec hrcomposemsgid
HRESULT WINAPI HrComposeMsgID(LPMAPISESSION session, ULONG keyLength, LPBYTE key, ULONG length, LPENTRYID entry, LPSTR *text) {
  ULONG count = 0;
  LPENTRYID made = nullptr;
  if (!text) return kInvalid;
  HRESULT hr = HrComposeEID(session, keyLength, key, length, entry, &count, &made);
  if (FAILED(hr)) return hr;
  hr = HrSzFromEntryID(count, made, text);
  freeBuffer(made);
  return hr;
}

// @spec hrdecomposemsgid
HRESULT WINAPI HrDecomposeMsgID(LPMAPISESSION session, LPCSTR text, ULONG *storeCount, LPENTRYID *store, ULONG *count, LPENTRYID *made) {
  ULONG length = 0;
  LPENTRYID entry = nullptr;
  HRESULT hr = HrEntryIDFromSz(text, &length, &entry);
  if (FAILED(hr)) return hr;
  hr = HrDecomposeEID(session, length, entry, storeCount, store, count, made);
  freeBuffer(entry);
  return hr;
}

SCODE WINAPI ScGenerateMuid(LPMAPIUID uid) {
  if (!uid) return kInvalid;
  return CoCreateGuid(reinterpret_cast<GUID *>(uid)) == S_OK ? S_OK : static_cast<SCODE>(MAPI_E_CALL_FAILED);
}

// A first message has six bytes of the time and a GUID; a reply five more, which tell how much later it was written.
// @spec sccreateconversationindex
SCODE WINAPI ScCreateConversationIndex(ULONG length, LPBYTE parent, ULONG *count, LPBYTE *index) {
  constexpr ULONG first = 22, reply = 5;
  if (!count || !index || (length > 0 && !parent)) return kInvalid;
  FILETIME time = {};
  GetSystemTimeAsFileTime(&time);
  const uint64_t now = time.dwLowDateTime | uint64_t{time.dwHighDateTime} << 32;
  return answered([&] {
    std::vector<uint8_t> bytes(parent, parent + length);
    GUID guid = {};
    if (CoCreateGuid(&guid) != S_OK) return static_cast<HRESULT>(MAPI_E_CALL_FAILED);
    if (length < first || (length - first) % reply != 0 || parent[0] != 1) {
      bytes.clear();
      for (int shift = 56; shift >= 16; shift -= 8) bytes.push_back(static_cast<uint8_t>(now >> shift));
      append(bytes, &guid, sizeof guid);
    } else {
      uint64_t began = 0;
      for (int i = 0; i < 6; i++) began = began << 8 | parent[i];
      began <<= 16;
      const uint64_t passed = now > began ? now - began : 0;
      // Up to 1.8 years to 26 milliseconds; beyond to 0.84 seconds.
      const bool coarse = passed >> 18 > 0x7FFFFFFF;
      const auto ticks = static_cast<uint32_t>((coarse ? passed >> 23 : passed >> 18) & 0x7FFFFFFF) | (coarse ? 0x80000000 : 0);
      for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<uint8_t>(ticks >> shift));
      // Four bits of chance, and four that count.
      bytes.push_back(static_cast<uint8_t>(guid.Data4[7] << 4));
    }
    return handOut(bytes, count, reinterpret_cast<LPENTRYID *>(index));
  });
}

}
