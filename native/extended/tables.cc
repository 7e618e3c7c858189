// Exports for rows and objects: HrQueryAllRows, and what frees rows, lists of recipients and references.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <new>
#include <vector>

#include "mapi32/memory.h"

namespace {

constexpr LONG kPage = 1000;

/** Rows as they come, several sets that become one. */
class Gathered {
 public:
  ~Gathered() {
    for (const SRow &row : rows_) comail::freeBuffer(row.lpProps);
  }

  /** Takes the rows of a set, which goes. */
  void add(SRowSet *set) {
    rows_.insert(rows_.end(), set->aRow, set->aRow + set->cRows);
    comail::freeBuffer(set);
  }

  size_t count() const { return rows_.size(); }

  HRESULT handOut(LPSRowSet *into) {
    auto *set = static_cast<SRowSet *>(comail::allocated(static_cast<ULONG>(offsetof(SRowSet, aRow) + rows_.size() * sizeof(SRow))));
    if (!set) return static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_MEMORY);
    set->cRows = static_cast<ULONG>(rows_.size());
    for (size_t i = 0; i < rows_.size(); i++) set->aRow[i] = rows_[i];
    rows_.clear();
    *into = set;
    return S_OK;
  }

 private:
  std::vector<SRow> rows_;
};

HRESULT prepared(LPMAPITABLE table, LPSPropTagArray tags, LPSRestriction restriction, LPSSortOrderSet order) {
  HRESULT hr = S_OK;
  if (tags) hr = table->SetColumns(tags, TBL_BATCH);
  if (SUCCEEDED(hr) && restriction) hr = table->Restrict(restriction, TBL_BATCH);
  if (SUCCEEDED(hr) && order) hr = table->SortTable(order, TBL_BATCH);
  if (SUCCEEDED(hr)) hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  return hr;
}

}  // namespace

extern "C" {

// @spec hrqueryallrows
HRESULT WINAPI HrQueryAllRows(LPMAPITABLE table, LPSPropTagArray tags, LPSRestriction restriction, LPSSortOrderSet order, LONG most,
                              LPSRowSet *rows) {
  if (!table || !rows) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  *rows = nullptr;
  HRESULT hr = prepared(table, tags, restriction, order);
  if (FAILED(hr)) return hr;
  try {
    Gathered all;
    for (;;) {
      LPSRowSet page = nullptr;
      hr = table->QueryRows(kPage, 0, &page);
      if (FAILED(hr)) return hr;
      const bool last = !page || page->cRows == 0;
      if (page) all.add(page);
      if (last) return all.handOut(rows);
      if (most > 0 && all.count() > static_cast<size_t>(most)) return static_cast<HRESULT>(MAPI_E_TABLE_TOO_BIG);
    }
  } catch (const std::bad_alloc &) {
    return static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_MEMORY);
  }
}

// The columns of the table come behind those that are added. @spec hraddcolumnsex
HRESULT WINAPI HrAddColumnsEx(LPMAPITABLE table, LPSPropTagArray added, LPALLOCATEBUFFER allocate, LPFREEBUFFER release,
                              void (*filter)(LPSPropTagArray)) {
  if (!table || !added || !allocate || !release) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  LPSPropTagArray there = nullptr;
  HRESULT hr = table->QueryColumns(0, &there);
  if (FAILED(hr)) return hr;
  if (filter) filter(there);
  LPSPropTagArray all = nullptr;
  hr = allocate(CbNewSPropTagArray(added->cValues + there->cValues), reinterpret_cast<void **>(&all));
  if (SUCCEEDED(hr)) {
    all->cValues = 0;
    const auto add = [all](ULONG tag) {
      for (ULONG i = 0; i < all->cValues; i++)
        if (all->aulPropTag[i] == tag) return;
      all->aulPropTag[all->cValues++] = tag;
    };
    for (ULONG i = 0; i < added->cValues; i++) add(added->aulPropTag[i]);
    // A filter takes columns out by PR_NULL.
    for (ULONG i = 0; i < there->cValues; i++)
      if (PROP_TYPE(there->aulPropTag[i]) != PT_NULL) add(there->aulPropTag[i]);
    hr = table->SetColumns(all, TBL_BATCH);
    release(all);
  }
  comail::freeBuffer(there);
  return hr;
}

// @spec hraddcolumns
HRESULT WINAPI HrAddColumns(LPMAPITABLE table, LPSPropTagArray added, LPALLOCATEBUFFER allocate, LPFREEBUFFER release) {
  return HrAddColumnsEx(table, added, allocate, release, nullptr);
}

// @spec freeprows
void WINAPI FreeProws(LPSRowSet rows) {
  if (!rows) return;
  for (ULONG i = 0; i < rows->cRows; i++) comail::freeBuffer(rows->aRow[i].lpProps);
  comail::freeBuffer(rows);
}

// @spec freepadrlist
void WINAPI FreePadrlist(LPADRLIST list) {
  if (!list) return;
  for (ULONG i = 0; i < list->cEntries; i++) comail::freeBuffer(list->aEntries[i].rgPropVals);
  comail::freeBuffer(list);
}

// @spec uladdref
ULONG WINAPI UlAddRef(LPVOID object) { return object ? static_cast<IUnknown *>(object)->AddRef() : 0; }

// @spec ulrelease
ULONG WINAPI UlRelease(LPVOID object) { return object ? static_cast<IUnknown *>(object)->Release() : 0; }

}
