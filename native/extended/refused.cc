// Exports of mapi32.dll behind which there is nothing: a program that imports them starts, and is told so when it calls them. Those that no
// page of Microsoft's tells of have the codes that such functions have.
#include <windows.h>

#include <cstdarg>

#include <mapidefs.h>
#include <mapix.h>

namespace {

constexpr HRESULT kUnsupported = static_cast<HRESULT>(MAPI_E_NO_SUPPORT), kInvalid = static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
/** MAPI_E_NOT_SUPPORTED of Simple MAPI; CMC_E_NOT_SUPPORTED and CMC_E_INVALID_MEMORY of Common Messaging Calls. */
constexpr ULONG kSimpleUnsupported = 26, kCmcUnsupported = 21, kCmcNotOurs = 13;

/** What a function would have made is NULL. */
template <typename T>
HRESULT refused(T **made) {
  if (!made) return kInvalid;
  *made = nullptr;
  return kUnsupported;
}

}  // namespace

extern "C" {

// Forms are not shown. @spec mapiopenformmgr
HRESULT WINAPI MAPIOpenFormMgr(LPMAPISESSION session, void **manager) { return session ? refused(manager) : kInvalid; }
// @spec mapiopenlocalformcontainer
HRESULT WINAPI MAPIOpenLocalFormContainer(void **container) { return refused(container); }

// There are no dialogs that a display table could describe. @spec builddisplaytable
HRESULT WINAPI BuildDisplayTable(LPALLOCATEBUFFER, LPALLOCATEMORE, LPFREEBUFFER, LPMALLOC, HINSTANCE, UINT, void *, ULONG, LPMAPITABLE *table,
                                 void **data) {
  if (data) *data = nullptr;
  return refused(table);
}

// @spec createiprop
SCODE WINAPI CreateIProp(const IID *, LPALLOCATEBUFFER, LPALLOCATEMORE, LPFREEBUFFER, LPVOID, void **data) { return refused(data); }

// Messages are not held in files of structured storage.
// @spec openimsgsession
SCODE WINAPI OpenIMsgSession(LPMALLOC malloc, ULONG, void **session) { return malloc ? refused(session) : kInvalid; }
// There is none. @spec closeimsgsession
void WINAPI CloseIMsgSession(void *) {}
// @spec openimsgonistg
SCODE WINAPI OpenIMsgOnIStg(void *, LPALLOCATEBUFFER, LPALLOCATEMORE, LPFREEBUFFER, LPMALLOC, LPVOID, void *storage, void *, ULONG, ULONG,
                            LPMESSAGE *message) {
  return storage ? refused(message) : kInvalid;
}
// @spec setattribimsgonistg
HRESULT WINAPI SetAttribIMsgOnIStg(LPVOID object, LPSPropTagArray, void *, LPSPropProblemArray *problems) {
  if (problems) *problems = nullptr;
  return object ? kUnsupported : kInvalid;
}
// @spec getattribimsgonistg
HRESULT WINAPI GetAttribIMsgOnIStg(LPVOID object, LPSPropTagArray, void **attributes) { return object ? refused(attributes) : kInvalid; }

// Mail is encapsulated by the service, when it is sent.
// @spec opentnefstream
HRESULT WINAPI OpenTnefStream(LPVOID, LPSTREAM stream, LPSTR, ULONG, LPMESSAGE, WORD, void **tnef) { return stream ? refused(tnef) : kInvalid; }
// @spec opentnefstreamex
HRESULT WINAPI OpenTnefStreamEx(LPVOID, LPSTREAM stream, LPSTR, ULONG, LPMESSAGE, WORD, LPADRBOOK, void **tnef) {
  return stream ? refused(tnef) : kInvalid;
}

// Wizards are windows. @spec launchwizardentry
HRESULT WINAPI LaunchWizard(HWND, ULONG, LPCSTR *, ULONG, LPSTR) { return static_cast<HRESULT>(MAPI_E_CALL_FAILED); }
HRESULT WINAPI LAUNCHWIZARD(HWND parent, ULONG flags, LPCSTR *names, ULONG room, LPSTR profile) {
  return LaunchWizard(parent, flags, names, room, profile);
}
HRESULT WINAPI PRProviderInit(HINSTANCE, LPMALLOC, LPALLOCATEBUFFER, LPALLOCATEMORE, LPFREEBUFFER, ULONG, ULONG, ULONG *, void **provider) {
  return refused(provider);
}
HRESULT WINAPI WrapProgress(LPMAPIPROGRESS, ULONG, ULONG, ULONG, LPMAPIPROGRESS *wrapped) { return refused(wrapped); }
BOOL WINAPI InstallFilterHook(BOOL) { return FALSE; }
SCODE WINAPI ScMAPIXFromCMC(ULONG, ULONG, const IID *, LPMAPISESSION *session) { return refused(session); }
HRESULT WINAPI HrGetOmiProvidersFlags(LPMAPIUID, ULONG *) { return kUnsupported; }
HRESULT WINAPI HrSetOmiProvidersFlagsInvalid(LPMAPIUID) { return kUnsupported; }
SCODE ScSplEntry() { return kUnsupported; }
ULONG WINAPI MAPIGetNetscapeVersion() { return 0; }
ULONG WINAPI MAPI_NSCP_SynchronizeClient(ULONG_PTR, ULONG) { return kSimpleUnsupported; }
/** No Outlook is there. */
ULONG WINAPI GetOutlookVersion() { return 0; }
/** Nothing is to be repaired. */
DWORD WINAPI FixMAPI() { return 0; }
/** Has no name in Windows; the import library of mingw-w64 calls it so. */
SCODE ord_8() { return kUnsupported; }

/** What has been encoded nobody can know. */
ULONG WINAPI CchOfEncoding(ULONG) { return 0; }
ULONG WINAPI CbOfEncoded(LPCSTR) { return 0; }
ULONG WINAPI EncodeID(ULONG, LPBYTE, LPSTR) { return 0; }
BOOL WINAPI FDecodeID(LPCSTR, LPBYTE, ULONG *) { return FALSE; }

/** What providers would ask of the arguments they are given; the objects of the service look at theirs themselves. */
HRESULT WINAPI HrValidateParameters(ULONG, LPVOID *) { return S_OK; }
HRESULT WINAPI __ValidateParameters(ULONG, LPVOID) { return S_OK; }
HRESULT WINAPI __CPPValidateParameters(ULONG, LPVOID) { return S_OK; }
HRESULT HrValidateParametersV(ULONG, ...) { return S_OK; }
HRESULT HrValidateParametersValist(ULONG, va_list) { return S_OK; }

/** Objects of a kind that no header has. */
SCODE WINAPI UNKOBJ_ScAllocate(LPVOID, ULONG, LPVOID *block) { return refused(block); }
SCODE WINAPI UNKOBJ_ScAllocateMore(LPVOID, ULONG, LPVOID, LPVOID *block) { return refused(block); }
SCODE WINAPI UNKOBJ_ScCOAllocate(LPVOID, ULONG, LPVOID *block) { return refused(block); }
SCODE WINAPI UNKOBJ_ScCOReallocate(LPVOID, ULONG, LPVOID *) { return kUnsupported; }
SCODE WINAPI UNKOBJ_ScSzFromIdsAlloc(LPVOID, ULONG, ULONG, int, LPSTR *text) { return refused(text); }
void WINAPI UNKOBJ_Free(LPVOID, LPVOID) {}
void WINAPI UNKOBJ_COFree(LPVOID, LPVOID) {}
void WINAPI UNKOBJ_FreeRows(LPVOID, LPSRowSet) {}

/** Common Messaging Calls, which MAPI itself has given up. */
ULONG WINAPI cmc_send(ULONG_PTR, void *, ULONG, ULONG_PTR, void *) { return kCmcUnsupported; }
ULONG WINAPI cmc_send_documents(LPSTR, LPSTR, LPSTR, ULONG, LPSTR, LPSTR, LPSTR, ULONG_PTR) { return kCmcUnsupported; }
ULONG WINAPI cmc_act_on(ULONG_PTR, void *, LONG, ULONG, ULONG_PTR, void *) { return kCmcUnsupported; }
ULONG WINAPI cmc_list(ULONG_PTR, LPSTR, ULONG, void *, ULONG *, ULONG_PTR, void **, void *) { return kCmcUnsupported; }
ULONG WINAPI cmc_read(ULONG_PTR, void *, ULONG, void **, ULONG_PTR, void *) { return kCmcUnsupported; }
ULONG WINAPI cmc_look_up(ULONG_PTR, void *, ULONG, ULONG_PTR, ULONG *, void **, void *) { return kCmcUnsupported; }
ULONG WINAPI cmc_free(void *memory) { return memory ? kCmcNotOurs : 0; }
ULONG WINAPI cmc_logoff(ULONG_PTR, ULONG_PTR, ULONG, void *) { return kCmcUnsupported; }
ULONG WINAPI cmc_logon(LPSTR, LPSTR, LPSTR, void *, ULONG_PTR, USHORT, ULONG, void *, void *) { return kCmcUnsupported; }
ULONG WINAPI cmc_query_configuration(ULONG_PTR, LONG, void *, void *) { return kCmcUnsupported; }

/** Its classes are registered elsewhere. */
HRESULT WINAPI DllGetClassObject(REFCLSID, REFIID, LPVOID *object) {
  if (!object) return E_POINTER;
  *object = nullptr;
  return CLASS_E_CLASSNOTAVAILABLE;
}
HRESULT WINAPI DllCanUnloadNow() { return S_FALSE; }

}
