// Exports for wide texts, from times when Windows had not all of them: those of Mapinls.h, which hand on to it.
#include <windows.h>

extern "C" {

// @spec mnls_lstrlenw
int WINAPI MNLS_lstrlenW(LPCWSTR text) { return lstrlenW(text); }

// @spec mnls_comparestringw
int WINAPI MNLS_CompareStringW(LCID locale, DWORD flags, LPCWSTR one, int length, LPCWSTR other, int otherLength) {
  return CompareStringW(locale, flags, one, length, other, otherLength);
}

// As lstrcmp has it: what CompareString answers, less CSTR_EQUAL. @spec mnls_lstrcmpw
int WINAPI MNLS_lstrcmpW(LPCWSTR one, LPCWSTR other) {
  return MNLS_CompareStringW(GetUserDefaultLCID(), 0, one, -1, other, -1) - CSTR_EQUAL;
}

// @spec mnls_lstrcpyw
LPWSTR WINAPI MNLS_lstrcpyW(LPWSTR into, LPCWSTR text) { return lstrcpyW(into, text); }

// @spec mnls_multibytetowidechar
int WINAPI MNLS_MultiByteToWideChar(UINT page, DWORD flags, LPCSTR text, int length, LPWSTR into, int room) {
  return MultiByteToWideChar(page, flags, text, length, into, room);
}

// @spec mnls_widechartomultibyte
int WINAPI MNLS_WideCharToMultiByte(UINT page, DWORD flags, LPCWSTR text, int length, LPSTR into, int room, LPCSTR instead, BOOL *used) {
  return WideCharToMultiByte(page, flags, text, length, into, room, instead, used);
}

// @spec mnls_isbadstringptrw
BOOL WINAPI MNLS_IsBadStringPtrW(LPCWSTR text, UINT most) { return IsBadStringPtrW(text, most); }

}
