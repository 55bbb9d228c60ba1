// Days of documents, kDaysInFile a file: for conditions that end within a month.
//
// The file, in bits (bits.h), for each document with a date:
//   number(2)  days between it and the one before; the first: since 0001-01-01, number(12)
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

inline constexpr std::uint32_t kDaysInFile = 4096;

// Days since 1970-01-01 (date.h), newest first.
std::string write_days(std::span<const std::int64_t> days);

// Any bytes are safe; nothing for those that are not `count` days.
std::optional<std::vector<std::int64_t>> read_days(std::string_view bytes, std::uint32_t count);

}  // namespace daybook
