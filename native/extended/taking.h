// What the functions of taken.h share.
#pragma once

#include "extended/taken.h"

namespace comail {

/** Where the protocol has no NULL. */
template <typename T>
T *present(Reader &in, T *taken) {
  if (!taken) in.spoil();
  return taken;
}

/** An array of numbers or structures. @param least how many bytes of the frame each has */
template <typename T, typename Take>
T *takeMany(Reader &in, Block &block, ULONG &count, size_t least, Take take) {
  uint32_t many = 0;
  count = 0;
  if (!in.count(many, least)) return nullptr;
  T *values = block.array<T>(many);
  for (uint32_t i = 0; i < many && in.good(); i++) take(values[i]);
  count = many;
  return values;
}

/** A structure that ends with its array, whose length stands at its beginning. */
template <typename Structure, typename Element, typename Take>
Structure *takeCounted(Reader &in, Block &block, size_t least, size_t before, Take take) {
  uint32_t many = 0;
  if (!in.count(many, least)) return nullptr;
  auto *whole = static_cast<uint8_t *>(block.bytes(before + many * sizeof(Element)));
  *reinterpret_cast<ULONG *>(whole) = many;
  auto *elements = reinterpret_cast<Element *>(whole + before);
  for (uint32_t i = 0; i < many && in.good(); i++) take(elements[i]);
  return reinterpret_cast<Structure *>(whole);
}

inline GUID guidOf(Reader &in) {
  GUID guid = {};
  in.raw(&guid, sizeof guid);
  return guid;
}

}  // namespace comail
