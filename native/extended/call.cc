#include "extended/call.h"

#include <objbase.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>
#include <vector>

#include "extended/given.h"
#include "extended/hosted.h"
#include "extended/taken.h"

namespace comail {

namespace {

constexpr Guid kUnknown = guid(0, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46});

template <typename T>
T *pointer(Argument given) {
  return reinterpret_cast<T *>(static_cast<uintptr_t>(given));
}

[[noreturn]] void fail(HRESULT hr) { throw Failed{hr}; }

class Call {
 public:
  Call(const std::shared_ptr<Channel> &channel, uint64_t object, const Guid &iid, const Method &method, const Argument *given)
      : channel_(channel), object_(object), iid_(iid), method_(method), given_(given) {
    wide_ = method.flags != kNone && (given[method.flags] & MAPI_UNICODE);
  }

  ~Call() {
    for (const uint64_t number : exposed_) withdrawn(*channel_, number);
    for (Face *face : came_) face->remote->release();
  }
  Call(const Call &) = delete;
  Call &operator=(const Call &) = delete;

  HRESULT run() {
    for (int i = 0; i < method_.count; i++) check(i);
    for (int i = 0; i < method_.count; i++) clear(i);
    Writer in;
    for (int i = 0; i < method_.count; i++)
      if (of(i).in() && !of(i).counts()) put(in, i);
    Answer answer;
    switch (channel_->call(object_, iid_, method_.slot, in, answer)) {
      case Channel::Sent::kTooLarge: return static_cast<HRESULT>(MAPI_E_TOO_BIG);
      case Channel::Sent::kLost: exposed_.clear(); return static_cast<HRESULT>(MAPI_E_NETWORK_ERROR);
      default: exposed_.clear();
    }
    if (answer.follow) {
      Reader out = answer.outputs();
      for (int i = 0; i < method_.count; i++)
        if (of(i).out() && !of(i).counts()) take(out, i);
      if (!out.finished()) return broken();
      for (const auto &give : gifts_) give();
      came_.clear();
    }
    return static_cast<HRESULT>(answer.code);
  }

 private:
  const Parameter &of(int at) const { return method_.parameters[at]; }

  static bool isNumber(Kind kind) { return kind <= Kind::kWide; }
  static bool isText(Kind kind) { return kind == Kind::kText || kind == Kind::kText8; }

  /** What is not there although it has to be. Whether a text may be NULL the service knows best. */
  void check(int at) const {
    const Parameter &one = of(at);
    if (given_[at] || one.unique() || one.kind == Kind::kNothing) return;
    if ((isNumber(one.kind) && !one.pointed()) || (isText(one.kind) && !one.out())) return;
    if (one.in() && !one.out() && one.size != kNone && count(at) == 0) return;
    fail(static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER));
  }

  /** What only comes back is nothing until it does. */
  void clear(int at) const {
    const Parameter &one = of(at);
    if (!one.out() || one.in() || !given_[at]) return;
    if (one.counts()) *pointer<ULONG>(given_[at]) = 0;
    else if (!isNumber(one.kind) && one.kind != Kind::kGuid && one.kind != Kind::kStat) *pointer<void *>(given_[at]) = nullptr;
  }

  /** How many elements the program has. */
  ULONG count(int at) const {
    const int8_t size = of(at).size;
    if (size == kNone) return 0;
    if (!of(size).pointed()) return static_cast<ULONG>(given_[size]);
    return given_[size] ? *pointer<ULONG>(given_[size]) : 0;
  }

  void put(Writer &in, int at) {
    const Parameter &one = of(at);
    const Argument given = given_[at];
    // Behind a pointer to a pointer, where something else comes back in its place.
    void *const inner = one.out() && !one.inPlace() && given ? *pointer<void *>(given) : nullptr;
    void *const shown = one.out() && !one.inPlace() ? inner : pointer<void>(given);
    if (isNumber(one.kind)) {
      putNumber(in, one, given);
      return;
    }
    switch (one.kind) {
      case Kind::kText: putText(in, shown, wide_); return;
      case Kind::kText8: putText(in, shown, false); return;
      case Kind::kBytes: in.bytes(shown, count(at)); return;
      case Kind::kGuid:
        in.u8(shown ? 1 : 0);
        if (shown) putGuid(in, *static_cast<GUID *>(shown));
        return;
      case Kind::kGuids:
        in.u32(shown ? count(at) : kNull);
        if (shown) in.raw(shown, count(at) * sizeof(GUID));
        return;
      case Kind::kReference: putReference(in, at, static_cast<IUnknown *>(shown)); return;
      case Kind::kTags: putTags(in, static_cast<SPropTagArray *>(shown)); return;
      case Kind::kProps:
        if (!shown && one.unique()) in.u32(kNull);
        else putProps(in, count(at), static_cast<SPropValue *>(shown));
        return;
      case Kind::kRows: putRows(in, static_cast<SRowSet *>(shown)); return;
      case Kind::kAddresses: putAddresses(in, static_cast<ADRLIST *>(shown)); return;
      // They lie alike.
      case Kind::kRow:
      case Kind::kAddress: {
        const auto *entry = static_cast<ADRENTRY *>(shown);
        putProps(in, entry->cValues, entry->rgPropVals);
        return;
      }
      case Kind::kProp:
        in.u8(1);
        putProp(in, *static_cast<SPropValue *>(shown));
        return;
      case Kind::kAddressDialog: putAddressDialog(in, static_cast<ADRPARM *>(shown)); return;
      case Kind::kFlags: putFlags(in, static_cast<FlagList *>(shown)); return;
      case Kind::kEntries: putEntries(in, static_cast<ENTRYLIST *>(shown)); return;
      case Kind::kRestriction: putRestriction(in, static_cast<SRestriction *>(shown)); return;
      case Kind::kSort: putSort(in, static_cast<SSortOrderSet *>(shown)); return;
      case Kind::kNames: putNames(in, count(at), static_cast<MAPINAMEID **>(shown)); return;
      case Kind::kNotification:
        in.u8(shown ? 1 : 0);
        if (shown) putNotification(in, *static_cast<NOTIFICATION *>(shown));
        return;
      case Kind::kNothing: return;
      default: fail(static_cast<HRESULT>(MAPI_E_NO_SUPPORT));
    }
  }

  static void putNumber(Writer &in, const Parameter &one, Argument given) {
    if (one.pointed()) {
      in.u8(given ? 1 : 0);
      if (!given) return;
      if (one.kind == Kind::kWord) given = *pointer<ULONG_PTR>(given);
      else if (one.kind == Kind::kWide) given = pointer<ULARGE_INTEGER>(given)->QuadPart;
      else given = *pointer<ULONG>(given);
    }
    if (one.kind == Kind::kNumber) in.u32(static_cast<uint32_t>(given));
    else in.u64(one.kind == Kind::kBookmark ? static_cast<uint32_t>(given) : given);
  }

  /** The interface of a pointer: of its type, or as another parameter names it. */
  Guid interfaceAt(int at) const {
    const Parameter &one = of(at);
    Guid named = one.iid ? *one.iid : kUnknown;
    if (one.names != kNone && given_[one.names]) std::memcpy(named.bytes.data(), pointer<GUID>(given_[one.names]), sizeof(GUID));
    return named;
  }

  void putReference(Writer &in, int at, IUnknown *object) {
    if (!object) {
      in.u8(Reference::kNone);
      return;
    }
    const Face *face = Remote::known(object);
    if (face && face->remote->channel != channel_) fail(static_cast<HRESULT>(MAPI_E_NETWORK_ERROR));
    if (face) {
      in.serviceObject(face->remote->number, of(at).names == kNone || given_[of(at).names] ? interfaceAt(at) : face->role->iid);
      return;
    }
    const Guid iid = interfaceAt(at);
    exposed_.push_back(exposed(*channel_, object, iid));
    in.hostObject(exposed_.back(), &iid, 1);
  }

  void take(Reader &out, int at) {
    const Parameter &one = of(at);
    void *const target = pointer<void>(given_[at]);
    if (isNumber(one.kind)) {
      takeNumber(out, one, target);
      return;
    }
    switch (one.kind) {
      case Kind::kText: return giveBlock(target, [&](Block &block) { return takeText(out, block, wide_); });
      case Kind::kText8: return giveBlock(target, [&](Block &block) { return takeText(out, block, false); });
      case Kind::kTexts: return giveCounted(at, [&](Block &block, ULONG &many) { return takeTexts(out, block, many, wide_); });
      case Kind::kBytes: return giveCounted(at, [&](Block &block, ULONG &many) { return takeBytes(out, block, many); });
      case Kind::kProps: return giveCounted(at, [&](Block &block, ULONG &many) { return takeProps(out, block, many); });
      case Kind::kNames: return giveCounted(at, [&](Block &block, ULONG &many) { return takeNames(out, block, many); });
      case Kind::kGuid: return takeGuid(out, target);
      case Kind::kReference: return takeReference(out, at, target);
      case Kind::kTags:
        // Where the program asked for certain properties it keeps its own list of them.
        return giveBlock(one.in() && target && *static_cast<void **>(target) ? nullptr : target,
                         [&](Block &block) { return takeTags(out, block); });
      case Kind::kRow: return giveBlock(target, [&](Block &block) { return takeRow(out, block); });
      case Kind::kRows: return takeRowSet(out, target);
      case Kind::kAddresses: return takeAddresses(out, one, target);
      case Kind::kAddress: return takeAddress(out, static_cast<ADRENTRY *>(target));
      case Kind::kAddressDialog: return skipAddressDialog(out);
      case Kind::kFlags: return takeFlags(out, static_cast<FlagList *>(target));
      case Kind::kEntries: return giveBlock(target, [&](Block &block) { return takeEntries(out, block); });
      case Kind::kRestriction: return giveBlock(target, [&](Block &block) { return takeRestriction(out, block); });
      case Kind::kSort: return giveBlock(target, [&](Block &block) { return takeSort(out, block); });
      case Kind::kProblems: return giveBlock(target, [&](Block &block) { return takeProblems(out, block); });
      case Kind::kError: return giveBlock(target, [&](Block &block) { return takeError(out, block, wide_); });
      case Kind::kStat: return takeStat(out, static_cast<STATSTG *>(target));
      case Kind::kNothing: return;
      default: out.spoil();
    }
  }

  void takeNumber(Reader &out, const Parameter &one, void *target) {
    const uint64_t value = one.kind == Kind::kNumber ? out.u32() : out.u64();
    if (!target) return;
    gifts_.push_back([kind = one.kind, target, value] {
      if (kind == Kind::kWord) *static_cast<ULONG_PTR *>(target) = static_cast<ULONG_PTR>(value);
      else if (kind == Kind::kWide) static_cast<ULARGE_INTEGER *>(target)->QuadPart = value;
      else *static_cast<ULONG *>(target) = static_cast<ULONG>(value);
    });
  }

  /** A block for a place that may be none. */
  template <typename Take>
  void giveBlock(void *target, Take takeIt) {
    const auto block = std::make_shared<Block>();
    const void *taken = takeIt(*block);
    if (taken && target) gifts_.push_back([block, target] { *static_cast<void **>(target) = block->release(); });
  }

  template <typename Take>
  void giveCounted(int at, Take takeIt) {
    ULONG many = 0;
    giveBlock(pointer<void>(given_[at]), [&](Block &block) { return takeIt(block, many); });
    void *const counter = of(at).size == kNone ? nullptr : pointer<void>(given_[of(at).size]);
    if (counter) gifts_.push_back([counter, many] { *static_cast<ULONG *>(counter) = many; });
  }

  void takeGuid(Reader &out, void *target) {
    if (!out.there()) return;
    const Guid value = out.guid();
    if (target) gifts_.push_back([target, value] { std::memcpy(target, value.bytes.data(), value.bytes.size()); });
  }

  void takeReference(Reader &out, int at, void *target) {
    const Reference reference = out.reference();
    const Guid iid = interfaceAt(at);
    if (reference.kind == Reference::kHost) {
      IUnknown *mine = exposedBefore(*channel_, reference.number);
      void *asked = nullptr;
      if (mine) mine->QueryInterface(reinterpret_cast<const GUID &>(iid), &asked);
      if (mine) mine->Release();
      if (!asked) out.spoil();
      else if (target) gifts_.push_back([asked, target] { *static_cast<void **>(target) = asked; });
      else static_cast<IUnknown *>(asked)->Release();
      return;
    }
    // The program would call the functions of a table that is none of this object's.
    if (reference.kind == Reference::kService && iid != kUnknown && reference.iids.at(0) != iid) return out.spoil();
    Face *face = Remote::take(channel_, reference);
    // An interface that programs don't get.
    if (!face && reference.kind != Reference::kNone) fail(static_cast<HRESULT>(MAPI_E_INTERFACE_NOT_SUPPORTED));
    if (!face) return;
    if (!target) {
      face->remote->release();
      return;
    }
    came_.push_back(face);
    gifts_.push_back([face, target] { *static_cast<Face **>(target) = face; });
  }

  void takeRowSet(Reader &out, void *target) {
    const auto rows = std::make_shared<Rows>(takeRows(out));
    if (target) gifts_.push_back([rows, target] { *static_cast<SRowSet **>(target) = released(*rows); });
  }

  static void exchange(ADRENTRY &entry, Rows &rows, size_t from) {
    freeBuffer(entry.rgPropVals);
    entry.cValues = rows.counts[from];
    entry.rgPropVals = static_cast<LPSPropValue>(rows.blocks[from].release());
  }

  void takeAddresses(Reader &out, const Parameter &one, void *target) {
    const auto rows = std::make_shared<Rows>(takeRows(out));
    if (!target || !rows->there) return;
    gifts_.push_back([rows, target, inPlace = one.inPlace()] {
      if (inPlace) {
        auto *list = static_cast<ADRLIST *>(target);
        for (size_t i = 0; i < std::min<size_t>(list->cEntries, rows->blocks.size()); i++) exchange(list->aEntries[i], *rows, i);
        return;
      }
      auto *&place = *static_cast<ADRLIST **>(target);
      for (ULONG i = 0; place && i < place->cEntries; i++) freeBuffer(place->aEntries[i].rgPropVals);
      freeBuffer(place);
      place = reinterpret_cast<ADRLIST *>(released(*rows));
    });
  }

  void takeAddress(Reader &out, ADRENTRY *target) {
    const auto rows = std::make_shared<Rows>();
    Block block;
    ULONG many = 0;
    if (!takeProps(out, block, many)) return;
    rows->blocks.push_back(std::move(block));
    rows->counts.push_back(many);
    gifts_.push_back([rows, target] { exchange(*target, *rows, 0); });
  }

  /** What the dialog was told comes back unchanged; the program has it. */
  static void skipAddressDialog(Reader &out) {
    Block block;
    ULONG many = 0;
    if (!out.there()) return;
    takeBytes(out, block, many);
    out.u32();
    out.u32();
    for (int i = 0; i < 4; i++) takeText(out, block, true);
    out.u32();
    out.u32();
    takeTexts(out, block, many, true);
    takeTags(out, block);
    takeRestriction(out, block);
    takeRestriction(out, block);
  }

  void takeFlags(Reader &out, FlagList *target) {
    const auto block = std::make_shared<Block>();
    const auto *flags = reinterpret_cast<FlagList *>(takeTags(out, *block));
    if (!flags || !target) return;
    gifts_.push_back([block, flags, target] {
      for (ULONG i = 0; i < std::min(target->cFlags, flags->cFlags); i++) target->ulFlag[i] = flags->ulFlag[i];
    });
  }

  void takeStat(Reader &out, STATSTG *target) {
    if (!out.there()) return;
    std::u16string name;
    const bool named = out.text(name);
    STATSTG about = {};
    const auto time = [&out] {
      const uint64_t value = out.u64();
      return FILETIME{static_cast<DWORD>(value), static_cast<DWORD>(value >> 32)};
    };
    about.type = out.u32();
    about.cbSize.QuadPart = out.u64();
    about.mtime = time();
    about.ctime = time();
    about.atime = time();
    about.grfMode = out.u32();
    about.grfLocksSupported = out.u32();
    out.raw(&about.clsid, sizeof about.clsid);
    about.grfStateBits = out.u32();
    gifts_.push_back([=]() mutable {
      if (named) about.pwcsName = static_cast<LPOLESTR>(CoTaskMemAlloc((name.size() + 1) * sizeof(wchar_t)));
      if (about.pwcsName) std::memcpy(about.pwcsName, name.c_str(), (name.size() + 1) * sizeof(wchar_t));
      *target = about;
    });
  }

  /** An answer that is none: nobody knows any more what the service means. */
  HRESULT broken() const {
    channel_->close();
    return static_cast<HRESULT>(MAPI_E_NETWORK_ERROR);
  }

  const std::shared_ptr<Channel> channel_;
  const uint64_t object_;
  const Guid &iid_;
  const Method &method_;
  const Argument *const given_;
  bool wide_ = false;
  /** What was handed over and never reached the service. */
  std::vector<uint64_t> exposed_;
  /** What has come and is not the program's yet. */
  std::vector<Face *> came_;
  /** Done once everything has come. */
  std::vector<std::function<void()>> gifts_;
};

}  // namespace

HRESULT call(const std::shared_ptr<Channel> &channel, uint64_t object, const Guid &iid, const Method &method,
             const Argument *given) noexcept {
  const HRESULT hr = guarded([&] { return Call(channel, object, iid, method, given).run(); });
  endExposed();
  return hr;
}

HRESULT callFace(Face *face, const Method &method, const Argument *given) noexcept {
  const Holding held(face->remote);
  return call(face->remote->channel, face->remote->number, face->role->iid, method, given);
}

}  // namespace comail
