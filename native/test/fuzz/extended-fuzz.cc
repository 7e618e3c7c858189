// Structures of Extended MAPI out of bytes that a service sent, as it may and as it may not: values made by a grammar, then damaged. Each
// input ends where a page ends behind which nothing may be read. What is taken has to survive: given back and taken again it is the same.
// Arguments: the seed and how many inputs; or `beyond`, which reads behind the page, to show that this does not go well.
#include <windows.h>

#include <mapidefs.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "extended/given.h"
#include "extended/memory.h"
#include "extended/taken.h"

using namespace comail;

namespace {

/** Numbers that are the same in every run. */
class Chance {
 public:
  explicit Chance(uint64_t seed) : state_(seed * 2654435769u + 1) {}
  uint32_t below(uint32_t bound) { return static_cast<uint32_t>((next() >> 16) % bound); }
  uint32_t any() { return static_cast<uint32_t>(next() >> 8); }

 private:
  uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    return state_ ^= state_ << 17;
  }
  uint64_t state_;
};

constexpr ULONG kTypes[] = {PT_UNSPECIFIED, PT_NULL,   PT_I2,      PT_LONG,    PT_R4,   PT_DOUBLE, PT_CURRENCY, PT_APPTIME, PT_ERROR,
                            PT_BOOLEAN,     PT_OBJECT, PT_I8,      PT_STRING8, PT_UNICODE, PT_SYSTIME, PT_CLSID, PT_BINARY};

/** Writes values as docs/protocol.md has them. */
class Maker {
 public:
  Maker(Chance &chance, Writer &out) : chance_(chance), out_(out) {}

  uint32_t few() { return chance_.below(4); }
  void number() { out_.u32(chance_.any()); }
  void text() {
    std::u16string text;
    for (uint32_t i = few() * few(); i > 0; i--) text += static_cast<char16_t>(chance_.below(3) ? 0x20 + chance_.below(90) : chance_.any());
    out_.text(text);
  }
  void maybeText() {
    if (chance_.below(4)) text();
    else out_.text(nullptr);
  }
  void bytes() {
    const uint64_t some[2] = {chance_.any(), chance_.any()};
    out_.bytes(some, chance_.below(sizeof some + 1));
  }
  void guid() {
    for (int i = 0; i < 4; i++) number();
  }
  template <typename One>
  void many(One one) {
    const uint32_t count = few();
    out_.u32(count);
    for (uint32_t i = 0; i < count; i++) one();
  }
  void single(ULONG type) {
    switch (type) {
      case PT_UNSPECIFIED:
      case PT_NULL: break;
      case PT_BOOLEAN: out_.u32(chance_.below(2)); break;
      case PT_DOUBLE:
      case PT_APPTIME:
      case PT_CURRENCY:
      case PT_I8:
      case PT_SYSTIME: number(), number(); break;
      case PT_STRING8:
      case PT_UNICODE: text(); break;
      case PT_CLSID: guid(); break;
      case PT_BINARY: bytes(); break;
      default: number();
    }
  }
  void prop() {
    const ULONG type = kTypes[chance_.below(sizeof kTypes / sizeof *kTypes)];
    const bool list = type != PT_UNSPECIFIED && type != PT_NULL && type != PT_ERROR && type != PT_OBJECT && type != PT_BOOLEAN && !chance_.below(4);
    out_.u32(PROP_TAG(type | (list ? MV_FLAG : 0), chance_.below(0xFFFF)));
    if (list) many([&] { single(type); });
    else single(type);
  }
  void props() {
    many([&] { prop(); });
  }
  void tags() {
    many([&] { number(); });
  }
  void restriction(int depth) {
    const uint32_t kind = chance_.below(depth > 0 ? 13 : 9);
    const auto inner = [&] { restriction(depth - 1); };
    const bool nests = kind <= RES_NOT || kind >= RES_SUBRESTRICTION;
    out_.u32(nests && depth <= 0 ? uint32_t{RES_EXIST} : kind);
    if (nests && depth <= 0) return number();
    switch (kind) {
      case RES_AND:
      case RES_OR: return many(inner);
      case RES_NOT: return inner();
      case RES_CONTENT:
      case RES_PROPERTY: return number(), number(), prop();
      case RES_EXIST: return number();
      case RES_SUBRESTRICTION:
      case 11: return number(), inner();
      case RES_COMMENT:
      case 12:
        out_.u8(1);
        return inner(), props();
      default: return number(), number(), number();
    }
  }
  void event() {
    constexpr uint32_t kinds[] = {fnevCriticalError, fnevNewMail, fnevObjectCreated, fnevSearchComplete, fnevTableModified,
                                  fnevStatusObjectModified, fnevExtended};
    const uint32_t kind = kinds[chance_.below(7)];
    out_.u32(kind);
    switch (kind) {
      case fnevCriticalError: return bytes(), number(), number(), error();
      case fnevNewMail: return bytes(), bytes(), number(), maybeText(), number();
      case fnevTableModified: return number(), number(), prop(), prop(), props();
      case fnevStatusObjectModified: return bytes(), props();
      case fnevExtended: return number(), bytes();
      default: return bytes(), number(), bytes(), bytes(), bytes(), tags();
    }
  }
  void error() {
    out_.u8(1);
    number(), maybeText(), maybeText(), number(), number();
  }
  void name() {
    out_.u8(1);
    guid();
    const uint32_t kind = chance_.below(2);
    out_.u32(kind);
    if (kind == MNID_ID) number();
    else text();
  }

 private:
  Chance &chance_;
  Writer &out_;
};

/** What is tried: how it is made, how it is taken, and how given back. False where it can't be given back by a program. */
struct Kind {
  const char *name;
  void (*make)(Maker &);
  bool (*pass)(Reader &, Writer &);
};

template <typename T, typename Put>
bool given(Reader &in, T *taken, Put put) {
  if (!in.finished() || !taken) return false;
  put(taken);
  return true;
}

const Kind kinds[] = {
    {"props", [](Maker &m) { m.props(); },
     [](Reader &in, Writer &out) {
       Block block;
       ULONG count = 0;
       return given(in, takeProps(in, block, count), [&](SPropValue *taken) { putProps(out, count, taken); });
     }},
    {"tags", [](Maker &m) { m.tags(); },
     [](Reader &in, Writer &out) {
       Block block;
       return given(in, takeTags(in, block), [&](SPropTagArray *taken) { putTags(out, taken); });
     }},
    {"entries", [](Maker &m) { m.many([&] { m.bytes(); }); },
     [](Reader &in, Writer &out) {
       Block block;
       return given(in, takeEntries(in, block), [&](ENTRYLIST *taken) { putEntries(out, taken); });
     }},
    {"rows", [](Maker &m) { m.many([&] { m.props(); }); },
     [](Reader &in, Writer &out) {
       Rows rows = takeRows(in);
       if (!in.finished() || !rows.there) return false;
       SRowSet *set = released(rows);
       putRows(out, set);
       for (ULONG i = 0; i < set->cRows; i++) freeBuffer(set->aRow[i].lpProps);
       freeBuffer(set);
       return true;
     }},
    {"restriction", [](Maker &m) { m.restriction(4); },
     [](Reader &in, Writer &out) {
       Block block;
       return given(in, takeRestriction(in, block), [&](SRestriction *taken) { putRestriction(out, taken); });
     }},
    {"sort", [](Maker &m) { m.many([&] { m.number(), m.number(); }), m.number(), m.number(); },
     [](Reader &in, Writer &out) {
       Block block;
       return given(in, takeSort(in, block), [&](SSortOrderSet *taken) { putSort(out, taken); });
     }},
    {"names", [](Maker &m) { m.many([&] { m.name(); }); },
     [](Reader &in, Writer &out) {
       Block block;
       ULONG count = 0;
       return given(in, takeNames(in, block, count), [&](MAPINAMEID **taken) { putNames(out, count, taken); });
     }},
    {"events", [](Maker &m) { m.many([&] { m.event(); }); },
     [](Reader &in, Writer &out) {
       Block block;
       ULONG count = 0;
       return given(in, takeNotifications(in, block, count), [&](NOTIFICATION *taken) {
         out.u32(count);
         for (ULONG i = 0; i < count; i++) putNotification(out, taken[i]);
       });
     }},
    {"problems", [](Maker &m) { m.many([&] { m.number(), m.number(), m.number(); }); },
     [](Reader &in, Writer &) {
       Block block;
       takeProblems(in, block);
       return false;
     }},
    {"error", [](Maker &m) { m.error(); },
     [](Reader &in, Writer &) {
       Block block;
       takeError(in, block, in.left() % 2 != 0);
       return false;
     }},
    {"texts", [](Maker &m) { m.many([&] { m.maybeText(); }); },
     [](Reader &in, Writer &) {
       Block block;
       ULONG count = 0;
       takeTexts(in, block, count, in.left() % 2 != 0);
       return false;
     }},
};

/** Memory behind whose end nothing may be read. */
class Edge {
 public:
  Edge() : base_(static_cast<uint8_t *>(VirtualAlloc(nullptr, kRoom + kPage, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE))) {
    DWORD before = 0;
    if (!base_ || !VirtualProtect(base_ + kRoom, kPage, PAGE_NOACCESS, &before)) std::abort();
  }
  const uint8_t *holding(const Bytes &bytes) {
    uint8_t *at = base_ + kRoom - bytes.size();
    if (!bytes.empty()) std::memcpy(at, bytes.data(), bytes.size());
    return at;
  }
  static constexpr size_t kRoom = 1 << 20;

 private:
  static constexpr size_t kPage = 4096;
  uint8_t *base_;
};

void damage(Chance &chance, Bytes &bytes) {
  for (uint32_t times = chance.below(4); times > 0 && !bytes.empty(); times--) {
    const size_t at = chance.below(static_cast<uint32_t>(bytes.size()));
    switch (chance.below(5)) {
      case 0: bytes[at] ^= static_cast<uint8_t>(1u << chance.below(8)); break;
      case 1: bytes[at] = static_cast<uint8_t>(chance.any()); break;
      case 2: bytes.resize(at); break;
      case 3: bytes.insert(bytes.begin() + static_cast<long>(at), static_cast<uint8_t>(chance.any())); break;
      default:
        // A length that nothing has.
        for (size_t i = at; i < bytes.size() && i < at + 4; i++) bytes[i] = 0xFF;
    }
  }
}

bool passed(const Kind &kind, Edge &edge, const Bytes &bytes, Bytes &back) {
  Reader in(edge.holding(bytes), bytes.size());
  Writer out;
  try {
    if (!kind.pass(in, out)) return false;
  } catch (const Failed &) {
    // What a program could not have given: a reserved kind, a NULL.
    return false;
  }
  back = out.written();
  return true;
}

}  // namespace

/** What cannot be read ends the program with a code of its own: nobody asks a debugger, which takes its time and answers what it likes. */
LONG WINAPI ends(EXCEPTION_POINTERS *) {
  ExitProcess(5);
  return EXCEPTION_EXECUTE_HANDLER;
}

int main(int count, char **words) {
  SetUnhandledExceptionFilter(ends);
  Edge edge;
  if (count == 2 && std::strcmp(words[1], "beyond") == 0) return *static_cast<const volatile uint8_t *>(edge.holding({}));
  if (count != 3) return 2;
  Chance chance(std::strtoul(words[1], nullptr, 10));
  const unsigned long inputs = std::strtoul(words[2], nullptr, 10);
  unsigned long same = 0;
  for (unsigned long i = 0; i < inputs; i++) {
    const Kind &kind = kinds[chance.below(sizeof kinds / sizeof *kinds)];
    Writer made;
    Maker maker(chance, made);
    if (std::strcmp(kind.name, "restriction") == 0 || std::strcmp(kind.name, "sort") == 0) made.u8(1);
    kind.make(maker);
    Bytes bytes = made.written(), back, again;
    if (bytes.size() > Edge::kRoom) continue;
    const bool whole = chance.below(3) == 0;
    if (!whole) damage(chance, bytes);
    if (!passed(kind, edge, bytes, back)) {
      // These have no way back; all others are taken when nothing was done to them.
      const bool oneWay = std::strcmp(kind.name, "problems") == 0 || std::strcmp(kind.name, "error") == 0 || std::strcmp(kind.name, "texts") == 0;
      if (whole && !oneWay) {
        std::printf("refused: %s of input %lu\n", kind.name, i);
        return 1;
      }
      continue;
    }
    if (!passed(kind, edge, back, again) || back != again) {
      std::printf("not the same: %s of input %lu\n", kind.name, i);
      return 1;
    }
    same++;
  }
  std::printf("%s\n", same > inputs / 4 ? "all taken or refused" : "hardly any was taken");
  return 0;
}
