#include "test/support/sink.h"

#include "test/support/trace.h"

namespace {

// IID_IMAPIAdviseSink: the header that has it defines it once for a program.
constexpr GUID kAdviseSink = {0x00020302, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
// A program that waits for ever would say nothing of what came before.
constexpr ULONGLONG kPatience = 5'000;

}  // namespace

HRESULT STDMETHODCALLTYPE PrintingSink::QueryInterface(REFIID iid, void **object) {
  *object = nullptr;
  if (iid != IID_IUnknown && iid != kAdviseSink) return E_NOINTERFACE;
  *object = this;
  AddRef();
  return S_OK;
}

ULONG STDMETHODCALLTYPE PrintingSink::OnNotify(ULONG count, LPNOTIFICATION events) {
  for (ULONG i = 0; i < count; i++) {
    if (events[i].ulEventType == fnevTableModified) {
      const auto &table = events[i].info.tab;
      const bool first = table.row.cValues > 0 && PROP_TYPE(table.row.lpProps[0].ulPropTag) == PT_STRING8;
      line("OnNotify table " + std::to_string(table.ulTableEvent) + " columns " + std::to_string(table.row.cValues) + " " +
           text(first ? table.row.lpProps[0].Value.lpszA : nullptr) + " key " + std::to_string(table.propIndex.Value.bin.cb > 0));
      continue;
    }
    const auto &object = events[i].info.obj;
    line("OnNotify " + std::to_string(events[i].ulEventType) + " type " + std::to_string(object.ulObjType) + " entry " +
         std::to_string(object.cbEntryID > 0) + " parent " + std::to_string(object.cbParentID > 0) +
         (GetCurrentThreadId() == thread_ ? " here" : " elsewhere"));
  }
  heard_ += count;
  return 0;
}

void PrintingSink::wait(ULONG events, bool pump) {
  const ULONGLONG end = GetTickCount64() + kPatience;
  while (heard_ < events) {
    MSG message;
    if (GetTickCount64() > end) {
      line("heard " + std::to_string(heard_));
      return;
    }
    while (pump && PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) DispatchMessageW(&message);
    Sleep(1);
  }
}
