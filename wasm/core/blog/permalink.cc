#include "core/blog/permalink.h"

#include "core/base/text.h"

namespace daybook {
namespace {

std::string padded(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

bool is_token_letter(char c) { return c >= 'a' && c <= 'z'; }

Result<std::string> expand_token(std::string_view token, const PermalinkFacts& facts) {
  if (token == "slug") return path_slug(facts.slug);
  if (token == "title") return path_slug(facts.title);
  if (token == "section") return std::string(facts.section);
  if (token != "year" && token != "month" && token != "day" && token != "yearday") {
    return Error{"unknown :" + std::string(token) +
                     " in the permalink pattern; use :year :month :day :yearday :slug :title "
                     "or :section",
                 ""};
  }
  if (!facts.date) {
    return Error{"the permalink needs :" + std::string(token) + "; give the post a date", ""};
  }
  if (token == "year") return std::to_string(facts.date->year);
  if (token == "month") return padded(facts.date->month);
  if (token == "day") return padded(facts.date->day);
  return std::to_string(day_of_year(*facts.date));
}

}  // namespace

Result<std::string> expand_permalink(std::string_view pattern, const PermalinkFacts& facts) {
  std::string expanded;
  for (std::size_t i = 0; i < pattern.size();) {
    if (pattern[i] != ':') {
      expanded += pattern[i++];
      continue;
    }
    std::size_t end = i + 1;
    while (end < pattern.size() && is_token_letter(pattern[end])) ++end;
    TRY(const std::string value, expand_token(pattern.substr(i + 1, end - i - 1), facts));
    expanded += value;
    i = end;
  }
  std::string path = normalise_page_path(expanded);
  if (path.empty()) return Error{"the permalink is empty; set slug or permalink", ""};
  return path;
}

std::string normalise_page_path(std::string_view written) {
  constexpr std::string_view kIndexFile = "index.html";
  std::string path;
  for (const std::string_view segment : split(written, '/')) {
    if (segment.empty() || segment == "." || segment == ".." || segment == kIndexFile) continue;
    // A query, a fragment, a backslash or a control cannot stand in a file's name everywhere.
    for (const char c : segment) {
      const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
      path += is_control || c == '?' || c == '#' || c == '\\' || c == '%' ? '-' : c;
    }
    path += '/';
  }
  return path;
}

}  // namespace daybook
