// MAPISendMail, MAPISendMailW, MAPISendDocuments.
#include "mapi32/functions.h"

#include "common/codepage.h"
#include "common/service.h"
#include "common/socket.h"
#include "mapi32/content.h"
#include "mapi32/dropfolder.h"
#include "mapi32/sessions.h"

namespace comail {

namespace {

using Contents = std::vector<std::shared_ptr<Content>>;

/** Hands the files over for the time of one call. */
class Exposed {
 public:
  Exposed(Channel &channel, const Contents &content) : channel_(channel) {
    for (const auto &one : content) numbers_.push_back(channel.expose(one));
  }
  // The service has let go of them with its answer; of a call that never reached it they are left.
  ~Exposed() {
    for (const uint64_t number : numbers_)
      if (unsent) channel_.withdraw(number);
  }
  Exposed(const Exposed &) = delete;
  Exposed &operator=(const Exposed &) = delete;

  const std::vector<uint64_t> &numbers() const { return numbers_; }
  bool unsent = false;

 private:
  Channel &channel_;
  std::vector<uint64_t> numbers_;
};

/** Sends by the service, which knows the call by an identifier; or leaves it in the drop folder. */
ULONG handedOver(const Use &used, unsigned function, uintptr_t window, const Message &message, uint32_t flags, const Contents &content) {
  CallId id;
  if (!randomBytes(id.data(), id.size())) return MAPI_E_FAILURE;
  if (!used.channel) return dropped(id, function, used.profile, flags, message, content);
  Exposed files(*used.channel, content);
  Writer in;
  in.u8(1).raw(id.data(), id.size()).u32(function).u64(used.remote).u64(window).u8(1);
  put(in, message, files.numbers());
  in.u32(flags).u32(0);
  Answer answer;
  switch (used.channel->call(0, kSimpleMapi, kMarkedSendMail, in, answer)) {
    case Channel::Sent::kAnswered: return answer.code;
    case Channel::Sent::kTooLarge: files.unsent = true; return MAPI_E_TEXT_TOO_LARGE;
    // Nobody knows what has become of it. The next service finds out by its name, and does what is left to do.
    default: return dropped(id, function, used.profile, flags, message, content);
  }
}

ULONG send(unsigned function, uintptr_t session, uintptr_t window, const Message &message, uint32_t flags) {
  Contents content;
  const ULONG code = opened(message.files, content);
  if (code != SUCCESS_SUCCESS) return code;
  const Use used = use(session, window);
  return used.code == SUCCESS_SUCCESS ? handedOver(used, function, window, message, flags, content) : used.code;
}

/** The parts of a list, which may be one part alone. */
std::vector<std::u16string> parts(const Text &list, const std::u16string &delimiter) {
  std::vector<std::u16string> found;
  if (!list || list->empty()) return found;
  size_t begin = 0;
  for (;;) {
    const size_t end = delimiter.empty() ? std::u16string::npos : list->find(delimiter, begin);
    found.push_back(list->substr(begin, end == std::u16string::npos ? end : end - begin));
    if (end == std::u16string::npos) return found;
    begin = end + delimiter.size();
  }
}

}  // namespace

ULONG sendMail(uintptr_t session, uintptr_t window, const MapiMessage *message, uint32_t flags) {
  return message ? send(kSendMail, session, window, messageOf(*message), flags) : MAPI_E_FAILURE;
}

ULONG sendMail(uintptr_t session, uintptr_t window, const MapiMessageW *message, uint32_t flags) {
  return message ? send(kSendMailW, session, window, messageOf(*message), flags) : MAPI_E_FAILURE;
}

ULONG sendDocuments(uintptr_t window, const char *delimiter, const char *paths, const char *names) {
  std::u16string between;
  if (!wideOf(delimiter, CP_ACP, between) || between.size() > 1) return MAPI_E_FAILURE;
  const auto list = [&between](const char *given) {
    std::u16string wide;
    return parts(wideOf(given, CP_ACP, wide) ? Text(wide) : Text(), between);
  };
  const std::vector<std::u16string> shown = list(names), files = list(paths);
  Message message;
  for (size_t i = 0; i < files.size(); i++) {
    if (files[i].empty()) continue;
    File file;
    file.position = 0xFFFFFFFF;
    file.path = files[i];
    if (i < shown.size() && !shown[i].empty()) file.name = shown[i];
    message.files.push_back(file);
  }
  Contents content;
  // The page has one code for a file that is not there and one that can't be opened.
  if (opened(message.files, content) != SUCCESS_SUCCESS) return MAPI_E_ATTACHMENT_OPEN_FAILURE;
  // Nothing but the list of files can be too long, for which this page has no code.
  const ULONG code = handedOver(use(0, window), kSendDocuments, window, message, 0, content);
  return code == MAPI_E_TEXT_TOO_LARGE ? MAPI_E_FAILURE : code;
}

}  // namespace comail
