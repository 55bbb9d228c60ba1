#include "native/source_text.h"

#include "core/base/text.h"
#include "native/value.h"

namespace daybook {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The offset of the first byte that is not UTF-8.
std::size_t find_invalid_byte(std::string_view bytes) {
  std::size_t position = 0;
  while (position < bytes.size()) {
    const std::size_t start = position;
    const bool is_replacement = next_code_point(bytes, position) == kReplacementCharacter;
    // U+FFFD may stand in the text itself, in three bytes.
    if (is_replacement && bytes.substr(start, 3) != "\xEF\xBF\xBD") return start;
  }
  return bytes.size();
}

}  // namespace

std::optional<Problem> check_source_size(std::uintmax_t bytes) {
  if (bytes <= kMaxSourceBytes) return std::nullopt;
  return error_at({}, "split this file; its " + std::to_string(bytes) + " bytes are more than " +
                          std::to_string(kMaxSourceBytes));
}

std::optional<Problem> check_source_text(std::string_view bytes) {
  if (auto problem = check_source_size(bytes.size())) return problem;
  if (is_valid_utf8(bytes)) return std::nullopt;
  const std::size_t offset = find_invalid_byte(bytes);
  return error_at(
      PlaceFinder(bytes, 1).at(offset),
      "save this file as UTF-8; byte " + std::to_string(offset) + " (counted from 0) is not");
}

std::string normalise_source_text(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace daybook
