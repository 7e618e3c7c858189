// A program that sends by Extended MAPI, as its pages say, by way of mapi32.dll, step by step as its arguments say.
#define INITGUID
#include <windows.h>

#include <mapix.h>

#include <cstring>

#include "test/support/mapiprogram.h"
#include "test/support/program.h"

namespace {

class Sender final : public MapiProgram {
 public:
  Sender() {
    step("to", [this](const Words &words) { recipients(words); });
    step("resolve", [this](const Words &words) { resolve(words); });
    step("attach", [this](const Words &words) { attach(words); });
    step("submit", [this](const Words &) { submit(); });
  }

 private:
  /** `to ADDRESS...`: an ADRLIST in memory of MAPI, each entry a block of its own. */
  void recipients(const Words &words) {
    ADRLIST *list = nullptr;
    const ULONG count = static_cast<ULONG>(words.size() - 1);
    mapi.MAPIAllocateBuffer(static_cast<ULONG>(CbNewADRLIST(count)), reinterpret_cast<void **>(&list));
    list->cEntries = count;
    for (ULONG i = 0; i < count; i++) {
      ADRENTRY &entry = list->aEntries[i];
      entry = {};
      entry.cValues = 4;
      mapi.MAPIAllocateBuffer(4 * sizeof(SPropValue), reinterpret_cast<void **>(&entry.rgPropVals));
      std::memset(entry.rgPropVals, 0, 4 * sizeof(SPropValue));
      const char *address = words[i + 1].c_str();
      char *copy = nullptr;
      mapi.MAPIAllocateMore(static_cast<ULONG>(std::strlen(address) + 1), entry.rgPropVals, reinterpret_cast<void **>(&copy));
      std::strcpy(copy, address);
      entry.rgPropVals[0].ulPropTag = PR_DISPLAY_NAME_A;
      entry.rgPropVals[0].Value.lpszA = copy;
      entry.rgPropVals[1].ulPropTag = PR_ADDRTYPE_A;
      entry.rgPropVals[1].Value.lpszA = const_cast<char *>("SMTP");
      entry.rgPropVals[2].ulPropTag = PR_EMAIL_ADDRESS_A;
      entry.rgPropVals[2].Value.lpszA = copy;
      entry.rgPropVals[3].ulPropTag = PR_RECIPIENT_TYPE;
      entry.rgPropVals[3].Value.l = MAPI_TO;
    }
    told("ModifyRecipients", message->ModifyRecipients(MODRECIP_ADD, list));
    mapi.FreePadrlist(list);
  }

  /** `resolve NAME`: a name becomes an address, the entry of the list is exchanged. */
  void resolve(const Words &words) {
    IAddrBook *book = nullptr;
    told("OpenAddressBook", session->OpenAddressBook(0, nullptr, AB_NO_DIALOG, &book));
    if (!book) return;
    ADRLIST *list = nullptr;
    mapi.MAPIAllocateBuffer(static_cast<ULONG>(CbNewADRLIST(1)), reinterpret_cast<void **>(&list));
    list->cEntries = 1;
    ADRENTRY &entry = list->aEntries[0];
    entry = {};
    entry.cValues = 2;
    mapi.MAPIAllocateBuffer(2 * sizeof(SPropValue), reinterpret_cast<void **>(&entry.rgPropVals));
    std::memset(entry.rgPropVals, 0, 2 * sizeof(SPropValue));
    entry.rgPropVals[0].ulPropTag = PR_DISPLAY_NAME_A;
    entry.rgPropVals[0].Value.lpszA = const_cast<char *>(words.at(1).c_str());
    entry.rgPropVals[1].ulPropTag = PR_RECIPIENT_TYPE;
    entry.rgPropVals[1].Value.l = MAPI_TO;
    told("ResolveName", book->ResolveName(0, 0, nullptr, list));
    bool entryId = false;
    for (ULONG i = 0; i < list->aEntries[0].cValues; i++)
      if (list->aEntries[0].rgPropVals[i].ulPropTag == PR_ENTRYID) entryId = true;
    line(entryId ? "resolved" : "not resolved");
    if (message && entryId) told("ModifyRecipients", message->ModifyRecipients(MODRECIP_ADD, list));
    mapi.FreePadrlist(list);
    gone(book);
  }

  /** `attach NAME SIZE`: bytes written through a stream, in two writes. */
  void attach(const Words &words) {
    ULONG place = 77;
    IAttach *attachment = nullptr;
    told("CreateAttach", message->CreateAttach(nullptr, 0, &place, &attachment));
    if (!attachment) return;
    SPropValue props[3] = {};
    std::wstring name = wideOf(words.at(1));
    props[0].ulPropTag = PR_ATTACH_METHOD;
    props[0].Value.l = ATTACH_BY_VALUE;
    props[1].ulPropTag = PR_ATTACH_LONG_FILENAME_W;
    props[1].Value.lpszW = name.data();
    props[2].ulPropTag = PR_RENDERING_POSITION;
    props[2].Value.l = -1;
    told("SetProps", attachment->SetProps(3, props, nullptr));
    IStream *stream = nullptr;
    told("OpenProperty", attachment->OpenProperty(PR_ATTACH_DATA_BIN, &IID_IStream, STGM_READWRITE, MAPI_CREATE | MAPI_MODIFY,
                                                  reinterpret_cast<LPUNKNOWN *>(&stream)));
    if (stream) written(stream, number(words, 2));
    told("SaveChanges", attachment->SaveChanges(0));
    line("attachment " + std::to_string(place) + " left " + std::to_string(attachment->Release()));
  }

  void written(IStream *stream, ULONG size) {
    const std::string bytes(size, 'x');
    ULONG first = 0, second = 0;
    const HRESULT one = stream->Write(bytes.data(), size / 2, &first);
    const HRESULT two = stream->Write(bytes.data(), size - size / 2, &second);
    line("Write " + hex(one) + " " + hex(two) + " " + std::to_string(first + second));
    LARGE_INTEGER start = {};
    ULARGE_INTEGER at = {};
    start.QuadPart = 10;
    told("Seek", stream->Seek(start, STREAM_SEEK_SET, &at));
    std::string back(size + 5, '.');
    ULONG got = 0;
    const HRESULT read = stream->Read(back.data(), size + 5, &got);
    line("Read " + hex(read) + " " + std::to_string(got) + " at " + std::to_string(at.QuadPart) +
         (back.compare(0, got, bytes, 0, got) == 0 ? " the same" : " other"));
    STATSTG about = {};
    told("Stat", stream->Stat(&about, STATFLAG_NONAME));
    line("size " + std::to_string(about.cbSize.QuadPart));
    IStream *clone = nullptr;
    told("Clone", stream->Clone(&clone));
    if (clone) line("clone left " + std::to_string(clone->Release()));
    told("Commit", stream->Commit(STGC_DEFAULT));
    line("stream left " + std::to_string(stream->Release()));
  }

  void submit() {
    told("SubmitMessage", message->SubmitMessage(FORCE_SUBMIT));
    line("message left " + std::to_string(message->Release()));
    message = nullptr;
  }
};

}  // namespace

int program(int count, char **arguments) { return Sender().run(count, arguments); }
