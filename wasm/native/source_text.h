// The bytes of a file that somebody wrote, as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "native/problem.h"

namespace daybook {

inline constexpr std::size_t kMaxSourceBytes = 1 << 20;

// Why a file of so many bytes is not read, if it is not. `file` is left empty.
std::optional<Problem> check_source_size(std::uintmax_t bytes);

// Why `bytes` cannot be read as text: too many, or not UTF-8. `file` is left empty.
std::optional<Problem> check_source_text(std::string_view bytes);

// `text` without a byte order mark, every line end LF.
std::string normalise_source_text(std::string_view text);

}  // namespace daybook
