#include "exposed.h"

#include <array>
#include <mutex>
#include <utility>

namespace comail {

std::atomic<std::int32_t> living_exposed{0};

namespace {

template <std::size_t>
using AsWord = Word;

Hresult Release(Exposed* self) {
  // Taken before the count drops, for at zero a message on its way may already end the object.
  const auto channel = self->channel;
  const std::uint32_t id = self->id;
  const std::uint32_t left = --self->references;
  if (left > 0) return static_cast<Hresult>(left);
  // JavaScript decides: it may have handed the object out again meanwhile. Slot 2 tells it that the count is zero.
  const bool told = channel->Post([channel, id](Napi::Env) { channel->Call(id, kRelease, nullptr, 0); });
  if (!told) {
    delete self;
    --living_exposed;
  }
  return 0;
}

template <std::size_t S, typename... W>
Hresult COMAIL_STDCALL Enter(Object* object, W... words) noexcept {
  auto* self = reinterpret_cast<Exposed*>(object);
  if constexpr (S == kAddRef) return static_cast<Hresult>(++self->references);
  if constexpr (S == kRelease) return Release(self);
  const Word all[] = {words..., 0};
  return self->channel->Call(self->id, S, all, sizeof...(W));
}

using Row = std::array<const void*, kWords>;

template <std::size_t S, std::size_t... I>
const void* EnterWith(std::index_sequence<I...>) {
  return reinterpret_cast<const void*>(&Enter<S, AsWord<I>...>);
}

template <std::size_t S, std::size_t... N>
Row MakeRow(std::index_sequence<N...>) {
  return {EnterWith<S>(std::make_index_sequence<N>())...};
}

template <std::size_t... S>
std::array<Row, kSlots> MakeRows(std::index_sequence<S...>) {
  return {MakeRow<S>(std::make_index_sequence<kWords>())...};
}

template <std::size_t... I>
Hresult InvokeEach(Object* target, std::size_t slot, const Word* words, std::index_sequence<I...>) {
  return Invoke<AsWord<I>...>(target, slot, words[I]...);
}

template <std::size_t... N>
std::array<Hresult (*)(Object*, std::size_t, const Word*), kWords> MakeCalls(std::index_sequence<N...>) {
  return {[](Object* target, std::size_t slot, const Word* words) {
    return InvokeEach(target, slot, words, std::make_index_sequence<N>());
  }...};
}

using FunctionCall = std::uint64_t (*)(Word, const Word*);

template <bool kStdcall, std::size_t... I>
std::uint64_t CallEach(Word function, [[maybe_unused]] const Word* words, std::index_sequence<I...>) {
  if constexpr (kStdcall) return reinterpret_cast<std::uint64_t(COMAIL_STDCALL*)(AsWord<I>...)>(function)(words[I]...);
  else return reinterpret_cast<std::uint64_t (*)(AsWord<I>...)>(function)(words[I]...);
}

template <bool kStdcall, std::size_t... N>
std::array<FunctionCall, kWords> MakeFunctionCalls(std::index_sequence<N...>) {
  return {[](Word function, const Word* words) {
    return CallEach<kStdcall>(function, words, std::make_index_sequence<N>());
  }...};
}

// Tables are shared by all objects of an interface and live as long as the process, as those of C++ do.
const void* const* TableOf(const std::vector<std::uint8_t>& words) {
  static const auto rows = MakeRows(std::make_index_sequence<kSlots>());
  static auto& mutex = *new std::mutex;
  static auto& tables = *new std::map<std::vector<std::uint8_t>, std::vector<const void*>>;
  std::lock_guard<std::mutex> lock(mutex);
  auto& table = tables[words];
  if (table.empty())
    for (std::size_t i = 0; i < words.size(); ++i) table.push_back(rows[i][words[i]]);
  return table.data();
}

}  // namespace

Exposed* Expose(std::shared_ptr<Channel> channel, std::uint32_t id, const std::vector<std::uint8_t>& words) {
  if (words.size() < 3 || words.size() > kSlots) return nullptr;
  for (const std::uint8_t count : words)
    if (count >= kWords) return nullptr;
  ++living_exposed;
  return new Exposed{{TableOf(words)}, {1}, id, std::move(channel)};
}

Hresult InvokeWords(Object* target, std::size_t slot, const Word* words, std::size_t count) {
  static const auto calls = MakeCalls(std::make_index_sequence<kWords>());
  return count < kWords ? calls[count](target, slot, words) : kFail;
}

std::uint64_t CallWords(Word function, const std::vector<Word>& words, bool stdcall) {
  static const auto plain = MakeFunctionCalls<false>(std::make_index_sequence<kWords>());
  static const auto standard = MakeFunctionCalls<true>(std::make_index_sequence<kWords>());
  return (stdcall ? standard : plain)[words.size()](function, words.data());
}

}  // namespace comail
