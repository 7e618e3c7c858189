#include "mapi32/message.h"

#include "common/codepage.h"

namespace comail {

namespace {

Text textOf(const char *text, unsigned page) {
  std::u16string wide;
  return wideOf(text, page, wide) ? Text(wide) : Text();
}

Text textOf(const wchar_t *text, unsigned) {
  std::u16string wide;
  return wideOf(text, wide) ? Text(wide) : Text();
}

std::optional<Bytes> bytesOf(const void *bytes, ULONG count) {
  if (!bytes) return {};
  const auto *from = static_cast<const uint8_t *>(bytes);
  return Bytes(from, from + count);
}

template <typename R>
Recipient recipient(const R &given, unsigned page) {
  return {given.ulReserved, given.ulRecipClass, textOf(given.lpszName, page), textOf(given.lpszAddress, page),
          bytesOf(given.lpEntryID, given.ulEIDSize)};
}

template <typename F>
File file(const F &given, unsigned page) {
  File made = {given.ulReserved, given.flFlags, given.nPosition, textOf(given.lpszPathName, page),
               textOf(given.lpszFileName, page), {}};
  if (const auto *type = static_cast<const MapiFileTagExt *>(given.lpFileType))
    made.type = FileTag{type->ulReserved, bytesOf(type->lpTag, type->cbTag), bytesOf(type->lpEncoding, type->cbEncoding)};
  return made;
}

template <typename M>
Message message(const M &given, unsigned page) {
  Message made;
  made.reserved = given.ulReserved;
  made.subject = textOf(given.lpszSubject, page);
  made.note = textOf(given.lpszNoteText, page);
  made.type = textOf(given.lpszMessageType, page);
  made.received = textOf(given.lpszDateReceived, page);
  made.conversation = textOf(given.lpszConversationID, page);
  made.flags = given.flFlags;
  if (given.lpOriginator) made.originator = recipient(*given.lpOriginator, page);
  if (given.lpRecips)
    for (ULONG i = 0; i < given.nRecipCount; i++) made.recipients.push_back(recipient(given.lpRecips[i], page));
  if (given.lpFiles)
    for (ULONG i = 0; i < given.nFileCount; i++) made.files.push_back(file(given.lpFiles[i], page));
  return made;
}

void put(Writer &out, const std::optional<Bytes> &bytes) {
  if (bytes) out.u32(static_cast<uint32_t>(bytes->size())).raw(bytes->data(), bytes->size());
  else out.u32(kNull);
}

std::optional<Bytes> getBytes(Reader &in) {
  Bytes bytes;
  return in.bytes(bytes) ? std::optional<Bytes>(bytes) : std::nullopt;
}

}  // namespace

Message messageOf(const MapiMessage &given) { return message(given, given.ulReserved == kUtf8 ? kUtf8 : CP_ACP); }

Message messageOf(const MapiMessageW &given) { return message(given, 0); }

Recipient recipientOf(const MapiRecipDesc &given, unsigned page) { return recipient(given, page); }

Text ansi(const char *text) { return textOf(text, CP_ACP); }

void put(Writer &out, const Text &text) { out.text(text ? &*text : nullptr); }

void put(Writer &out, const Recipient &recipient) {
  out.u32(recipient.reserved).u32(recipient.kind);
  put(out, recipient.name);
  put(out, recipient.address);
  put(out, recipient.entryId);
}

void put(Writer &out, const File &file, uint64_t content) {
  // {0000000C-0000-0000-C000-000000000046}, IStream
  const Guid stream = guid(0x0000000C, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46});
  out.u32(file.reserved).u32(file.flags).u32(file.position);
  put(out, file.path);
  put(out, file.name);
  out.u8(file.type ? 1 : 0);
  if (file.type) {
    out.u32(file.type->reserved);
    put(out, file.type->tag);
    put(out, file.type->encoding);
  }
  out.hostObject(content, &stream, 1);
}

void put(Writer &out, const Message &message, const std::vector<uint64_t> &content) {
  // The texts are UTF-16 now, whatever they were.
  out.u32(message.reserved == kUtf8 ? 0 : message.reserved);
  for (const Text *text : {&message.subject, &message.note, &message.type, &message.received, &message.conversation})
    put(out, *text);
  out.u32(message.flags).u8(message.originator ? 1 : 0);
  if (message.originator) put(out, *message.originator);
  out.u32(static_cast<uint32_t>(message.recipients.size()));
  for (const Recipient &one : message.recipients) put(out, one);
  out.u32(static_cast<uint32_t>(message.files.size()));
  for (size_t i = 0; i < message.files.size(); i++) put(out, message.files[i], i < content.size() ? content[i] : 0);
}

Text getText(Reader &in) {
  std::u16string text;
  return in.text(text) ? Text(text) : Text();
}

Recipient getRecipient(Reader &in) {
  Recipient made;
  made.reserved = in.u32();
  made.kind = in.u32();
  made.name = getText(in);
  made.address = getText(in);
  made.entryId = getBytes(in);
  return made;
}

namespace {

File getFile(Reader &in) {
  File made;
  made.reserved = in.u32();
  made.flags = in.u32();
  made.position = in.u32();
  made.path = getText(in);
  if (made.path) made.path = pathFromService(*made.path);
  made.name = getText(in);
  if (in.there()) {
    FileTag type;
    type.reserved = in.u32();
    type.tag = getBytes(in);
    type.encoding = getBytes(in);
    made.type = type;
  }
  // The bytes lie in the file: the service sends no stream of them.
  if (in.reference().kind != Reference::kNone) in.spoil();
  return made;
}

}  // namespace

Message getMessage(Reader &in) {
  constexpr size_t kLeastRecipient = 20, kLeastFile = 22;
  Message made;
  made.reserved = in.u32();
  for (Text *text : {&made.subject, &made.note, &made.type, &made.received, &made.conversation}) *text = getText(in);
  made.flags = in.u32();
  if (in.there()) made.originator = getRecipient(in);
  uint32_t many = 0;
  in.count(many, kLeastRecipient);
  for (uint32_t i = 0; i < many && in.good(); i++) made.recipients.push_back(getRecipient(in));
  in.count(many, kLeastFile);
  for (uint32_t i = 0; i < many && in.good(); i++) made.files.push_back(getFile(in));
  return made;
}

}  // namespace comail
