// What a fuzzer holds for true of every input: a claim that fails ends the run with the input kept.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace daybook {

// `about` is printed where `holds` is false.
inline void claim(bool holds, std::string_view about) {
  if (holds) return;
  std::fprintf(stderr, "claim failed: %.*s\n", static_cast<int>(about.size()), about.data());
  std::abort();
}

}  // namespace daybook
