#include "core/blog/saved_view.h"

#include <utility>

namespace daybook {

std::string write_view_list(const std::vector<std::size_t>& numbers) {
  std::string text;
  for (const std::size_t number : numbers) {
    text += std::to_string(number);
    text += '\n';
  }
  return text;
}

Result<std::vector<std::size_t>> read_view_list(std::string_view text, std::size_t posts) {
  std::vector<std::size_t> numbers;
  std::vector<bool> is_listed(posts);
  std::size_t number = 0;
  bool has_digit = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (is_digit) number = number * 10 + static_cast<std::size_t>(c - '0');
    const bool is_end = c == '\n' && has_digit && !is_listed[number];
    if (!(is_digit ? number < posts : is_end)) {
      return Error{"a view lists numbers of posts, each once and on a line of its own", ""};
    }
    has_digit = is_digit;
    if (is_digit) continue;
    is_listed[number] = true;
    numbers.push_back(std::exchange(number, 0));
  }
  if (has_digit) return Error{"the list of a view ends in the middle of a line", ""};
  return numbers;
}

}  // namespace daybook
