#include "imnxport/factory.h"

#include "common/home.h"
#include "imnxport/transport.h"

namespace comail {

Factory::Factory() { hold(); }

Factory::~Factory() { letGo(); }

HRESULT STDMETHODCALLTYPE Factory::QueryInterface(REFIID iid, void **object) {
  if (!object) return E_POINTER;
  *object = nullptr;
  if (iid != IID_IUnknown && iid != IID_IClassFactory) return E_NOINTERFACE;
  *object = static_cast<IClassFactory *>(this);
  AddRef();
  return S_OK;
}

ULONG STDMETHODCALLTYPE Factory::Release() {
  const ULONG left = --count_;
  if (left == 0) delete this;
  return left;
}

HRESULT STDMETHODCALLTYPE Factory::CreateInstance(IUnknown *outer, REFIID iid, void **object) {
  if (!object) return E_POINTER;
  *object = nullptr;
  return outer ? CLASS_E_NOAGGREGATION : Transport::create(iid, object);
}

HRESULT STDMETHODCALLTYPE Factory::LockServer(BOOL lock) {
  if (lock) hold();
  else letGo();
  return S_OK;
}

}  // namespace comail
