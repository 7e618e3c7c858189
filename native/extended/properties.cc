// Exports for arrays of properties: finding, measuring, copying. What C++ programs of MAPI call without an object.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include "extended/packed.h"
#include "mapi32/memory.h"

using namespace comail;

namespace {

/** Whether a tag is the one that is looked for: by its identifier alone where no type is given. */
bool matches(ULONG tag, ULONG wanted) {
  return PROP_TYPE(wanted) == PT_UNSPECIFIED ? PROP_ID(tag) == PROP_ID(wanted) : tag == wanted;
}

constexpr auto parts = [](SPropValue &prop, auto read, auto part) { eachPart(prop, read, part); };

}  // namespace

extern "C" {

// @spec sccountprops
SCODE WINAPI ScCountProps(int count, LPSPropValue props, ULONG *bytes) { return countPacked(count, props, bytes, parts); }

// @spec sccopyprops
SCODE WINAPI ScCopyProps(int count, LPSPropValue props, LPVOID into, ULONG *bytes) {
  return copyPacked(count, props, into, bytes, parts);
}

// @spec screlocprops
SCODE WINAPI ScRelocProps(int count, LPSPropValue props, LPVOID before, LPVOID after, ULONG *bytes) {
  return movePacked(count, props, before, after, bytes, parts);
}

// @spec scduppropset
SCODE WINAPI ScDupPropset(int count, LPSPropValue props, LPALLOCATEBUFFER allocate, LPSPropValue *copies) {
  if (!allocate || !copies) return kInvalid;
  *copies = nullptr;
  ULONG size = 0;
  const SCODE counted = ScCountProps(count, props, &size);
  if (FAILED(counted)) return counted;
  void *block = nullptr;
  const SCODE made = allocate(size, &block);
  if (FAILED(made)) return made;
  ScCopyProps(count, props, block, nullptr);
  *copies = static_cast<LPSPropValue>(block);
  return S_OK;
}

// @spec propcopymore
SCODE WINAPI PropCopyMore(LPSPropValue copy, LPSPropValue prop, LPALLOCATEMORE more, LPVOID block) {
  if (!copy || !prop || !more) return kInvalid;
  *copy = *prop;
  struct NoMemory {
    SCODE code;
  };
  try {
    eachPart(*copy, asIs, [&](void *&shown, size_t size) {
      void *place = nullptr;
      const SCODE code = more(static_cast<ULONG>(size), block, &place);
      if (FAILED(code)) throw NoMemory{code};
      std::memcpy(place, shown, size);
      shown = place;
      return shown;
    });
    return S_OK;
  } catch (const NoMemory &none) {
    return none.code;
  } catch (const Invalid &) {
    return static_cast<SCODE>(MAPI_E_NO_SUPPORT);
  }
}

// @spec ulpropsize
ULONG WINAPI UlPropSize(LPSPropValue prop) {
  if (!prop) return 0;
  const ULONG type = PROP_TYPE(prop->ulPropTag);
  // A GUID alone lies behind its pointer, though all of them are of one size.
  size_t size = type & MV_FLAG || type == PT_CLSID ? 0 : fixedSize(type);
  SPropValue seen = *prop;
  try {
    eachPart(seen, asIs, [&size](void *shown, size_t bytes) {
      size += bytes;
      return shown;
    });
  } catch (const Invalid &) {
    return 0;
  }
  return static_cast<ULONG>(size);
}

// @spec ppropfindprop
LPSPropValue WINAPI PpropFindProp(LPSPropValue props, ULONG count, ULONG tag) {
  for (ULONG i = 0; props && i < count; i++)
    if (matches(props[i].ulPropTag, tag)) return &props[i];
  return nullptr;
}

// @spec lpvalfindprop
LPSPropValue WINAPI LpValFindProp(ULONG tag, ULONG count, LPSPropValue props) { return PpropFindProp(props, count, tag); }

// @spec hrgetoneprop
HRESULT WINAPI HrGetOneProp(LPMAPIPROP object, ULONG tag, LPSPropValue *prop) {
  if (!object || !prop) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  *prop = nullptr;
  SizedSPropTagArray(1, tags) = {1, {tag}};
  ULONG count = 0;
  LPSPropValue got = nullptr;
  const HRESULT hr = object->GetProps(reinterpret_cast<LPSPropTagArray>(&tags), 0, &count, &got);
  if (FAILED(hr)) return hr;
  if (!got || count != 1 || PROP_TYPE(got->ulPropTag) == PT_ERROR) {
    const HRESULT why = got && count == 1 ? static_cast<HRESULT>(got->Value.err) : static_cast<HRESULT>(MAPI_E_NOT_FOUND);
    comail::freeBuffer(got);
    return why;
  }
  *prop = got;
  return S_OK;
}

// @spec hrsetoneprop
HRESULT WINAPI HrSetOneProp(LPMAPIPROP object, LPSPropValue prop) {
  if (!object || !prop) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  LPSPropProblemArray problems = nullptr;
  const HRESULT hr = object->SetProps(1, prop, &problems);
  const HRESULT why = SUCCEEDED(hr) && problems && problems->cProblem > 0 ? static_cast<HRESULT>(problems->aProblem[0].scode) : hr;
  comail::freeBuffer(problems);
  return FAILED(why) ? why : S_OK;
}

// @spec fpropexists
BOOL WINAPI FPropExists(LPMAPIPROP object, ULONG tag) {
  LPSPropTagArray tags = nullptr;
  // Text is listed as the caller asks for it.
  const ULONG flags = PROP_TYPE(tag) == PT_UNICODE ? MAPI_UNICODE : 0;
  if (!object || FAILED(object->GetPropList(flags, &tags)) || !tags) return FALSE;
  BOOL found = FALSE;
  for (ULONG i = 0; i < tags->cValues; i++)
    if (matches(tags->aulPropTag[i], tag)) found = TRUE;
  comail::freeBuffer(tags);
  return found;
}

}
