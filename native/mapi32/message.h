// A message of Simple MAPI, between the program's structures, the wire and the drop folder.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/bytes.h"
#include "mapi32/structures.h"

namespace comail {

using Text = std::optional<std::u16string>;

struct Recipient {
  uint32_t reserved = 0, kind = 0;
  Text name, address;
  std::optional<Bytes> entryId;
};

struct FileTag {
  uint32_t reserved = 0;
  std::optional<Bytes> tag, encoding;
};

struct File {
  uint32_t reserved = 0, flags = 0, position = 0;
  Text path, name;
  std::optional<FileTag> type;
};

struct Message {
  uint32_t reserved = 0;
  Text subject, note, type, received, conversation;
  uint32_t flags = 0;
  std::optional<Recipient> originator;
  std::vector<Recipient> recipients;
  std::vector<File> files;
};

/** What a program gave. Its texts are of the code page of the process, or UTF-8 where `ulReserved` says so. */
Message messageOf(const MapiMessage &given);
Message messageOf(const MapiMessageW &given);
Recipient recipientOf(const MapiRecipDesc &given, unsigned page);

/** A text of an ANSI function. */
Text ansi(const char *text);

void put(Writer &out, const Text &text);
void put(Writer &out, const Recipient &recipient);
/** @param content the numbers of the objects that stand for the files' bytes, 0 for none; shorter means none */
void put(Writer &out, const Message &message, const std::vector<uint64_t> &content);
void put(Writer &out, const File &file, uint64_t content);

Text getText(Reader &in);
Recipient getRecipient(Reader &in);
Message getMessage(Reader &in);

/** As the program takes it: one block of MAPIAllocateBuffer. @returns null when there is no memory */
MapiMessage *handedOut(const Message &message);
MapiRecipDesc *handedOut(const std::vector<Recipient> &recipients);

}  // namespace comail
