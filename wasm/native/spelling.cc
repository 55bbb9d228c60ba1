#include "native/spelling.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/text.h"

namespace daybook {
namespace {

constexpr std::size_t kShortestKnown = 4;
constexpr std::size_t kShortestForTwo = 6;
constexpr std::size_t kLongest = 40;  // no key is longer, and the work grows with the square

// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known) {
  if (word.size() > kLongest) return {};
  const std::string lower = to_ascii_lower(word);
  std::string_view nearest;
  std::size_t nearest_distance = 3;
  for (const std::string_view candidate : known) {
    if (candidate.size() < kShortestKnown) continue;
    const std::size_t allowed = std::min(word.size(), candidate.size()) >= kShortestForTwo ? 2 : 1;
    const std::size_t found = distance(lower, to_ascii_lower(candidate));
    if (found <= allowed && found < nearest_distance) {
      nearest = candidate;
      nearest_distance = found;
    }
  }
  return nearest;
}

}  // namespace daybook
