// What hostile input may cost: two seconds of the processor, and the memory that core.wasm has.
#pragma once

#include <cstddef>
#include <ctime>
#include <string>
#include <string_view>

#if defined(__has_feature)
#define DAYBOOK_HAS_FEATURE(feature) __has_feature(feature)
#else
#define DAYBOOK_HAS_FEATURE(feature) 0
#endif

namespace daybook {

#if defined(__SANITIZE_ADDRESS__) || DAYBOOK_HAS_FEATURE(address_sanitizer)
inline constexpr double kMaxSeconds = 20;
#else
inline constexpr double kMaxSeconds = 2;
#endif

// Of this process alone: what else the machine does is no fault of the input.
inline double seconds_of_work() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

// 128 MB, counted where a process has no more than the page in a browser; true elsewhere.
inline bool memory_is_within_limits() {
#ifdef __wasm__
  constexpr std::size_t kPagesOf64KB = 128 * 16;
  return __builtin_wasm_memory_size(0) <= kPagesOf64KB;
#else
  return true;
#endif
}

inline std::string repeat(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace daybook
