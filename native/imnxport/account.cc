#include "imnxport/account.h"

#include <cstring>

namespace comail {

namespace {

// The properties as src/imnxport/account.ts numbers them: the header's own numbers stand in no public text.
enum Property : DWORD {
  kAccountName = 1,
  kConnectionType = 2,
  kConnectoid = 3,
  kServer = 10,
  kUserName = 11,
  kPassword = 12,
  kUseSicily = 13,
  kTimeout = 14,
  kPort = 15,
  kSsl = 16,
  kPromptPassword = 17,
};

/** The first methods of IPropertyContainer, which IImnAccount begins with. */
struct Properties : public IUnknown {
  virtual HRESULT STDMETHODCALLTYPE GetProp(DWORD tag, BYTE *bytes, ULONG *count) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetPropDw(DWORD tag, DWORD *value) = 0;
  virtual HRESULT STDMETHODCALLTYPE GetPropSz(DWORD tag, LPSTR text, ULONG size) = 0;
};

template <size_t N>
HRESULT text(Properties *account, DWORD tag, CHAR (&field)[N]) {
  const HRESULT hr = account->GetPropSz(tag, field, N);
  if (FAILED(hr)) field[0] = '\0';
  field[N - 1] = '\0';
  return hr;
}

DWORD number(Properties *account, DWORD tag) {
  DWORD value = 0;
  const HRESULT hr = account->GetPropDw(tag, &value);
  return SUCCEEDED(hr) ? value : 0;
}

}  // namespace

HRESULT serverFromAccount(IImnAccount *given, INETSERVER &server) {
  auto *account = reinterpret_cast<Properties *>(given);
  INETSERVER filled;
  std::memset(&filled, 0, sizeof filled);
  const HRESULT hr = text(account, kServer, filled.szServerName);
  if (FAILED(hr)) return hr;
  if (filled.szServerName[0] == '\0') return E_INVALIDARG;
  text(account, kAccountName, filled.szAccount);
  text(account, kUserName, filled.szUserName);
  text(account, kPassword, filled.szPassword);
  text(account, kConnectoid, filled.szConnectoid);
  filled.rasconntype = static_cast<RASCONNTYPE>(number(account, kConnectionType));
  filled.dwPort = number(account, kPort);
  filled.fSSL = number(account, kSsl) != 0;
  filled.fTrySicily = number(account, kUseSicily) != 0;
  filled.dwTimeout = number(account, kTimeout);
  filled.dwFlags = number(account, kPromptPassword) != 0 ? ISF_ALWAYSPROMPTFORPASSWORD : 0;
  server = filled;
  return S_OK;
}

}  // namespace comail
