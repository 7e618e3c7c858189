// Structures for the program, each in blocks that one MAPIFreeBuffer frees together.
#include <cstring>

#include "common/codepage.h"
#include "mapi32/memory.h"
#include "mapi32/message.h"

namespace comail {

namespace {

/** Fills a block and what is added to it; `good` turns false when memory runs out. */
class Block {
 public:
  explicit Block(size_t size) : start_(allocated(static_cast<ULONG>(size))), good_(start_ != nullptr) {
    if (start_) std::memset(start_, 0, size);
  }

  void *start() const { return start_; }
  bool good() const { return good_; }

  void *more(const void *from, size_t size) {
    void *block = good_ ? allocatedMore(static_cast<ULONG>(size), start_) : nullptr;
    if (!block) good_ = false;
    else if (from) std::memcpy(block, from, size);
    else std::memset(block, 0, size);
    return block;
  }

  /** A text in the code page of the process: the functions that hand out messages are ANSI. */
  LPSTR text(const Text &text) {
    if (!text) return nullptr;
    const std::string bytes = ansiOf(*text, CP_ACP);
    return static_cast<LPSTR>(more(bytes.c_str(), bytes.size() + 1));
  }

  void *bytes(const std::optional<Bytes> &bytes) { return bytes ? more(bytes->data(), bytes->size()) : nullptr; }

  void fill(MapiRecipDesc &into, const Recipient &from) {
    into.ulReserved = from.reserved;
    into.ulRecipClass = from.kind;
    into.lpszName = text(from.name);
    into.lpszAddress = text(from.address);
    into.ulEIDSize = from.entryId ? static_cast<ULONG>(from.entryId->size()) : 0;
    into.lpEntryID = bytes(from.entryId);
  }

  void fill(MapiFileDesc &into, const File &from) {
    into.ulReserved = from.reserved;
    into.flFlags = from.flags;
    into.nPosition = from.position;
    into.lpszPathName = text(from.path);
    into.lpszFileName = text(from.name);
    if (!from.type) return;
    auto *type = static_cast<MapiFileTagExt *>(more(nullptr, sizeof(MapiFileTagExt)));
    into.lpFileType = type;
    if (!type) return;
    type->ulReserved = from.type->reserved;
    type->cbTag = from.type->tag ? static_cast<ULONG>(from.type->tag->size()) : 0;
    type->lpTag = static_cast<LPBYTE>(bytes(from.type->tag));
    type->cbEncoding = from.type->encoding ? static_cast<ULONG>(from.type->encoding->size()) : 0;
    type->lpEncoding = static_cast<LPBYTE>(bytes(from.type->encoding));
  }

  template <typename T, typename From>
  T *array(const std::vector<From> &from) {
    auto *all = from.empty() ? nullptr : static_cast<T *>(more(nullptr, sizeof(T) * from.size()));
    for (size_t i = 0; all && i < from.size(); i++) fill(all[i], from[i]);
    return all;
  }

  /** The block, or nothing of it. */
  template <typename T>
  T *whole() {
    if (good_) return static_cast<T *>(start_);
    freeBuffer(start_);
    return nullptr;
  }

 private:
  void *start_;
  bool good_;
};

}  // namespace

MapiMessage *handedOut(const Message &message) {
  Block block(sizeof(MapiMessage));
  if (!block.good()) return nullptr;
  auto &made = *static_cast<MapiMessage *>(block.start());
  made.ulReserved = message.reserved;
  made.lpszSubject = block.text(message.subject);
  made.lpszNoteText = block.text(message.note);
  made.lpszMessageType = block.text(message.type);
  made.lpszDateReceived = block.text(message.received);
  made.lpszConversationID = block.text(message.conversation);
  made.flFlags = message.flags;
  if (message.originator) made.lpOriginator = block.array<MapiRecipDesc>(std::vector<Recipient>{*message.originator});
  made.nRecipCount = static_cast<ULONG>(message.recipients.size());
  made.lpRecips = block.array<MapiRecipDesc>(message.recipients);
  made.nFileCount = static_cast<ULONG>(message.files.size());
  made.lpFiles = block.array<MapiFileDesc>(message.files);
  return block.whole<MapiMessage>();
}

MapiRecipDesc *handedOut(const std::vector<Recipient> &recipients) {
  Block block(sizeof(MapiRecipDesc) * recipients.size());
  for (size_t i = 0; block.good() && i < recipients.size(); i++)
    block.fill(static_cast<MapiRecipDesc *>(block.start())[i], recipients[i]);
  return block.whole<MapiRecipDesc>();
}

}  // namespace comail
