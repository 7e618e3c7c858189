#include "imnxport/structures.h"

#include <algorithm>
#include <cstring>

#include "common/codepage.h"

namespace comail {

namespace {

/** A text of a field of fixed length, which somebody may have filled to its last byte. */
template <size_t N>
void putField(Writer &out, const CHAR (&field)[N]) {
  const std::string text(field, strnlen(field, N));
  putText(out, text.c_str());
}

/** What is too long for the field is cut, as C's own structure could not hold it. */
template <size_t N>
void getField(Reader &in, CHAR (&field)[N]) {
  std::u16string text;
  in.text(text);
  const std::string bytes = ansiOf(text, CP_ACP);
  std::memset(field, 0, N);
  std::memcpy(field, bytes.data(), std::min(bytes.size(), N - 1));
}

bool getHeld(Reader &in, std::string &text) {
  std::u16string wide;
  const bool there = in.text(wide);
  text = ansiOf(wide, CP_ACP);
  return there;
}

void putAddresses(Writer &out, const INETADDRLIST &list) {
  if (!list.prgAddress) {
    out.u32(list.cAddress == 0 ? 0 : kNull);
    return;
  }
  out.u32(list.cAddress);
  for (ULONG i = 0; i < list.cAddress; i++) {
    out.u32(list.prgAddress[i].addrtype);
    putField(out, list.prgAddress[i].szEmail);
  }
}

}  // namespace

Guid guidOf(REFGUID value) {
  Guid same;
  std::memcpy(same.bytes.data(), &value, same.bytes.size());
  return same;
}

void putText(Writer &out, const char *text) {
  std::u16string wide;
  if (wideOf(text, CP_ACP, wide)) out.text(wide);
  else out.text(nullptr);
}

void putServer(Writer &out, const INETSERVER *server) {
  out.u8(server ? 1 : 0);
  if (!server) return;
  putField(out, server->szAccount);
  putField(out, server->szUserName);
  putField(out, server->szPassword);
  putField(out, server->szServerName);
  putField(out, server->szConnectoid);
  out.u32(server->rasconntype).u32(server->dwPort).u32(server->fSSL ? 1 : 0).u32(server->fTrySicily ? 1 : 0);
  out.u32(server->dwTimeout).u32(server->dwFlags);
}

bool getServer(Reader &in, INETSERVER &server) {
  if (!in.there()) return false;
  getField(in, server.szAccount);
  getField(in, server.szUserName);
  getField(in, server.szPassword);
  getField(in, server.szServerName);
  getField(in, server.szConnectoid);
  server.rasconntype = static_cast<RASCONNTYPE>(in.u32());
  server.dwPort = in.u32();
  server.fSSL = in.u32() != 0;
  server.fTrySicily = in.u32() != 0;
  server.dwTimeout = in.u32();
  server.dwFlags = in.u32();
  return in.good();
}

void putMessage(Writer &out, const SMTPMESSAGE &message, uint64_t stream) {
  const Guid iid = guidOf(IID_IStream);
  out.u32(message.cbSize).hostObject(stream, &iid, 1);
  putAddresses(out, message.rAddressList);
}

IXPRESULT &HeldResult::pointed() {
  result.pszResponse = hasResponse ? response.data() : nullptr;
  result.pszProblem = hasProblem ? problem.data() : nullptr;
  return result;
}

HeldResult getResult(Reader &in) {
  HeldResult held;
  held.result.hrResult = static_cast<HRESULT>(in.u32());
  held.hasResponse = getHeld(in, held.response);
  held.result.uiServerError = in.u32();
  held.result.hrServerError = static_cast<HRESULT>(in.u32());
  held.result.dwSocketError = in.u32();
  held.hasProblem = getHeld(in, held.problem);
  return held;
}

}  // namespace comail
