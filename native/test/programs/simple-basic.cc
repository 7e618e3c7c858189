// A program that calls Simple MAPI as Visual Basic does, by the functions whose names begin with B. Arguments: the profile, a recipient, a file.
#include <windows.h>

#include <oleauto.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "test/support/library.h"
#include "test/support/program.h"

namespace {

// MAPIVB32.BAS: strings are BSTRs of bytes.
struct Message {
  ULONG reserved;
  BSTR subject, noteText, messageType, dateReceived, conversationID;
  ULONG flags, recipCount, fileCount;
};
struct Recip {
  ULONG reserved, recipClass;
  BSTR name, address;
  ULONG entryIDSize;
  BSTR entryID;
};
struct File {
  ULONG reserved, flags, position;
  BSTR pathName, fileName, fileType;
};

BSTR basic(const char *text) { return SysAllocStringByteLen(text, static_cast<UINT>(std::strlen(text))); }
std::string said(BSTR text) { return text ? reinterpret_cast<const char *>(text) : "nothing"; }

/** An array as Basic hands it over. */
template <typename Element, ULONG many>
struct Array {
  Element elements[many] = {};
  SAFEARRAY about = {};
  SAFEARRAY *first = &about;

  explicit Array(ULONG size = sizeof(Element)) {
    about.cDims = 1;
    about.cbElements = size;
    about.pvData = elements;
    about.rgsabound[0].cElements = many;
  }
};

}  // namespace

int program(int count, char **words) {
  Library mapi;
  const char *path = std::getenv("COMAIL_MAPI_DLL");
  if (count != 4 || !mapi.load(path ? path : "comail-mapi.dll")) return 3;
  ULONG_PTR session = 0;
  const auto code = [](const char *name, ULONG value) { line(std::string("> ") + name + " -> " + std::to_string(value)); };
  code("logon", mapi.function<ULONG(WINAPI *)(ULONG_PTR, const char *, const char *, ULONG, ULONG, ULONG_PTR *)>("MAPILogon", 24)(0, words[1], nullptr, 2, 0, &session));
  using Send = ULONG(WINAPI *)(ULONG_PTR, ULONG_PTR, Message *, SAFEARRAY **, SAFEARRAY **, ULONG, ULONG);
  const auto send = mapi.function<Send>("BMAPISendMail", 28);
  Message message = {};
  Array<Recip, 1> recips;
  Array<File, 1> files;
  message.subject = basic("Basic");
  message.noteText = basic("Text");
  message.recipCount = message.fileCount = 1;
  recips.elements[0].recipClass = 1;
  recips.elements[0].name = basic(words[2]);
  files.elements[0].position = ~0u;
  files.elements[0].pathName = basic(words[3]);
  code("send", send(session, 0, &message, &recips.first, &files.first, 0, 0));
  Array<Recip, 1> odd(7);
  code("no recipients", send(session, 0, &message, &odd.first, &files.first, 0, 0));
  code("no files", send(session, 0, &message, &recips.first, nullptr, 0, 0));
  Recip found = {};
  code("resolve", mapi.function<ULONG(WINAPI *)(ULONG_PTR, ULONG_PTR, BSTR, ULONG, ULONG, Recip *)>("BMAPIResolveName", 24)(session, 0, recips.elements[0].name, 0, 0, &found));
  line(said(found.address) + (found.entryIDSize == SysStringByteLen(found.entryID) && found.entryIDSize > 0 ? " with an identifier" : " alone"));
  BSTR id = basic(""), next = nullptr, none = basic("");
  using Save = ULONG(WINAPI *)(ULONG_PTR, ULONG_PTR, Message *, SAFEARRAY **, SAFEARRAY **, ULONG, ULONG, BSTR *);
  code("save", mapi.function<Save>("BMAPISaveMail", 32)(session, 0, &message, &recips.first, &files.first, 0, 0, &id));
  using Find = ULONG(WINAPI *)(ULONG_PTR, ULONG_PTR, BSTR *, BSTR *, ULONG, ULONG, BSTR *);
  code("find", mapi.function<Find>("BMAPIFindNext", 28)(session, 0, &none, &none, 0, 0, &next));
  line(said(next) == said(id) ? "the same" : "other");
  ULONG number = 0, recipCount = 0, fileCount = 0;
  using Read = ULONG(WINAPI *)(ULONG *, ULONG *, ULONG *, ULONG_PTR, ULONG_PTR, BSTR *, ULONG, ULONG);
  code("read", mapi.function<Read>("BMAPIReadMail", 32)(&number, &recipCount, &fileCount, session, 0, &id, 0, 0));
  line(std::to_string(recipCount) + " recipients " + std::to_string(fileCount) + " files");
  using Get = ULONG(WINAPI *)(ULONG, Message *, SAFEARRAY **, SAFEARRAY **, Recip *);
  const auto get = mapi.function<Get>("BMAPIGetReadMail", 20);
  Message back = {};
  Array<Recip, 1> to;
  Array<File, 2> with;
  Recip from = {};
  code("get", get(number, &back, &to.first, &with.first, &from));
  line(said(back.subject) + " " + said(back.noteText).substr(0, 4) + " to " + said(to.elements[0].name) + " with " + said(with.elements[0].fileName) +
       (with.elements[1].pathName ? " and more" : ""));
  code("get again", get(number, &back, &to.first, &with.first, &from));
  code("details", mapi.function<ULONG(WINAPI *)(ULONG_PTR, ULONG_PTR, Recip *, ULONG, ULONG)>("BMAPIDetails", 20)(session, 0, &found, 0, 0));
  using Address = ULONG(WINAPI *)(ULONG *, ULONG_PTR, ULONG_PTR, BSTR *, ULONG, BSTR *, ULONG *, SAFEARRAY **, ULONG, ULONG);
  recipCount = 1;
  code("address", mapi.function<Address>("BMAPIAddress", 40)(&number, session, 0, &none, 1, &none, &recipCount, &recips.first, 0, 0));
  code("chosen", mapi.function<ULONG(WINAPI *)(ULONG, ULONG, SAFEARRAY **)>("BMAPIGetAddress", 12)(number, recipCount, &to.first));
  line(std::to_string(recipCount) + " " + said(to.elements[0].name));
  code("logoff", mapi.function<ULONG(WINAPI *)(ULONG_PTR, ULONG_PTR, ULONG, ULONG)>("MAPILogoff", 16)(session, 0, 0, 0));
  return 0;
}
